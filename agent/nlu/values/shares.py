"""A share of the usual hours: "half the hours in june", "twice as much time", "cut my hours by a third"."""

import re
from dataclasses import dataclass
from datetime import date

from agent.nlu.values.dates import Days, find_days

_SHARES = {
    "half": 1 / 2, "halve": 1 / 2, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "a quarter": 1 / 4,
    "one quarter": 1 / 4, "three quarters": 3 / 4, "double": 2.0, "twice": 2.0, "triple": 3.0, "three times": 3.0,
}  # fmt: skip
_SHARE = rf"(?P<share>{'|'.join(sorted(_SHARES, key=len, reverse=True))}|(?P<cent>\d{{1,3}})\s?(?:%|percent))"
_HOURS = r"(?:(?:weekly|usual|normal|study)\s+)*(?:hours|hrs)"
_WHOSE = r"(?:the|my|those|these|our|that|as\s+many|as\s+much)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_SHARE}\s+(?:of\s+)?{_WHOSE}\s+{_HOURS}\b",
        rf"\b{_HOURS}\s+(?:(?P<cut>by)|in|to)\s+{_SHARE}(?!\s+an?\b)\b",
        # Half the time is another finish, and half time a kind of job: hours they are only for days.
        rf"\b{_SHARE}(?:\s+(?:of\s+)?{_WHOSE}\s+|[\s-])(?:study\s+)?time\b",
    )
)
_WITHIN = re.compile(r"[^.!?;,]{0,24}")  # what stands between a share and the days it is for


@dataclass(frozen=True)
class Share:
    """`of` the usual hours, on `days` or (None) from now on; told from `start` to `end` in the text."""

    of: float
    days: Days | None
    start: int
    end: int


def find_shares(text: str, today: date) -> list[Share]:
    """All shares of the usual hours that a text tells, each with the days named beside it."""
    days = find_days(text, today)
    return [
        _with_days(match, days, text)
        for pattern in _PATTERNS
        for match in pattern.finditer(text)
        if match.re is not _PATTERNS[-1] or _beside(match, days, text)
    ]


def _with_days(match: re.Match[str], days: list[Days], text: str) -> Share:
    of = int(match["cent"]) / 100 if match["cent"] else _SHARES[match["share"].casefold()]
    of = 1 - of if match.groupdict().get("cut") and of < 1 else of
    found = _beside(match, days, text)
    if found is None:
        return Share(of, None, *match.span())
    return Share(of, found, min(match.start(), found.start), max(match.end(), found.end))


def _beside(match: re.Match[str], days: list[Days], text: str) -> Days | None:
    """The days right behind it, else right before it."""
    behind = (each for each in days if each.start >= match.end())
    ahead = (each for each in reversed(days) if each.end <= match.start())
    near = [each for each in behind if _WITHIN.fullmatch(text, match.end(), each.start)]
    near += [each for each in ahead if _WITHIN.fullmatch(text, each.end, match.start())]
    return next(iter(near), None)
