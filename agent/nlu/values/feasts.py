"""Holidays and other named days of a year, also those that move."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

Span = tuple[date, date]


def in_year(year: str | None, days: Callable[[int], Span], today: date) -> Span:
    """The days in the year that is named, else the next ones that are not over."""
    found = days(int(year or today.year))
    return found if year or found[1] >= today else days(today.year + 1)


def fixed(first: tuple[int, int], last: tuple[int, int] | None = None) -> Callable[[int], Span]:
    """Days (month, day) that are the same each year; `last` may lie in the next one."""
    last = last or first
    return lambda year: (date(year, *first), date(year + (last < first), *last))


def _nth_weekday(month: int, weekday: int, nth: int) -> Callable[[int], Span]:
    """The nth weekday (0 is Monday) of a month; -1 is its last one."""

    def days(year: int) -> Span:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1 if nth > 0 else 4))
        day = day if day.month == month else day - timedelta(days=7)
        return day, day

    return days


def _black_friday(year: int) -> date:
    return _nth_weekday(11, 3, 4)(year)[0] + timedelta(days=1)


def _thanksgiving_weekend(year: int) -> Span:
    thursday = _nth_weekday(11, 3, 4)(year)[0]
    return thursday, thursday + timedelta(days=3)


def _easter(year: int) -> Span:
    """Good Friday to Easter Monday (the Gregorian reckoning in Gauss's form, as Meeus gives it)."""
    golden, century = year % 19, year // 100
    full = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - full - year % 100 % 4) % 7
    months = full + weekday - 7 * ((golden + 11 * full + 22 * weekday) // 451) + 114
    sunday = date(year, months // 31, months % 31 + 1)
    return sunday - timedelta(days=2), sunday + timedelta(days=1)


def _ramadan(year: int) -> Span:
    """By the tabular Islamic calendar (30-year cycle): sighting may move it by a day or two."""
    for hijri in range(int((year - 622) * 33 / 32) - 1, int((year - 622) * 33 / 32) + 3):
        # Julian day number of 1 Ramadan (month 9: 8 months, 236 days, lie before it).
        number = 236 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 1948440
        first = date.fromordinal(number - 1721425)
        if first.year == year:
            return first, first + timedelta(days=29)
    raise ValueError(year)


_WEEK_OF, _WEEK = re.compile(r"\bweek\s+of\s+$", re.IGNORECASE), re.compile(r"\s+week\b", re.IGNORECASE)
_AT_THE_DOOR = timedelta(days=60)
_FEASTS: tuple[tuple[re.Pattern[str], Callable[[int], Span]], ...] = tuple(
    (re.compile(rf"\b(?:the\s+)?(?:next\s+)?{pattern}\b(?:\s+(?P<year>20\d\d))?", re.IGNORECASE), days)
    for pattern, days in (
        (r"(?:christmas|xmas)(?:\s+(?:day|eve|break|holidays?|vacation))?", fixed((12, 24), (12, 26))),
        (r"(?:the\s+)?holidays(?:eason)?", fixed((12, 20), (1, 2))),
        (r"(?:new\s+year(?:'?s)?(?:\s+(?:day|eve))?)", fixed((1, 1))),
        (r"thanksgiving\s+(?:weekend|break)", _thanksgiving_weekend),
        (r"thanksgiving(?:\s+week)?(?!\s+(?:weekend|break))", _nth_weekday(11, 3, 4)),
        (r"black\s+friday", lambda year: (_black_friday(year), _black_friday(year))),
        (r"easter(?:\s+(?:week|weekend|monday|sunday|break))?", _easter),
        (r"labou?r\s+day", _nth_weekday(9, 0, 1)),
        (r"memorial\s+day", _nth_weekday(5, 0, -1)),
        (r"(?:independence\s+day|(?:the\s+)?(?:4th|fourth)\s+of\s+july)", fixed((7, 4))),
        (r"halloween", fixed((10, 31))),
        (r"valentine'?s(?:\s+day)?", fixed((2, 14))),
        (r"ramadan", _ramadan),
        (r"winter\s+break", fixed((12, 20), (1, 4))),
        (r"spring\s+break", fixed((3, 15), (3, 22))),
        (r"tax\s+season", fixed((1, 20), (4, 15))),
    )
)


def find_feast(text: str, today: date) -> Iterator[tuple[date, date, int, int]]:
    """First and last day of each holiday named, the next one that is not over, with its offsets."""
    for pattern, days in _FEASTS:
        for match in pattern.finditer(text):
            # "Next Christmas", said in November, is not the one at the door.
            near = "next" in match[0].casefold() and days(today.year)[0] - today < _AT_THE_DOOR
            year = str(today.year + 1) if near and not match["year"] else match["year"]
            first, last = in_year(year, days, today)
            if (
                _WEEK_OF.search(text, 0, match.start())
                or _WEEK.search(match[0])
                or _WEEK.match(text, match.end())
            ):
                first -= timedelta(days=first.weekday())
                last += timedelta(days=6 - last.weekday())
            yield first, last, match.start(), match.end()
