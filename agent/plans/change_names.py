"""What a change of a plan names of it: its parts and skills, and what is to be said of names that it has not."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from agent import wording
from agent.models import Plan, PlanChange
from agent.plans.item_review import items_of
from agent.plans.labels import remark
from agent.plans.named import named
from agent.plans.other_words import could_be
from agent.plans.progress import usual_name
from agent.plans.unmade import Unmade, untaught

_PUT_IN = frozenset({"put_back", "own_step", "more", "keep", "project"})


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
    known, notes = list[str](), list[Unmade]()
    for skill in change.skills:
        names = _taught_as(skill, plan)
        known += [name for name in names if name not in known]
        notes += [] if names else [untaught(skill, plan, gone=change.kind == "leave_out")]
    return known, notes


def _taught_as(words: str, plan: Plan) -> list[str]:
    """The skill of that name, else those of the part that words name as people name parts ("the exam")."""
    held = {skill.casefold(): skill for skill in taught(plan)}
    if name := held.get(words.casefold().strip()) or held.get(usual_name(words).casefold()):
        return [name]
    skipped = plan.outlook.skipped if plan.outlook else []
    found = named(words, plan)
    if found.week or any(usual_name(words) in group.skills for group in skipped):
        return []
    return list(dict.fromkeys([*skills_of(found.parts, plan), *found.skills]))


def without_gone(change: PlanChange, plan: Plan, gone: AbstractSet[str]) -> PlanChange | None:
    """The change without what the same message takes out, in whatever words; None where it names nothing else."""
    if not gone or change.kind in _PUT_IN or not (change.skills or change.parts):
        return change

    def is_gone(names: Sequence[str]) -> bool:
        return change.kind != "leave_out" and bool(names) and gone >= {*names}

    def stays(words: str) -> bool:
        if names := _taught_as(words, plan):
            return not is_gone(names)
        return not any(gone >= {*each.skills} for each in could_be(words, plan)[:1])

    skills = [skill for skill in change.skills if stays(skill)]
    parts = [part for part in change.parts if not is_gone(skills_of([part], plan))]
    return change.model_copy(update={"skills": skills, "parts": parts}) if skills or parts else None


def meant(change: PlanChange, plan: Plan) -> tuple[list[str], list[Unmade]]:
    """All skills that a change names, those of its milestones too."""
    parts, notes = known_parts(change, plan, milestones=True)
    skills, unknown = known_skills(change, plan)
    return [*dict.fromkeys([*skills, *skills_of(parts, plan)])], notes + unknown


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
