"""Dates that a text writes in digits, in any language, held against a day that somebody else read in it."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from agent.nlu.values.dated_periods import Period, dated

_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?!\d)")
# What stands between a day, its month and its year: "31. Dezember", "1er mai", "31 de diciembre de 2027".
_BETWEEN = re.compile(r"(?<=\d)(?:\.|er|º)(?=\s)|\bdel?\s", re.IGNORECASE)


def tells_day(text: str, day: date, slack: int = 1) -> bool | None:
    """Whether a date of the text may be `day`, give or take `slack` days; None where it writes no date in digits."""
    told = [*_periods(text)]
    first, last = max(day.toordinal() - slack, 1), min(day.toordinal() + slack, date.max.toordinal())
    near = map(date.fromordinal, range(first, last + 1))
    meant = [Period(each.year, each.month, each.day) for each in near]
    return any(each.may_be(other) for each, other in product(told, meant)) if told else None


def _periods(text: str) -> Iterator[Period]:
    """Each date, of one in digits alone both readings: points are day first, other marks are either."""
    for first, mark, second, year in _NUMERIC.findall(text):
        years = int(year) + (2000 if len(year) == 2 else 0)
        yield Period(years, int(second), int(first))
        if mark != ".":
            yield Period(years, int(first), int(second))
    yield from (each for _, each in dated(_BETWEEN.sub("", _NUMERIC.sub("", text))))


def without_dates(text: str) -> str:
    """The text with its dates taken out: what numbers are left count something else."""
    text = _BETWEEN.sub("", _NUMERIC.sub(" ", text))
    for start, end in sorted((span for span, _ in dated(text)), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
