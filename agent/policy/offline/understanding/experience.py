"""Years of experience, told apart from ages and from time ahead."""

import re
from datetime import date

from agent.policy.offline.understanding.phrases import known_roles, opens_with_role
from agent.policy.offline.understanding.quantities import NUMBER, blank, is_negated, parse_number, plain

LONGEST = 60  # years

_EXPERIENCE = re.compile(
    rf"\b(?P<low>{NUMBER})\s*(?:-\s*{NUMBER}\s*)?\+?\s*-?\s*(?P<unit>years?|yrs?|yoe|months?|decades?|(?<=\d)y(?![\w]))'?(?P<tail>\s+and\s+a\s+half)?(?!\s+old)(?!-old)",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"\b(?:aged?|i'm|i am|turn(?:ed|ing)?)\s+(?:\d\d|(?:twenty|thirty|forty|fifty|sixty)[- ]?\w*)(?:\s+years?\s+old)?\b(?!\s*(?:years?|yrs?|hours?|h\b|k\b|months?|weeks?|days?|%))|\b{NUMBER}[- ]years?[- ]old\b|\b{NUMBER} yo\b",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\s*(?:\w+\s+)?(?:of|as|at|in|with|experience|exp|working|doing|on the job|under)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:wait|longer than|take|takes|another|need|give me|within|in|next)\s+$", re.IGNORECASE
)
_FITS = re.compile(
    r"\s*(?:is|are|would be|should be)\s+(?:fine|ok|okay|enough|plenty|good|realistic|ideal|my|too)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
# Years that are no years of work.
_OTHER_YEARS = re.compile(
    r"\b(?:stay[- ]at[- ]home|homemaker|house ?(?:wife|husband)|unemployed|out of (?:work|the workforce|a job)|(?:live|lived|living|been) (?:here|in|near)\b(?!.{0,40}\b(?:industry|field|business|sector|retail|sales|trade|role|job|career)\b)"
    r"|(?:been|stayed|staying|at) home|married|sober|retired(?= for\b|\W*$)|in prison|in jail)\b",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"\b(?:no|zero|without(?: any)?|don't have any|haven't any|not any)\s+(?:real |prior |previous |relevant |professional |any )*(?:work |job |working |professional )?experience\b(?!\s+(?:with|in|of|using))",
    re.IGNORECASE,
)


def find_experience(text: str, today: date) -> tuple[int | float | None, str]:
    """Years of experience, and the clause with them (and any age) blanked out."""
    for match in _AGE.finditer(text):
        text = blank(text, match.span())
    since = _SINCE.search(text)
    if since and int(since["year"]) <= today.year and not _OTHER_YEARS.search(text[: since.start()]):
        return today.year - int(since["year"]), blank(text, since.span())
    if _NO_EXPERIENCE.search(text):
        return 0, _NO_EXPERIENCE.sub(" ", text)
    for match in _EXPERIENCE.finditer(text):
        if match["unit"][0].lower() == "m" and not _WORKED.match(text, match.end()):
            continue  # months by themselves are time ahead
        if _AHEAD.search(text[: match.start()]) or _FITS.match(text, match.end()):
            continue
        if not _is_experience(text, match) or is_negated(text, match.start()):
            continue
        amount = parse_number(match["low"]) + (0.5 if match["tail"] else 0.0)
        unit = match["unit"][0].lower()
        amount = amount / 12 if unit == "m" else amount * 10 if unit == "d" else amount
        if amount <= LONGEST:
            return plain(amount), blank(text, match.span())
    return None, text


def _is_experience(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if _OTHER_YEARS.search(before) or re.match(
        r"\s*(?:ago|from now|at home|off|away|out|apart|gap|break|sabbatical|old|degree|program|course|college|plan|roadmap|old)\b|-?\s*(?:plan|roadmap|degree|program)",
        after,
        re.IGNORECASE,
    ):
        return False
    if re.match(
        r"\s*(?:\w+\s+)?(?:of\b|as\b|in\b|at\b|with\b|experience|exp\b|doing|work|under|on\b|now\b|using|coding|writing|running|teaching|cooking|selling|building|managing|driving|and counting|into\b|$|[,.;)]|(?!max|tops|left|limit|timeline|deadline|roadmap|plan|please|should|is\b|or\b)[\w+#.]+\s*(?:$|[,.;)]|and\b))",
        after,
        re.IGNORECASE,
    ):
        return not re.search(
            r"\b(?:in|within|next|over the|last|past)\s+(?:the\s+)?(?:next\s+)?$", before, re.IGNORECASE
        ) or bool(re.search(r"\b(?:last|past)\s+$", before))
    if opens_with_role(after, known_roles(after)):
        return True
    return bool(
        re.search(
            r"\bof\s*$|\bfor(?:\s+(?:about|almost|nearly|over|around|the (?:last|past)))*\s*$|\bafter\s+$|\bexperience[: ]",
            before,
            re.IGNORECASE,
        )
    ) or bool(
        re.match(r"\s*[\w-]+\s+(?:nurse|developer|teacher|engineer|veteran|vet)\b", after, re.IGNORECASE)
    )
