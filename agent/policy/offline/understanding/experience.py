"""Years of experience, told apart from ages and from time ahead."""

import re
from datetime import date

from agent.policy.offline.understanding.lengths import WEEKS_A_YEAR, find_lengths, is_of_life
from agent.policy.offline.understanding.quantities import NUMBER, blank, parse_number, plain

LONGEST = 60  # years

_AGE = re.compile(
    rf"\b(?:aged?|i'm|i am|turn(?:ed|ing)?)\s+(?:\d\d|(?:twenty|thirty|forty|fifty|sixty)[- ]?\w*)(?:\s+years?\s+old)?\b(?!\s*(?:years?|yrs?|hours?|h\b|k\b|months?|weeks?|days?|%))|\b{NUMBER}[- ]years?[- ]old\b|\b{NUMBER} yo\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|(?:started|began|joined|hired)\b[^,.;]{0,30}?\bin)\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NO_EXPERIENCE = re.compile(
    r"\b(?:no|zero|without(?: any)?|don't have any|haven't any|not any)\s+(?:real |prior |previous |relevant |professional |any )*(?:work |job |working |professional )?experience\b(?!\s+(?:with|in|of|using))",
    re.IGNORECASE,
)


_LABELLED = re.compile(
    rf"\b(?:years?|yrs?)(?: of)? (?:experience|exp|in the field)\s*[:=]\s*(?P<years>{NUMBER})", re.IGNORECASE
)


def find_experience(text: str, today: date) -> tuple[int | float | None, str]:
    """Years of experience, and the clause with them (and any age) blanked out."""
    for match in _AGE.finditer(text):
        text = blank(text, match.span())
    since = _SINCE.search(text)
    if since and int(since["year"]) <= today.year and not is_of_life(text[: since.start()]):
        return today.year - int(since["year"]), blank(text, since.span())
    if _NO_EXPERIENCE.search(text):
        return 0, _NO_EXPERIENCE.sub(" ", text)
    if labelled := _LABELLED.search(text):
        return plain(parse_number(labelled["years"])), blank(text, labelled.span())
    for length in find_lengths(text):
        looks_back = length.standing == "behind" or (length.standing == "open" and length.unit in "yd")
        years = length.weeks / WEEKS_A_YEAR
        if looks_back and years <= LONGEST and (length.unit != "d" or years >= 1):
            return plain(years), blank(text, (length.start, length.end))
    return None, text
