"""How far a person is with the plan they work by: what is done, what runs now, what is left, and whether it is on time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agent.models import Plan, Progress
from agent.plans.availability import milestone_days
from agent.plans.edits import hours_of_skills
from agent.plans.progress import skills_left
from tools.evidence import Evidence, Number, Value
from tools.roadmap.models import Milestone


class MilestoneStanding(Value):
    """A milestone of the plan with its days; `skills_left` are those that are still to learn, in `hours_left`."""

    id: str
    title: str
    done: bool
    skills_left: list[str]
    hours: Number
    hours_left: Number = 0
    start_date: str
    end_date: str


@dataclass(frozen=True)
class HowFar:
    """`week` counts the plan's weeks up to today, `weeks` all of them; hours are study hours.

    `due` are milestones whose last day is over and that are not done, `now` those that run today, `next` the first one
    that is not done.
    """

    version: int
    week: int
    weeks: int
    hours_done: float
    hours: float
    milestones: tuple[MilestoneStanding, ...]
    done: tuple[MilestoneStanding, ...]
    due: tuple[MilestoneStanding, ...]
    now: tuple[MilestoneStanding, ...]
    next: MilestoneStanding | None
    finish: date | None


def plan_in_work(delivered: Plan | None, draft: Plan | None) -> Plan | None:
    """The plan that a person works by: the delivered one, and only before there is one the draft that waits."""
    return delivered or draft


def how_far(plan: Plan, progress: Progress | None, evidence: Sequence[Evidence], today: date) -> HowFar:
    """Where the person stands with `plan`; skills count by their own hours where `evidence` holds them."""
    start = date.fromisoformat(plan.start) if plan.start else today
    standings = milestone_standings(plan, progress, evidence, start)
    hours = sum((float(each.hours) for each in standings), start=0.0)
    left = sum((float(each.hours_left) for each in standings), start=0.0)
    day = today.isoformat()
    open_ = [each for each in standings if not each.done]
    return HowFar(
        version=plan.version,
        week=week_of(start, today),
        weeks=max((milestone.end_week for milestone in plan.milestones), default=0),
        hours_done=round(hours - left, 1),
        hours=hours,
        milestones=tuple(standings),
        done=tuple(each for each in standings if each.done),
        due=tuple(each for each in open_ if each.end_date < day),
        now=tuple(each for each in open_ if each.start_date <= day <= each.end_date),
        next=open_[0] if open_ else None,
        finish=max((date.fromisoformat(each.end_date) for each in standings), default=None),
    )


def week_of(start: date, today: date) -> int:
    """The week of a plan that `today` lies in; 1 before it begins."""
    return max(1, (today - start).days // 7 + 1)


def milestone_standings(
    plan: Plan, progress: Progress | None, evidence: Sequence[Evidence], start: date
) -> list[MilestoneStanding]:
    """Every milestone with its days and what is left of it."""
    hours = hours_of_skills(evidence)
    found = []
    for milestone in plan.milestones:
        left = skills_left(milestone, progress)
        first, last = milestone_days(milestone, start)
        found.append(
            MilestoneStanding(
                id=milestone.id,
                title=milestone.title,
                done=bool(milestone.skills) and not left,
                skills_left=left,
                hours=milestone.hours,
                hours_left=_hours_left(milestone, left, hours),
                start_date=first.isoformat(),
                end_date=last.isoformat(),
            )
        )
    return found


def _hours_left(milestone: Milestone, left: Sequence[str], hours: Mapping[str, float]) -> Number:
    """The milestone's hours without those of the skills that are done, by what each skill takes."""
    if not milestone.skills:
        return milestone.hours
    spans = {skill: hours.get(skill, 1.0) for skill in milestone.skills}
    share = sum(spans[skill] for skill in left) / (sum(spans.values()) or 1.0)
    rest = round(float(milestone.hours) * share, 1)
    return int(rest) if rest.is_integer() else rest
