"""What a person wants different in a plan, as edits that every later draft and its roadmap keep.

A reader of their words fills in `PlanChange` values; nothing here reads English.
"""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

import prompts
from agent import wording
from agent.models import Plan, PlanChange, PlanChangeKind, PlanEdit
from agent.plans import labels
from agent.plans.change_names import known_parts, known_skills, listed, meant, skills_of, without_gone
from agent.plans.constraints import (
    BRIEF,
    ORDER,
    OWN,
    RESOURCES,
    SLOW,
    first_skills,
    own_steps,
    removed_skills,
)
from agent.plans.cutting import skills_to_cut
from agent.plans.edits import edits_between, merge_edits
from agent.plans.first_steps import in_first_steps
from agent.plans.item_review import items_of, without
from agent.plans.labels import remark
from agent.plans.ordering import core_titles, first, in_order, later, reorder
from agent.plans.own_steps import added, kept
from agent.plans.plan_texts import LISTS
from agent.plans.progress import usual_name
from agent.plans.putting_back import left_for_later, put_back
from agent.plans.rhythm import in_rhythm
from agent.plans.unmade import Unmade, limited, passed_over, slower, unmade
from tools.evidence import Evidence

# With words and no name these are of what the plan has not, or of days that it does not count.
_UNNAMED = frozenset({"unclear", "leave_out", "first", "later", "less", "hours"})
# Their words are what goes in.
_WITH_WORDS = frozenset({"own_step", "project"})
Result = tuple[list[PlanEdit], list[Unmade]]  # new edits, and what could not be done


def change_edits(
    changes: Sequence[PlanChange],
    plan: Plan,
    held: Sequence[PlanEdit],
    evidence: Sequence[Evidence] = (),
    lacks: Iterable[str] = (),
) -> Result:
    """`held` with the edits that `changes` of `plan` come to, and what is to be said of each that could not be made.

    `evidence` holds the hours of single skills, which a plan is cut by; what the person `lacks` or wanted first is cut last.
    """
    if not plan.milestones:
        return in_first_steps(changes, held)
    edits, notes, ordered = list(held), list[Unmade](), list[str]()
    stay = {name for change in changes if change.kind == "keep" for name in meant(change, plan)[0]}
    # What the same words want early is no part to cut.
    early = {
        name for change in changes if change.kind in ("first", "more") for name in meant(change, plan)[0]
    }
    wanted = {usual_name(skill) for skill in lacks} | {*first_skills(held)} | early
    gone = {name for change in changes if change.kind == "leave_out" for name in meant(change, plan)[0]}
    for change in filter(None, (without_gone(each, plan, gone) for each in changes)):
        again = {usual_name(skill) for skill in change.skills} & removed_skills(edits)
        later = [name for name in change.skills if left_for_later(name, plan)]
        if change.kind == "put_back" or (change.kind == "more" and (again or later)):
            edits, said = put_back(change, edits, plan)
        elif change.kind == "known":
            said = [_all_known(plan, edits)]
        else:
            new, said = _made(change, plan, evidence, (stay, wanted))
            new = [_after(edit, ordered, change) if edit.path == ORDER else kept(edits, edit) for edit in new]
            ordered = [] if plan.of_steps else first_skills(new) or ordered
            plan = in_order(plan, first_skills(new))
            edits = [edit for edit in edits if not _is_replaced(edit, new)]
            edits = merge_edits(edits, new)
        notes += said
    return edits, notes


def _after(order: PlanEdit, before: Sequence[str], change: PlanChange) -> PlanEdit:
    """Two orders of one message hold both: what is to come first leads, all else follows what was ordered before."""
    new = first_skills([order])
    names = [*new, *before] if change.kind == "first" else [*(name for name in before if name in new), *new]
    return order.model_copy(update={"after": [*dict.fromkeys(names)]})


