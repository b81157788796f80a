"""A plan made shorter: which of its skills go, so that the rest fits and still leads where it was to lead."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import prompts
from agent import wording
from agent.models import Plan, PlanChange
from agent.plans.change_names import own_titles
from agent.plans.edits import hours_of_skills
from agent.plans.ordering import core_titles
from agent.plans.unmade import Unmade
from tools.evidence import Evidence

LESS = 0.75  # of the hours, where a plan is to be shorter and nobody said by how much
LEAST = 0.4  # of the hours: with less of it a plan leads somewhere else


def skills_to_cut(
    change: PlanChange, plan: Plan, evidence: Sequence[Evidence], stay: AbstractSet[str] = frozenset()
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
    core = _core(plan, hours, stay)
    if plan.of_steps and not (kept := _kept_steps(hours, budget, core)):
        return [], [_only_core(core, hours)]
    kept = kept if plan.of_steps else _kept_skills(hours, budget, core)
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
        else [name for skill in in_order() if (name := skills()[skill].name) in taught] + own_titles(plan)
    )
    return {name: known.get(name, 0.0) for name in order}


def _core(plan: Plan, hours: Mapping[str, float], stay: AbstractSet[str]) -> list[str]:
    """What stays however short it is to be: the steps without which nobody gets in, those of their own, and what they want to keep."""
    held = {*core_titles(plan), *own_titles(plan), *stay}
    return [name for name in hours if name in held]


def _only_core(core: Sequence[str], hours: Mapping[str, float]) -> Unmade:
    """That hardly anything could go, and what that is."""
    whole, stays = (
        wording.hours(round(sum(hours.values()))),
        wording.number(round(sum(map(hours.__getitem__, core)))),
    )
    free = wording.listing([f"“{name}”" for name in hours if name not in core]) or "nothing"
    return Unmade(
        prompts.fill(
            prompts.reply("feedback.only_core"), hours=stays, all=whole, core=wording.listing(core), free=free
        )
    )


def _kept_skills(hours: Mapping[str, float], budget: float, core: Sequence[str]) -> list[str]:
    """What fits beside what stays, with all that this builds on."""
    from tools.roadmap.graph import before
    from tools.roadmap.horizon import kept_within
    from tools.roadmap.tables import skills

    ids = {row.name: row.id for row in skills().values()}
    needed = {skills()[basis].name for name in core if name in ids for basis in before(ids[name])}
    stay = [name for name in hours if name in core or name in needed]
    budget -= sum(hours[name] for name in stay)
    skill_ids = [ids[name] for name in hours if name not in stay]
    kept = kept_within(skill_ids, lambda skill: hours[skills()[skill].name], max(0.0, budget))
    return [*stay, *(skills()[skill].name for skill in kept)]


def _kept_steps(hours: Mapping[str, float], budget: float, core: Sequence[str]) -> list[str]:
    from tools.roadmap.steps import steps_within

    names = [*hours]
    return [
        names[place]
        for place in steps_within([*hours.values()], budget, [names.index(name) for name in core])
    ]
