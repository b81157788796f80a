"""What a message wants different in a plan: the kind of change is a trained head's (`kinds.py`), names and amounts are parsed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, get_args

from agent.models import DialogueState, Plan, PlanChange, PlanChangeKind, ProfileChange, ProfileField
from agent.nlu.kinds import OTHER, kind_of
from agent.nlu.mentions import Mention, Message, distinct
from agent.nlu.pieces import pieces, read_pieces
from agent.nlu.values.durations import find_sooner, parse_weeks
from agent.nlu.values.numbers import find_quantities
from agent.plans.named import Named, named, names_in
from agent.plans.progress import Told, usual_name
from tools.oews.titles import find_title
from tools.roadmap.fields import field_of
from tools.roadmap.skills import spelling
from tools.roadmap.targets import link_target

# What may name a part of the plan; of `have` the facts tell already.
_NAMES = ("part", "avoid", "learn", "some", "lack")
_KINDS = frozenset(get_args(PlanChangeKind))
_NEED_A_NAME = frozenset({"leave_out", "first", "later", "known", "less"})
# Wishes that the facts of the same message fulfil.
_FULFILLED_BY: dict[str, frozenset[ProfileField]] = {
    "hours": frozenset({"hours_per_week", "busy"}),
    "away": frozenset({"busy", "hours_per_week", "start_date"}),
    "start": frozenset({"start_date", "busy"}),
    "deadline": frozenset({"horizon_weeks", "busy"}),
    "slower": frozenset({"hours_per_week", "horizon_weeks", "busy"}),
    "target": frozenset({"target_role"}),
    "place": frozenset({"location"}),
    "known": frozenset({"skills"}),
    "level": frozenset({"skills"}),
    "unclear": frozenset(get_args(ProfileField)),
}
# What counts as done in a piece that says so: of what was begun ("some") it is all.
_IS_DONE = ("part", "some", "learn")
_MOST_LINES = 9
_CLAUSE = re.compile(r"[,.;:!?]+|\s-\s")
# Who only asks about a job while there is a plan, wants to know of it and is not led there.
_SETS_A_GOAL = frozenset({"plan", "feedback", "correct", "tell", "answer", "approve", "progress"})
_PUBLISHER = re.compile(r"\(([^()]+)\)\s*$")
_PAIR = 2
_MOST_LOST = 52  # weeks; who lost more begins anew


class Read(NamedTuple):
    """Changes of the plan, and what they tell of the person."""

    changes: list[PlanChange]
    facts: list[ProfileChange]


class _Said(NamedTuple):
    """A piece with its marks, the kind of change it asks for, and what of the plan it names, mark by mark."""

    text: str
    marks: list[Mention]
    kind: str | None
    names: list[tuple[Mention, Named]]


def read_plan_changes(
    message: Message, plan: Plan, told: Sequence[ProfileChange], dialogue: DialogueState
) -> Read:
    """What the message wants different in `plan`; `told` are the facts read in it. One `unclear` where nothing is understood."""
    marks = _marks(message, plan)
    said = _kinds(pieces(message.text, marks), plan)
    if not any(each.kind for each in said):
        said = _kinds([(message.text, marks, 0)], plan)
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
        names = each.names or (before if each.kind in _NEED_A_NAME else [])
        _add(each._replace(names=names), plan, told, fields, read)
        before = each.names or before
    if not read.changes and not told:
        read.changes.append(_change("unclear", [name for each in said for name in each.names]))
    understood = [each for each in read.changes if each.kind != "unclear" or each.parts or each.skills]
    return read._replace(changes=understood or read.changes[:1])


def takes_back(message: Message) -> bool:
    """Whether a message takes the last change of a plan back, which sounds like consent ("put it back")."""
    return read_pieces("change", [(message.text, [*message.mentions], 0)])[0].kind == "put_back"


def other_goal(message: Message, plan: Plan) -> str | None:
    """The job or field that a clause of what sounds like consent is nothing but the name of, where the plan leads elsewhere.

    "No wait, cloud" agrees to nothing while a draft leads to data analyst.
    """
    if message.wishes != ("approve",) or message.mentions or plan.outlook is None:
        return None
    refuses = message.summary is not None and kind_of("sure", message.summary).label == "no"
    for clause in _CLAUSE.split(message.text):
        field, words = field_of(clause), clause.strip()
        # "Yes, captain" names no goal: a title counts that has a roadmap, or that stands beside a refusal.
        title = link_target(words) if words and not refuses else find_title(words.casefold())
        goals = field.roles if field else (words,) if title else ()
        # Who refuses and names the field of the plan's job means the first job of that field.
        meant = goals[:1] if refuses else goals
        if goals and _job(plan.outlook.target) not in map(_job, meant):
            return field.name if field else words
    return None


def _job(words: str) -> str:
    """A job by what it is linked to, so that two names of it are one."""
    linked = link_target(words)
    return linked.id if linked else words.casefold()


def about_the_plan(told: Sequence[ProfileChange], wishes: Iterable[str]) -> list[ProfileChange]:
    """What a message tells, beside a plan that leads somewhere: a job that is only asked about is no other goal."""
    tells = bool(_SETS_A_GOAL & {*wishes})
    return [change for change in told if tells or change.field != "target_role"]


def _marks(message: Message, plan: Plan) -> list[Mention]:
    """The tagger's mentions, and the plan's own names: one that reaches further takes the place of the mentions in it."""
    marks = list(message.mentions)
    for name in names_in(message.text, plan):
        within = [mark for mark in marks if _overlap(mark, name.start, name.end)]
        if any(mark.start <= name.start and name.end <= mark.end for mark in within):
            continue
        label = next((mark.label for mark in within if mark.label in (*_NAMES, "have")), "part")
        start = min([name.start, *(mark.start for mark in within)])
        end = max([name.end, *(mark.end for mark in within)])
        marks = [mark for mark in marks if mark not in within]
        marks.append(Mention(label, message.text[start:end], start, end))
    for match in _teachers(message.text, plan):
        within = [mark for mark in marks if _overlap(mark, *match.span())]
        if not any(named(mark.text, plan) for mark in within):
            marks = [mark for mark in marks if mark not in within]
            marks.append(Mention("emp", match[0], *match.span()))
    return sorted(marks, key=lambda mark: mark.start)


def _overlap(mark: Mention, start: int, end: int) -> bool:
    return start < mark.end and mark.start < end


def _teachers(text: str, plan: Plan) -> Iterator[re.Match[str]]:
    """Where a text names who publishes what the plan is learned from; their names stand in brackets after the title."""
    titles = (item.title for milestone in plan.milestones for item in milestone.resources)
    told = (name for title in titles for each in _PUBLISHER.findall(title) for name in each.split("/"))
    for name in {name.strip() for name in told}:
        yield from re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)


def _kinds(cut: Sequence[tuple[str, list[Mention], int]], plan: Plan) -> list[_Said]:
    """The pieces as they are read; one that is about the plan and is not surely anything is `unclear`."""
    said = []
    for kind, likeliest, text, marks in read_pieces("change", cut):
        names = [(mark, named(mark.text, plan)) for mark in marks if mark.label in (*_NAMES, "have")]
        about_plan = likeliest != OTHER and any(found for mark, found in names if mark.label != "have")
        # What is not to be begun with comes later.
        avoided = kind == "first" and names and all(mark.label == "avoid" for mark, _ in names)
        read_as = "later" if avoided else kind or ("unclear" if about_plan else None)
        said.append(_Said(text, marks, read_as, names))
    return said


def _add(
    said: _Said, plan: Plan, told: Sequence[ProfileChange], fields: set[ProfileField], read: Read
) -> None:
    """The change that one piece asks for, unless a fact of the message is all that it takes."""
    kind = "unclear" if said.kind == "refuse" else said.kind
    if kind is None or (
        fields & _FULFILLED_BY.get(kind, frozenset()) and not (kind == "known" and said.names)
    ):
        return
    names = [(mark, found) for mark, found in said.names if mark.label != "have"]
    if kind == "known":
        _known(names, read)
        read.changes.extend(_skipped_already(said.names, plan))
    elif kind == "instead":
        gone = [pair for pair in names if pair[1] and (pair[0].label == "avoid" or not _avoided(names))]
        read.changes.append(_change("leave_out", gone))
        read.changes.append(_change("more", [pair for pair in names if pair not in gone]))
    elif kind == "shorter":
        _shorter(_weeks(said, plan, told), fields, read)
    elif (
        kind in ("fewer", "less") and (not names or _are_sections(names, plan)) and (names or kind == "fewer")
    ):
        most = next(
            (int(each.low) for each in find_quantities(said.text) if 1 <= each.low <= _MOST_LINES), None
        )
        read.changes.append(_change("fewer", names).model_copy(update={"most": most}))
    elif kind == "without_resource":
        wanted = [mark.text for mark in said.marks if mark.label in ("emp", "avoid")]
        read.changes.append(PlanChange(kind="without_resource", resources=wanted))
    elif kind == "reorder":
        read.changes.append(_reordered(names, plan))
    elif kind in _KINDS:
        kind = "less" if kind == "fewer" else kind
        read.changes.append(_change(kind, names if kind != "put_back" else said.names))


def _avoided(names: Iterable[tuple[Mention, Named]]) -> bool:
    return any(mark.label == "avoid" for mark, _ in names)


def _are_sections(names: Iterable[tuple[Mention, Named]], plan: Plan) -> bool:
    """Whether parts of text are named: lines of them can be fewer, of a milestone there are none."""
    milestones = {each.id for each in plan.milestones}
    return all(found.parts and not milestones & set(found.parts) for _, found in names)


def _change(kind: str, names: Iterable[tuple[Mention, Named]]) -> PlanChange:
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
        read.changes.append(_change("leave_out", parts))
    if skills:
        read.facts.append(ProfileChange(field="skills", op="add", value=skills))


def _shorter(weeks: int | None, fields: set[ProfileField], read: Read) -> None:
    """Cut to `weeks`; a share of the plan ("half as long") is the time that they want it to take."""
    read.changes.append(PlanChange(kind="shorter", weeks=weeks))
    if weeks and "horizon_weeks" not in fields:
        read.facts.append(ProfileChange(field="horizon_weeks", value=weeks))


def _skipped_already(names: Iterable[tuple[Mention, Named]], plan: Plan) -> list[PlanChange]:
    """What they know and the plan leaves out for that: said, so that nobody wonders whether it was heard."""
    skipped = {skill for group in (plan.outlook.skipped if plan.outlook else []) for skill in group.skills}
    words = [mark.text for mark, found in names if not found and usual_name(mark.text) in skipped]
    return [PlanChange(kind="leave_out", skills=words)] if words else []


def _weeks(said: _Said, plan: Plan, told: Sequence[ProfileChange]) -> int | None:
    """The weeks to cut to: those told, or the share of the plan's that is ("half")."""
    until = [change.value for change in told if change.field == "horizon_weeks"]
    if until and isinstance(until[-1], int):
        return until[-1]
    lengths = [weeks for mark in said.marks if mark.label == "hor" and (weeks := parse_weeks(mark.text))]
    shares = [each.low for each in find_quantities(said.text) if 0 < each.low < 1]
    whole = max((each.end_week for each in plan.milestones), default=0)
    return lengths[0] if lengths else max(1, round(whole * shares[0])) if shares and whole else None


