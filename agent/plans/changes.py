"""What a person wants different in a plan, as edits that every later draft and its roadmap keep.

A reader of their words fills in `PlanChange` values; nothing here reads English.
"""

from collections.abc import Callable, Iterable, Sequence

from agent import wording
from agent.models import Plan, PlanChange, PlanChangeKind, PlanEdit
from agent.plans.constraints import ORDER, RESOURCES
from agent.plans.edits import edits_between, hours_of_skills, merge_edits
from agent.plans.item_review import items_of, without
from agent.plans.progress import usual_name
from tools.evidence import Evidence

LESS = 0.75  # of the hours, where a plan is to be shorter and nobody said by how much
_LISTS = ("assumptions", "next_actions")
Result = tuple[list[PlanEdit], list[str]]  # new edits, and what could not be done, each a sentence


def change_edits(
    changes: Sequence[PlanChange], plan: Plan, held: Sequence[PlanEdit], evidence: Sequence[Evidence] = ()
) -> Result:
    """`held` with the edits that `changes` of `plan` come to, and a sentence for each that could not be made.

    `evidence` holds the hours of single skills, which a plan is cut by.
    """
    edits, notes = list(held), []
    for change in changes:
        if change.kind == "put_back":
            kept, said = _put_back(change, edits)
            edits = kept
        elif change.kind == "shorter":
            new, said = _shorter(change, plan, evidence)
            edits = merge_edits(edits, new)
        else:
            new, said = _MAKERS[change.kind](change, plan)
            edits = [edit for edit in edits if not _is_replaced(edit, new)]
            edits = merge_edits(edits, new)
        notes += said
    return edits, notes


def _is_replaced(edit: PlanEdit, new: Iterable[PlanEdit]) -> bool:
    """An order, or a number of lines, of which the newest word counts."""
    one = edit.path == ORDER or edit.path.endswith("/most")
    return one and any(edit.path == other.path for other in new)


def _leave_out(change: PlanChange, plan: Plan) -> Result:
    parts, notes = _known_parts(change, plan)
    skills, unknown = _known_skills(change, plan)
    changed = plan
    for part in parts:
        changed = without(changed, part)
    return [*edits_between(plan, changed), *(_out(skill) for skill in skills)], notes + unknown


def _first(change: PlanChange, plan: Plan) -> Result:
    parts, notes = _known_parts(change, plan, milestones=True)
    skills, unknown = _known_skills(change, plan)
    return _ordered([*skills, *_skills_of(parts, plan)]), notes + unknown


def _later(change: PlanChange, plan: Plan) -> Result:
    """Everything that does not build on these skills comes before them."""
    parts, notes = _known_parts(change, plan, milestones=True)
    skills, unknown = _known_skills(change, plan)
    last = {*skills, *_skills_of(parts, plan)}
    if not last:
        return [], notes + unknown
    builds_on = _prerequisites()
    first = [skill for skill in _taught(plan) if skill not in last and not builds_on(skill) & last]
    if not first:
        return [], [f"{_named(last)} cannot come later: all the rest builds on it."]
    return _ordered(first), notes + unknown


def _reorder(change: PlanChange, plan: Plan) -> Result:
    parts, notes = _known_parts(change, plan, milestones=True)
    return _ordered(_skills_of(parts, plan)), notes


def _fewer(change: PlanChange, plan: Plan) -> Result:
    parts, notes = _known_parts(change, plan)
    sizes = {section.id: len(section.claims) for section in plan.sections}
    sizes |= {name: len(getattr(plan, name)) for name in _LISTS}
    edits = []
    for part in parts:
        if part not in sizes:
            notes.append(f"{part} is a milestone: leave it out, or put it later.")
            continue
        most = change.most if change.most is not None else sizes[part] // 2
        path = f"{part}/most" if part in _LISTS else f"sections/{part}/most"
        edits.append(PlanEdit(path=path, after=max(0, most)))
    return edits, notes


def _without_resource(change: PlanChange, plan: Plan) -> Result:
    resources = [item for milestone in plan.milestones for item in milestone.resources]
    edits, notes = [], []
    for wanted in change.resources:
        named = wanted.casefold().strip()
        found = [
            item
            for item in resources
            if named and (named in item.title.casefold() or named == item.url.casefold())
        ]
        edits += [PlanEdit(path=f"{RESOURCES}/{item.url}", before=item.title) for item in found]
        notes += [] if found else [f"The plan names nothing to learn from called {wanted}."]
    return edits, notes


