"""The time a person gives a plan: "in 6 months", "by December 2027"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from agent.policy.offline.understanding.quantities import (
    NUMBER,
    RANGE,
    blank,
    is_negated,
    parse_number,
)

WEEKS_A_YEAR = 52
LONGEST = 20 * WEEKS_A_YEAR

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12, "christmas": 12, "new year": 1}
_UNIT = r"(?P<unit>days?|weeks?|wks?|months?|mos?|quarters?|years?|yrs?)"
_WEEKS = {"d": 1 / 7, "w": 1.0, "m": WEEKS_A_YEAR / 12, "q": 13.0, "y": float(WEEKS_A_YEAR)}

_AHEAD = re.compile(
    rf"\b(?:in|within|wait|longer than|another|over(?: the next| the coming)?|inside|under|after|next|for the next|have|have got|got|need|take|takes|give (?:me|myself)|deadline(?: is| of|:)?|timeline(?: is| of|:)?|horizon(?: is| of|:)?|timeframe(?: is| of|:)?|time frame(?: is| of|:)?|say|make it|make that|that|only|just|max|maximum)\s+"
    rf"(?:(?:the|a|next|coming|following|about|around|roughly|maybe|like|less than|more like|under|at most|only|just|say|max)\s+)*{RANGE}\s*-?\s*{_UNIT}(?P<tail>\s+and\s+a\s+half)?(?:\s+and\s+(?P<more>{NUMBER})\s+months?)?(?:'s?|s')?\b",
    re.IGNORECASE,
)  # fmt: skip
# What turns "I have 5 years" into a past ("of Python", "as a nurse").
_BEHIND = re.compile(
    r"\s+(?:of\s+(?!time|study|learn)\w|as\b|in\s+(?!total)\w+|at\b(?! most)|old|working|doing|now|experience|exp\b|already|teaching|driving|nursing|with\b|back|running|under my|left until i retire)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\s+(?:ago|of (?:\w+ )?experience)\b", re.IGNORECASE)
_AHEAD_OF_US = re.compile(r"^(?:in|within|over|inside|under|next|for the next)\b", re.IGNORECASE)
_LONG_PLAN = re.compile(
    rf"\b(?P<low>{NUMBER})[- ]{_UNIT}[- ](?:\w+ )?(?:(?:career|study|learning) )?(?:plan|roadmap|timeline|horizon|deadline|window|program|schedule|path|goal|timeframe|limit)\b",
    re.IGNORECASE,
)
_TO_GO = re.compile(
    rf"\b{RANGE}\s*{_UNIT}\s+(?:from now|to (?:get|go|do|prepare|study|make|become|learn|finish|spare)|(?:at )?(?:most|max|tops|left|maximum)|until|should do|is (?:fine|ok|okay|enough|plenty|good|realistic|my)|would be|works|tops|deadline)\b",
    re.IGNORECASE,
)
# What follows the hours that were read and blanked out: "8 hours a week for 3 years", "... and one year".
_AFTER_HOURS = re.compile(
    rf"\s{{6,}}(?:for|over|and|during|across)\s+{RANGE}\s*{_UNIT}(?P<tail>\s+and\s+a\s+half)?\b(?!\s*(?:of|as|in|at|exp))",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    rf"\b(?P<low>{NUMBER})[- ]?{_UNIT}(?P<tail>\s+and\s+a\s+half)?\b(?!\s*(?:ago|of|as|in|old|exp))",
    re.IGNORECASE,
)
_BARE_MONTHS = re.compile(
    rf"(?:^|,|;|\bat (?:the )?most|\bup to)\s*(?P<low>{NUMBER})\s*(?P<unit>months?|weeks?|wks?|mos?)\s*(?:$|[,;.]|max\b|tops\b)",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(
    r"\b(?:in|within|over|next) (?:a|one|the next|the coming|this coming) (?P<unit>year|month)\b|\b(?:this time )?next (?P<next>year)\b|\b(?:in )?half a year\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:by|before|until|till|no later than|due|deadline(?: is|:)?|ready (?:by|for|in)|starting|target(?: date)?(?: is|:)?|for|in)\s+(?P<end>(?:the\s+)?end\s+of\s+)?(?P<mid>mid[- ]?)?(?:the\s+)?(?:next\s+|this\s+|early\s+|late\s+)?"
    rf"(?:(?P<iso>20\d\d-\d\d?(?:-\d\d?)?)|(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH_NAME})\b\.?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*\d{{2}}))?(?:,?\s*(?P<year>20\d\d))?"
    r"|(?P<season>spring|summer|fall|autumn|winter|christmas|new year)(?:'s)?(?:\s+(?:of\s+)?(?P<season_year>20\d\d))?|(?P<only_year>20\d\d)|(?P<this>(?:the |this |next )?year(?:'s end)?|year-end))\b",
    re.IGNORECASE,
)  # fmt: skip
_LOOSE = frozenset({"for", "in", "starting"})


@dataclass(frozen=True)
class Horizon:
    """Weeks until the goal; `assumption` says which day a date was counted to."""

    weeks: int
    assumption: str | None = None


def find_horizon(text: str, today: date) -> tuple[Horizon | None, str]:
    """How long the person gives it, and the clause with it blanked out. "I have 10 years" is no horizon."""
    for found in (_dated(text, today), _counted(text), _loosely(text)):
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


def _counted(text: str) -> tuple[Horizon, tuple[int, int]] | None:
    for pattern in (_LONG_PLAN, _AHEAD, _TO_GO, _AFTER_HOURS, _BARE_MONTHS):
        for match in pattern.finditer(text):
            weeks = _weeks(match)
            passed_over = is_negated(text, match.start("low"), match.end()) or (
                pattern is _AHEAD and _is_behind(text, match, weeks)
            )
            if not passed_over and 0 < weeks <= LONGEST:
                return Horizon(weeks), match.span()
    return None


def _loosely(text: str) -> tuple[Horizon, tuple[int, int]] | None:
    """A bare length beside the word plan, or "next year" and its like."""
    length = _LENGTH.search(text) if re.search(r"\b(?:plan|roadmap)\b", text, re.IGNORECASE) else None
    if length and 0 < _weeks(length) <= LONGEST:
        return Horizon(_weeks(length)), length.span()
    match = _THIS_YEAR.search(text)
    if match is None:
        return None
    unit = (match["unit"] or match["next"] or "half").lower()
    return Horizon({"month": 4, "half": WEEKS_A_YEAR // 2}.get(unit, WEEKS_A_YEAR)), match.span()


def _is_behind(text: str, match: re.Match[str], weeks: int) -> bool:
    """Whether a length of time is experience after all."""
    after = text[match.end() :]
    if _AHEAD_OF_US.match(match[0]):
        return bool(_PAST.match(after))
    return bool(_BEHIND.match(after) or _PAST.match(after)) or weeks > 2 * WEEKS_A_YEAR


def _weeks(match: re.Match[str]) -> int:
    groups = match.groupdict()
    amount = parse_number(groups.get("high") or groups["low"]) + (0.5 if groups.get("tail") else 0.0)
    more = parse_number(groups["more"]) * _WEEKS["m"] if groups.get("more") else 0.0
    return round(amount * _WEEKS[groups["unit"][0].lower()] + more)


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
    return _month_end(goal) if goal and match["end"] else goal


def _in_year(year: int, *, last: bool, middle: bool) -> date:
    if last:
        return date(year, 12, 31)
    return date(year, 7, 1) if middle else date(year, 1, 1)


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    if match["season"]:
        return _SEASONS[match["season"].lower()], 1
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    day = match["first"] or match["day"]
    return month, int(day) if day else 15 if match["mid"] else 1


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
