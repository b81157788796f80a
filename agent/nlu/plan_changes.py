"""What a message wants different in a plan: the kind of change is a trained head's (`kinds.py`), names and amounts are parsed."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from agent.models import (
    DialogueState,
    Plan,
    PlanChange,
    PlanChangeKind,
    ProfileChange,
    ProfileField,
)
from agent.nlu.mentions import Mention, Message
from agent.nlu.own_steps import names_a_subject
from agent.nlu.pieces import apart_by_kind, pieces
from agent.nlu.plan_beside import Beside, left_of
from agent.nlu.plan_marks import marks_in
from agent.nlu.plan_pieces import NEED_A_NAME, Said, of_one_wish, read_said
from agent.nlu.plan_values import cut_once, reordered, skipped_already, weeks_to_cut
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.numbers import find_quantities
from agent.plans.named import Named, named, telling_words
from agent.plans.unmade import left_out

_KINDS = frozenset(get_args(PlanChangeKind))
# Wishes that the facts of the same message fulfil.
_FULFILLED_BY: dict[str, frozenset[ProfileField]] = {
    "hours": frozenset({"hours_per_week", "busy"}),
    "away": frozenset({"busy", "hours_per_week", "start_date"}),
    "start": frozenset({"start_date", "busy"}),
    "deadline": frozenset({"horizon_weeks", "busy"}),
    "slower": frozenset({"hours_per_week", "horizon_weeks", "busy"}),
    "target": frozenset({"target_role", "current_role"}),
    "place": frozenset({"location"}),
    "known": frozenset({"skills"}),
    "level": frozenset({"skills"}),
    "unclear": frozenset(get_args(ProfileField)),
}
# Words by which a piece leans on what was named before ("then leave it out").
_LEANING = frozenset({"it", "that", "this", "them", "those", "these", "one"})
_OF_A_QUESTION = frozenset({"place", "target"})
# Why somebody may not want a plan at all.
_REASONS = frozenset({"hours", "away", "start", "slower", "deadline", "lighter"})
_LEAST_WORDS = 3  # of a piece that is said not to be understood
_MOST_LINES = 9


class Read(NamedTuple):
    """Changes of the plan, and what they tell of the person."""

    changes: list[PlanChange]
    facts: list[ProfileChange]

    def with_told(self, told: Sequence[ProfileChange]) -> list[ProfileChange]:
        """These facts and those told beside them; what only gives the reason of a refusal is no fact of the plan."""
        return [] if any(each.kind == "refuse" for each in self.changes) else [*told, *self.facts]


def read_plan_changes(
    message: Message,
    plan: Plan,
    told: Sequence[ProfileChange],
    dialogue: DialogueState,
    beside: Beside | None = None,
    *,
    rejects: bool = False,
) -> Read:
    """What the message wants different in `plan`; `told` are the facts read in it, `beside` what was read of it before.

    One `unclear` where nothing is understood. Who `rejects` the plan and says no more gives a reason, no order.
    """
    marks = marks_in(message, plan)
    cut = left_of(apart_by_kind("change", pieces(message.text, marks)), beside.taken if beside else ())
    said = read_said(cut, plan)
    if not any(each.kind for each in said) and not (beside and beside.taken):
        said = read_said([(message.text, marks, 0)], plan)
    said = of_one_wish(said)
    if (rejects or not told) and _only_refuses(said, beside):
        return Read([PlanChange(kind="refuse")], [])
    fields = {change.field for change in told}
    read = Read([], [])
    before: list[tuple[Mention, Named]] = [
        (Mention("part", words, 0, len(words)), named(words, plan))
        for wish in dialogue.wishes
        if wish.name == "feedback"
        for words in [wish.part, *wish.skills]
        if words
    ]
    for each in said:
        if each.kind in _OF_A_QUESTION and each.text.endswith("?") and not message.wants("feedback"):
            continue  # what is asked beside a change is answered
        leans = each.kind in NEED_A_NAME and bool(_LEANING & {*each.text.casefold().strip(".,!?").split()})
        names = each.names or (before if leans else [])
        _add(each._replace(names=names), plan, told, fields, read)
        before = each.names or before
    # After all that takes something back: what goes in is not taken out again.
    read.changes.extend(_at_pace(beside.changes, told) if beside else ())
    if read.changes or told or len(said) > 1:
        read.changes.extend(
            PlanChange(kind="unclear", words=each.text)
            for each in said
            if _is_passed_over(each, read.changes)
        )
    if not read.changes and not told:
        read.changes.append(change_of("unclear", [name for each in said for name in each.names]))
    wanted = [each for each in cut_once(read.changes) if _says_something(each)]
    told_of = [each for each in wanted if each.kind != "refuse" or len(wanted) == 1]
    return read._replace(changes=told_of or read.changes[:1])


def _only_refuses(said: Sequence[Said], beside: Beside | None) -> bool:
    """Whether nothing is said but that the plan is not wanted, and why."""
    kinds = {each.kind for each in said if each.kind} - _REASONS
    return kinds == {"refuse"} and not (beside and beside.changes)


def _at_pace(changes: Sequence[PlanChange], told: Sequence[ProfileChange]) -> list[PlanChange]:
    """The changes; days and sittings are of the hours a week that the same message tells."""
    weekly = next((each.value for each in told if each.field == "hours_per_week" and each.value), None)
    return [each.model_copy(update={"a_week": weekly}) if each.kind == "rhythm" else each for each in changes]


def _says_something(change: PlanChange) -> bool:
    return change.kind != "unclear" or bool(change.parts or change.skills or change.words)


def _is_passed_over(said: Said, changes: Sequence[PlanChange]) -> bool:
    """Whether a piece wants something of the plan that nothing came of: it is said with its words.

    "Loosen that up", behind what changes a part, is of that part.
    """
    leans = bool(_LEANING & {*said.text.casefold().strip(".,!?").split()}) and not said.names
    of_part = leans and any(each.parts or each.skills for each in changes)
    return said.kind is None and said.wants and len(said.text.split()) >= _LEAST_WORDS and not of_part


def _add(
    said: Said, plan: Plan, told: Sequence[ProfileChange], fields: set[ProfileField], read: Read
) -> None:
    """The change that one piece asks for, unless a fact of the message is all that it takes."""
    kind = said.kind
    if kind == "refuse" and (said.names or fields):
        kind = "leave_out" if any(found for _, found in said.names) else "unclear"
    of_part = kind in ("known", "slower", "unclear") and said.names
    if kind is None or (fields & _FULFILLED_BY.get(kind, frozenset()) and not of_part):
        return
    new = Read([], read.facts)
    _add_kind(kind, said, plan, told, new)
    read.changes.extend(
        each.model_copy(update={"words": said.words}) if said.words and each.parts else each
        for each in new.changes
    )


def _add_kind(kind: str, said: Said, plan: Plan, told: Sequence[ProfileChange], read: Read) -> None:
    names = [(mark, found) for mark, found in said.names if mark.label != "have"]
    if kind == "leave_out" and names and all(mark.label == "lack" for mark, _ in names):
        return  # what somebody says to lack is a fact, and stays in
    if kind == "known":
        _known(names, read)
        read.changes.extend(skipped_already(said.names, plan))
        read.changes.extend([] if said.names else [PlanChange(kind="known")])
    elif kind == "shorter":
        _shorter(said, names, plan, told, read)
    elif kind != "keep" or names:  # "the rest is fine": nothing of it changes
        read.changes.extend(_asked(kind, said, names, plan))


def _asked(kind: str, said: Said, names: Sequence[tuple[Mention, Named]], plan: Plan) -> list[PlanChange]:
    """What a piece asks for that no fact tells."""
    if kind == "instead":
        gone = [pair for pair in names if pair[1] and (pair[0].label == "avoid" or not _avoided(names))]
        return [change_of("leave_out", gone), change_of("more", [pair for pair in names if pair not in gone])]
    if kind == "gentler" and not names:
        return [PlanChange(kind="level")]
    if kind in ("cheaper", "project"):
        return [change_of(kind, names if kind == "project" else ()).model_copy(update={"words": said.text})]
    if kind in ("fewer", "less") and (not names or _are_sections(names, plan)) and (names or kind == "fewer"):
        most = next(
            (int(each.low) for each in find_quantities(said.text) if 1 <= each.low <= _MOST_LINES), None
        )
        return [change_of("fewer", names).model_copy(update={"most": most})]
    if kind in ("reorder", "first"):
        return [reordered(names, plan, said.text)] if kind == "reorder" else _first(said, names, plan)
    return [_plain(kind, said, names)] if kind in _KINDS else []


def _first(said: Said, names: Sequence[tuple[Mention, Named]], plan: Plan) -> list[PlanChange]:
    """What is to come first; what the plan has not goes in there as a step of their own."""
    new = [mark for mark, found in names if not found and _is_new(mark.text, plan)]
    own = [
        PlanChange(kind="own_step", words=each.text, at="start", subject=names_a_subject(each.text))
        for each in new
    ]
    held = [pair for pair in names if pair[0] not in new]
    return [*own, *([_plain("first", said, held)] if held or not own else [])]


def _plain(kind: str, said: Said, names: Sequence[tuple[Mention, Named]]) -> PlanChange:
    """A change of what is named and nothing else."""
    if kind == "without_resource":
        wanted = [mark.text for mark in said.marks if mark.label in ("emp", "avoid")]
        return PlanChange(kind="without_resource", resources=wanted)
    kind = "less" if kind == "fewer" else kind
    change = change_of(kind, names if kind != "put_back" else said.names)
    return change.model_copy(update={"words": said.text}) if _is_unnamed(kind, said) else change


def _is_unnamed(kind: str, said: Said) -> bool:
    """Whether a piece is said back with its words, since it names nothing of the plan, or times of day that no plan counts."""
    if kind == "hours":
        return any(mark.label == "hrs" and parse_hours(mark.text) is None for mark in said.marks)
    return kind in NEED_A_NAME and not said.names and len(said.text.split()) >= _LEAST_WORDS


def _is_new(words: str, plan: Plan) -> bool:
    """Whether words that name no part of the plan name something by themselves, which it does not leave out."""
    return bool(telling_words(words)) and left_out(words, plan) is None


def _avoided(names: Iterable[tuple[Mention, Named]]) -> bool:
    return any(mark.label == "avoid" for mark, _ in names)


def _are_sections(names: Iterable[tuple[Mention, Named]], plan: Plan) -> bool:
    """Whether parts of text are named: lines of them can be fewer, of a milestone there are none."""
    milestones = {each.id for each in plan.milestones}
    return all(found.parts and not milestones & set(found.parts) for _, found in names)


def change_of(kind: str, names: Iterable[tuple[Mention, Named]]) -> PlanChange:
    """A change of what is named; a name that the plan does not have keeps the person's words."""
    pairs = list(names)
    parts = [part for _, found in pairs for part in found.parts if not found.week]
    skills = [skill for _, found in pairs for skill in found.skills]
    skills += [mark.text for mark, found in pairs if not found or found.week]
    return PlanChange.model_validate(
        {"kind": kind, "parts": list(dict.fromkeys(parts)), "skills": list(dict.fromkeys(skills))}
    )


def _known(names: Sequence[tuple[Mention, Named]], read: Read) -> None:
    """A skill that is known counts as such; a whole part that is, goes."""
    parts = [(mark, found) for mark, found in names if found.parts]
    skills = [skill for _, found in names for skill in found.skills]
    if parts:
        read.changes.append(change_of("leave_out", parts))
    if skills:
        read.facts.append(ProfileChange(field="skills", op="add", value=skills))


def _shorter(
    said: Said,
    names: Sequence[tuple[Mention, Named]],
    plan: Plan,
    told: Sequence[ProfileChange],
    read: Read,
) -> None:
    """Cut to the weeks told; a share of the plan ("half as long") is the time that they want it to take. Of a part it is less."""
    if names and not _are_sections(names, plan):
        read.changes.append(change_of("less", names))
        return
    weeks = weeks_to_cut(said.text, said.marks, plan, told)
    read.changes.append(PlanChange(kind="shorter", weeks=weeks))
    if weeks and all(change.field != "horizon_weeks" for change in told):
        read.facts.append(ProfileChange(field="horizon_weeks", value=weeks))
