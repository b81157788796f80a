"""What a change of a plan names of it: its parts and skills, and what is to be said of names that it has not."""

from collections.abc import Iterable, Sequence

from agent import wording
from agent.models import Plan, PlanChange
from agent.plans.item_review import items_of
from agent.plans.labels import remark
from agent.plans.progress import usual_name
from agent.plans.unmade import Unmade, untaught


def known_parts(
    change: PlanChange, plan: Plan, *, milestones: bool = False
) -> tuple[list[str], list[Unmade]]:
    """The parts that the plan has, and what is to be said of each that it has not."""
    items = {name.casefold(): name for name in items_of(plan)}
    ids = {milestone.id for milestone in plan.milestones}
    known, notes = [], []
    for part in change.parts:
        name = items.get(part.casefold().strip())
        if name is None:
            notes.append(Unmade(remark(plan.language, "no_part", what=part)))
        elif milestones and name not in ids:
            title = items_of(plan)[name]
            notes.append(Unmade(f"{title} is no milestone, so it has no place in their order."))
        else:
            known.append(name)
    return known, notes


def known_skills(change: PlanChange, plan: Plan) -> tuple[list[str], list[Unmade]]:
    """The skills that the plan teaches, by their usual names, and what is to be said of each that it does not."""
    held = {skill.casefold(): skill for skill in taught(plan)}
    known, notes = [], []
    for skill in change.skills:
        name = held.get(skill.casefold().strip()) or held.get(usual_name(skill).casefold())
        if name is None:
            notes.append(untaught(skill, plan, gone=change.kind == "leave_out"))
        else:
            known.append(name)
    return known, notes


def meant(change: PlanChange, plan: Plan) -> tuple[list[str], list[Unmade]]:
    """All skills that a change names, those of its milestones too."""
    parts, notes = known_parts(change, plan, milestones=True)
    skills, unknown = known_skills(change, plan)
    return [*skills, *skills_of(parts, plan)], notes + unknown


def taught(plan: Plan) -> list[str]:
    """The skills of all milestones, in their order."""
    return [skill for milestone in plan.milestones for skill in milestone.skills]


def own_titles(plan: Plan) -> list[str]:
    """The steps of the person's own that the plan has, by their titles."""
    return [milestone.title for milestone in plan.milestones if milestone.own]


def skills_of(parts: Sequence[str], plan: Plan) -> list[str]:
    """The skills of milestones, by ids."""
    return [skill for part in parts for held in plan.milestones if held.id == part for skill in held.skills]


def listed(names: Iterable[str]) -> str:
    return wording.listing(sorted(names)) or "What you named"
