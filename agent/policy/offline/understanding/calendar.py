"""When a person begins and when they have no time: "I start on 4 January", "no time in August", "3 hours a week in December".

What is read here is taken out of the clauses, so that nobody reads its days as a deadline or its hours as the usual ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from agent.models import Profile, ProfileChange
from agent.policy.offline.understanding.calendar_days import Days, find_days
from agent.policy.offline.understanding.calendar_times import (
    MARK,
    Reading,
    begun,
    blanked,
    cue,
    freed,
    kept_busy,
    other_hours,
)
from agent.policy.offline.understanding.cues import has_cue
from agent.policy.offline.understanding.facts import Facts, Known, read_clause
from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.text import Clause
from tools.roadmap.calendars import Period, read_period

_NAMES_TIME = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter|easter|christmas|xmas"
    r"|thanksgiving|holiday|new year|week|month|year|tomorrow|then|start|begin|\w+day\b)",
    re.IGNORECASE,
)
_READERS = (freed, begun, other_hours, kept_busy)


@dataclass(frozen=True)
class ToldTime:
    """`clauses` without what was read, the changes of the profile, and what vague words were taken for."""

    clauses: tuple[Clause, ...]
    changes: tuple[ProfileChange, ...] = ()
    assumptions: tuple[str, ...] = ()


def told_time(clauses: Sequence[Clause], profile: Profile, today: date, *, planned: bool) -> ToldTime:
    """Read start and busy times. With a plan (`planned`) time lost from today on is progress and left in its clause."""
    if not any(_NAMES_TIME.search(clause.text) for clause in clauses):
        return ToldTime(tuple(clauses))
    hours = [float(found.per_week) for clause in clauses if (found := find_hours(clause.text)[0])]
    usual = [float(profile.hours_per_week)] if profile.hours_per_week is not None else []
    held = [read_period(text) for text in profile.busy]
    start = date.fromisoformat(profile.start_date) if profile.start_date else None
    reading = Reading(Known(profile, today), planned, (*usual, *hours), list(held), start)
    for clause in clauses:
        reading.clauses.append(_read(clause, reading))
    changes = [*_start_change(start, reading.start), *_busy_changes(held, reading.busy)]
    left = tuple(clause for clause in reading.clauses if clause.text)
    return ToldTime(left, tuple(changes), tuple(dict.fromkeys(reading.notes)))


def _start_change(before: date | None, after: date | None) -> list[ProfileChange]:
    if before == after:
        return []
    if after is None:
        return [ProfileChange(field="start_date", op="clear")]
    return [ProfileChange(field="start_date", value=after.isoformat())]


def _busy_changes(before: list[Period], after: list[Period]) -> list[ProfileChange]:
    gone = [str(period) for period in before if period not in after]
    new = sorted({str(period) for period in after if period not in before})
    changes = [ProfileChange(field="busy", op="remove", value=gone)] if gone else []
    return [*changes, *([ProfileChange(field="busy", op="add", value=new)] if new else [])]


def _read(clause: Clause, reading: Reading) -> Clause:
    """The clause without the times that were read from it; without text where nothing else is in it."""
    asked = clause.asks and not cue("request").search(clause.text)
    if asked or clause.supposes or clause.others or has_cue("injection", clause.text):
        return clause
    days = tuple(find_days(clause.text, reading.today))
    masked = _masked(clause.text, days)
    if cue("past").search(masked) and not cue("future").search(masked):
        return clause
    if not days:
        return _without_days(clause, reading)
    for read in _READERS:
        rest = read(masked, days, reading)
        if rest is not None:
            return _left(clause, rest, days, reading)
    reading.named = (len(reading.clauses), days)
    if cue("event").search(masked):
        return replace(clause, text=_unmasked(blanked(masked, range(len(days))), days))
    return clause


def _without_days(clause: Clause, reading: Reading) -> Clause:
    """What takes everything back, and what leans on days that were named a moment ago ("nothing that month")."""
    if cue("no_start").search(clause.text) and reading.start is not None:
        reading.start = None
        return _left(clause, cue("no_start").sub(" ", clause.text), (), reading)
    if cue("no_busy").search(clause.text) and reading.busy:
        reading.busy = []
        return _left(clause, cue("no_busy").sub(" ", clause.text), (), reading)
    leans = cue("same_days").search(clause.text)
    if leans is None or reading.named is None:
        return clause
    place, days = reading.named
    masked = f"{clause.text[: leans.start()]}{MARK}0{clause.text[leans.end() :]}"
    for read in (other_hours, kept_busy):
        rest = read(masked, (replace(days[-1], lead="in"),), reading)
        if rest is not None:
            # The days were named for this, so they are nobody's deadline.
            before = reading.clauses[place]
            text = _unmasked(blanked(_masked(before.text, days), range(len(days))), days)
            reading.clauses[place] = _left(before, text, (), reading)
            return _left(clause, rest, days[-1:], reading)
    return clause


def _left(clause: Clause, masked: str, days: tuple[Days, ...], reading: Reading) -> Clause:
    """The rest of a clause, if it tells of anything."""
    rest = replace(clause, text=re.sub(r"\s+", " ", _unmasked(masked, days)).strip(" ,;:.-"))
    return rest if read_clause(replace(rest, asks=False), reading.known, Facts()) else replace(rest, text="")


def _masked(text: str, days: Sequence[Days]) -> str:
    for place in range(len(days) - 1, -1, -1):
        text = f"{text[: days[place].start]}{MARK}{place}{text[days[place].end :]}"
    return text.replace("  ", " ")


def _unmasked(masked: str, days: Sequence[Days]) -> str:
    return re.sub(rf"{MARK}(\d+)", lambda match: days[int(match[1])].text, masked)
