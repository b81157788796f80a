"""Hours placed on weeks, one milestone after the other, around weeks without time."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tools.errors import UsageError

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Allocation:
    """Hours of one week for one piece of work (its place in the list that was scheduled)."""

    week: int
    item: int
    hours: float


@dataclass(frozen=True, slots=True)
class Calendar:
    """`hours` a week from week 1 on, none in the weeks of `busy` (sorted). Week 1 begins on `start`."""

    hours: float
    busy: tuple[int, ...] = ()
    start: date | None = None

    def week(self, place: int) -> int:
        """The calendar week of the working week at `place` (0 is the first one with time)."""
        week = place + 1
        for busy in self.busy:
            if busy > week:
                break
            week += 1
        return week

    def free_weeks(self, until: int) -> int:
        """How many of the weeks 1 to `until` have time."""
        return until - bisect_right(self.busy, until)

    def finish(self, hours: float) -> int:
        """The week in which this many hours are done; 0 for none."""
        return self.week(math.ceil(hours / self.hours - _ROUNDING) - 1) if hours > 0 else 0

    def first_day(self, week: int) -> str | None:
        """ISO day on which a week begins, None without a start or beyond the calendar."""
        return self._day(7 * (week - 1))

    def last_day(self, week: int) -> str | None:
        """ISO day on which a week ends, None without a start or beyond the calendar."""
        return self._day(7 * week - 1)

    def _day(self, days: int) -> str | None:
        if self.start is None:
            return None
        try:
            return (self.start + timedelta(days=days)).isoformat()
        except OverflowError:
            return None


def make_calendar(hours: float, busy_weeks: Iterable[int | date], start: date | None) -> Calendar:
    """A calendar; busy weeks are week numbers, or days within the week. Raises UsageError for impossible ones."""
    weeks: set[int] = set()
    for busy in busy_weeks:
        if isinstance(busy, date):
            if start is None:
                raise UsageError("A busy day needs a start date.", "Give start, or week numbers from 1 on.")
            week = (busy - start).days // 7 + 1
            if week >= 1:
                weeks.add(week)
        elif isinstance(busy, bool) or not isinstance(busy, int) or busy < 1:
            raise UsageError(f"Not a week: {busy!r}.", "Busy weeks are numbers from 1 on, or dates.")
        else:
            weeks.add(busy)
    return Calendar(hours, tuple(sorted(weeks)), start)


def place(hours: Sequence[float], calendar: Calendar) -> list[tuple[int, int]]:
    """First and last week of each piece of work, in the given order."""
    spans: list[tuple[int, int]] = []
    spent = 0.0
    for need in hours:
        first = calendar.week(math.floor(spent / calendar.hours + _ROUNDING))
        spent += need
        spans.append((first, max(first, calendar.finish(spent))))
    return spans


def allocate(hours: Sequence[float], calendar: Calendar) -> list[Allocation]:
    """The same week by week: no week holds more than its hours, and each piece of work gets all of its own."""
    found: list[Allocation] = []
    turn, left = 0, calendar.hours
    for item, need in enumerate(hours):
        rest = need
        while rest > _ROUNDING:
            if left <= _ROUNDING:
                turn, left = turn + 1, calendar.hours
            part = min(rest, left)
            found.append(Allocation(calendar.week(turn), item, part))
            rest, left = rest - part, left - part
    return found
