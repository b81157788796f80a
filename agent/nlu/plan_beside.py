"""What is told beside the changes of a plan and has words of its own: steps of the person's own, and times with other hours."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from agent.models import DialogueState, Plan, PlanChange, ProfileChange, Subject, Wish
from agent.nlu.letters.turn import speaks_of_it
from agent.nlu.links import same_place
from agent.nlu.mentions import Mention, Message
from agent.nlu.own_steps import OwnWords, Span, names_a_subject, own_words
from agent.nlu.part_hours import part_hours, with_hours
from agent.nlu.pieces import apart_by_kind, pieces, read_pieces
from agent.nlu.plan_hours import days_in
from agent.nlu.plan_marks import marks_in
from agent.nlu.plan_times import read_times, with_days, without
from agent.nlu.values.durations import counted_weeks, parse_weeks
from agent.nlu.values.hours import is_weekly, parse_hours
from agent.nlu.values.rhythm import find_sitting, find_study_days
from agent.plans.named import named
from agent.plans.other_words import Edge, meant_by
from tools.roadmap.models import Milestone, Place

_LONGEST = 900  # characters of a message in which steps are looked for
_IN_PLAN = Edge(0.5, 0.1)  # so like a part of the plan that it is that part
_NO_STEPS = ("loc", "aloc", "oloc", "tgt", "cur", "past")
_MEASURES = frozenset({"hrs", "busy", "start", "hor", "part"})
_LESS = frozenset({"leave_out", "fewer", "less", "shorter"})  # what says of something that it is to go
_OF_TIME = frozenset({"hours", "away", "lighter", "slower", "gentler"})
_RIGHT_BEHIND = 2  # characters
_A_WEEK = len(" a week")  # what tells hours of every week from those of a step
_REST = 6  # words; no more beside a step of theirs want nothing else
_WORD = re.compile(r"[^\W_]+")
_TRAILING = re.compile(
    r"(?:\s+(?:in|and|or|to|at|on|for|from|with|of|the|a|my|then|so|but))+$", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:(?:and|or|also|then|maybe|me|us|to|i|want|need)\s+)+(?=\w)", re.IGNORECASE)
_OF_WHICH = re.compile(r"[,\s]+(?:which|who)\s.*$", re.IGNORECASE)  # what is told of a step is no name of it
_JOINS = re.compile(r"(?:and|but|then|so)\b", re.IGNORECASE)  # what goes on so is no place of the step
_PRONOUN = re.compile(r"\s(?:it|that|this|them|those)$", re.IGNORECASE)
# Where a step is to go, by the words told for its place.
_PLACES: tuple[tuple[Place, re.Pattern[str]], ...] = (
    ("before", re.compile(r"\b(?:before|ahead of|prior to|in front of|until)\b", re.IGNORECASE)),
    ("after", re.compile(r"\b(?:after|behind|following|once|between|past)\b", re.IGNORECASE)),
    ("middle", re.compile(r"\b(?:middle|halfway|half way|midway)\b", re.IGNORECASE)),
    ("end", re.compile(r"\b(?:end|last|finally|close)\b", re.IGNORECASE)),
    (
        "start",
        re.compile(
            r"\b(?:first|early|start|beginning|begin|front|top|one|1|1st|soon|right away|begins?)\b",
            re.IGNORECASE,
        ),
    ),
)
_BY = re.compile(r"by\s+", re.IGNORECASE)


class Beside(NamedTuple):
    """The message without the words of these, facts and changes that they are, and where own steps stand in the text."""

    message: Message
    facts: list[ProfileChange]
    changes: list[PlanChange]
    taken: list[Span]


def told_beside(
    message: Message, plan: Plan, usual: float | None, today: date, right: Sequence[Span] = ()
) -> Beside:
    """What `message` tells beside the changes it wants in `plan`; `usual` are the person's hours a week, `right` words of facts."""
    read = [with_hours(each, message.text) for each in own_steps_in(message, plan)]
    steps = [_completed(step, message) for step in read]
    taken = [_whole(step, message) for step in read]
    # What an "it" at their end is, is in with them.
    meant = [each for step in read if (each := _named_by(step.step, message))]
    rhythm, of_parts = _rhythm(message, today), part_hours(message, plan)
    taken += of_parts.spans
    taken += [*(Span(each.start, each.end, each.text) for each in meant), *right, *rhythm.spans]
    left = (each for each in message.mentions if not _within(each, taken) and not _is_a_shift(each))
    rest = replace(message, mentions=tuple(left))
    marks = with_days(marks_in(rest, plan), rest.text, today)
    cut = left_of(apart_by_kind("change", pieces(rest.text, marks)), taken)
    begins = max(today, date.fromisoformat(plan.start)) if plan.start else today
    times = read_times(read_pieces("change", cut), rest.text, usual, today, rest.mentions, begins=begins)
    of_times = {each.text for each in times.pieces}
    spans = [Span(begin, begin + len(text), "") for text, _, begin in cut if text in of_times]
    taken += spans
    # Where somebody is for a time is no place they move to.
    away = [each for each in rest.mentions if each.label == "loc" and _within(each, spans)]
    rest = replace(rest, mentions=without(rest.mentions, [*times.used, *away]))
    own = [_change(step, plan, today) for step in steps]
    return Beside(rest, times.facts, [*own, *of_parts.changes, *times.changes, *rhythm.changes], taken)


