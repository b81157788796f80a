"""Times of a person told beside what is to be different in their plan: hours that hold for a time, less then, or all of it moved.

What a piece says is its trained head's (`kinds.py`); days, hours and lengths are parsed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from agent.models import PlanChange, ProfileChange
from agent.nlu.mentions import Mention
from agent.nlu.pieces import ReadPiece
from agent.nlu.plan_hours import days_in, hours_after, tells_by_its_marks
from agent.nlu.sense import is_start
from agent.nlu.times import is_no_time_off
from agent.nlu.values.dates import Days, find_days, parse_start, weekdays_in
from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.feasts import find_feast
from agent.nlu.values.hours import AT_WORK, is_weekly, parse_hours
from agent.nlu.values.numbers import plain
from agent.nlu.values.periods import periods_in
from agent.plans.availability import spoken
from tools.roadmap.calendars import DEFAULT_HOURS, Period

LESS = 0.5  # of the usual hours, for a time with less where nobody said how many
_OF_TIME = frozenset({"hours", "away", "lighter", "start", "deadline"})
_MARKS = ("hrs", "busy", "hor", "start")
_ONWARDS = re.compile(r"\b(?:from|since|after|starting)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|till?|until|through|thru)\b|[-\u2013]", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:till?|until)\s*(?:the\s+)?$", re.IGNORECASE)
_SURE = 0.2
_PAIR = 2
_ORDERED = frozenset({"later", "first", "reorder"})
_LEAST = 0.5  # hours a week


class Times(NamedTuple):
    """What was told of times: facts, what is to be said of them, and the marks and pieces that are words of theirs."""

    facts: list[ProfileChange]
    changes: list[PlanChange]
    used: list[Mention]
    pieces: list[ReadPiece]


class _Told(NamedTuple):
    piece: ReadPiece
    days: Days | None
    hours: float | None
    onwards: bool = False

    @property
    def marks(self) -> list[Mention]:
        return [mark for mark in self.piece.marks if mark.label in _MARKS]


def read_times(
    read: Sequence[ReadPiece],
    text: str,
    usual: float | None,
    today: date,
    marked: Sequence[Mention] = (),
    *,
    begins: date | None = None,
) -> Times:
    """The times that pieces of a message tell and its marks alone do not; `marked` are the tagger's, `begins` is the plan's first day."""
    found = [_told(piece, today, usual) for piece in read]
    periods, changes, used, read_of = list[Period](), list[PlanChange](), list[Mention](), list[ReadPiece]()
    facts = list[ProfileChange]()
    taken = _joined_with_the_next(found, text, today)
    for place in taken:
        used += found[place].marks
        read_of.append(found[place].piece)
    used += [mark for told in found if _is_of_a_part(told) for mark in told.marks if mark.label == "hor"]
    for place, told in enumerate(found):
        if of_all := _of_all(told, begins or today, today, free=_is_free(told, marked)):
            facts += of_all
            taken.add(place)
            used += told.marks
            read_of.append(told.piece)
    for place, told in enumerate(found):
        of_days = [mark for mark in told.marks if days_in(mark.text, today)]
        free = not any(_overlap(mark, each) for mark in of_days for each in marked)
        period = None if place in taken else _period(told, usual or DEFAULT_HOURS, today, free=free)
        if period is None:
            used += [mark for mark in told.marks if _is_weekdays_of_hours(mark, told)]
            continue
        periods.append(period)
        used += told.marks
        read_of.append(told.piece)
        if told.piece.kind == "lighter" and told.hours is None:
            words = spoken([str(period)]).partition(" a week from ")[2]
            changes.append(PlanChange(kind="lighter", words=words, hours=period.hours))
    if periods:
        facts.append(ProfileChange(field="busy", op="add", value=[str(period) for period in periods]))
    return Times(facts, changes, used, read_of)


def _joined_with_the_next(found: list[_Told], text: str, today: date) -> set[int]:
    """The places of pieces whose time, hours or end belong to the piece beside them, which takes these."""
    taken = set[int]()
    for place, (one, other) in enumerate(pairwise(found)):
        apart = (
            one.piece.kind in ("start", "deadline") and not one.onwards
        )  # "start in february and make it 3 hours"
        if not one.days or apart or not _within_a_sentence(one, other, text):
            continue
        # "Not much in december, maybe 2 hours": hours told right behind a time are of that time.
        if one.hours is None and other.hours and not other.days:
            found[place + 1] = other._replace(days=one.days, onwards=one.onwards)
            taken.add(place)
        elif one.piece.kind == "start" and _names_the_day(one, other, today):
            taken.add(place + 1)
        elif until := _until(other.piece.text, today):
            found[place] = one._replace(days=replace(one.days, last=max(one.days.first, until)))
            taken.add(place + 1)
    return taken


def _names_the_day(one: _Told, other: _Told, today: date) -> bool:
    """Whether a piece says in other words when another one begins ("after the holidays, like the first week of January")."""
    day, days = parse_start(one.piece.text, today), other.days
    return bool(day and days and days.first <= day <= days.last and not other.hours)


def _told(piece: ReadPiece, today: date, usual: float | None) -> _Told:
    # Beside hours or a length less is needed to be sure that they are what it is about.
    measured = any(mark.label == "hrs" for mark in piece.marks) or parse_weeks(piece.text)
    if piece.kind is None and measured and piece.likeliest in _OF_TIME and piece.sure >= _SURE:
        piece = piece._replace(kind=piece.likeliest)
    if piece.kind not in _OF_TIME:
        return _Told(piece, None, None)
    days = [each for each in days_in(piece.text, today) if each.last >= today]
    after = hours_after(piece, days, usual)
    if after is None and tells_by_its_marks(piece, today):
        return _Told(piece, None, None)
    # "25 hours a week in June" is one mark; the hours of a day at work ("12 hour days") are no time to study.
    hours = [
        parse_hours(mark.text)
        for mark in piece.marks
        if (mark.label == "hrs" and not AT_WORK.search(mark.text))
        or (mark.label == "busy" and is_weekly(mark.text) and piece.kind != "away")
    ]
    told = after or next((float(each) for each in hours if each), None)
    if len(days) == 1 and _UNTIL.search(piece.text[: days[0].start]):
        days = [replace(days[0], first=today)]
    onwards = len(days) == 1 and _goes_on(piece.text, days[0])
    return _Told(piece, _joined(days, piece.text) if days else None, told, onwards)


def _goes_on(text: str, days: Days) -> bool:
    """Whether a time has a beginning and no end ("from February on", and not "from 15 December to the end of January")."""
    return bool(_ONWARDS.search(text)) and not _TO.search(text[days.start : days.end])


def _joined(days: Sequence[Days], text: str) -> Days:
    """All of them as one; a later one that is an end ("til mid august") ends it."""
    ends = [
        each.last for each in days[1:] if _UNTIL.search(text[: each.start]) and each.last >= days[0].first
    ]
    return replace(days[0], last=ends[0] if ends else max(each.last for each in days))


def _until(text: str, today: date) -> date | None:
    """The day on which a time ends that a piece tells the end of ("theyre home til mid august")."""
    ends = (each.last for each in find_days(text, today) if _UNTIL.search(text[: each.start]))
    return next(ends, None)


def _period(told: _Told, usual: float, today: date, *, free: bool) -> Period | None:
    """A time with hours beside it; one with less; all of it moved by a length; None for what the marks tell by themselves."""
    days, hours, kind = told.days, told.hours, told.piece.kind
    if days and hours:
        return Period(max(today, days.first), None if told.onwards else days.last, hours)
    if kind == "lighter" and days:
        return Period(max(today, days.first), days.last, max(_LEAST, round(2 * usual * LESS) / 2))
    if kind == "start":
        # Who names a length of days ("the first two weeks of december") is away then, and begins on none.
        return Period(max(today, days.first), days.last) if days and _is_length(told, today) else None
    if kind == "away" and days and free and not is_no_time_off(told.piece.text):
        return next(iter(periods_in(told.piece.text, today)), None)
    weeks = parse_weeks(told.piece.text) if kind == "away" and not told.marks and not days else None
    return Period(today, today + timedelta(weeks=weeks, days=-1)) if weeks else None


def _is_moved(told: _Told) -> bool:
    """Whether all of it is to begin later by a length ("push everything back two weeks")."""
    named = any(mark.label in ("part", "learn", "avoid", "some") for mark in told.piece.marks)
    return told.piece.kind == "start" and not told.days and not named and bool(parse_weeks(told.piece.text))


def _is_span(told: _Told) -> bool:
    """Whether all of it is to happen between two days ("something for January to March only")."""
    of_days = any(mark.label == "busy" for mark in told.piece.marks)
    return told.piece.kind == "deadline" and of_days and bool(told.days) and not told.hours


def _of_all(told: _Told, begins: date, today: date, *, free: bool) -> list[ProfileChange]:
    """When all of the plan is to begin, and to end, or its hours, where a piece tells that and no mark of its own does."""
    if _is_span(told):
        return _within_days(told, today)
    if told.piece.kind == "hours" and told.hours and not told.days and free:
        return [ProfileChange(field="hours_per_week", value=plain(told.hours))]
    if told.piece.kind == "start" and told.days and not _is_length(told, today) and _begins_then(told):
        marked = next((mark.text for mark in told.marks if mark.label == "start"), told.piece.text)
        day = parse_start(marked, today)
        return (
            [ProfileChange(field="start_date", value=day.isoformat())] if day and is_start(day, today) else []
        )
    if not _is_moved(told):
        return []
    day = begins + timedelta(weeks=parse_weeks(told.piece.text) or 0)
    return [ProfileChange(field="start_date", value=day.isoformat())]


def _within_days(told: _Told, today: date) -> list[ProfileChange]:
    if told.days is None or told.days.last <= today:
        return []
    weeks = (told.days.last - today).days // 7
    starts = ProfileChange(field="start_date", value=told.days.first.isoformat())
    return [*([starts] if told.days.first > today else []), ProfileChange(field="horizon_weeks", value=weeks)]


def _begins_then(told: _Told) -> bool:
    """Whether it is the whole that begins then, and no part that is named."""
    return not {mark.label for mark in told.piece.marks} & {"part", "learn", "avoid", "some"}


def _is_of_a_part(told: _Told) -> bool:
    """Whether a part alone is not to come before a day ("no Docker before summer")."""
    return told.piece.kind in _ORDERED and not _begins_then(told)


def _is_free(told: _Told, marked: Sequence[Mention]) -> bool:
    """Whether no mark of the tagger tells the hours that a piece does."""
    hours = (each for each in marked if each.label == "hrs" and parse_hours(each.text) == told.hours)
    return not any(_overlap(mark, each) for mark in told.marks for each in hours)


def _is_length(told: _Told, today: date) -> bool:
    """Whether a mark of the start names so many weeks or days; the "year" of a holiday is none."""
    starts = (mark.text for mark in told.marks if mark.label == "start")
    return any(parse_weeks(words) and not any(find_feast(words, today)) for words in starts)


def _is_weekdays_of_hours(mark: Mention, told: _Told) -> bool:
    """Whether it names weekdays on which there are the hours beside it, and no time without any."""
    return (
        mark.label == "busy"
        and told.hours is not None
        and bool(weekdays_in(mark.text))
        and told.piece.kind == "hours"
    )


def _within_a_sentence(one: _Told, other: _Told, text: str) -> bool:
    start, end = text.find(one.piece.text), text.find(other.piece.text)
    return 0 <= start < end and not re.search(r"[.;!?\n]", text[start + len(one.piece.text) : end])


def with_days(marks: Sequence[Mention], text: str, today: date) -> list[Mention]:
    """The marks with every time that is named: the days alone, so that the rest of the words says what becomes of them."""
    days = days_in(text, today)
    found = list[Mention]()
    for mark in marks:
        inside = [each for each in days if mark.start <= each.start and each.end <= mark.end]
        bare = mark.label == "busy" and len(inside) == 1 and parse_hours(mark.text) is None
        start, end = (inside[0].start, inside[0].end) if bare else (mark.start, mark.end)
        found.append(Mention(mark.label, text[start:end], start, end, mark.sure))
    free = [each for each in days if all(each.end <= mark.start or mark.end <= each.start for mark in found)]
    found += [Mention("busy", text[each.start : each.end], each.start, each.end) for each in free]
    return sorted(found, key=lambda mark: mark.start)


def without(marks: Iterable[Mention], used: Sequence[Mention]) -> tuple[Mention, ...]:
    """The marks but for those in which words of a time stand."""
    return tuple(mark for mark in marks if not any(_overlap(mark, each) for each in used))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
