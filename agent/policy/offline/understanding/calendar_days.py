"""Days and spans of days that a clause names: "in August", "the last two weeks of December", "from 20 December to 3 January"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from agent.month_names import month_number
from agent.policy.offline.understanding.calendar_months import month_end, month_span
from agent.policy.offline.understanding.calendar_names import easter, find_names, named_days, thanksgiving
from agent.policy.offline.understanding.quantities import NUMBER, parse_number

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s*(?:of\s+)?(?P<{0}>20\d\d))?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = (
    rf"(?P<part>early|mid(?:dle of)?|late|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end)\s+of|(?:the\s+)?(?:first|second|last|other)\s+half\s+of"
    rf"|(?:the\s+)?(?P<which>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>days?|weeks?|weekend)\s+(?:of|in))[\s-]+"
)
_POINT = re.compile(
    rf"(?P<iso>20\d\d-\d\d?-\d\d?)"
    rf"|(?:the\s+)?(?P<day_first>{_DAY})\s+(?:of\s+)?(?P<its_month>{_MONTH}){_YEAR.format('year_1')}"
    rf"|(?P<month_first>{_MONTH})\s+(?:the\s+)?(?P<its_day>{_DAY})(?!\d|[:.]\d|\s*(?:h\b|hrs?\b|hours?|a week|weeks?|%)){_YEAR.format('year_2')}"
    rf"|(?P<us>\d{{1,2}}/\d{{1,2}}(?:/(?:20)?\d\d)?)(?![\d/])"
    rf"|(?:the\s+)?week\s+(?:of|starting|beginning)\s+(?=(?:the\s+)?\d|{_MONTH})(?P<week>)"
    rf"|(?:{_PART})?(?:(?:next|this|the|all\s+of|whole\s+of|month\s+of)\s+)*(?P<month>{_MONTH}){_YEAR.format('year_3')}"
    r"|(?P<which_unit>this|next|coming|the\s+coming|the\s+next)\s+(?P<near>week(?:end)?|month|year)\b(?:\s+after\s+next(?P<after_next>))?"
    rf"|(?:the\s+)?(?:next|coming|following)\s+(?P<several>{NUMBER})\s+(?P<several_unit>days|weeks|months)\b"
    r"|(?:next\s+|this\s+|coming\s+)?(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b(?!s)"
    rf"|\bin\s+(?:about\s+|around\s+)?(?P<ahead>{NUMBER})\s+(?P<ahead_unit>days?|weeks?|months?)\b"
    r"|(?P<tomorrow>tomorrow)\b|(?P<easter>easter)(?:\s+(?:week|weekend|holidays?|break))?\b|(?P<thanksgiving>thanksgiving)(?:\s+(?:week|weekend|holidays?|break))?\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:not\s+)?(?:from|starting|beginning|as\s+of|since|after|until|till|til|before|by|up\s+to|in|during|for|over|throughout|on|at|all(?:\s+of)?|around|between|through|of|within|across|come|both|most\s+of|much\s+of|around)\s+)+(?:the\s+|this\s+|next\s+|whole\s+|entire\s+|all\s+|of\s+|month\s+)*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*,?\s*(?:-+|to|through|thru|till?|until|up\s+to|and|\.\.)\s*(?:the\s+)?", re.IGNORECASE
)
_BARE_BEFORE = re.compile(rf"(?:the\s+)?(?P<day>{_DAY})\s*(?:-|to|through|until|till|and)\s*$", re.IGNORECASE)
_BARE_AFTER = re.compile(
    rf"\s*(?:-|to|through|until|till|and)\s*(?:the\s+)?(?P<day>{_DAY})\b(?!\s*(?:h\b|hrs?\b|hours?|a week|weeks?|months?|%|[/:]))",
    re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:next|this|and|or|no|not|to|all of|whole of|month of)\s*$|-\s*$", re.IGNORECASE
)
_AFTER_MONTH = re.compile(
    rf"\s*(?:-|to|through|thru|until|till|and|or|,)\s*(?:{_MONTH})|\s+(?:off|out|is|isn't|doesn't|works|looks)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\s*,?\s*(?:on(?:wards?)?|forward|forth)\b(?!\s+(?:the|a|my)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Days:
    """Days from `first` to `last`, both included, at `start` to `end` in a clause: `text`, which begins with the preposition `lead`.

    `open`: said to go on from then ("from March on"). `range`: begin and end were both named. `near`: told from
    today on ("next week", "in two weeks"). `counted` says what a vague name was taken for.
    """

    first: date
    last: date
    start: int
    end: int
    lead: str = ""
    text: str = ""
    open: bool = False
    range: bool = False
    near: bool = False
    yearless: bool = True
    counted: str | None = None


def find_days(text: str, today: date) -> list[Days]:
    """All days that `text` names, in order; a day without a year is the next one that is not over on `today`."""
    joined: list[Days] = []
    for found in _points(text, today):
        before = joined[-1] if joined else None
        between = text[before.end : found.start] if before else ""
        if before and _BETWEEN.fullmatch(between) and _may_join(text[: before.start], before, between):
            joined.pop()
            if not (before.near and found.near):  # "Monday to Friday" is every week
                joined.append(_joined(before, found))
        else:
            joined.append(found)
    return [_led(text, each) for each in joined]


def _points(text: str, today: date) -> Iterator[Days]:
    whole_weeks = False
    matches = [*_POINT.finditer(text), *find_names(text)]
    taken = 0
    for match in sorted(matches, key=lambda each: (each.start(), -each.end())):
        if match.start() < taken:
            continue
        if match.re is _POINT and match["week"] is not None:
            whole_weeks = True
            start = match.start()
            continue
        span = _named_span(match, today) if match.re is not _POINT else _span(match, text, today)
        if span is None:
            continue
        found = _with_bare_days(text, span, taken)
        if whole_weeks:
            found = replace(found, last=found.first + timedelta(days=6), start=start)
            whole_weeks = False
        taken = found.end
        yield found


def _span(match: re.Match[str], text: str, today: date) -> Days | None:
    """What one match of _POINT means."""
    days = _dated(match, today) or _around(match, today)
    if days is None:
        return None
    first, last, yearless = days
    if match["month"] and _is_other_word(match, text):
        return None
    near = bool(match["near"] or match["several"] or match["ahead"] or match["weekday"])
    return Days(first, last, match.start(), match.end(), near=near, yearless=yearless)


def _is_other_word(match: re.Match[str], text: str) -> bool:
    """Whether "may" or "march" is a verb here: no preposition before it and no month after it."""
    if match["month"].lower() not in ("may", "march", "mar") or match["year_3"] or match["part"]:
        return False
    before, after = text[: match.start("month")], text[match.end() :]
    return not (_LEAD.search(before) or _BEFORE_MONTH.search(before) or _AFTER_MONTH.match(after))


def _dated(match: re.Match[str], today: date) -> tuple[date, date, bool] | None:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return _one(_date(year, month, day), yearless=False)
    if match["us"]:
        month, day, *rest = map(int, match["us"].split("/"))
        told = rest[0] % 100 + 2000 if rest else None
        return _one(_next(month, day, told, today), yearless=not rest)
    for day_name, month_name, year_name in (
        ("day_first", "its_month", "year_1"),
        ("its_day", "month_first", "year_2"),
    ):
        if match[day_name]:
            told = int(match[year_name]) if match[year_name] else None
            day = int(re.sub(r"\D", "", match[day_name]))
            return _one(_next(month_number(match[month_name]), day, told, today), yearless=told is None)
    return month_span(match, today) if match["month"] else None


def _one(day: date | None, *, yearless: bool) -> tuple[date, date, bool] | None:
    return (day, day, yearless) if day else None


def _around(match: re.Match[str], today: date) -> tuple[date, date, bool] | None:
    """Days that are told from today on, and feasts that move."""
    if match["near"]:
        return _near(match, today)
    for name, feast in (("easter", easter), ("thanksgiving", thanksgiving)):
        if match[name]:
            first, last = feast(today.year)
            return (first, last, True) if last >= today else (*feast(today.year + 1), True)
    if match["several"]:
        last = today + timedelta(days=amount_of_days(match["several"], match["several_unit"]) - 1)
        return today, last, False
    ahead = _ahead(match, today)
    return _one(today + timedelta(days=ahead), yearless=False) if ahead else None


def _ahead(match: re.Match[str], today: date) -> int:
    """How many days from today a single day is; 0 for none."""
    if match["ahead"]:
        return amount_of_days(match["ahead"], match["ahead_unit"])
    if match["weekday"]:
        return (_WEEKDAYS.index(match["weekday"][:3].lower()) - today.weekday()) % 7 or 7
    return 1 if match["tomorrow"] else 0


def amount_of_days(number: str, unit: str) -> int:
    """Days in an amount of time, ten years at most."""
    return min(
        round({"d": 1.0, "w": 7.0, "f": 14.0, "m": 30.4}[unit[0].lower()] * parse_number(number)), 3650
    )


def _near(match: re.Match[str], today: date) -> tuple[date, date, bool]:
    ahead = 0 if match["which_unit"].lower() == "this" else 2 if match["after_next"] is not None else 1
    unit = match["near"].lower()
    if unit == "month":
        month = today.month - 1 + ahead
        first = date(today.year + month // 12, month % 12 + 1, 1)
        return max(first, today), month_end(first), False
    if unit == "year":
        return date(today.year + ahead, 1, 1), date(today.year + ahead, 12, 31), False
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=ahead)
    if unit == "weekend":
        return monday + timedelta(days=5), monday + timedelta(days=6), False
    return max(monday, today), monday + timedelta(days=6), False


def _named_span(match: re.Match[str], today: date) -> Days:
    first, last = named_days(match, today)
    counted = f"“{match[0].strip()}” counted from {first.day} {first:%B} to {last.day} {last:%B %Y}"
    return Days(first, last, match.start(), match.end(), yearless=match["year"] is None, counted=counted)


def _with_bare_days(text: str, found: Days, taken: int) -> Days:
    """A second day of the same month beside it ("20 to 27 December", "Dec 20-27")."""
    if found.first != found.last:
        return found
    before = _BARE_BEFORE.search(text[taken : found.start])
    if before:
        day = _date(found.first.year, found.first.month, int(re.sub(r"\D", "", before["day"])))
        if day and day < found.first:
            return replace(found, first=day, range=True, start=taken + before.start())
    after = _BARE_AFTER.match(text, found.end)
    if after:
        day = _date(found.last.year, found.last.month, int(re.sub(r"\D", "", after["day"])))
        if day and day > found.last:
            return replace(found, last=day, range=True, end=after.end())
    return found


def _may_join(text_before: str, before: Days, between: str) -> bool:
    """July and August are one span; two days with "and" are one only after "between"."""
    if "and" not in between.lower() or before.first != before.last:
        return True
    return re.search(r"\bbetween\s+(?:the\s+)?$", text_before, re.IGNORECASE) is not None


def _joined(one: Days, other: Days) -> Days:
    first, last = one.first, other.last
    if last < first and other.yearless:
        last = _shifted(last, 1)
    elif one.yearless and not other.yearless:
        while first > last:
            first = _shifted(first, -1)
    return replace(
        one,
        range=True,
        first=first,
        last=max(first, last),
        end=other.end,
        counted=one.counted or other.counted,
    )


def _shifted(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def _led(text: str, found: Days) -> Days:
    """With the words before and after that say how the days are meant."""
    lead = _LEAD.search(text[: found.start])
    on = _ON.match(text, found.end)
    words_before = re.sub(r"\s+", " ", lead[0].lower().strip()) if lead else ""
    start, end = lead.start() if lead else found.start, on.end() if on else found.end
    return replace(found, start=start, end=end, text=text[start:end], lead=words_before, open=bool(on))


def _next(month: int, day: int, year: int | None, today: date) -> date | None:
    if not 1 <= month <= 12:
        return None
    found = _date(year or today.year, month, day)
    return _date(today.year + 1, month, day) if found and year is None and found < today else found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
