"""Months and the parts of them that people name: "mid January", "the last two weeks of December"."""

import re
from datetime import date, timedelta

from agent.month_names import month_number
from agent.policy.offline.understanding.quantities import parse_number

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def month_span(match: re.Match[str], today: date) -> tuple[date, date, bool] | None:
    """A month or the part of it that is meant."""
    year = int(match["year_3"]) if match["year_3"] else None
    month = month_number(match["month"])
    first = date(year or today.year, month, 1)
    if year is None and month_end(first) < today:
        first = first.replace(year=first.year + 1)
    last = month_end(first)
    part = (match["part"] or "").lower()
    if match["unit"]:
        first, last = _weeks_of(match, first, last)
    elif "half" in part:
        first, last = (first, first.replace(day=15)) if "first" in part else (first.replace(day=16), last)
    elif re.search(r"early|beginning|start", part):
        last = first.replace(day=10)
    elif "mid" in part:
        first, last = first.replace(day=11), first.replace(day=20)
    elif re.search(r"late|end", part):
        first = first.replace(day=21)
    return first, last, year is None


def _weeks_of(match: re.Match[str], first: date, last: date) -> tuple[date, date]:
    count = round(parse_number(match["count"])) if match["count"] else 1
    length = count * (1 if match["unit"].lower().startswith("day") else 7)
    which = match["which"].lower()
    if which in ("last", "final"):
        return max(first, last - timedelta(days=length - 1)), last
    begin = first + timedelta(days=length * (_ORDINALS[which] - 1))
    return begin, min(last, begin + timedelta(days=length - 1))


def month_end(day: date) -> date:
    """The last day of its month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
