"""Days and spans of days: "in August", "mid may", "the last two weeks of december", "by the end of Q2", "Easter 2027"."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.feasts import find_feast
from agent.nlu.values.numbers import DAYS, NUMBER, ORDINALS, month_number, parse_number

_MONTH = r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s*(?:of\s+)?(?P<year>20\d\d)\b)?"
_WHICH = "|".join(ORDINALS) + "|1st|2nd|3rd|4th"
_PATTERNS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("iso", r"\b(?P<iso>20\d\d-\d\d-\d\d)\b"),
        ("day", rf"\b(?:the\s+)?(?P<day>{_NTH})\s+(?:of\s+)?(?P<month>{_MONTH}){_YEAR}"),
        ("day", rf"\b(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_NTH})\b(?!\s*(?:h\b|hrs?|hours?|weeks?)){_YEAR}"),
        ("slash", r"(?<![\d/])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?(?![\d/])"),
        (
            "part",
            rf"\b(?P<which>{_WHICH})\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>days?|weeks?|weekend|half)\s+(?:of|in)\s+(?:the\s+)?(?P<month>{_MONTH}){_YEAR}",
        ),
        ("month", rf"\b(?:(?P<part>early|mid|late|end\s+of|beginning\s+of|start\s+of|middle\s+of)[\s-]+)?(?P<month>{_MONTH}){_YEAR}"),
        ("quarter", r"\b(?P<part>end\s+of\s+)?q(?P<q>[1-4])(?:\s*,?\s*(?P<year>20\d\d))?\b"),
        ("season", r"\b(?P<next>next\s+)?(?P<season>spring|summer|fall|autumn|winter)\b(?:\s+(?P<year>20\d\d))?"),
        ("yearend", r"\b(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next(?P<after>)\s+)?year\b|\b(?:year[\s-]?end|eoy)\b"),
        ("year", r"\b(?P<end>(?:end|late)\s+(?:of\s+)?)?(?P<mid>mid[\s-]*)?(?P<year>20[2-6]\d)\b"),
        ("near", r"\b(?P<next>next|this|coming)\s+(?P<near>week(?:end)?|month|year)\b"),
        ("weekday", r"\b(?P<next>next\s+)?(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"),
        ("named", r"\b(?P<named>today|tonight|tomorrow|tmrw|tmr|day after tomorrow)\b"),
        ("nth", r"\b(?:the\s+)?(?P<nth>\d{1,2}(?:st|nd|rd|th)|first)(?:\s+of\s+(?:the|next)\s+month)?\b"),
    )
)  # fmt: skip
_BETWEEN = re.compile(
    r"^\s*,?\s*(?:-+|\u2013|to|through|thru|till?|until|and|bis)\s*(?:the\s+|about\s+|around\s+)?$",
    re.IGNORECASE,
)
_FROM_NUMBER = re.compile(rf"(?P<nth>{_NTH})\s*(?:-|\u2013|to|till?|until|through|and)\s*$", re.IGNORECASE)
_TO_NUMBER = re.compile(
    rf"^\s*(?:-|\u2013|to|till?|until|through)\s*(?:the\s+)?(?P<nth>{_NTH})\b(?!\s*(?:h\b|hrs?|hours?))",
    re.IGNORECASE,
)
_SOON = timedelta(days=14)
# Meteorological seasons, as people in the northern half speak of them; the first day is when they begin.
_SEASONS = {
    "spring": (3, 1, 5, 31),
    "summer": (6, 1, 8, 31),
    "fall": (9, 1, 11, 30),
    "autumn": (9, 1, 11, 30),
    "winter": (12, 1, 2, 28),
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
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            taken = any(days.start < match.end() and match.start() < days.end for days in found)
            span = None if taken else _span(name, match, today)
            if span:
                found.append(_widened(Days(*span, *match.span()), text))
    return _joined(sorted(found, key=lambda days: days.start), text)


def parse_deadline(text: str, today: date) -> date | None:
    """The day by which something is to be done: a length from today, else the first day named ("end of": the last)."""
    days = find_days(text, today)
    if not days:
        weeks = parse_weeks(text)
        return today + timedelta(weeks=weeks) if weeks else None
    ends = re.search(r"\b(?:end|late|through|eoy|eom)\b|year-?end", text, re.IGNORECASE)
    day = days[-1].last if ends else days[0].first
    if day > today:
        return day
    # What runs already ends as a deadline, or is the next one of its kind.
    return days[-1].last if days[-1].last - today > _SOON else day.replace(year=day.year + 1)


def parse_start(text: str, today: date) -> date | None:
    """The day on which somebody begins: of "after X" the day after it."""
    days = find_days(text, today)
    if not days:
        weeks = parse_weeks(text)
        return today + timedelta(weeks=weeks) if weeks else None
    after = re.search(r"\b(?:after|once|until|till|over|ends?)\b", text, re.IGNORECASE)
    return max(
        today,
        days[-1].last + timedelta(days=1) if after and days[-1].last > days[-1].first else days[0].first,
    )


def _span(name: str, match: re.Match[str], today: date) -> tuple[date, date] | None:
    try:
        return _SPANS[name](match, today)
    except (ValueError, OverflowError):
        return None


def _iso(match: re.Match[str], _today: date) -> tuple[date, date]:
    day = date.fromisoformat(match["iso"])
    return day, day


def _day(match: re.Match[str], today: date) -> tuple[date, date]:
    month, number = month_number(match["month"]) or 0, int(re.sub(r"\D", "", match["day"]))
    day = _coming(month, number, match["year"], today)
    return day, day


def _slash(match: re.Match[str], today: date) -> tuple[date, date]:
    year = match["y"] and (match["y"] if len(match["y"]) == 4 else f"20{match['y']}")
    day = _coming(int(match["m"]), int(match["d"]), year, today)
    return day, day


def _month(match: re.Match[str], today: date) -> tuple[date, date]:
    first, last = _month_days(match, today)
    part = (match["part"] or "").casefold()
    if part.startswith(("early", "beginning", "start")):
        return first, first.replace(day=10)
    if part.startswith("mid"):
        return first.replace(day=11), first.replace(day=20)
    if part.startswith(("late", "end")):
        return first.replace(day=21), last
    return first, last


def _part(match: re.Match[str], today: date) -> tuple[date, date]:
    first, last = _month_days(match, today)
    if not match["year"] and last < today:
        first, last = first.replace(year=first.year + 1), month_end(first.replace(year=first.year + 1))
    which = match["which"].casefold()
    place = ORDINALS.get(which) or int(which[0])
    if match["unit"].casefold() == "half":
        half = (first, first.replace(day=15)) if place == 1 else (first.replace(day=16), last)
        late = not match["year"] and half[1] < today
        return (half[0].replace(year=first.year + 1), half[1].replace(year=first.year + 1)) if late else half
    count = round(parse_number(match["count"])) if match["count"] else 1
    length = count * (1 if match["unit"].casefold().startswith("day") else 7)
    if place < 0:
        return max(first, last - timedelta(days=length - 1)), last
    begin = first + timedelta(days=length * (place - 1))
    return begin, min(last, begin + timedelta(days=length - 1))


def _month_days(match: re.Match[str], today: date) -> tuple[date, date]:
    first = date(int(match["year"] or today.year), month_number(match["month"]) or 0, 1)
    if not match["year"] and month_end(first) < today:
        first = first.replace(year=first.year + 1)
    return first, month_end(first)


def _quarter(match: re.Match[str], today: date) -> tuple[date, date]:
    first = date(int(match["year"] or today.year), 3 * int(match["q"]) - 2, 1)
    last = month_end(first.replace(month=first.month + 2))
    if not match["year"] and last < today:
        first, last = first.replace(year=first.year + 1), last.replace(year=last.year + 1)
    return first, last


def _season(match: re.Match[str], today: date) -> tuple[date, date]:
    first_month, first_day, last_month, last_day = _SEASONS[match["season"].casefold()]
    year = int(match["year"] or today.year)
    first = date(year, first_month, first_day)
    last = date(year + (last_month < first_month), last_month, last_day)
    runs = first <= today
    while not match["year"] and (last < today or (match["next"] and runs)):
        first, last, runs = first.replace(year=first.year + 1), last.replace(year=last.year + 1), False
    return first, last


def _yearend(match: re.Match[str], today: date) -> tuple[date, date]:
    day = date(today.year + (match["after"] is not None), 12, 31)
    return day, day


def _whole_year(match: re.Match[str], _today: date) -> tuple[date, date]:
    year = int(match["year"])
    if match["mid"]:
        return date(year, 7, 1), date(year, 7, 1)
    return date(year, 1, 1), date(year, 12, 31)


def _near(match: re.Match[str], today: date) -> tuple[date, date]:
    unit, ahead = match["near"].casefold(), match["next"].casefold() != "this"
    if unit == "year":
        year = today.year + ahead
        return max(today, date(year, 1, 1)), date(year, 12, 31)
    if unit == "month":
        first = (today.replace(day=28) + timedelta(days=4)).replace(day=1) if ahead else today
        return first, month_end(first)
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * ahead)
    return (monday + timedelta(days=5) if unit == "weekend" else max(today, monday)), monday + timedelta(
        days=6
    )


def _weekday(match: re.Match[str], today: date) -> tuple[date, date]:
    wanted = DAYS.index(match["weekday"][:3].casefold())
    day = today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    return day, day


def _named(match: re.Match[str], today: date) -> tuple[date, date]:
    name = match["named"].casefold()
    day = today + timedelta(days={"today": 0, "tonight": 0, "day after tomorrow": 2}.get(name, 1))
    return day, day


def _nth(match: re.Match[str], today: date) -> tuple[date, date]:
    number = 1 if match["nth"].casefold() == "first" else int(re.sub(r"\D", "", match["nth"]))
    day = today.replace(day=number)
    if day < today or "next month" in match[0].casefold():
        day = (today.replace(day=28) + timedelta(days=4)).replace(day=number)
    return day, day


_SPANS = {
    "iso": _iso,
    "day": _day,
    "slash": _slash,
    "part": _part,
    "month": _month,
    "quarter": _quarter,
    "season": _season,
    "yearend": _yearend,
    "year": _whole_year,
    "near": _near,
    "weekday": _weekday,
    "named": _named,
    "nth": _nth,
}


def _coming(month: int, day: int, year: str | None, today: date) -> date:
    found = date(int(year or today.year), month, day)
    return found if year or found >= today else found.replace(year=found.year + 1)


def _widened(days: Days, text: str) -> Days:
    """With a bare number before or after as the other end ("4th to 22nd December", "March 3 to 9")."""
    if days.first == days.last and (match := _FROM_NUMBER.search(text[: days.start])):
        first = days.first.replace(day=int(re.sub(r"\D", "", match["nth"])))
        if first <= days.last:
            return replace(days, first=first, start=match.start())
    if days.first == days.last and (match := _TO_NUMBER.match(text[days.end :])):
        number = int(re.sub(r"\D", "", match["nth"]))
        if days.first.day < number <= month_end(days.first).day:
            return replace(days, last=days.first.replace(day=number), end=days.end + match.end())
    return days


def _joined(found: list[Days], text: str) -> list[Days]:
    """Two days with "to" between them as one span; an end before its beginning is of the next year."""
    joined: list[Days] = []
    for days in found:
        before = joined[-1] if joined else None
        if before and _BETWEEN.match(text[before.end : days.start]):
            last = days.last
            while last < before.first:
                last = last.replace(year=last.year + 1)
            joined[-1] = Days(before.first, last, before.start, days.end)
        elif not before or days.start >= before.end:
            joined.append(days)
    return joined


def month_end(day: date) -> date:
    """The last day of its month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
