"""The time there is: hours a week from week 1 on, with days and weeks that have others or none."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from tools.errors import UsageError

DAYS = 7
DEFAULT_HOURS = 10.0  # a week, where nobody told any
LAST_WEEK = 2600  # what is told of weeks further away changes nothing that anybody plans
_ROUNDING = 1e-9
_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d)?)?(?:@(\d{1,3}(?:\.\d{1,2})?))?")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last` (included; None: from then on) with their own hours a week, none by default."""

    first: date
    last: date | None
    hours: float = 0.0

    def holds(self, day: int) -> bool:
        """Whether it covers the day of this ordinal."""
        return self.first.toordinal() <= day and (self.last is None or day <= self.last.toordinal())

    def __str__(self) -> str:
        until = "" if self.last == self.first else f"..{self.last or ''}"
        return f"{self.first}{until}" + (f"@{self.hours:g}" if self.hours else "")


def read_day(text: str) -> date:
    """Read an ISO day. Raises UsageError for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"Not a day: {text.strip()!r}.", "Write it as 2027-01-04.") from error


def read_period(text: str) -> Period:
    """Read "2026-12-18..2026-12-31", one day "2026-12-24", or with hours "2027-03-01..@4" (no end: from then on).

    Raises UsageError for anything else.
    """
    match = _PERIOD.fullmatch(text.strip())
    try:
        first = date.fromisoformat(match[1]) if match else None
        last = date.fromisoformat(match[2]) if match and match[2] else None
    except ValueError:
        first = last = None
    if match is None or first is None or (last is not None and last < first):
        raise UsageError(
            f"Not a time: {text.strip()!r}.",
            "Write FROM..TO with days such as 2026-12-18..2026-12-31, and @3 behind it for 3 hours a week.",
        )
    hours = float(match[3] or 0)
    if last is None and ".." in text and not hours:
        raise UsageError(
            f"A time without hours needs an end, and {text.strip()!r} has none.", "Write FROM..TO."
        )
    if hours > DAYS * 24:
        raise UsageError(f"A week has {DAYS * 24} hours, not {hours:g}.", "Give fewer hours.")
    return Period(first, last if ".." in text else first, hours)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`hours` are the usual ones of a week. `shares` and `fixed` tell of the first weeks, as far as any differs.

    A week has its share (0 to 1) of the usual hours and its fixed ones beside them. Week 1 begins on `start`.
    """

    hours: float
    shares: tuple[float, ...] = ()
    fixed: tuple[float, ...] = ()
    start: date | None = None
    periods: tuple[Period, ...] = ()
    _sums: tuple[float, ...] = (0.0,)

    def room(self, week: int) -> float:
        """Hours of a week."""
        return self._sums[week] - self._sums[week - 1] if week < len(self._sums) else self.hours

    def until(self, week: int) -> float:
        """Hours of all weeks from 1 to `week`."""
        told = min(week, len(self._sums) - 1)
        return self._sums[told] + (week - told) * self.hours

    def finish(self, hours: float) -> int:
        """The week in which this many hours are done; 0 for none."""
        if hours <= 0:
            return 0
        if hours <= self._sums[-1] + _ROUNDING:
            return bisect_left(self._sums, hours - _ROUNDING)
        return len(self._sums) - 1 + math.ceil((hours - self._sums[-1]) / self.hours - _ROUNDING)

    def begin(self, spent: float) -> int:
        """The week in which work goes on after `spent` hours."""
        if spent + _ROUNDING < self._sums[-1]:
            return bisect_right(self._sums, spent + _ROUNDING)
        return len(self._sums) + math.floor((spent - self._sums[-1]) / self.hours + _ROUNDING)

    def hours_to_do(self, hours: float, until: int) -> float:
        """The weekly hours with which `hours` are done by the end of week `until`; infinite where nothing helps."""
        told = min(until, len(self.shares))
        weeks = sum(self.shares[:told]) + until - told
        needed = max(0.0, hours - sum(self.fixed[:told]))
        return needed / weeks if weeks > _ROUNDING else math.inf

    def first_day(self, week: int) -> str | None:
        """ISO day of a week's first day with time; None without a start or beyond the calendar's years."""
        return self._day(week, range(DAYS))

    def last_day(self, week: int) -> str | None:
        """ISO day of a week's last day with time; None without a start or beyond the calendar's years."""
        return self._day(week, range(DAYS - 1, -1, -1))

    def _day(self, week: int, places: Sequence[int]) -> str | None:
        if self.start is None:
            return None
        days = [self.start.toordinal() + DAYS * (week - 1) + place for place in places]
        if max(days) > date.max.toordinal():
            return None
        # A week without any day of time keeps its own days.
        day = next((day for day in days if _hours_on(day, self.periods) != 0), days[0])
        return date.fromordinal(day).isoformat()


def make_calendar(
    hours: float,
    busy_weeks: Iterable[int | date] = (),
    start: date | None = None,
    busy: Iterable[Period] = (),
) -> Calendar:
    """A calendar. `busy_weeks` (numbers, or days in them) have no hours, the days of `busy` the hours told of them.

    Where two tell of the same day, the fewer hours count. Raises UsageError for impossible weeks, and for days
    without a start.
    """
    periods = tuple(sorted(set(busy), key=str))
    if periods and start is None:
        raise UsageError("Busy days need a start date.", "Give the day on which week 1 begins.")
    free = {week for busy_week in busy_weeks if 1 <= (week := _number(busy_week, start)) <= LAST_WEEK}
    told = max([0, *free, *(_last_week(period, start) for period in periods if start)])
    weeks = [(0.0, 0.0) if week in free else _week(week, start, periods) for week in range(1, told + 1)]
    shares, fixed = tuple(share for share, _ in weeks), tuple(more for _, more in weeks)
    sums = accumulate((share * hours + more for share, more in weeks), initial=0.0)
    return Calendar(hours, shares, fixed, start, periods, tuple(sums))


def _number(busy: int | date, start: date | None) -> int:
    """The week that is meant; one before the start is below 1."""
    if isinstance(busy, date):
        if start is None:
            raise UsageError("A busy day needs a start date.", "Give start, or week numbers from 1 on.")
        return (busy - start).days // DAYS + 1
    if isinstance(busy, bool) or not isinstance(busy, int) or busy < 1:
        raise UsageError(f"Not a week: {busy!r}.", "Busy weeks are numbers from 1 on, or dates.")
    return busy


def _last_week(period: Period, start: date) -> int:
    last = (period.last - start).days // DAYS + 1 if period.last else LAST_WEEK
    return min(last, LAST_WEEK)


def _week(week: int, start: date | None, periods: Sequence[Period]) -> tuple[float, float]:
    """The share of the usual hours in a week and its own hours: each day holds a seventh."""
    if start is None:
        return 1.0, 0.0
    monday = start.toordinal() + DAYS * (week - 1)
    told = [hours for day in range(monday, monday + DAYS) if (hours := _hours_on(day, periods)) is not None]
    return (DAYS - len(told)) / DAYS, sum(told) / DAYS


def _hours_on(day: int, periods: Iterable[Period]) -> float | None:
    """The hours a week told of a day (its ordinal); None for the usual ones."""
    return min((period.hours for period in periods if period.holds(day)), default=None)
