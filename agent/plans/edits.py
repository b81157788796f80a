"""What a person changed in a draft, kept as constraints on every later draft.

An edit is remembered as small changes (a claim reworded, a milestone renamed, an action removed), so that a
redraft can renew everything around them without undoing one.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from pydantic import JsonValue

from agent.models import Claim, Plan, PlanEdit, Section
from tools.evidence import Evidence, Number
from tools.roadmap.models import Milestone

HOURS_FOR = "hours for "
_SHORT = 2  # words that may stand in a text by chance
_FIGURES = re.compile(r"\d[\d.,]*")
_TEXT_LISTS = ("assumptions", "next_actions")


def edits_between(draft: Plan, edited: Plan) -> list[PlanEdit]:
    """The changes that lead from `draft` to `edited`. Sources and approval are the coach's own and ignored."""
    edits = _section_edits(draft, edited)
    edits += _milestone_edits(draft, edited)
    for name in _TEXT_LISTS:
        edits += _list_edits(name, getattr(draft, name), getattr(edited, name))
    return edits


def merge_edits(held: Sequence[PlanEdit], new: Sequence[PlanEdit]) -> list[PlanEdit]:
    """Earlier and new edits; an edit of the person's own earlier text replaces that edit."""
    merged = list(held)
    for edit in new:
        earlier = next((old for old in merged if _continues(old, edit)), None)
        if earlier is None:
            merged += [] if edit in merged else [edit]
            continue
        merged.remove(earlier)
        merged.append(
            edit.model_copy(update={"before": earlier.before, "anchor": earlier.anchor or edit.anchor})
        )
    return [edit for edit in merged if edit.before != edit.after]


def apply_edits(plan: Plan, edits: Sequence[PlanEdit], hours: Mapping[str, float] | None = None) -> Plan:
    """`plan` with every edit in it. A text that the redraft no longer has is added as the person's own.

    `hours` of single skills, where they are known, go out of a milestone with a skill that was taken out.
    """
    plan = plan.model_copy(deep=True) if edits else plan
    for edit in edits:
        place, _, rest = edit.path.partition("/")
        if place == "sections":
            _apply_to_section(plan, rest, edit)
        elif place == "milestones":
            _apply_to_milestones(plan, rest, edit, hours or {})
        elif place == "skills":
            _take_out(plan, {rest}, hours or {})
        elif place in _TEXT_LISTS:
            texts = getattr(plan, place)
            fewer = texts[: number_of(edit)] if rest == "most" else _changed(texts, edit.before, edit.after)
            setattr(plan, place, [str(edit.after), *texts] if rest == "first" else fewer)
    return plan


def hours_of_skills(evidence: Sequence[Evidence]) -> dict[str, float]:
    """Study hours of single skills, as the newest roadmap has them."""
    figures = [figure for item in evidence if item.kind == "roadmap" for figure in item.figures]
    return {
        figure.label.removeprefix(HOURS_FOR): float(figure.value)
        for figure in figures
        if figure.label.startswith(HOURS_FOR)
    }


def written_by_person(plan: Plan, edits: Sequence[PlanEdit]) -> list[str]:
    """The texts of `plan` outside its sections that are the person's, by `edits`."""
    said: set[str] = set()
    for edit in edits:
        if isinstance(edit.after, dict):
            said |= {str(edit.after.get(name)) for name in ("title", "proof", "does")}
            said.add(f"{str(edit.after.get('title')).rstrip('.!?')}.")  # what to do for a step of their own
        elif isinstance(edit.after, str) and not edit.path.startswith("sections/"):
            said.add(edit.after)
    texts = [
        text for milestone in plan.milestones for text in (milestone.title, milestone.proof, milestone.does)
    ]
    found = [text for text in (*texts, *plan.assumptions, *plan.next_actions) if text and text in said]
    return list(dict.fromkeys(found))


def number_of(edit: PlanEdit) -> int:
    """How many lines an edit leaves of a section or list."""
    return edit.after if isinstance(edit.after, int) else 0


def _continues(old: PlanEdit, new: PlanEdit) -> bool:
    return old.path == new.path and new.before is not None and old.after == new.before


