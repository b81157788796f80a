"""Times of a year that have a name: seasons, holidays, and the feasts that move."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from agent.policy.offline.understanding.cues import spaced
from prompts import words


def find_names(text: str) -> Iterator[re.Match[str]]:
    """All names that `prompts/words/calendar.yaml` lists with their days."""
    for pattern, _, _ in _names():
        yield from pattern.finditer(text)


def named_days(match: re.Match[str], today: date) -> tuple[date, date]:
    """First and last day of a name that `find_names` found: the next ones that are not over."""
    _, *days = next(row for row in _names() if row[0] is match.re)
    year = int(match["year"]) if match["year"] else today.year
    first, last = (date(year, *map(int, day.split("-"))) for day in days)
    if last < first:
        last = last.replace(year=year + 1)
    while match["year"] is None and last < today:
        first, last = first.replace(year=first.year + 1), last.replace(year=last.year + 1)
    return first, last


@cache
def _names() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    # "My summer vacation is 19 July to 6 August" tells the days itself.
    elsewhere = r"(?!\s*(?:is|are|will be|runs|goes|from|:)\s+(?:from\s+)?(?:the\s+)?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    year = r"(?:\s+(?:of\s+)?(?P<year>20\d\d))?"
    return tuple(
        (
            re.compile(rf"(?:next\s+|this\s+)?(?:the\s+)?{spaced(name)}\b{year}{elsewhere}", re.IGNORECASE),
            first,
            last,
        )
        for name, first, last in words("calendar")["named"]
    )


def easter(year: int) -> tuple[date, date]:
    """Good Friday to Easter Monday (the Gregorian reckoning in Gauss's form, as Meeus gives it)."""
    golden, century = year % 19, year // 100
    full = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - full - year % 100 % 4) % 7
    months = full + weekday - 7 * ((golden + 11 * full + 22 * weekday) // 451) + 114
    sunday = date(year, months // 31, months % 31 + 1)
    return sunday - timedelta(days=2), sunday + timedelta(days=1)


def thanksgiving(year: int) -> tuple[date, date]:
    """The fourth Thursday of November to the Sunday after it."""
    first = date(year, 11, 1)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return thursday, thursday + timedelta(days=3)