class _Rhythm(NamedTuple):
    """Changes that tell on which days, and how long at a time, they study, and the words of these."""

    changes: list[PlanChange]
    spans: list[Span]


def _rhythm(message: Message, today: date) -> _Rhythm:
    """Neither is hours of a week; of weekdays within some time a period of it is made (`plan_times.py`)."""
    text, sitting = message.text, find_sitting(message.text)
    free, busy = ([(each.start, each.end) for each in message.of(label)] for label in ("hrs", "busy"))
    days = None if days_in(text, today) else find_study_days(text, free, busy)
    sitting = sitting if sitting and _is_of_time(text[sitting.start : sitting.end]) else None
    days = days if days and all(_is_of_time(text[start:end]) for start, end in days.spans) else None
    spans = [*([(sitting.start, sitting.end)] if sitting else []), *(days.spans if days else [])]
    change = PlanChange(
        kind="rhythm", hours=sitting.hours if sitting else None, days=days.days if days else None
    )
    return _Rhythm([change] if spans else [], [Span(start, end, text[start:end]) for start, end in spans])


def _is_of_time(words: str) -> bool:
    """Whether words with days or a length are likeliest about the time there is, and tell no story."""
    return read_pieces("change", [(words.strip(), [], 0)])[0].likeliest in _OF_TIME


def _is_a_shift(mention: Mention) -> bool:
    """Whether a length tells by how much something moves ("back by two weeks"), and not until when it is to be done."""
    by = _BY.match(mention.text) if mention.label == "hor" else None
    length = by and parse_weeks(mention.text[by.end() :], counted=True)
    return bool(length) and counted_weeks(mention.text) is None


def adds_a_step(message: Message, dialogue: DialogueState) -> bool:
    """Whether a step for the plan that waits is told, and nothing for the text in hand."""
    return not speaks_of_it(message, dialogue) and bool(own_words(message.text))


def own_steps_in(message: Message, plan: Plan) -> list[OwnWords]:
    """The steps of their own that a message wants in; what is in the plan by that name is none, nor is a mere place or job."""
    if len(message.text) > _LONGEST or (message.firm == ("approve",) and not message.of("learn", "lack")):
        return []  # who is content asks for nothing more
    names = [(each.start, each.end) for each in message.of(*_NO_STEPS)]
    titles = {each.title.casefold() for each in plan.milestones if not each.own}
    return [
        _of_itself(each, message.text)
        for each in own_words(message.text)
        if each.step.text.casefold() not in titles
        and not meant_by(each.step.text, plan, _IN_PLAN)
        and read_pieces("change", [(each.step.text, [], 0)])[0].likeliest not in _LESS
        and not any(start <= each.step.start and each.step.end <= end for start, end in names)
    ]


def _of_itself(step: OwnWords, text: str) -> OwnWords:
    """A step without a place that goes on to something else, and without hours of every week."""
    place = None if step.place and _JOINS.match(step.place.text) else step.place
    weekly = step.hours and is_weekly(text[step.hours.start : step.hours.end + _A_WEEK])
    return step._replace(place=place, hours=None if weekly else step.hours)