def _section_edits(draft: Plan, edited: Plan) -> list[PlanEdit]:
    edits: list[PlanEdit] = []
    before = {section.id: section for section in draft.sections}
    after = {section.id: section for section in edited.sections}
    for section_id, section in after.items():
        drafted = before.get(section_id, Section(id=section_id, title=section.title))
        path = f"sections/{section_id}"
        if drafted.title != section.title or section_id not in before:
            edits.append(PlanEdit(path=f"{path}/title", before=drafted.title, after=section.title))
        edits += _list_edits(f"{path}/claims", _texts(drafted), _texts(section))
    edits += [PlanEdit(path=f"sections/{gone}", before=gone) for gone in before.keys() - after.keys()]
    return edits


def _milestone_edits(draft: Plan, edited: Plan) -> list[PlanEdit]:
    edits: list[PlanEdit] = []
    before = {milestone.id: milestone.model_dump(mode="json") for milestone in draft.milestones}
    after = {milestone.id: milestone.model_dump(mode="json") for milestone in edited.milestones}
    edits += _skill_edits(before, after)
    # What is taken out is taken from what builds on it as well: no edit of its own, since ids change in a redraft.
    for held in after.values():
        old_links = before.get(held["id"], held)["after"]
        gone = [name for name in old_links if name not in after]
        if [name for name in old_links if name not in gone] == [
            name for name in held["after"] if name not in gone
        ]:
            held["after"] = old_links
    for milestone_id in [*before, *(new for new in after if new not in before)]:
        old, new = before.get(milestone_id), after.get(milestone_id)
        if old is None or new is None:
            edits.append(
                PlanEdit(path=f"milestones/{milestone_id}", before=old, after=new, anchor=_skills(old))
            )
            continue
        edits += [
            PlanEdit(
                path=f"milestones/{milestone_id}/{name}",
                before=old[name],
                after=new[name],
                anchor=old["skills"],
            )
            for name in sorted(old, key="skills".__eq__)  # last: the others find the milestone by its skills
            if old[name] != new[name] and name != "own"
        ]
    return edits


