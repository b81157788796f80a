"""What a message reports of a plan: parts that are done, what they did towards it, and time that was lost.

A part counts as done where a piece that says so surely names it; what only resembles one is asked about. A false
tick is worse than none.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from agent.models import Plan, Understanding
from agent.nlu.mentions import Mention, Message, distinct
from agent.nlu.pieces import ReadPiece, pieces, read_pieces
from agent.nlu.plan_marks import marks_in
from agent.nlu.values.durations import find_sooner, parse_weeks, weeks_behind
from agent.nlu.values.hours import is_weekly
from agent.plans.named import named, spans_of_parts, weeks_named
from agent.plans.other_words import PIECE, Edge, meant_by
from agent.plans.progress import Told
from agent.plans.step_names import stem, stems_of
from tools.roadmap.skills import link_skill, spelling

# What counts as done in a piece that says so.
_IS_DONE = ("part", "some", "learn")
# What a report on a plan may be taken for while the next version of it waits.
_MAY_REPORT = frozenset({"feedback", "tell", "approve", "answer"})
# What may be wanted beside a report, or be all that was seen in one ("34 words a minute now, before it was 19").
_BESIDE_REPORT = frozenset({"correct", "next_step"})
_DID = frozenset({"done", "begun"})
_SURE, _SURE_BESIDE = 0.8, 0.55
_MOST_LOST = 52  # weeks; who lost more begins anew
_MOST_SAID = 28  # words of theirs that are said back
_ALONE = Edge(PIECE.least, 0.12)  # so like one milestone that no other is meant
_BARELY = 3  # words beside a name that only say that it is done
_PAIR = 2
_SHARE = 0.5  # of the words of a title, from which on they name it


def read_progress(message: Message, plan: Plan | None = None, today: date | None = None) -> Told:
    """What is finished, what was done towards it and the time that was lost, piece by piece, of a message that reports progress.

    To be stuck on a part, or to have lost it, names it too, so only a piece that says so finishes one. A piece that
    names none surely may be about the one milestone of the plan that it is like ("called the college"): that is asked.
    """
    text = message.text
    if sooner := find_sooner(text):
        # "Two weeks early" is of what is done; by itself it reads like time that was lost.
        text = text[: sooner[1]] + " " * (sooner[2] - sooner[1]) + text[sooner[2] :]
    marks = marks_in(message, plan) if plan else [*message.mentions]
    cut = pieces(text, marks, at_commas=True)
    read = read_pieces("progress", cut)
    if not any(piece.kind for piece in read):
        cut = [(text, marks, 0)]
        read = read_pieces("progress", cut)
    weeks, of_weeks = _weeks_behind(read, plan, today) if plan else (0, [])
    cut = [each for at, each in enumerate(cut) if at not in of_weeks]
    read = [each for at, each in enumerate(read) if at not in of_weeks]
    over = _over(weeks, read, plan) if plan and weeks else []
    done = _done_marks(read, plan)
    names = [mark.text if mark.label == "part" else spelling(mark.text) for mark in done]
    lost = _lost([piece.text for piece in read if piece.kind == "lost"])
    told = [each for each in zip(read, cut, strict=True) if each[0].kind in _DID]
    return Told(
        done=list(dict.fromkeys([*over, *names])),
        lost_weeks=lost if lost <= _MOST_LOST else 0,
        did=_words(
            message.text, [(at, at + len(said)) for piece, (said, _, at) in told if _tells(piece, done)]
        ),
        near=_nearest([piece for piece, _ in told if not {*piece.marks} & {*done}], plan) if plan else None,
        weeks=weeks,
    )


def _done_marks(read: Sequence[ReadPiece], plan: Plan | None) -> list[Mention]:
    """The names of what pieces say is done; weeks are no such name, what ends by then is done with them."""
    found = distinct(
        [
            mark
            for piece in read
            for mark in piece.marks
            if _is_surely(mark, piece, plan)
            and (
                (mark.label == "have" and piece.kind != "begun" and _is_known(mark, plan))
                or (mark.label in _IS_DONE and piece.kind == "done")
            )
        ]
    )
    return [each for each in found if not plan or _names_a_part(each, plan) or not weeks_behind(each.text)]


def _weeks_behind(read: Sequence[ReadPiece], plan: Plan, today: date | None) -> tuple[int, list[int]]:
    """How many weeks of the plan are behind them, and the places of pieces that say no more than that.

    A plan that goes on from an earlier one counts weeks of its own: of these no more are over than went by.
    """
    weeks, places, lost = 0, list[int](), any(piece.kind == "lost" for piece in read)
    for place, piece in enumerate(read):
        told = weeks_behind(piece.text)
        if told is None or piece.kind == "lost":
            continue
        mark = Mention("part", piece.text[told.start : told.end], told.start, told.end)
        if (told.elapsed and not lost) or (
            not any(_names_a_part(each, plan) for each in piece.marks) and _is_over(piece.text, mark)
        ):
            weeks = max(weeks, told.weeks)
            others = len(piece.text.split()) - len(mark.text.split())
            places += [place] if others <= _BARELY else []
    if weeks and plan.version > 1 and plan.start and today:
        weeks = min(weeks, max(0, (today - date.fromisoformat(plan.start)).days // 7))
    return weeks, places


def _over(weeks: int, read: Sequence[ReadPiece], plan: Plan) -> list[str]:
    """Ids of what ends by a week, but for what something else is said of than that it is done."""
    open_ = {
        part
        for piece in read
        if piece.kind != "done"
        for mark in piece.marks
        if _names_a_part(mark, plan)
        for part in named(mark.text, plan).parts
    }
    return [each.id for each in plan.milestones if each.end_week <= weeks and each.id not in open_]


def _is_over(text: str, weeks: Mention) -> bool:
    """Whether a piece surely says of weeks what is said of a part that is done."""
    read = read_pieces("progress", [(text, [weeks], 0)])[0]
    return read.kind == "done" and read.sure >= _SURE_BESIDE


def _names_a_part(mark: Mention, plan: Plan) -> bool:
    found = named(mark.text, plan)
    return bool(found) and not found.week


def _lost(texts: Sequence[str]) -> int:
    """Weeks that pieces tell of together; where none says how many, the longest that one names ("nothing this week")."""
    counted = [parse_weeks(text, counted=True) or len(weeks_named(text)) for text in texts]
    return sum(counted) or max((parse_weeks(text) or 0 for text in texts), default=0)


def with_progress(message: Message, plan: Plan, *, waits: bool = False) -> Message:
    """The message as a report on the plan they work by, where a piece of it surely is one, whatever it was taken for.

    While a next version `waits` a piece has to name a part that is done: what else they say may be about the draft.
    """
    beside = _BESIDE_REPORT & {*message.wishes}
    if message.wants("progress") or not (beside or _MAY_REPORT & {*message.wishes}):
        return message
    read = read_pieces("progress", pieces(message.text, marks_in(message, plan), at_commas=True))
    doubtful = bool(beside) or not (waits or message.firm)
    reports = [piece for piece in read if _is_report(piece, plan, doubtful=doubtful, waits=waits)]
    if not reports or (beside == {"correct"} and "correct" in message.firm):
        return message
    whole = len(reports) == len(read) or "correct" in beside
    taken_for = _MAY_REPORT | {"correct"} if whole else frozenset()
    return replace(message, wishes=("progress", *(each for each in message.wishes if each not in taken_for)))


def _is_report(piece: ReadPiece, plan: Plan, *, doubtful: bool, waits: bool) -> bool:
    if doubtful and piece.kind != "lost":
        return piece.kind in _DID and piece.sure >= _SURE_BESIDE
    if piece.sure < _SURE:
        return False
    if piece.kind == "lost":
        return bool(parse_weeks(piece.text))
    return piece.kind in _DID and (not waits or any(named(mark.text, plan) for mark in piece.marks))


def told_of(read: Understanding, message: Message, plan: Plan, today: date | None = None) -> Understanding:
    """What was reported, read with the names that the plan has; hours that something took are none of every week."""
    if not message.wants("progress"):
        return read
    told = read_progress(message, plan, today)
    weekly = any(is_weekly(each.text) for each in message.of("hrs"))
    facts = [each for each in read.changes if weekly or not told.did or each.field != "hours_per_week"]
    return read.model_copy(update={**told.model_dump(), "changes": facts})


def _is_known(mark: Mention, plan: Plan | None) -> bool:
    """Whether what somebody has now is a part of the plan or a skill of the tables."""
    return plan is None or bool(named(mark.text, plan)) or link_skill(mark.text) is not None


def _is_surely(mark: Mention, piece: ReadPiece, plan: Plan | None) -> bool:
    """Whether a mark names what it is of: by number or in half of a title's words, else with the rest of its piece."""
    found = named(mark.text, plan) if plan else None
    if plan is None or not found or found.week:
        return True  # a skill, or words that no plan has: they are asked about where they are recorded
    titles = [each.title for each in plan.milestones if each.id in found.parts]
    said = {stem(word) for word in mark.text.split()} - {""}
    full = [each for each in titles if _is_title(said & stems_of(each), stems_of(each))]
    if full or not any(said & stems_of(each) for each in titles):
        return True
    near = meant_by(piece.text, plan, _ALONE)
    return near is not None and near.id in found.parts


