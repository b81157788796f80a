"""When a person begins and when they have no time: "I start on 4 January", "no time in August", "3 hours a week in December".

What is read here is taken out of the clauses, so that nobody reads its days as a deadline or its hours as the usual ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from agent.models import Profile, ProfileChange
from agent.policy.offline.understanding.calendar_days import Days, amount_of_days, find_days
from agent.policy.offline.understanding.calendar_marks import blanked, cue, mark, unmasked
from agent.policy.offline.understanding.calendar_times import Reading, begun, freed, kept_busy, other_hours
from agent.policy.offline.understanding.cues import has_cue
from agent.policy.offline.understanding.facts import Facts, Known, read_clause
from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.routing import asked_for
from agent.policy.offline.understanding.text import Clause
from tools.roadmap.calendars import Period, read_period

_NAMES_TIME = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter|easter|christmas|xmas"
    r"|thanksgiving|holiday|new year|week|month|year|tomorrow|then|start|begin|\w+day\b)",
    re.IGNORECASE,
)
# "Then I'll have 20 hours" goes on, "I can't study then" does not.
_ONWARDS = re.compile(
    r"^(?:(?:and|so|but)\s+)*then$|\b(?:from|since|after) (?:then|that \w+)$", re.IGNORECASE
)
_PART = re.compile(
    r",|\band\s+(?=(?:i|we|then|study|learn|do|have|put|spend|can|only|nothing|no)\b)", re.IGNORECASE
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
        for piece in _pieces(clause, today):
            reading.clauses.append(_read(piece, reading))
    changes = [*_start_change(start, reading.start), *_busy_changes(held, reading.busy)]
    left = tuple(clause for clause in reading.clauses if clause.text)
    return ToldTime(left, tuple(changes), tuple(dict.fromkeys(reading.notes)))


def _pieces(clause: Clause, today: date) -> list[Clause]:
    """A clause that leans on days named before and names others is read part by part ("nothing then, 3 hours in May")."""
    parts = _PART.split(clause.text)
    if len(parts) == 1 or not cue("same_days").search(clause.text) or not find_days(clause.text, today):
        return [clause]
    return [replace(clause, text=part.strip()) for part in parts]


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
    days = tuple(find_days(clause.text, reading.today))
    masked = _masked(clause.text, days)
    if not _tells(clause, masked):
        return clause
    taken_back = _taken_back(clause, days, reading)
    if taken_back is not None:
        return taken_back
    if not days:
        return _shifted(clause, reading) or _leaning(clause, reading)
    for read in _READERS:
        rest = read(masked, days, reading)
        if rest is not None:
            return _left(clause, _without_events(rest, days), days, reading)
    reading.named = (len(reading.clauses), days)
    return replace(clause, text=unmasked(_without_events(masked, days), days))


def _without_events(masked: str, days: tuple[Days, ...]) -> str:
    """Without the days of events ("a baby due in March"), which are no deadline; "by March" always is one."""
    if cue("event").search(masked) is None:
        return masked
    return blanked(masked, [place for place, each in enumerate(days) if not each.lead.startswith("by")])


def _tells(clause: Clause, masked: str) -> bool:
    """Whether the clause tells of the person's time to come; a request may be put as a question."""
    asked = clause.asks and not cue("request").search(clause.text)
    gone_by = cue("past").search(masked) and not cue("future").search(masked)
    return not (asked or clause.supposes or clause.others or gone_by or has_cue("injection", clause.text))


def _taken_back(clause: Clause, days: tuple[Days, ...], reading: Reading) -> Clause | None:
    """What gives up the start or all busy times; a single time that is named is only that one."""
    for name, held in (("no_start", reading.start is not None), ("no_busy", bool(reading.busy))):
        match = cue(name).search(clause.text)
        inside = match and all(match.start() <= each.start and each.end <= match.end() for each in days)
        if held and match and inside:
            if name == "no_start":
                reading.start = None
            else:
                reading.busy = []
            return _left(clause, clause.text[: match.start()] + clause.text[match.end() :], (), reading)
    return None


def _shifted(clause: Clause, reading: Reading) -> Clause | None:
    """What moves the start by an amount of time ("two weeks later")."""
    match = cue("shift").search(clause.text)
    if match is None or not (match["way"] or re.search(r"\b(?:by|back|off)\b", match[0])):
        return None
    moved = timedelta(days=amount_of_days(match["count"], match["unit"]))
    start = reading.start or reading.today
    reading.start = max(
        reading.today, start - moved if match["way"] in ("earlier", "sooner") else start + moved
    )
    return _left(clause, clause.text[: match.start()] + clause.text[match.end() :], (), reading)


def _leaning(clause: Clause, reading: Reading) -> Clause:
    """What leans on days that were named a moment ago ("nothing that month", "so no time")."""
    if reading.named is None:
        return clause
    place, days = reading.named
    named = reading.clauses[place]
    if leans := cue("same_days").search(clause.text):
        start, end = leans.span()
    elif cue("so_nothing").search(clause.text) and not cue("goal").search(named.text):
        start = end = len(clause.text)
    else:
        return clause
    lead = "from" if _ONWARDS.search(clause.text[:end]) else "in"
    masked = f"{clause.text[:start]}{mark(0)}{clause.text[end:]}"
    for read in (other_hours, kept_busy):
        rest = read(masked, (replace(days[-1], lead=lead),), reading)
        if rest is not None:
            # The days were named for this, so they are nobody's deadline.
            text = unmasked(blanked(_masked(named.text, days), range(len(days))), days)
            reading.clauses[place] = _left(named, text, (), reading)
            return _left(clause, rest, days[-1:], reading)
    return clause


def _left(clause: Clause, masked: str, days: tuple[Days, ...], reading: Reading) -> Clause:
    """The rest of a clause, if it tells of anything or asks for a plan."""
    rest = replace(clause, text=re.sub(r"\s+", " ", unmasked(masked, days)).strip(" ,;:.-"))
    tells = "plan" in asked_for(rest.text) or read_clause(replace(rest, asks=False), reading.known, Facts())
    return rest if tells else replace(rest, text="")


def _masked(text: str, days: Sequence[Days]) -> str:
    for place in reversed(range(len(days))):
        text = f"{text[: days[place].start]}{mark(place)}{text[days[place].end :]}"
    return text.replace("  ", " ")