def _skill_edits(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> list[PlanEdit]:
    """Skills taken out of a milestone that keeps others, and put into no other one; `before` is then without them."""
    kept = {skill for held in after.values() for skill in held["skills"]}
    gone: list[str] = []
    for name in before.keys() & after.keys():
        old = before[name]["skills"]
        stay = [skill for skill in old if skill in kept]
        if set(stay) & set(after[name]["skills"]):
            gone += [skill for skill in old if skill not in kept]
            before[name]["skills"] = stay
    return [PlanEdit(path=f"skills/{skill}", before=skill) for skill in dict.fromkeys(gone)]


def _list_edits(path: str, before: list[str], after: list[str]) -> list[PlanEdit]:
    removed = [text for text in before if text not in after]
    added = [text for text in after if text not in before]
    paired = [PlanEdit(path=path, before=old, after=new) for old, new in zip(removed, added, strict=False)]
    paired += [PlanEdit(path=path, before=old) for old in removed[len(added) :]]
    paired += [PlanEdit(path=path, after=new) for new in added[len(removed) :]]
    return paired


def _texts(section: Section) -> list[str]:
    return [claim.text for claim in section.claims]


def _apply_to_section(plan: Plan, rest: str, edit: PlanEdit) -> None:
    section_id, _, part = rest.partition("/")
    section = next((section for section in plan.sections if section.id == section_id), None)
    if not part:
        plan.sections = [kept for kept in plan.sections if kept.id != section_id]
        return
    if section is None:
        section = Section(id=section_id, title=str(edit.after if part == "title" else section_id))
        plan.sections.append(section)
    if part == "title":
        section.title = str(edit.after)
        return
    if part == "most":
        own = [claim for claim in section.claims if claim.by == "person"]
        section.claims = [
            *[claim for claim in section.claims if claim.by == "coach"][: number_of(edit)],
            *own,
        ]
        return
    texts = _changed(_texts(section), edit.before, edit.after)
    held = {claim.text: claim for claim in section.claims}
    section.claims = [held.get(text) or Claim(text=text, by="person") for text in texts]


def _apply_to_milestones(plan: Plan, rest: str, edit: PlanEdit, hours: Mapping[str, float]) -> None:
    milestone_id, _, name = rest.partition("/")
    if not edit.anchor:
        if all(held.id != milestone_id for held in plan.milestones):
            plan.milestones.append(Milestone.model_validate(edit.after))
        return
    if not name:
        _take_out(plan, set(edit.anchor), hours)
        return
    # The milestone that shares most skills with the one the person saw; after a change of role, none may.
    found = max(plan.milestones, key=lambda held: _shared(held, edit), default=None)
    if found is None or not _shared(found, edit):
        return
    _follow(plan, found, name, edit)
    index = plan.milestones.index(found)
    fields = found.model_dump(mode="json")
    plan.milestones[index] = Milestone.model_validate({**fields, name: _merged(fields[name], edit)})


def _follow(plan: Plan, milestone: Milestone, name: str, edit: PlanEdit) -> None:
    """What the plan says elsewhere of a title, a proof or what to do follows the person's words; of other weeks or hours it says nothing."""
    after = str(edit.after or "")
    if name in ("start_week", "end_week", "hours"):
        _silence(plan, milestone)
    if name == "title" and after:
        head = f"{milestone.title}:"
        for claim in (claim for section in plan.sections for claim in section.claims):
            if claim.by == "coach" and claim.text.startswith(head):
                claim.text = f"{after}:{claim.text.removeprefix(head)}"
    before = {"proof": milestone.proof, "does": milestone.does}.get(name, "")
    if after and len(before.split()) > _SHORT:
        old, new = before.rstrip(" ."), after.rstrip(" .")
        plan.next_actions = [text.replace(old, new) for text in plan.next_actions]


def _merged(now: JsonValue, edit: PlanEdit) -> JsonValue:
    """What the person made of a field; of a list that is another one by now, what they added and took out."""
    before, after = edit.before, edit.after
    if not (isinstance(now, list) and isinstance(before, list) and isinstance(after, list)) or now == before:
        return after
    kept = [item for item in now if item in after or item not in before]
    return [*kept, *(item for item in after if item not in before and item not in kept)]


def _take_out(plan: Plan, skills: AbstractSet[str], hours: Mapping[str, float]) -> None:
    """No milestone keeps one of these skills; a milestone of nothing else goes as a whole."""
    for found in [held for held in plan.milestones if skills & set(held.skills)]:
        gone = [skill for skill in found.skills if skill in skills]
        if len(gone) < len(found.skills):
            found.skills = [skill for skill in found.skills if skill not in skills]
            left = float(found.hours) - sum(hours.get(skill, 0.0) for skill in gone)
            found.hours = _plain(left) if left > 0 else found.hours
            continue
        plan.milestones.remove(found)
        _silence(plan, found)
        for held in plan.milestones:
            held.after = [before for before in held.after if before != found.id]


def _silence(plan: Plan, milestone: Milestone) -> None:
    """No line of a section is about this milestone alone, but for the person's own."""
    for section in plan.sections:
        section.claims = [
            claim
            for claim in section.claims
            if claim.by == "person" or not claim.text.startswith(f"{milestone.title}:")
        ]


def _plain(hours: float) -> Number:
    return int(hours) if hours == int(hours) else round(hours, 1)


def _shared(milestone: Milestone, edit: PlanEdit) -> int:
    return len(set(milestone.skills) & set(edit.anchor))


def _skills(milestone: dict[str, JsonValue] | None) -> list[str]:
    skills = milestone["skills"] if milestone else []
    return [str(skill) for skill in skills] if isinstance(skills, list) else []


def _changed(texts: list[str], before: JsonValue, after: JsonValue) -> list[str]:
    """The list with the change in it; a text that has only other figures by now is still the one that was meant."""
    result = list(texts)
    at = _place(result, before) if isinstance(before, str) else None
    if at is not None:
        result[at : at + 1] = [after] if isinstance(after, str) and after not in result else []
    elif isinstance(after, str) and after not in result:
        result.append(after)
    return result


def _place(texts: list[str], wanted: str) -> int | None:
    if wanted in texts:
        return texts.index(wanted)
    alike = [at for at, text in enumerate(texts) if _FIGURES.sub("#", text) == _FIGURES.sub("#", wanted)]
    return alike[0] if len(alike) == 1 and _FIGURES.search(wanted) else None
