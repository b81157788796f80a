"""When to study: each week's hours as sessions on days that are free, at hours that suit most people with a job.

Up to 14 hours a week are evenings (19:00) and weekend mornings (10:00) of at most two hours, up to 21 hours of at
most three; more than that are blocks of a day, on weekdays first. These are proposals: a calendar moves them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tools.roadmap.calendars import DAYS, Period
from tools.roadmap.models import Milestone

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(DAYS)
_SPREAD_OUT = (TUESDAY, THURSDAY, SATURDAY, MONDAY, WEDNESDAY, SUNDAY, FRIDAY)
_WORKDAYS = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
_EVENING, _MORNING = time(19), time(10)
# Up to so many hours a week: the days that are used, and the times of day at which blocks begin.
_BLOCKS = (
    (40, _WORKDAYS, (time(9), time(14))),
    (56, tuple(range(DAYS)), (time(9), time(14))),
    (84, tuple(range(DAYS)), (time(9), time(14), time(19))),
)
_AROUND_THE_CLOCK = (tuple(range(DAYS)), (time(0), time(8), time(16)))
_STEP = 5  # minutes


@dataclass(frozen=True)
class Session:
    """`parts` are the minutes for each milestone, in the order of work; times are local, wherever the person is."""

    begins: datetime
    minutes: int
    parts: tuple[tuple[Milestone, int], ...]


def sessions_of(
    first: date, hours: Sequence[tuple[Milestone, float]], busy: Sequence[Period] = ()
) -> list[Session]:
    """The sessions of the week that begins on `first`, in order of time; together they last as long as `hours`."""
    wanted = [(milestone, _minutes(part)) for milestone, part in hours]
    total = sum(minutes for _, minutes in wanted)
    days = [first + timedelta(days=place) for place in range(DAYS)]
    free = [day for day in days if not any(p.hours == 0 and p.holds(day.toordinal()) for p in busy)]
    starts = _starts(total / 60, {day.weekday(): day for day in free or days})
    sessions, queue = [], wanted
    for begins, minutes in zip(starts, _shared(total, len(starts)), strict=True):
        parts, queue = _taken(queue, minutes)
        if minutes:
            sessions.append(Session(begins, minutes, tuple(parts)))
    return sessions


def _starts(hours: float, days: dict[int, date]) -> list[datetime]:
    """When the sessions of a week begin; `days` are those there are, by weekday."""
    if hours > 3 * len(days):
        blocks = next(((names, times) for most, names, times in _BLOCKS if hours <= most), _AROUND_THE_CLOCK)
        used = [days[name] for name in blocks[0] if name in days]
        if hours <= 4 * len(used) * len(blocks[1]):
            return sorted(datetime.combine(day, at) for day in used for at in blocks[1])
        return sorted(datetime.combine(day, at) for day in days.values() for at in _AROUND_THE_CLOCK[1])
    longest = 2 if hours <= 2 * len(days) else 3
    used = [days[name] for name in _SPREAD_OUT if name in days][
        : max(1, -(-int(hours * 60) // (60 * longest)))
    ]
    return sorted(datetime.combine(day, _MORNING if day.weekday() >= SATURDAY else _EVENING) for day in used)


def _shared(total: int, count: int) -> list[int]:
    """The minutes in equal parts, in steps that a calendar shows well."""
    steps, left = divmod(total // _STEP, count)
    return [(steps + (place < left)) * _STEP for place in range(count)]


def _taken(
    queue: Sequence[tuple[Milestone, int]], minutes: int
) -> tuple[list[tuple[Milestone, int]], list[tuple[Milestone, int]]]:
    """The first minutes of what is to do, and what is left of it."""
    taken, rest = [], []
    for milestone, wanted in queue:
        now = min(wanted, minutes)
        minutes -= now
        taken += [(milestone, now)] if now else []
        rest += [(milestone, wanted - now)] if wanted > now else []
    return taken, rest


def _minutes(hours: float) -> int:
    return round(hours * 60 / _STEP) * _STEP
