"""What a person wants different in a plan, as edits that every later draft and its roadmap keep.

A reader of their words fills in `PlanChange` values; nothing here reads English.
"""

from collections.abc import Callable, Iterable, Sequence

import prompts
from agent import wording
from agent.models import Plan, PlanChange, PlanChangeKind, PlanEdit
from agent.plans.constraints import ORDER, RESOURCES, first_skills, removed_skills
from agent.plans.cutting import skills_to_cut
from agent.plans.edits import edits_between, merge_edits
from agent.plans.item_review import items_of, without
from agent.plans.named import skills_of_subject, telling_words
from agent.plans.progress import usual_name
from agent.plans.unmade import Unmade, left_out, slower, unmade, untaught
from tools.evidence import Evidence

_LISTS = ("assumptions", "next_actions")
Result = tuple[list[PlanEdit], list[Unmade]]  # new edits, and what could not be done


def change_edits(
    changes: Sequence[PlanChange], plan: Plan, held: Sequence[PlanEdit], evidence: Sequence[Evidence] = ()
) -> Result:
    """`held` with the edits that `changes` of `plan` come to, and what is to be said of each that could not be made.

    `evidence` holds the hours of single skills, which a plan is cut by.
    """
    if not plan.milestones and not held:
        return list(held), [Unmade(prompts.reply("feedback.no_steps"))]
    edits, notes, ordered = list(held), list[Unmade](), list[str]()
    for change in changes:
        again = {usual_name(skill) for skill in change.skills} & removed_skills(edits)
        if change.kind == "put_back" or (change.kind == "more" and again):
            edits, said = _put_back(change, edits)
        else:
            new, said = _made(change, plan, evidence)
            new = [_after(edit, ordered, change) if edit.path == ORDER else edit for edit in new]
            ordered = first_skills(new) or ordered
            edits = [edit for edit in edits if not _is_replaced(edit, new)]
            edits = merge_edits(edits, new)
        notes += said
    return edits, notes


def _after(order: PlanEdit, before: Sequence[str], change: PlanChange) -> PlanEdit:
    """Two orders of one message hold both: what is to come first leads, all else follows what was ordered before."""
    new = first_skills([order])
    names = [*new, *before] if change.kind == "first" else [*(name for name in before if name in new), *new]
    return order.model_copy(update={"after": [*dict.fromkeys(names)]})


def _made(change: PlanChange, plan: Plan, evidence: Sequence[Evidence]) -> Result:
    if change.kind == "shorter":
        gone, said = skills_to_cut(change, plan, evidence)
        return [_out(skill) for skill in gone], said
    if change.kind == "unclear" and change.skills and not _known_skills(change, plan)[0]:
        return [], _known_skills(change, plan)[1]
    maker = _MAKERS.get(change.kind)
    if maker is None or not (change.skills or change.parts or change.resources or change.kind == "fewer"):
        return [], [_unmade(change, plan)]
    return maker(change, plan)


def _unmade(change: PlanChange, plan: Plan) -> Unmade:
    """With the names of what it is about; what is to be added and is there already is said to be."""
    if change.kind == "slower":
        return slower(plan)
    titles = items_of(plan)
    if change.kind == "more" and (held := _known_skills(change, plan)[0]):
        return Unmade(f"{_named(held)} {'is' if len(held) == 1 else 'are'} in the plan already.")
    return unmade(change, [*(titles.get(part, part) for part in change.parts), *change.skills])


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
    wanted = [*skills, *_skills_of(parts, plan)]
    if wanted and wanted == _taught(plan)[: len(wanted)]:
        return [], [Unmade(f"{_named(wanted)} stands first already."), *notes]
    return _ordered(wanted), notes + unknown


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
        return [], [Unmade(f"{_named(last)} cannot come later: all the rest builds on it.")]
    return _ordered(first), notes + unknown


