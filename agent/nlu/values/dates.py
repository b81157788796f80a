"""Days and spans of days: "in August", "mid may", "the last two weeks of december", "by the end of Q2", "Easter 2027"."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from agent.nlu.values.durations import counted_weeks, parse_weeks
from agent.nlu.values.feasts import Span, find_feast, fixed, in_year
from agent.nlu.values.numbers import DAYS, NUMBER, ORDINALS, month_number, parse_number

_MONTH = r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
# Behind an ordinal these count something else than the days of a month: "10th grade".
_OF_NO_MONTH = r"(?!\s+(?:grade|graders?|floor|percentile|anniversary|birthday|time|try|round|street|avenue|class|step|part|milestone|week)\b)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s*(?:of\s+)?(?P<year>20\d\d)\b)?"
_WHICH = "|".join(ORDINALS) + "|1st|2nd|3rd|4th"
_BETWEEN = re.compile(
    r"^\s*,?\s*(?:-+|\u2013|to|through|thru|till?|until|and|bis)\s*(?:the\s+|about\s+|around\s+)?$",
    re.IGNORECASE,
)
_FROM_NUMBER = re.compile(rf"(?P<nth>{_NTH})\s*(?:-|\u2013|to|till?|until|through|and)\s*$", re.IGNORECASE)
_TO_NUMBER = re.compile(
    rf"^\s*(?:-|\u2013|to|till?|until|through)\s*(?:the\s+)?(?P<nth>{_NTH})\b(?!\s*(?:h\b|hrs?|hours?))",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    r"\b(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?s?\b", re.IGNORECASE
)
_WEEKEND = re.compile(r"\bweekends?\b", re.IGNORECASE)
_A_YEAR, _HALF_A_YEAR = timedelta(days=365), timedelta(days=180)
_AFTER = re.compile(r"\b(?:after|once|until|till|over|ends?)\b", re.IGNORECASE)
_A_WEEK, _WEEKEND_DAYS = 7, (5, 6)
_BEGINS = re.compile(r"\W*(?:from|starting|beginning|as of)\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:to|till?|until|through|thru|now|today)\b|[-\u2013]", re.IGNORECASE)
# What stands ahead of a month and of no verb, or nothing does.
_AHEAD_OF_MAY = re.compile(
    r"(?:^|[-\u2013,;:(]|\b(?:in|by|of|until|till?|since|from|through|thru|before|after|to|and|or|for|all|this|next|last|mid|early|late"
    r"|during|around|about|is|starting|skip|whole|month))\s*$",
    re.IGNORECASE,
)
_DAY, _WEEK, _SOON = timedelta(days=1), timedelta(days=7), timedelta(days=14)
# Meteorological seasons, as people in the northern half speak of them; the first day is when they begin.
_SEASONS = {
    "spring": fixed((3, 1), (5, 31)),
    "summer": fixed((6, 1), (8, 31)),
    "fall": fixed((9, 1), (11, 30)),
    "autumn": fixed((9, 1), (11, 30)),
    "winter": fixed((12, 1), (2, 28)),
}


@dataclass(frozen=True)
class Days:
    """Days from `first` to `last`, both included, told at `start` to `end` in the text."""

    first: date
    last: date
    start: int
    end: int


def find_days(text: str, today: date) -> list[Days]:
    """The days a span names, in its order, each the next one that is not over; ranges are joined."""
    found = [Days(*feast) for feast in find_feast(text, today)]
    for pattern, days_of in _PATTERNS:
        for match in pattern.finditer(text):
            taken = any(days.start < match.end() and match.start() < days.end for days in found)
            if span := None if taken else _span(days_of, match, today):
                found.append(_widened(Days(*span, *match.span()), text))
    return _joined(sorted(found, key=lambda days: days.start), text)


def parse_deadline(text: str, today: date) -> date | None:
    """The day by which something is to be done: a length from today, else the first day named ("end of": the last)."""
    if not (days := find_days(text, today)):
        return _ahead(text, today)
    ends = re.search(r"\b(?:end|late|through|eoy|eom)\b|year-?end", text, re.IGNORECASE)
    day = days[-1].last if ends else days[0].first
    if day > today:
        return day
    # What runs already ends as a deadline, or is the next one of its kind.
    return days[-1].last if days[-1].last - today > _SOON else day.replace(year=day.year + 1)


def is_beginning(text: str) -> bool:
    """Whether a span tells from when on, and not until when ("from January")."""
    return _BEGINS.match(text) is not None and not _ENDS.search(text)


def parse_start(text: str, today: date) -> date | None:
    """The day on which somebody begins: of "after X" the day after it, and of a holiday the first workday then."""
    if not (days := find_days(text, today)):
        return _ahead(text, today)
    feast = any(start == days[-1].start for _, _, start, _ in find_feast(text, today))
    if not _AFTER.search(text) or not (feast or days[-1].last > days[-1].first):
        return max(today, days[0].first)
    first = max(today, days[-1].last + _DAY)
    return first + _DAY * (_A_WEEK - first.weekday()) if feast and first.weekday() in _WEEKEND_DAYS else first


def _ahead(text: str, today: date) -> date | None:
    """The day that a length of time ends on."""
    weeks = counted_weeks(text) or parse_weeks(text)
    return today + timedelta(weeks=weeks) if weeks else None


def _span(days_of: "_DaysOf", match: re.Match[str], today: date) -> Span | None:
    try:
        return days_of(match, today)
    except (ValueError, OverflowError):
        return None


def _iso(match: re.Match[str], _today: date) -> Span:
    return (date.fromisoformat(match["iso"]),) * 2


def _day(match: re.Match[str], today: date) -> Span:
    month, day = month_number(match["month"]) or 0, _digits(match["day"])
    return in_year(match["year"], lambda year: (date(year, month, day),) * 2, today)


def _slash(match: re.Match[str], today: date) -> Span:
    year = match["y"] and f"20{match['y'][-2:]}"
    return in_year(year, lambda year: (date(year, int(match["m"]), int(match["d"])),) * 2, today)


def _whole_month(match: re.Match[str], today: date) -> Span:
    month = month_number(match["month"]) or 0
    return in_year(match["year"], lambda year: (date(year, month, 1), month_end(date(year, month, 1))), today)


def _month(match: re.Match[str], today: date) -> Span:
    if match[0] == "may" and not _AHEAD_OF_MAY.search(match.string[: match.start()]):
        raise ValueError  # the verb: "the slides may go"
    first, last = _whole_month(match, today)
    part = (match["part"] or "").casefold()
    if part.startswith(("early", "beginning", "start")):
        return first, first.replace(day=10)
    if part.startswith("mid"):
        return first.replace(day=11), first.replace(day=20)
    return first.replace(day=21) if part.startswith(("late", "end")) else first, last


def _part(match: re.Match[str], today: date) -> Span:
    first, last = _whole_month(match, today)
    place = ORDINALS.get(match["which"].casefold()) or int(match["which"][0])
    if match["unit"].casefold() == "half":
        middle = 15 if place == 1 else month_end(first).day
        over = not match["year"] and first.replace(day=middle) < today
        first = first.replace(year=first.year + over)
        return (first, first.replace(day=15)) if place == 1 else (first.replace(day=16), month_end(first))
    count = round(parse_number(match["count"])) if match["count"] else 1
    length = count * (_DAY if match["unit"].casefold().startswith("day") else _WEEK)
    if place < 0:
        return max(first, last - length + _DAY), last
    begin = first + length * (place - 1)
    return begin, min(last, begin + length - _DAY)


def _quarter(match: re.Match[str], today: date) -> Span:
    last = 3 * int(match["q"])
    return in_year(
        match["year"], lambda year: (date(year, last - 2, 1), month_end(date(year, last, 1))), today
    )


def _season(match: re.Match[str], today: date) -> Span:
    days = _SEASONS[match["season"].casefold()]
    found = in_year(match["year"], days, today)
    runs = match["next"] and not match["year"] and found[0] <= today
    return days(found[0].year + 1) if runs else found


def _yearend(match: re.Match[str], today: date) -> Span:
    return (date(today.year + (match["after"] is not None), 12, 31),) * 2


def _whole_year(match: re.Match[str], _today: date) -> Span:
    year = int(match["year"])
    return (date(year, 7, 1),) * 2 if match["mid"] else (date(year, 1, 1), date(year, 12, 31))


def _near(match: re.Match[str], today: date) -> Span:
    unit, ahead = match["near"].casefold(), match["next"].casefold() != "this"
    if unit == "year":
        year = today.year + ahead
        return max(today, date(year, 1, 1)), date(year, 12, 31)
    if unit == "month":
        first = month_end(today) + _DAY if ahead else today
        return first, month_end(first)
    monday = today - _DAY * today.weekday() + _WEEK * ahead
    return monday + 5 * _DAY if unit == "weekend" else max(today, monday), monday + 6 * _DAY


def _weekday(match: re.Match[str], today: date) -> Span:
    wanted = DAYS.index(match["weekday"][:3].casefold())
    return (today + _DAY * ((wanted - today.weekday() - 1) % 7 + 1),) * 2


def _named(match: re.Match[str], today: date) -> Span:
    ahead = {"today": 0, "tonight": 0, "day after tomorrow": 2}.get(match["named"].casefold(), 1)
    return (today + _DAY * ahead,) * 2


def _nth(match: re.Match[str], today: date) -> Span:
    number = 1 if match["nth"].casefold() == "first" else _digits(match["nth"])
    day = today.replace(day=number)
    if day < today or "next month" in match[0].casefold():
        day = (month_end(today) + _DAY).replace(day=number)
    return (day,) * 2


_DaysOf = Callable[[re.Match[str], date], Span]
# In the order in which they are looked for: a span that is read is not read again.
_PATTERNS: tuple[tuple[re.Pattern[str], _DaysOf], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), days_of)
    for days_of, pattern in (
        (_iso, r"\b(?P<iso>20\d\d-\d\d-\d\d)\b"),
        (_day, rf"\b(?:the\s+)?(?P<day>{_NTH})\s+(?:of\s+)?(?P<month>{_MONTH}){_YEAR}"),
        (_day, rf"\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_NTH})\b(?!\s*(?:h\b|hrs?|hours?|weeks?)){_YEAR}"),
        (_slash, r"(?<![\d/])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])"),
        (
            _part,
            rf"\b(?P<which>{_WHICH})\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>days?|weeks?|weekend|half)\s+(?:of|in)\s+(?:the\s+)?(?P<month>{_MONTH}){_YEAR}",
        ),
        (_month, rf"\b(?:(?P<part>early|mid|late|end\s+of|beginning\s+of|start\s+of|middle\s+of)[\s-]+)?(?P<month>{_MONTH}){_YEAR}"),
        (_quarter, r"\b(?P<part>end\s+of\s+)?q(?P<q>[1-4])(?:\s*,?\s*(?P<year>20\d\d))?\b"),
        (_season, r"\b(?P<next>next\s+)?(?P<season>spring|summer|fall(?!\s+(?:asleep|behind|apart|off|short|back|down|ill))|autumn|winter)\b(?:\s+(?P<year>20\d\d))?"),
        (_yearend, r"\b(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next(?P<after>)\s+)?year\b|\b(?:year[\s-]?end|eoy)\b"),
        (_whole_year, r"\b(?P<end>(?:end|late)\s+(?:of\s+)?)?(?P<mid>mid[\s-]*)?(?P<year>20[2-6]\d)\b"),
        (_near, r"\b(?P<next>next|this|coming)\s+(?P<near>week(?:end)?|month|year)\b"),
        (_weekday, r"\b(?P<next>next\s+)?(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"),
        (_named, r"\b(?P<named>today|tonight|tomorrow|tmrw|tmr|day after tomorrow)\b"),
        (_nth, rf"\b(?:the\s+)?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|first)(?:\s+of\s+(?:the|next)\s+month)?\b{_OF_NO_MONTH}"),
    )
)  # fmt: skip


def _widened(days: Days, text: str) -> Days:
    """With a bare number before or after as the other end ("4th to 22nd December", "March 3 to 9")."""
    if days.first == days.last and (match := _FROM_NUMBER.search(text[: days.start])):
        number = _digits(match["nth"])
        if 0 < number <= days.last.day:
            return replace(days, first=days.first.replace(day=number), start=match.start())
    if days.first == days.last and (match := _TO_NUMBER.match(text[days.end :])):
        number = _digits(match["nth"])
        if days.first.day < number <= month_end(days.first).day:
            return replace(days, last=days.first.replace(day=number), end=days.end + match.end())
    return days


def _joined(found: list[Days], text: str) -> list[Days]:
    """Two days with "to" between them as one span; an end before its beginning is of the next year."""
    joined: list[Days] = []
    for days in found:
        before = joined[-1] if joined else None
        if before and _BETWEEN.match(text[before.end : days.start]):
            first, last = before.first, days.last
            if first - last > _HALF_A_YEAR and first - _A_YEAR < last:
                first -= (
                    _A_YEAR  # it runs already: "Black Friday through New Year", said on the Sunday between
                )
            while last < first:
                last = last.replace(year=last.year + 1)
            joined[-1] = Days(first, last, before.start, days.end)
        elif not before or days.start >= before.end:
            joined.append(days)
        elif days.first == before.last < days.last:  # the end took the number of the beginning for its own
            joined[-1] = Days(before.first, days.last, before.start, days.end)
    return joined


def weekdays_in(text: str) -> set[int]:
    """The days of the week that a text names, Monday as 0; a weekend is two."""
    named = {DAYS.index(match["weekday"][:3].casefold()) for match in _WEEKDAYS.finditer(text)}
    return named | ({5, 6} if _WEEKEND.search(text) else set())


def only_on(weekdays: set[int], first: date, last: date) -> list[Span]:
    """Of the days from `first` to `last` the runs that fall on these days of the week."""
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    found: list[Span] = []
    for day in (each for each in days if each.weekday() in weekdays):
        goes_on = found and found[-1][1] + _DAY == day
        found = [*found[:-1], (found[-1][0], day)] if goes_on else [*found, (day, day)]
    return found


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))
