"""What a message reports of a plan: parts that are done, and time that was lost."""

from dataclasses import replace

from agent.models import Plan, Understanding
from agent.nlu.mentions import Message, distinct
from agent.nlu.pieces import ReadPiece, pieces, read_pieces
from agent.nlu.plan_marks import marks_in
from agent.nlu.values.durations import find_sooner, parse_weeks
from agent.plans.named import named
from agent.plans.other_words import PIECE, by_a_word, meant_by
from agent.plans.progress import Told
from tools.roadmap.skills import spelling

# What counts as done in a piece that says so: of what was begun ("some") it is all.
_IS_DONE = ("part", "some", "learn")
# What a report on a plan may be taken for while the next version of it waits.
_MAY_REPORT = frozenset({"feedback", "tell", "approve", "answer"})
_SURE = 0.8
_MOST_LOST = 52  # weeks; who lost more begins anew


def read_progress(message: Message, plan: Plan | None = None) -> Told:
    """What is finished and the time that was lost, piece by piece, of a message that reports progress on `plan`.

    A part counts as done in a piece that says so: to be stuck on it, or to have lost it, names it too. A piece that names none
    is about the one milestone of the plan that it is like ("called the college").
    """
    text = message.text
    if sooner := find_sooner(text):
        # "Two weeks early" is of what is done; by itself it reads like time that was lost.
        text = text[: sooner[1]] + " " * (sooner[2] - sooner[1]) + text[sooner[2] :]
    marks = marks_in(message, plan) if plan else [*message.mentions]
    read = read_pieces("progress", pieces(text, marks, at_commas=True))
    if not any(piece.kind for piece in read):
        read = read_pieces("progress", [(text, marks, 0)])
    done = [
        mention
        for piece in read
        for mention in piece.marks
        if mention.label == "have" or (mention.label in _IS_DONE and piece.kind == "done")
    ]
    names = [
        mention.text if mention.label == "part" else spelling(mention.text) for mention in distinct(done)
    ]
    if plan is not None:
        names += [title for piece in read if piece.kind == "done" and (title := _like(piece, plan))]
    lost = sum(parse_weeks(piece.text) or 0 for piece in read if piece.kind == "lost")
    return Told(
        done=list(dict.fromkeys(names)),
        lost_weeks=lost if lost <= _MOST_LOST else 0,
    )


def with_progress(message: Message, plan: Plan) -> Message:
    """The message as a report on the plan they work by, where a piece of it surely is one, whatever it was taken for."""
    if message.wants("progress") or not _MAY_REPORT & {*message.wishes}:
        return message
    read = read_pieces("progress", pieces(message.text, marks_in(message, plan), at_commas=True))
    reports = [
        piece
        for piece in read
        if piece.sure >= _SURE
        and (
            (piece.kind == "lost" and parse_weeks(piece.text))
            or (piece.kind == "done" and any(named(mark.text, plan) for mark in piece.marks))
        )
    ]
    if not reports:
        return message
    whole = len(reports) == len(read)
    return replace(
        message,
        wishes=("progress", *(each for each in message.wishes if not (whole and each in _MAY_REPORT))),
    )


def told_of(read: Understanding, message: Message, plan: Plan) -> Understanding:
    """What was reported, read with the names that the plan has."""
    if not message.wants("progress"):
        return read
    told = read_progress(message, plan)
    return read.model_copy(update={"done": told.done, "lost_weeks": told.lost_weeks})


def _like(piece: ReadPiece, plan: Plan) -> str | None:
    """The milestone that a piece is about, by its title, where no name in it is one of the plan's."""
    if any(mark.label == "have" or named(mark.text, plan) for mark in piece.marks):
        return None
    near, told = meant_by(piece.text, plan, PIECE), by_a_word(piece.text, plan)
    found = near or (told[0] if told else None)
    return found.title if found else None