def _reordered(names: Sequence[tuple[Mention, Named]], plan: Plan) -> PlanChange:
    """Two things change places, whichever is said first; more come in the order in which they are named."""
    order = [part for each in plan.milestones for part in (each.id, *each.skills)]
    wanted = [name for mark, found in names for name in ((*found.parts, *found.skills) or (mark.text,))]
    wanted = list(dict.fromkeys(wanted))
    if len(wanted) == _PAIR and set(wanted) <= set(order):
        wanted.sort(key=order.index, reverse=True)
    return PlanChange(kind="reorder", parts=wanted)


def read_progress(message: Message) -> Told:
    """What is finished and the time that was lost, piece by piece, of a message that reports progress.

    A part counts as done in a piece that says so: to be stuck on it, or to have lost it, names it too.
    """
    text = message.text
    if sooner := find_sooner(text):
        # "Two weeks early" is of what is done; by itself it reads like time that was lost.
        text = text[: sooner[1]] + " " * (sooner[2] - sooner[1]) + text[sooner[2] :]
    read = read_pieces("progress", pieces(text, message.mentions))
    if not any(piece.kind for piece in read):
        read = read_pieces("progress", [(text, [*message.mentions], 0)])
    done = [
        mention
        for piece in read
        for mention in piece.marks
        if mention.label == "have" or (mention.label in _IS_DONE and piece.kind == "done")
    ]
    lost = sum(parse_weeks(piece.text) or 0 for piece in read if piece.kind == "lost")
    return Told(
        done=[
            mention.text if mention.label == "part" else spelling(mention.text) for mention in distinct(done)
        ],
        lost_weeks=lost if lost <= _MOST_LOST else 0,
    )
