"""A plan read for conversation: its milestones with dates, what is left of it, and the evidence behind its numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from agent import wording
from agent.coaching.roads import spoken_hours
from agent.coaching.view import View
from agent.models import Plan, Profile
from agent.plans.availability import calendar_of, milestone_days
from agent.plans.how_far import HowFar, how_far, plan_in_work
from agent.plans.named import named
from agent.plans.progress import skills_left, usual_name
from tools.evidence import Figure
from tools.roadmap.models import Milestone


class HoursRange(NamedTuple):
    """The hours of a plan at the least and at the most, and the evidence of both."""

    low: str
    high: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class PlanParts:
    """A plan of the thread and what is said in it."""

    plan: Plan
    view: View

    @property
    def start(self) -> date:
        return date.fromisoformat(self.plan.start) if self.plan.start else self.view.today

    @property
    def left(self) -> list[Milestone]:
        """The milestones that are not done."""
        progress = self.view.progress
        return [each for each in self.plan.milestones if skills_left(each, progress) or not each.skills]

    @property
    def hours(self) -> float:
        return round(sum(float(each.hours) for each in self.plan.milestones), 1)

    @property
    def finish(self) -> date:
        """The last day of the plan as it was drafted."""
        return wording.week_end(self.start, max(each.end_week for each in self.plan.milestones))

    @property
    def a_week_later(self) -> date:
        """The day it would end on with one week in which nothing is done."""
        return self.finish + timedelta(weeks=1)

    @property
    def finish_from_today(self) -> date:
        """When the rest is done if they go on today: a milestone half done counts by its skills that are left."""
        return self._finish_with(self.view.profile)

    @property
    def pace(self) -> float:
        """Hours a week that the plan counts on; 0 where it does not say."""
        return float(self.plan.outlook.hours_per_week or 0) if self.plan.outlook else 0.0

    def finish_at(self, hours_a_week: float) -> date:
        """When the rest is done at other hours a week."""
        return self._finish_with(self.view.profile.model_copy(update={"hours_per_week": hours_a_week}))

    def _finish_with(self, profile: Profile) -> date:
        progress = self.view.progress
        hours = sum(
            float(each.hours) * len(skills_left(each, progress)) / max(1, len(each.skills))
            for each in self.left
        )
        start = max(self.start, self.view.today)
        return wording.week_end(start, calendar_of(profile, start).finish(hours))

    def span(self, milestone: Milestone) -> str:
        return wording.date_span(*milestone_days(milestone, self.start))

    def meant(self, part: str) -> Milestone | None:
        """The first milestone that a part of the plan names: by title, skill, number, place or week."""
        found = named(part, self.plan)
        return next(
            (
                each
                for each in self.plan.milestones
                if each.id in found.parts or set(found.skills) & set(each.skills)
            ),
            None,
        )

    def holding(self, skill: str) -> Milestone | None:
        """The milestone that teaches a skill."""
        from tools.roadmap.skills import find_skills

        named_in_it = [found.name for found in find_skills(skill) if not found.everyday]
        names = {usual_name(skill), *map(usual_name, named_in_it)}
        return next((each for each in self.plan.milestones if names & set(each.skills)), None)

    @property
    def how_far(self) -> HowFar:
        return how_far(self.plan, self.view.progress, self.view.evidence, self.view.today)

    def evidence(self, subject: str, label: str, value: float) -> tuple[str, ...]:
        """The newest evidence whose figure of that subject and label has the value; a number edited by hand has none."""

        def holds(figure: Figure) -> bool:
            return (figure.subject, figure.label, figure.value) == (subject, label, value)

        return self._newest(holds)

    @property
    def total_evidence(self) -> tuple[str, ...]:
        return self._newest(
            lambda figure: figure.label == "study hours in all" and figure.value == self.hours
        )

    @property
    def hours_range(self) -> HoursRange | None:
        """Between how many hours in all the plan may take; None where its hours were edited by hand."""
        item = next((each for each in self.view.evidence if each.id in self.total_evidence), None)
        ends = {
            figure.statistic: float(figure.value)
            for figure in (item.figures if item else [])
            if figure.label == "study hours in all"
        }
        if item is None or not {"low", "high"} <= ends.keys():
            return None
        return HoursRange(wording.number(wording.whole(ends["low"])), spoken_hours(ends["high"]), (item.id,))

    def _newest(self, holds: Callable[[Figure], bool]) -> tuple[str, ...]:
        found = (item.id for item in reversed(self.view.evidence) if any(map(holds, item.figures)))
        return tuple(found)[:1]


def parts_in_work(view: View) -> PlanParts | None:
    """The delivered plan, else the one that waits; None without one that has milestones."""
    plan = plan_in_work(view.plan, view.draft)
    return PlanParts(plan, view) if plan and plan.milestones else None


def plan_parts(view: View) -> PlanParts | None:
    """The plan that waits, else the delivered one; None without one that has milestones."""
    plan = view.draft or view.plan
    return PlanParts(plan, view) if plan and plan.milestones else None


def titles(milestones: Iterable[Milestone]) -> str:
    return wording.listing([each.title for each in milestones])