def _reorder(change: PlanChange, plan: Plan) -> Result:
    """What is named takes each other's places; the rest stays where it is."""
    taught, groups, notes = _taught(plan), [], []
    for name in change.parts:
        parts, _ = _known_parts(PlanChange(kind="reorder", parts=[name]), plan, milestones=True)
        skills, _ = _known_skills(PlanChange(kind="reorder", skills=[name]), plan)
        if group := [*_skills_of(parts, plan), *skills]:
            groups.append(group)
        elif title := items_of(plan).get(name):
            notes.append(Unmade(f"{title} is no milestone, so it has no place in their order."))
        else:
            notes.append(
                untaught(name, plan) if left_out(name, plan) else Unmade(f"The plan has no part {name}.")
            )
    if len(groups) < 2:
        return [], notes or [unmade(PlanChange(kind="reorder"))]
    builds_on = _prerequisites()
    for place, group in enumerate(groups):
        later = {skill for other in groups[place + 1 :] for skill in other}
        if behind := next(((name, needed) for name in group if (needed := builds_on(name) & later)), None):
            said = f"{behind[0]} builds on {_named(behind[1])}, so it stays behind it."
            return [], [*notes, Unmade(said)]
    moved = {skill for group in groups for skill in group}
    starts = sorted(taught.index(group[0]) for group in groups)
    order = [
        skill
        for place, name in enumerate(taught)
        for skill in (groups[starts.index(place)] if place in starts else [] if name in moved else [name])
    ]
    return _ordered(order[: max(order.index(skill) for skill in moved) + 1]), notes


def _fewer(change: PlanChange, plan: Plan) -> Result:
    parts, notes = _known_parts(change, plan)
    sizes = {section.id: len(section.claims) for section in plan.sections}
    parts = parts if change.parts or change.skills else [*sizes]
    sizes |= {name: len(getattr(plan, name)) for name in _LISTS}
    notes += _known_skills(change, plan)[1]
    edits = []
    for part in parts:
        if part not in sizes:
            notes.append(Unmade(f"{part} is a milestone: leave it out, or put it later."))
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
        notes += [] if found else [Unmade(f"The plan names nothing to learn from called {wanted}.")]
    return edits, notes


def _put_back(change: PlanChange, held: Sequence[PlanEdit]) -> Result:
    """The edits without those that took out what is wanted back in; without a name the last one is taken back."""
    out = removed_skills(held)
    wanted = [(usual_name(skill), skills_of_subject(skill) & out) for skill in change.skills]
    names = [name for skill, of_it in wanted for name in (sorted(of_it) or [skill])] + [*change.parts]
    if not names:
        return list(held[:-1]), []
    gone = [max((_likeness(edit, name) for edit in held), default=0) for name in names]
    kept = [
        edit
        for edit in held
        if not any(best and _likeness(edit, name) == best for name, best in zip(names, gone, strict=True))
    ]
    missing = [name for name, best in zip(names, gone, strict=True) if not best]
    was = "was" if len(missing) == 1 else "were"
    said = f"{_named(missing)} {was} not left out, so there is nothing to put back."
    return kept, [Unmade(said)] if missing else []


def _likeness(edit: PlanEdit, name: str) -> int:
    """How many words of `name` name what an edit took out; all of them and more where it is the very name."""
    place = edit.path.split("/")
    removes = edit.path.endswith("/most") or (
        edit.after is None and (place[0] in _LISTS or len(place) == len(("place", "name")))
    )
    if not removes:
        return 0
    title = edit.before.get("title") if isinstance(edit.before, dict) else edit.before
    called = [*place, *edit.anchor, *([title] if isinstance(title, str) else [])]
    wanted = telling_words(name)
    if name in called:
        return len(wanted) + 1
    return max(len(wanted & telling_words(each)) for each in called)


def _ordered(skills: Sequence[str]) -> list[PlanEdit]:
    names = list(dict.fromkeys(skills))
    return [PlanEdit(path=ORDER, after=[*names])] if names else []


def _out(skill: str) -> PlanEdit:
    return PlanEdit(path=f"skills/{skill}", before=skill)


def _known_parts(
    change: PlanChange, plan: Plan, *, milestones: bool = False
) -> tuple[list[str], list[Unmade]]:
    """The parts that the plan has, and what is to be said of each that it has not."""
    items = {name.casefold(): name for name in items_of(plan)}
    ids = {milestone.id for milestone in plan.milestones}
    known, notes = [], []
    for part in change.parts:
        name = items.get(part.casefold().strip())
        if name is None:
            notes.append(Unmade(f"The plan has no part {part}."))
        elif milestones and name not in ids:
            title = items_of(plan)[name]
            notes.append(Unmade(f"{title} is no milestone, so it has no place in their order."))
        else:
            known.append(name)
    return known, notes


def _known_skills(change: PlanChange, plan: Plan) -> tuple[list[str], list[Unmade]]:
    """The skills that the plan teaches, by their usual names, and what is to be said of each that it does not."""
    taught = {skill.casefold(): skill for skill in _taught(plan)}
    known, notes = [], []
    for skill in change.skills:
        name = taught.get(skill.casefold().strip()) or taught.get(usual_name(skill).casefold())
        if name is None:
            notes.append(untaught(skill, plan))
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
