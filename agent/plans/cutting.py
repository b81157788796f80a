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
    change: PlanChange,
    plan: Plan,
    evidence: Sequence[Evidence],
    stay: AbstractSet[str] = frozenset(),
    wanted: AbstractSet[str] = frozenset(),
) -> tuple[list[str], list[Unmade]]:
    """What opens least of the way, until the rest fits; none where no hours are known or too little would be left.

    What is to `stay` does, and what is `wanted`, as far as all of it fits.
    """
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
    if not plan.of_steps:
        kept = _kept_skills(hours, budget, _core(plan, hours, stay | wanted), plan)
        if sum(hours[name] for name in kept) > budget:
            kept = _kept_skills(hours, budget, core, plan)
    if sum(hours[name] for name in kept) < LEAST * total:
        into = f"Into {wording.weeks(change.weeks)} go" if change.weeks else "That would leave"
        said = f"{into} {wording.number(wording.whole(budget))} of its {wording.hours(wording.whole(total))}"
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
        wording.hours(wording.whole(sum(hours.values()))),
        wording.number(wording.whole(sum(map(hours.__getitem__, core)))),
    )
    free = wording.listing([f"“{name}”" for name in hours if name not in core]) or "nothing of it"
    return Unmade(
        prompts.fill(
            prompts.reply("feedback.only_core"), hours=stays, all=whole, core=wording.listing(core), free=free
        )
    )


def _kept_skills(hours: Mapping[str, float], budget: float, core: Sequence[str], plan: Plan) -> list[str]:
    """What fits beside what stays, with all that this builds on."""
    from tools.roadmap.horizon import kept_within
    from tools.roadmap.tables import skills

    ids = {row.name: row.id for row in skills().values()}
    needed = {basis for name in core for basis in _bases(name)}
    stay = [name for name in hours if name in core or name in needed]
    skill_ids = [ids[name] for name in hours if name not in stay]
    left = max(0.0, budget - sum(hours[name] for name in stay))
    kept = kept_within(skill_ids, lambda skill: hours[skills()[skill].name], left)
    return _filled([*stay, *(skills()[skill].name for skill in kept)], hours, budget, plan)


def _filled(kept: Sequence[str], hours: Mapping[str, float], budget: float, plan: Plan) -> list[str]:
    """Without what was only there for something that goes; what then fits again stays, with all it builds on."""
    from tools.roadmap.tables import skills
    from tools.roadmap.targets import link_target

    target = link_target(plan.outlook.target) if plan.outlook else None
    if target is None:
        return list(kept)
    wanted = {skills()[skill].name for skill in target.needs} | {*own_titles(plan)}
    ends = [name for name in kept if name in wanted]
    stay = {*ends, *(basis for name in ends for basis in _bases(name))} & {*hours}
    for name in hours:
        more = ({name} | _bases(name)) & {*hours} - stay
        if name in wanted and sum(hours[each] for each in (*stay, *more)) <= budget:
            stay |= more
    return [name for name in hours if name in stay]


def _bases(name: str) -> set[str]:
    """All that a skill builds on, by name; nothing of a step of their own."""
    from tools.roadmap.graph import before
    from tools.roadmap.tables import skills

    skill = next((row.id for row in skills().values() if row.name == name), None)
    return {skills()[basis].name for basis in before(skill)} if skill else set()


def _kept_steps(hours: Mapping[str, float], budget: float, core: Sequence[str]) -> list[str]:
    from tools.roadmap.steps import steps_within

    names = [*hours]
    return [
        names[place]
        for place in steps_within([*hours.values()], budget, [names.index(name) for name in core])
    ]
