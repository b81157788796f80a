"""The time a person gives a plan: "in 6 months", "by December 2027"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from agent.month_names import month_number
from agent.policy.offline.understanding.lengths import WEEKS_A_YEAR, Length, find_lengths
from agent.policy.offline.understanding.quantities import blank

LONGEST = 20 * WEEKS_A_YEAR

_MONTH_NAME = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_SEASONS = {
    "spring": (3, 1),
    "summer": (6, 1),
    "fall": (9, 1),
    "autumn": (9, 1),
    "winter": (12, 1),
    "christmas": (12, 24),
    "new year": (1, 1),
}
_THIS_YEAR = re.compile(
    r"\b(?:in|within|over|next) (?:a|one|the next|the coming|this coming) (?P<unit>year|month)\b|\b(?:this time )?next (?P<next>year)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:by|before|until|till|no later than|due|deadline(?: is|:)?|ready (?:by|for|in)|starting|target(?: date)?(?: is|:)?|for|in)\s+(?P<end>(?:the\s+)?end\s+of\s+)?(?P<mid>mid[- ]?)?(?:the\s+)?(?:next\s+|this\s+|early\s+|late\s+)?"
    rf"(?:(?P<iso>20\d\d-\d\d?(?:-\d\d?)?)|(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH_NAME})\b\.?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*\d{{2}}))?(?:,?\s*(?P<year>20\d\d))?"
    r"|(?P<season>spring|summer|fall|autumn|winter|christmas|new year)(?:'s)?(?:\s+(?:of\s+)?(?P<season_year>20\d\d))?|(?P<only_year>20\d\d)|(?P<this>(?:the |this |next )?year(?:'s end)?|year-end))\b",
    re.IGNORECASE,
)  # fmt: skip
_SOON = timedelta(days=60)
_ROUGHLY = re.compile(
    r"(?:\b(?:give or take|about|around|roughly|maybe|perhaps|say|like|some|ok|okay|hmm)\b,?\s*)+$",
    re.IGNORECASE,
)
_LOOSE = frozenset({"for", "in", "starting"})


@dataclass(frozen=True)
class Horizon:
    """Weeks until the goal; `assumption` says which day a date was counted to."""

    weeks: int
    assumption: str | None = None


def find_horizon(text: str, today: date, *, expected: bool = False) -> tuple[Horizon | None, str]:
    """How long the person gives it, and the clause with it blanked out. "I have 10 years" is no horizon.

    `expected`: a horizon was asked for or just given up, so that any length of time is one.
    """
    for found in (_dated(text, today), _counted(text, expected=expected), _loosely(text)):
        if found is not None:
            horizon, span = found
            return horizon, blank(text, span)
    return None, text


def _dated(text: str, today: date) -> tuple[Horizon, tuple[int, int]] | None:
    for match in _BY.finditer(text):
        goal = _goal(match, today)
        weeks = (goal - today).days // 7 if goal else 0
        if goal and 0 < weeks <= LONGEST:
            return Horizon(weeks, f"counted to {goal:%d %B %Y}"), match.span()
    return None


def _counted(text: str, *, expected: bool) -> tuple[Horizon, tuple[int, int]] | None:
    for length in find_lengths(text):
        bare = length.standing == "open" and length.unit in "mw" and _is_alone(text, length)
        weeks = round(length.most)
        if (
            length.standing == "ahead" or bare or (expected and length.standing == "open")
        ) and 0 < weeks <= LONGEST:
            return Horizon(weeks), (length.start, length.end)
    return None


def _is_alone(text: str, length: Length) -> bool:
    before, after = _ROUGHLY.sub("", text[: length.start]).rstrip(), text[length.end :].lstrip()
    return (not before or before[-1] in ",;(") and (not after or after[0] in ",;.)!")


def _loosely(text: str) -> tuple[Horizon, tuple[int, int]] | None:
    """The weeks of "next year" and its like."""
    match = _THIS_YEAR.search(text)
    if match is None:
        return None
    unit = (match["unit"] or match["next"]).lower()
    return Horizon(4 if unit == "month" else WEEKS_A_YEAR), match.span()


def _goal(match: re.Match[str], today: date) -> date | None:
    """The first day of the named month or year, its last with "end of"; a date without a year is the next one."""
    loose = match[0].split(maxsplit=1)[0].lower() in _LOOSE
    if match["this"]:
        if re.search(r"\bnext\s+(?:the\s+)?year", match[0], re.IGNORECASE):
            return date(today.year + 1, 12, 31) if match["end"] or "end" in match["this"].lower() else None
        return date(today.year, 12, 31) if match["end"] or "end" in match["this"].lower() else None
    if match["iso"]:
        year, month, day = [*(int(part) for part in match["iso"].split("-")), 1][:3]
        return _date(year, month, day)
    if match["only_year"]:
        return _in_year(int(match["only_year"]), last=bool(match["end"] or loose), middle=bool(match["mid"]))
    said = match["year"] or match["season_year"]
    if loose and not said:
        return None
    goal = _date(int(said) if said else today.year, *_month_and_day(match))
    if goal and not said and goal <= today:
        goal = _date(goal.year + 1, goal.month, goal.day)
    if goal and match["season"] and re.search(r"\bnext\b", match[0], re.IGNORECASE) and goal - today < _SOON:
        goal = _date(goal.year + 1, goal.month, goal.day)  # "next Christmas", said in November
    return _month_end(goal) if goal and match["end"] else goal


def _in_year(year: int, *, last: bool, middle: bool) -> date:
    if last:
        return date(year, 12, 31)
    return date(year, 7, 1) if middle else date(year, 1, 1)


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    if match["season"]:
        return _SEASONS[match["season"].lower()]
    month = month_number(match["month"])
    day = match["first"] or match["day"]
    return month, int(day) if day else 15 if match["mid"] else 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