def _made(
    change: PlanChange,
    plan: Plan,
    evidence: Sequence[Evidence],
    stays: tuple[AbstractSet[str], AbstractSet[str]] = (frozenset(), frozenset()),
) -> Result:
    if change.kind == "shorter":
        gone, said = skills_to_cut(change, plan, evidence, *stays)
        return [_out(skill, "shorter") for skill in gone], said
    if change.words and change.parts and change.kind not in _WITH_WORDS:
        edits, notes = _made(change.model_copy(update={"words": None}), plan, evidence)
        return edits, [*_read_as(change, plan), *notes]
    if change.words and change.kind in _UNNAMED and not (change.parts or change.skills):
        return [], [passed_over(change, plan.language)]
    if change.kind == "unclear" and change.skills and not known_skills(change, plan)[0]:
        return [], known_skills(change, plan)[1]
    maker = _MAKERS.get(change.kind)
    named = (
        change.skills
        or change.parts
        or change.resources
        or change.words
        or change.kind in ("fewer", "hands_on", "rhythm")
    )
    return maker(change, plan) if maker and named else ([], [_unmade(change, plan)])


def _read_as(change: PlanChange, plan: Plan) -> list[Unmade]:
    """How words that are none of the plan's were read, so that it can be mended."""
    titles = [f"“{items_of(plan)[part]}”" for part in change.parts if part in items_of(plan)]
    told = {"words": " ".join((change.words or "").split()).strip(" .,;!?"), "title": wording.listing(titles)}
    return [Unmade(prompts.fill(prompts.reply("feedback.read_as"), **told))] if titles else []


def _unmade(change: PlanChange, plan: Plan) -> Unmade:
    """With the names of what it is about; what is to be added and is there already is said to be."""
    if change.kind == "slower":
        return slower(plan)
    titles = items_of(plan)
    if change.kind == "more" and (held := known_skills(change, plan)[0]):
        return Unmade(remark(plan.language, "there", what=labels.listing(plan.language, sorted(held))))
    return unmade(change, [*(titles.get(part, part) for part in change.parts), *change.skills], plan.language)


def _is_replaced(edit: PlanEdit, new: Iterable[PlanEdit]) -> bool:
    """An order, a number of lines or a step of theirs, of which the newest word counts; one put in again is not out any more."""
    place, _, name = edit.path.partition("/")
    if place in (SLOW, BRIEF):
        return any(other.path in (f"{SLOW}/{name}", f"{BRIEF}/{name}") for other in new)
    one = edit.path == ORDER or edit.path.endswith("/most") or edit.path.startswith(f"{OWN}/")
    again = {step.title for step in own_steps([*new])} & {*edit.anchor}
    return bool(again and edit.after is None) or (one and any(edit.path == other.path for other in new))


def _leave_out(change: PlanChange, plan: Plan) -> Result:
    parts, notes = known_parts(change, plan)
    skills, unknown = known_skills(change, plan)
    changed = plan
    for part in parts:
        changed = without(changed, part)
    of_parts, core = skills_of(parts, plan), core_titles(plan)
    gone = [name for name in dict.fromkeys([*of_parts, *skills]) if name in core]
    warned = [Unmade(remark(plan.language, "core_out", title=title)) for title in gone]
    return [
        *edits_between(plan, changed),
        *(_out(skill) for skill in skills if skill not in of_parts),
    ], notes + unknown + warned


def _paced(change: PlanChange, plan: Plan) -> Result:
    """The upper or the lower end of the hours of what is named; a step of theirs takes what they say."""
    wanted, notes = meant(change, plan)
    own = {each.title for each in plan.milestones if each.own and not each.subject}
    notes += [Unmade(f"How long “{name}” takes is yours to say.") for name in wanted if name in own]
    paced = [name for name in wanted if name not in own]
    if paced and change.kind != "slower":
        said = prompts.fill(prompts.reply(f"feedback.{change.kind}_part"), what=listed(paced))
        notes = [Unmade(said[:1].upper() + said[1:]), *notes]
    pace = BRIEF if change.kind == "less" else SLOW
    return [PlanEdit(path=f"{pace}/{name}", after=name) for name in paced], notes


def _all_known(plan: Plan, held: Sequence[PlanEdit]) -> Unmade:
    """What they know, without a name: what is left out for it already, and the question what else it is."""
    groups = plan.outlook.skipped if plan.outlook else []
    names = [name for group in groups for name in group.skills if name not in removed_skills(held)]
    asked = prompts.reply("feedback.known_ask")
    said = prompts.fill(prompts.reply("feedback.known_left"), what=wording.listing(names)) if names else ""
    return Unmade(said or prompts.reply("feedback.known_none"), asked)


