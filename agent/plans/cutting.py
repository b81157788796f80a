"""A plan made shorter: which of its skills go, so that the rest fits and still leads where it was to lead."""

from collections.abc import Mapping, Sequence

from agent import wording
from agent.models import Plan, PlanChange
from agent.plans.edits import hours_of_skills
from agent.plans.unmade import Unmade
from tools.evidence import Evidence

LESS = 0.75  # of the hours, where a plan is to be shorter and nobody said by how much
LEAST = 0.4  # of the hours: with less of it a plan leads somewhere else


def skills_to_cut(
    change: PlanChange, plan: Plan, evidence: Sequence[Evidence]
) -> tuple[list[str], list[Unmade]]:
    """What opens least of the way, until the rest fits; none where no hours are known or too little would be left."""
    hours = _hours(plan, evidence)
    total = sum(hours.values())
    weekly = float(plan.outlook.hours_per_week or 0) if plan.outlook else 0.0
    if not total or (change.weeks is not None and not weekly):
        return [], [Unmade("The plan cannot be cut: the hours of its skills are not known.")]
    budget = total * LESS if change.weeks is None else change.weeks * weekly
    if budget >= total:
        return [], [Unmade(f"The plan fits into {wording.weeks(change.weeks or 0)} as it is.")]
    kept = (_kept_steps if plan.of_steps else _kept_skills)(hours, budget)
    if sum(hours[name] for name in kept) < LEAST * total:
        into = f"Into {wording.weeks(change.weeks)} go" if change.weeks else "That would leave"
        said = f"{into} {wording.number(round(budget))} of its {wording.hours(round(total))}"
        return [], [Unmade(f"{said}: what fits would lead somewhere else, so I cut nothing.")]
    return [name for name in hours if name not in kept], []


def _hours(plan: Plan, evidence: Sequence[Evidence]) -> dict[str, float]:
    """The hours of what a plan teaches, in learning order, or of its steps in theirs."""
    from tools.roadmap.knowledge import in_order
    from tools.roadmap.tables import skills

    known = hours_of_skills(evidence)
    taught = [skill for milestone in plan.milestones for skill in milestone.skills]
    order = (
        taught
        if plan.of_steps
        else [name for skill in in_order() if (name := skills()[skill].name) in taught]
    )
    return {name: known.get(name, 0.0) for name in order}


def _kept_skills(hours: Mapping[str, float], budget: float) -> list[str]:
    from tools.roadmap.horizon import kept_within
    from tools.roadmap.tables import skills

    ids = {row.name: row.id for row in skills().values()}
    kept = kept_within([ids[name] for name in hours], lambda skill: hours[skills()[skill].name], budget)
    return [skills()[skill].name for skill in kept]


def _kept_steps(hours: Mapping[str, float], budget: float) -> list[str]:
    from tools.roadmap.steps import steps_within

    return [[*hours][place] for place in steps_within([*hours.values()], budget)]