def _shorter(change: PlanChange, plan: Plan, evidence: Sequence[Evidence]) -> Result:
    """Cuts what opens least of the way until the rest fits; nothing where no hours are known."""
    from tools.roadmap.horizon import kept_within
    from tools.roadmap.knowledge import in_order
    from tools.roadmap.tables import skills

    hours, taught = hours_of_skills(evidence), set(_taught(plan))
    left = [skill for skill in in_order() if skills()[skill].name in taught]
    total = sum(hours.get(skills()[skill].name, 0.0) for skill in left)
    weekly = float(plan.outlook.hours_per_week or 0) if plan.outlook else 0.0
    if not total or (change.weeks is not None and not weekly):
        return [], ["The plan cannot be cut: the hours of its skills are not known."]
    budget = total * LESS if change.weeks is None else change.weeks * weekly
    if budget >= total:
        return [], [f"The plan fits into {wording.weeks(change.weeks or 0)} as it is."]
    kept = kept_within(left, lambda skill: hours.get(skills()[skill].name, 0.0), budget)
    if not kept:
        return [], [f"Nothing of the plan fits into {wording.hours(round(budget))}."]
    return [_out(skills()[skill].name) for skill in left if skill not in kept], []


def _put_back(change: PlanChange, held: Sequence[PlanEdit]) -> Result:
    """The edits without those that took out what is wanted back in."""
    skills, parts = {usual_name(skill) for skill in change.skills}, set(change.parts)
    notes = []
    kept = [edit for edit in held if not _took_out(edit, skills, parts)]
    if len(kept) == len(held):
        notes.append(f"{_named([*skills, *parts])} was not left out, so there is nothing to put back.")
    return kept, notes


def _took_out(edit: PlanEdit, skills: set[str], parts: set[str]) -> bool:
    place = edit.path.split("/")
    if edit.path.endswith("/most") or (place[0] in _LISTS and edit.after is None):
        return bool(parts & set(place))
    if edit.after is not None or len(place) != len(("place", "name")):
        return False
    return place[1] in skills | parts or bool(skills & set(edit.anchor))


def _ordered(skills: Sequence[str]) -> list[PlanEdit]:
    names = list(dict.fromkeys(skills))
    return [PlanEdit(path=ORDER, after=[*names])] if names else []


def _out(skill: str) -> PlanEdit:
    return PlanEdit(path=f"skills/{skill}", before=skill)


def _known_parts(change: PlanChange, plan: Plan, *, milestones: bool = False) -> tuple[list[str], list[str]]:
    """The parts that the plan has, and a sentence for each that it has not."""
    items = {name.casefold(): name for name in items_of(plan)}
    ids = {milestone.id for milestone in plan.milestones}
    known, notes = [], []
    for part in change.parts:
        name = items.get(part.casefold().strip())
        if name is None:
            notes.append(f"The plan has no part {part}.")
        elif milestones and name not in ids:
            notes.append(f"{items_of(plan)[name]} is no milestone, so it has no place in their order.")
        else:
            known.append(name)
    return known, notes


def _known_skills(change: PlanChange, plan: Plan) -> tuple[list[str], list[str]]:
    """The skills that the plan teaches, by their usual names, and a sentence for each that it does not."""
    taught = {skill.casefold(): skill for skill in _taught(plan)}
    known, notes = [], []
    for skill in change.skills:
        name = taught.get(skill.casefold().strip()) or taught.get(usual_name(skill).casefold())
        if name is None:
            notes.append(f"The plan does not teach {skill}.")
        else:
            known.append(name)
    return known, notes


def _taught(plan: Plan) -> list[str]:
    return [skill for milestone in plan.milestones for skill in milestone.skills]


def _skills_of(parts: Sequence[str], plan: Plan) -> list[str]:
    return [skill for part in parts for held in plan.milestones if held.id == part for skill in held.skills]


def _prerequisites() -> Callable[[str], set[str]]:
    """From a skill's name to the names of all that it builds on."""
    from tools.roadmap.graph import before
    from tools.roadmap.tables import skills

    ids = {row.name: row.id for row in skills().values()}
    return lambda name: {skills()[skill].name for skill in before(ids[name])} if name in ids else set()


def _named(names: Iterable[str]) -> str:
    return wording.listing(sorted(names)) or "What you named"


_MAKERS: dict[PlanChangeKind, Callable[[PlanChange, Plan], Result]] = {
    "leave_out": _leave_out,
    "first": _first,
    "later": _later,
    "reorder": _reorder,
    "fewer": _fewer,
    "without_resource": _without_resource,
}
