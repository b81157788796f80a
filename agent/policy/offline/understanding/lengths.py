"""Lengths of time in a clause: each found once, and whether it lies behind the person or ahead of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from agent.policy.offline.understanding.quantities import NUMBER, RANGE, is_negated, parse_number

# "open": no word around it says which; "given up": "not 6 months"; "other": an age, a degree, a rate.
Standing = Literal["behind", "ahead", "open", "given up", "other"]

WEEKS_A_YEAR = 52
_WEEKS = {"d": 1 / 7, "w": 1.0, "m": WEEKS_A_YEAR / 12, "q": 13.0, "y": float(WEEKS_A_YEAR)}
_DECADE = 10.0 * WEEKS_A_YEAR
_A_FEW_YEARS = 2 * WEEKS_A_YEAR

_UNIT = r"(?:decades?|years?|yrs?|yoe|quarters?|months?|mos?|weeks?|wks?|days?|(?<=\d)y)"
_LENGTH = re.compile(
    rf"(?<![\w$€£.,])(?:{RANGE}\s*(?:\+|plus\b)?\s*-?\s*(?:(?:good|full|whole|solid|long|straight|more|short|entire|\w+(?=\s+years\b))\s+)?(?P<unit>{_UNIT})(?![\w])|(?P<bare>year|decade)(?=\s+and\s+a\s+half))"
    rf"(?P<half>\s+and\s+a\s+half)?(?:,?\s+(?:and\s+)?(?P<months>{NUMBER})\s*(?:months?|mos?)\b)?(?:\s+or\s+so\b)?(?:'s?|s')?",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"(?:\b(?:every|each|per|twice|once|times|hours?|hrs?|minutes?|mins?|dollars?|bucks|grand|thousand|million|days?|evenings?|nights?|mornings?)(?:\s+(?:of|for|on)\s+\w+)?|\d\s?(?:h|k)?|\d[.,]\d+)\s*$",
    re.IGNORECASE,
)
_RATE_AFTER = re.compile(r"\s*(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk|month|day|year)\b", re.IGNORECASE)
_OTHER_BEFORE = re.compile(
    r"\b(?:stay[- ]at[- ]home|homemaker|house ?(?:wife|husband)|unemployed|out of (?:work|the workforce|a job)|(?:live|lived|living|been) (?:here|in|near)\b(?!.{0,40}\b(?:it|industry|field|business|sector|retail|sales|trade|role|job|career)\b)"
    r"|(?:been|stayed|staying|at) home|married|sober|retired(?= for\b|\W*$)|in prison|in jail|requir\w+|asks? for|postings?)\b[^,;]*$|\btook\s+$|\bit (?:\w+ly )?takes\s+(?:about\s+)?$|\bsee (?:you|ya) in\s+$",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r"\s*-?\s*(?:ago|old|older|younger|later|at home|off|away|apart|gap|break|sabbatical|degree|diploma|program(?! plan)|course|college|contract|lease|mortgage|loan|of\s+(?:vacation|leave|pto|holidays?|notice|severance|sleep)|from retir\w+"
    r"|(?:un)?till?\s+(?:i\s+)?(?:retire\w*|my retire\w*)|before\s+(?:i\s+)?retir\w+|left until i retire)\b",
    re.IGNORECASE,
)
_FILLERS = r"(?:(?:the|a|about|around|roughly|maybe|perhaps|like|some|another|almost|nearly|approximately|at (?:the )?(?:most|least)|under|only|just|say|max|next|coming|following|of|to)\s+)*$"
_AHEAD_BEFORE = re.compile(
    rf"(?:\b(?:within|inside|in|(?:over|for|during)\s+the\s+(?:next|coming|following)|next|another|wait|longer\s+than|takes?|taken|(?:give|given|giving)\s+(?:me|myself|it)"
    rf"|(?:deadline|timeline|horizon|time\s?frame|time\s+limit|limit)(?:\s+(?:is|of))?:?|make\s+(?:it|that)|no\s+more\s+than|less\s+than|more\s+like|up\s+to"
    rf"|(?:stretch|push|extend|move|bump|change|set|spread)\w*\s+(?:[\w']+\s+){{0,4}}?(?:to|over|by))\s+|\s{{6,}}(?:for|over|and|during|across)\s+){_FILLERS}",
    re.IGNORECASE,
)
_AHEAD_AFTER = re.compile(
    r"[- ](?:\w+ )?(?:(?:career|study|learning) )?(?:plan|roadmap|timeline|horizon|deadline|window|program|schedule|path|goal|timeframe|limit)\b"
    r"|\s*(?:from\s+(?:now|today)|to\s+(?:get|go|do|prepare|study|make|become|learn|finish|spare|complete|reach|be|switch)\b|(?:at\s+)?(?:the\s+)?(?:most|max|maximum|tops|left)\b"
    r"|until\b|should\s+do|(?:is|are|would\s+be|should\s+be)\s+(?:fine|ok|okay|enough|plenty|good|realistic|ideal|my|all|what)\b|works\b|instead\b(?!\s+of))",
    re.IGNORECASE,
)
_EXPERIENCE_AFTER = re.compile(r"\s*(?:of\s+)?(?:\w+\s+)?(?:experience|exp)\b", re.IGNORECASE)
_BEHIND_AFTER = re.compile(
    r"\s*(?:\w+\s+){0,1}?(?:of\s+(?!time|study|learn)\w|as\b|experience\b|exp\b|under\s+(?:my|the|our)|behind\s+(?:me|my|the)|on\s+the\s+(?!plan)\w|in\s+(?!total|all)\w|in\W*(?:$|[,.;])"
    r"|at\b(?!\s+(?:the\s+)?(?:most|max))|with\b|already\b|and\s+counting|back\b|working|doing|teaching|driving|nursing|running|selling|cooking|building|managing|writing|coding)",
    re.IGNORECASE,
)
_BEHIND_BEFORE = re.compile(
    r"\b(?:been|spent|worked|working|was|did|after|for|(?:the\s+)?(?:last|past)|experience:?)\s+(?:[\w']+\s+){0,5}$",
    re.IGNORECASE,
)
_MAYBE_AHEAD = re.compile(
    rf"\b(?:have|have\s+got|got|need|needed|that|only|just|over|under|after|max|maximum|say)\s+{_FILLERS}",
    re.IGNORECASE,
)
# The hours before it were read and blanked out: "7 hours a week, five years".
_AFTER_HOURS = re.compile(r"\s{6,}[,;]?\s*(?:and\s+)?$")
_PLANS = re.compile(
    r"\b(?:plan|roadmap|done|finish\w*|ready|get\s+there|be\s+there|wrapped|goal|switch)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Length:
    """A length of time from `start` to `end` in the clause: `weeks`, or up to `most` weeks where a range was said."""

    start: int
    end: int
    weeks: float
    most: float
    unit: str
    weeks_of_unit: float
    standing: Standing


def find_lengths(text: str) -> list[Length]:
    """Every length of time in the clause, in its order, with what the words around it say it is."""
    return list(_lengths(text))


def is_of_life(text: str) -> bool:
    """Whether the words before a length of time or a year speak of something else than work ("at home since")."""
    return bool(_OTHER_BEFORE.search(text))


def _lengths(text: str) -> Iterator[Length]:
    for match in _LENGTH.finditer(text):
        low = parse_number(match["low"]) if match["low"] else 1.0
        unit = (match["unit"] or match["bare"])[:2].lower()
        one = _DECADE if unit == "de" else _WEEKS[unit[0]]
        beside = (one / 2 if match["half"] else 0.0) + (
            parse_number(match["months"]) * _WEEKS["m"] if match["months"] else 0.0
        )
        weeks = low * one + beside
        most = parse_number(match["high"]) * one + beside if match["high"] else weeks
        yield Length(match.start(), match.end(), weeks, most, unit[0], one, _standing(text, match, weeks))


def _standing(text: str, match: re.Match[str], weeks: float) -> Standing:
    before, after = text[: match.start()], text[match.end() :]
    few = weeks <= _A_FEW_YEARS
    a_rate = (match["low"] or "").lower() in ("a", "an") and _RATE_BEFORE.search(before)
    # In this order: what is said most surely comes first.
    readings: tuple[tuple[Standing, object], ...] = (
        ("other", a_rate or _RATE_AFTER.match(after) or is_of_life(before) or _OTHER_AFTER.match(after)),
        ("given up", is_negated(text, match.start(), match.end())),
        ("behind", _EXPERIENCE_AFTER.match(after)),
        ("ahead", _AHEAD_BEFORE.search(before) or _AHEAD_AFTER.match(after)),
        ("behind", _BEHIND_AFTER.match(after)),
        ("ahead", _AFTER_HOURS.search(before) and not after.strip(" .!")),
        ("ahead", few and _MAYBE_AHEAD.search(before)),
        ("behind", _BEHIND_BEFORE.search(before)),
        ("ahead", few and _PLANS.search(text)),
    )
    return next((standing for standing, said in readings if said), "open")