def _is_title(said: AbstractSet[str], title: AbstractSet[str]) -> bool:
    """Whether words are the title, or two and half of it: one alone may be of another thing ("flash cards")."""
    return said == title or len(said) >= max(_PAIR, _SHARE * len(title))


def _nearest(read: Sequence[ReadPiece], plan: Plan) -> str | None:
    """The title of the one milestone that a piece is about, where it could be done with that."""
    for piece in read:
        if piece.kind == "begun" and any(spans_of_parts(mark.text) for mark in piece.marks):
            continue  # "half of M3" says how far that is
        named_by = [each for mark in piece.marks for each in named(mark.text, plan).parts]
        by_name = next((each for each in plan.milestones if each.id in named_by), None)
        if near := by_name or meant_by(piece.text, plan, _ALONE):
            return near.title
    return None


def _tells(piece: ReadPiece, done: Sequence[Mention]) -> bool:
    """Whether a piece tells more than that a part is done, which the plan says itself ("M2 is done")."""
    names = sum(len(mark.text.split()) for mark in piece.marks if mark in done)
    return not names or len(piece.text.split()) - names > _BARELY


def _words(text: str, spans: Sequence[tuple[int, int]]) -> str | None:
    """What they did in their own words, from the first piece that tells it to the last where that is not long."""
    if not spans:
        return None
    whole = text[spans[0][0] : spans[-1][1]]
    said = whole if len(whole.split()) <= _MOST_SAID else text[slice(*spans[0])]
    return " ".join(said.split()).strip(" .,;:!?") or None
