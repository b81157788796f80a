"""The plan's own calendar: weeks, hours and dates that follow from its milestones and its first day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from agent import wording
from agent.grounding.naming import weeks_form
from agent.grounding.tokens import Period, find_periods
from agent.plans.availability import milestone_days
from tools.evidence import Evidence
from tools.roadmap.models import Milestone

_FIRST_ACTIONS = 2


@dataclass(frozen=True)
class Schedule:
    """Week 1 begins on `start`. Without milestones, `last_week` says how far weeks may count."""

    start: date
    milestones: tuple[Milestone, ...] = ()
    last_week: int = 0

    @cached_property
    def weeks(self) -> int:
        """How far weeks count; the first two always do, since the next actions fill them."""
        return max([_FIRST_ACTIONS, self.last_week, *(milestone.end_week for milestone in self.milestones)])

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
        return [*hours, round(sum(hours)), sum(hours), *lengths, len(hours), *([self.weeks] if hours else [])]

    def problem(self, text: str) -> str | None:
        """Weeks beyond the plan, and days that are not those of the weeks named beside them."""
        named = [int(week) for match in weeks_form().finditer(text) for week in match.groups() if week]
        beyond = [week for week in named if not 1 <= week <= self.weeks]
        if beyond:
            return f"week {beyond[0]} is not in the plan"
        days = [period for period in find_periods(text) if period.day]
        wrong = named and any(not self.is_own_day(day, named) for day in days)
        return "the dates are not those of the weeks it names" if wrong else None

    def is_own_day(self, period: Period, weeks: Sequence[int] = ()) -> bool:
        """A day on which one of these weeks (or any of the plan) or a milestone of them begins or ends, or the first day."""
        return any(period.is_day(day) for day in (self._days_of(weeks) if weeks else self._days))

    @cached_property
    def _days(self) -> list[date]:
        return self._days_of(range(1, self.weeks + 1))

    def _days_of(self, weeks: Sequence[int]) -> list[date]:
        days = [self.start]
        for week in weeks:
            days += [wording.week_start(self.start, week), wording.week_end(self.start, week)]
        for milestone in self.milestones:
            first, last = milestone_days(milestone, self.start)
            days += [first] * (milestone.start_week in weeks) + [last] * (milestone.end_week in weeks)
        return days