def _completed(step: OwnWords, message: Message) -> OwnWords:
    """A step that breaks off before a name goes on to its end ("speak with my own" before "pharmacist"); an "it" at its end is named."""
    start, end = step.step.start, step.step.end
    ahead = [
        each for each in message.mentions if end <= each.start <= end + 1 and each.label not in _MEASURES
    ]
    if ahead:
        end = ahead[0].end
    words = message.text[start:end]
    if trailing := _TRAILING.search(words):
        words = words[: trailing.start()]
        end = start + len(words)
    words = _OF_WHICH.sub("", words)
    if meant := _named_by(step.step, message):
        words = _PRONOUN.sub(f" the {meant.text}", words)
    return step._replace(step=Span(start, end, _LEADING.sub("", words)))


def _named_by(step: Span, message: Message) -> Mention | None:
    """What the pronoun at the end of a step stands for: what was named last before it."""
    before = [each for each in message.of("learn", "lack") if each.end <= step.start]
    return before[-1] if before and _PRONOUN.search(step.text) else None


def left_of(
    cut: Sequence[tuple[str, list[Mention], int]], taken: Sequence[Span]
) -> list[tuple[str, list[Mention], int]]:
    """The pieces without what is taken; one that names nothing more, or of which hardly a word is left, is left out."""
    found = []
    for text, marks, begin in cut:
        inside = [each for each in taken if each.start < begin + len(text) and begin < each.end]
        if not inside:
            found.append((text, marks, begin))
            continue
        kept = text
        for each in inside:
            start, end = max(each.start - begin, 0), min(each.end - begin, len(text))
            kept = kept[:start] + " " * (end - start) + kept[end:]
        named = any(not _within(mark, taken) for mark in marks)
        if named and len(_WORD.findall(kept)) > _REST:
            found.append((kept, marks, begin))
    return found


def _whole(step: OwnWords, message: Message) -> Span:
    """All words of a step, those of its hours and place too, and of a time right behind it ("call her, this month")."""
    start, end = min(each.start for each in step.spans), max(each.end for each in step.spans)
    times = (each.end for each in message.of("hor", "start") if 0 <= each.start - end <= _RIGHT_BEHIND)
    end = max((end, *times))
    return Span(start, end, "")


def _within(mark: Mention, taken: Sequence[Span]) -> bool:
    return any(each.start < mark.end and mark.start < each.end for each in taken)


def _change(step: OwnWords, plan: Plan, today: date) -> PlanChange:
    hours = parse_hours(step.hours.text) if step.hours else None
    where = step.place.text if step.place else ""
    place = next((name for name, pattern in _PLACES if pattern.search(where)), None)
    found = named(where, plan) if place in ("before", "after", None) and where else None
    parts, skills = (list(found.parts), list(found.skills)) if found else ([], [])
    if where and not (parts or skills) and (done := _done_by(where, plan, today)):
        place, parts = "before" if place == "before" else "after", [done.id]
    elif place in ("before", "after") and not (parts or skills):
        near = meant_by(where, plan)
        parts = [near.id] if near else []
        place = place if near else "start" if place == "before" else "end"  # "before anything else"
    if place is None and (parts or skills):
        place = "before"  # "in week 3": what runs then makes room
    return PlanChange(
        kind="own_step",
        words=step.step.text,
        hours=hours,
        at=place,
        parts=parts,
        skills=skills,
        subject=names_a_subject(step.step.text),
    )


def _done_by(where: str, plan: Plan, today: date) -> Milestone | None:
    """What ends nearest to the days that words for a place name ("end of January")."""
    days = days_in(where, today)
    ends = [(date.fromisoformat(each.end_date), each) for each in plan.milestones if each.end_date]
    near = min(ends, key=lambda each: abs(each[0] - days[0].last)) if days and ends else None
    return near[1] if near else None


def of_elsewhere(wish: Wish, plan: Plan) -> Wish:
    """A question about a plan that names another place than the plan's wants what the plan tells of its own: the pay there."""
    own = plan.outlook.location if plan.outlook else None
    there = (
        next((each.place for each in wish.subjects if each.place), None)
        if wish.name == "about_plan"
        else None
    )
    if there is None or plan.outlook is None or wish.part or (own and same_place(there, own)):
        return wish
    return Wish(name="pay", subjects=[Subject(role=plan.outlook.target, place=there)])
