"""The time a person has for study: when they begin, and the days on which they have other hours or none."""

from collections.abc import Iterable
from datetime import date

from agent import wording
from agent.models import Profile
from tools.roadmap.calendars import DEFAULT_HOURS, Calendar, Period, make_calendar, read_period
from tools.roadmap.models import Milestone

_FEW = 2  # times that are named one by one


def plan_start(profile: Profile, today: date) -> date:
    """The first day of week 1: the day they named, or today if that has come."""
    return max(today, date.fromisoformat(profile.start_date)) if profile.start_date else today


def begins_later(profile: Profile, start: date) -> bool:
    """Whether a plan begins on the day that the person named, and not on the day it was drafted."""
    return profile.start_date == start.isoformat()


def busy_ahead(profile: Profile, start: date) -> list[Period]:
    """The busy times that are not over on `start`."""
    return [period for period in map(read_period, profile.busy) if not period.last or period.last >= start]


def calendar_of(profile: Profile, start: date) -> Calendar:
    """The weeks from `start` on, as the profile tells of them; without hours the usual ones of a roadmap."""
    hours = float(profile.hours_per_week or DEFAULT_HOURS)
    return make_calendar(hours, (), start, busy_ahead(profile, start))


def weeks_left(until: date, start: date) -> int:
    """Whole weeks from the plan's start to a day; below 1 where it comes first."""
    return (until - start).days // 7


def milestone_days(milestone: Milestone, start: date) -> tuple[date, date]:
    """The first and last day of a milestone: those with time that it names, as long as they lie in its weeks."""
    first, last = wording.week_start(start, milestone.start_week), wording.week_end(start, milestone.end_week)
    try:
        begins = date.fromisoformat(milestone.start_date or "")
        ends = date.fromisoformat(milestone.end_date or "")
    except ValueError:
        return first, last
    return (begins, ends) if first <= begins <= ends <= last else (first, last)


def weeks_from_start(weeks: float | None, profile: Profile, today: date) -> float | None:
    """A horizon told on `today` in weeks from the plan's start; None where it ends before that."""
    if weeks is None or (wait := (plan_start(profile, today) - today).days) == 0:
        return weeks
    left = (7 * weeks - wait) // 7
    return left if left >= 1 else None


def spoken(busy: Iterable[str]) -> str:
    """Busy times as a person says them: "no time from 18 to 31 December 2026"; many single days by their number."""
    periods = sorted(map(read_period, busy), key=lambda period: period.first)
    free = [period for period in periods if not period.hours and period.last]
    if len(free) <= _FEW:
        return wording.listing([_spoken(period) for period in periods])
    ends = [period.last for period in free if period.last]
    days = sum((last - period.first).days + 1 for period, last in zip(free, ends, strict=True))
    many = f"no time on {days} days from {wording.date_span(free[0].first, max(ends))}"
    return wording.listing([many, *(_spoken(period) for period in periods if period not in free)])


def _spoken(period: Period) -> str:
    hours = f"{wording.hours(period.hours)} a week" if period.hours else "no time"
    if period.last is None:
        return f"{hours} from {wording.spoken_date(period.first)} on"
    if period.last == period.first:
        return f"{hours} on {wording.spoken_date(period.first)}"
    first, last = wording.spoken_date(period.first), wording.spoken_date(period.last)
    if period.first.year == period.last.year:
        shared = 2 if period.first.month == period.last.month else 1
        first = " ".join(first.split()[: 3 - shared])
    return f"{hours} from {first} to {last}"