def _keep(change: PlanChange, plan: Plan) -> Result:
    """What stays: no cut of the same message takes it, and that is said."""
    parts, notes = known_parts(change, plan)
    titles = [f"“{items_of(plan)[part]}”" for part in parts]
    names = [*titles, *known_skills(change, plan)[0]]
    said = Unmade(remark(plan.language, "keeps", what=labels.listing(plan.language, names)))
    return [], [*([said] if names else []), *notes, *known_skills(change, plan)[1]]


def _project(change: PlanChange, plan: Plan) -> Result:
    """What they want to do it with stands in the plan, in their words."""
    titles = [f"“{items_of(plan)[part]}”" for part in known_parts(change, plan)[0]]
    names = [*titles, *known_skills(change, plan)[0]]
    words = " ".join((change.words or "").split()).strip(" .,;!?")
    if not names or not words:
        return [], [unmade(change, language=plan.language)]
    told = {"what": labels.listing(plan.language, names), "words": words}
    line = remark(plan.language, "project_line", **told)
    return [PlanEdit(path="assumptions", after=line)], [Unmade(remark(plan.language, "project_part", **told))]


def _hands_on(change: PlanChange, plan: Plan) -> Result:  # noqa: ARG001 - as the others
    """To learn by doing: it stands in the plan, and the first part shows how."""
    first = next((each for each in plan.milestones if each.proof and not each.own), None)
    line = PlanEdit(path="assumptions", after=remark(plan.language, "hands_on_line"))
    if first is None:
        return [line], []
    told = {"title": first.title, "proof": first.proof.rstrip(".")}
    return [line], [Unmade(prompts.fill(prompts.reply("feedback.hands_on_part"), **told))]


def _more(change: PlanChange, plan: Plan) -> Result:
    """What the plan has not goes in as a subject of their own, in their words; what it has is said to be there."""
    held = known_skills(change, plan)[0] or change.parts
    if held:
        return [], [_unmade(change, plan)]
    steps = [added(PlanChange(kind="own_step", words=name, subject=True), plan) for name in change.skills]
    return [edit for edits, _ in steps for edit in edits], [note for _, notes in steps for note in notes]


def _cheaper(change: PlanChange, plan: Plan) -> Result:
    """Their limit stands in the plan, in their words; no price is known, and that is said."""
    said, note = limited(change.words or "", plan)
    return ([PlanEdit(path="assumptions", after=said)] if said else []), [note]


def _lighter(change: PlanChange, plan: Plan) -> Result:  # noqa: ARG001 - as the others
    """Its hours are a fact of theirs already: what was counted is said, so that it can be mended."""
    told = {"days": change.words or "", "hours": wording.hours(change.hours or 0)}
    return [], [Unmade(prompts.fill(prompts.reply("feedback.lighter_of"), **told))]


def _fewer(change: PlanChange, plan: Plan) -> Result:
    parts, notes = known_parts(change, plan)
    sizes = {section.id: len(section.claims) for section in plan.sections}
    parts = parts if change.parts or change.skills else [*sizes]
    sizes |= {name: len(getattr(plan, name)) for name in LISTS}
    notes += known_skills(change, plan)[1]
    edits = []
    for part in parts:
        if part not in sizes:
            notes.append(Unmade(f"{part} is a milestone: leave it out, or put it later."))
            continue
        most = change.most if change.most is not None else sizes[part] // 2
        path = f"{part}/most" if part in LISTS else f"sections/{part}/most"
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


def _out(skill: str, reason: Literal["asked", "shorter"] = "asked") -> PlanEdit:
    return PlanEdit(path=f"skills/{skill}", before=skill, reason=reason)


_MAKERS: dict[PlanChangeKind, Callable[[PlanChange, Plan], Result]] = {
    "leave_out": _leave_out,
    "first": first,
    "later": later,
    "reorder": reorder,
    "slower": _paced,
    "gentler": _paced,
    "less": _paced,
    "keep": _keep,
    "project": _project,
    "own_step": added,
    "more": _more,
    "hands_on": _hands_on,
    "rhythm": in_rhythm,
    "cheaper": _cheaper,
    "lighter": _lighter,
    "fewer": _fewer,
    "without_resource": _without_resource,
}
