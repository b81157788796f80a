"""The calendar of a plan: how far its weeks count, which days are theirs, and what a text says of both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product

from agent import wording
from agent.models import Profile, Violation
from agent.nlu.values.dated_periods import Period, dated, weeks_form
from agent.plans.availability import calendar_of, milestone_days
from tools.evidence import Evidence
from tools.roadmap.models import Milestone

SLACK_HOURS = 0.5  # the roadmap rounds hours to one decimal
# Weeks of the first actions; where nothing is scheduled they may wait for the end of a busy time.
_FIRST_ACTIONS, _WITHOUT_MILESTONES = 2, 12


@dataclass(frozen=True)
class Schedule:
    """Week 1 begins on `start`. Without milestones, `last_week` says how far weeks may count."""

    start: date
    milestones: tuple[Milestone, ...] = ()
    last_week: int = 0

    @cached_property
    def weeks(self) -> int:
        """How far weeks count; the first with time always do, since the next actions fill them."""
        first = _FIRST_ACTIONS if self.milestones else _WITHOUT_MILESTONES
        return max([first, self.last_week, *(milestone.end_week for milestone in self.milestones)])

    @classmethod
    def of(
        cls, start: date, evidence: Iterable[Evidence], milestones: Iterable[Milestone] = ()
    ) -> "Schedule":
        """A calendar as long as the roadmaps of the evidence say."""
        figures = [figure for item in evidence if item.kind == "roadmap" for figure in item.figures]
        weeks = [int(figure.value) for figure in figures if figure.unit == "weeks"]
        return cls(start, tuple(milestones), max(weeks, default=0))

    @property
    def numbers(self) -> list[float]:
        """Hours, lengths and milestones as the plan itself counts them."""
        hours = [float(milestone.hours) for milestone in self.milestones]
        lengths = [milestone.end_week - milestone.start_week + 1 for milestone in self.milestones]
        return [
            *hours,
            wording.whole(sum(hours)),
            sum(hours),
            *lengths,
            len(hours),
            *([self.weeks] if hours else []),
        ]

    def problem(self, text: str) -> str | None:
        """Weeks beyond the plan, and days that are not those of the weeks named beside them."""
        named = [int(week) for match in weeks_form().finditer(text) for week in match.groups() if week]
        beyond = [week for week in named if not 1 <= week <= self.weeks]
        if beyond:
            return f"week {beyond[0]} is not in the plan"
        days = [period for _, period in dated(text) if period.day] if named else []
        own = {day for week in {*named} for day in self._days_of(week)} if days else set()
        wrong = any((day.year, day.month, day.day) not in own for day in days)
        return "the dates are not those of the weeks it names" if wrong else None

    def is_own_day(self, period: Period) -> bool:
        """A day on which a week of the plan or one of its milestones begins or ends, or the first day."""
        return (period.year, period.month, period.day) in self._days

    @cached_property
    def _days(self) -> set[tuple[int | None, int, int]]:
        return {day for week in range(1, self.weeks + 1) for day in self._days_of(week)}

    def _days_of(self, week: int) -> Iterator[tuple[int | None, int, int]]:
        """First and last day of a week and of milestones in it, with their year and, as a text may name them, without it."""
        named = [wording.week_start(self.start, week), wording.week_end(self.start, week)]
        for day in [self.start, *named, *self._milestone_days.get(week, ())]:
            yield from ((None, day.month, day.day), (day.year, day.month, day.day))

    @cached_property
    def _milestone_days(self) -> dict[int, list[date]]:
        """By their week the days on which milestones begin or end."""
        found: dict[int, list[date]] = {}
        for milestone in self.milestones:
            first, last = milestone_days(milestone, self.start)
            found.setdefault(milestone.start_week, []).append(first)
            found.setdefault(milestone.end_week, []).append(last)
        return found


def order_faults(milestones: list[Milestone]) -> Iterator[Violation]:
    """Ids are unique, weeks run forward, and what a milestone builds on exists and ends before it goes on."""
    known: dict[str, Milestone] = {}
    for milestone in milestones:
        if milestone.id in known:
            yield milestone_fault("milestone", milestone, "two milestones have this id")
        known[milestone.id] = milestone
        if not 1 <= milestone.start_week <= milestone.end_week:
            yield milestone_fault("weeks", milestone, "its weeks do not run forward from week 1")
        if milestone.hours < 0:
            yield milestone_fault("hours", milestone, "its hours are negative")
    for milestone in milestones:
        for name in milestone.after:
            before = known.get(name)
            missing = before is None or before is milestone
            if missing or (before and before.end_week > milestone.start_week):
                late = f"it begins before {name}, which it builds on, ends"
                problem = f"it builds on {name}, which is not in the plan" if missing else late
                yield milestone_fault("prerequisite", milestone, problem, f"/after/{name}")


def load_faults(
    milestones: list[Milestone], schedule: Schedule | None, profile: Profile
) -> Iterator[Violation]:
    """No stretch of weeks holds more work than the person has hours for, busy times counted."""
    if not profile.hours_per_week or schedule is None:
        return
    calendar = calendar_of(profile, schedule.start)
    starts, ends = ({getattr(each, name) for each in milestones} for name in ("start_week", "end_week"))
    for first, last in product(sorted(starts), sorted(ends)):
        inside = [item for item in milestones if first <= item.start_week and item.end_week <= last]
        work = sum(float(item.hours) for item in inside)
        if inside and work > calendar.until(last) - calendar.until(first - 1) + SLACK_HOURS:
            problem = f"weeks {first} to {last} hold more work than the hours a week allow"
            yield milestone_fault("hours", inside[-1], problem)
            return


def milestone_fault(rule: str, milestone: Milestone, problem: str, part: str = "") -> Violation:
    """What is wrong with a milestone, by its place."""
    where = f"milestones/{milestone.id}{part}"
    return Violation(rule=rule, where=where, text=milestone.title, problem=problem)
