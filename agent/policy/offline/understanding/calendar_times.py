"""What a clause with days says of a person's time: when they begin, when they have other hours, none, or time after all.

Each reader takes the clause with a mark in the place of its days and gives it back without what it read, or None
where it read nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from agent.policy.offline.understanding.calendar_days import Days
from agent.policy.offline.understanding.calendar_marks import MARKED, blanked, cue, mark, place_of
from agent.policy.offline.understanding.facts import Known
from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.quantities import NUMBER, parse_number
from agent.policy.offline.understanding.text import Clause
from tools.roadmap.calendars import Period

_FROM = re.compile(r"^(?:not )?(?:from|starting|beginning|as of|since|after|come)\b")
_UNTIL = re.compile(r"\b(?:until|till|til)\b")
_BACK_ON = re.compile(r"\b(?:until|till|til|before)\b")
_NOT_BEFORE = re.compile(r"not (?:before|until|till|from)\b")
_NOT_IN = re.compile(r"not (?:in|during|over|on|for|at)\b")
_DEADLINE = re.compile(r"\b(?:by|before|up to)\b|^of\b")
_AMOUNT = (
    rf"(?P<count>{NUMBER}|the)\s+(?:(?:whole|full|entire)\s+)?(?P<unit>days?|weeks?|fortnights?|months?)"
)
_LENGTH_BEFORE = re.compile(
    rf"(?<!hours )(?<!hour )(?<!times )(?<!\d h )\b{_AMOUNT}(?:\s+[\w-]+){{0,3}}?\s*(?P<side>\bafter|\bbefore|\bfollowing)?\s*$",
    re.IGNORECASE,
)
_LENGTH_AFTER = re.compile(rf"^\s*for\s+(?:about\s+)?{_AMOUNT}\b", re.IGNORECASE)
_LIMITS = re.compile(r"\b(?:only|just|at most|no more than|up to|down to)\b", re.IGNORECASE)
_TRIP = timedelta(days=45)  # who is longer in a place lives there
_PLACE = re.compile(r"\b(?:in|at|to|with)\s+(?:\w+\s*){1,3}")
_UNIT_DAYS = {"d": 1, "w": 7, "f": 14, "m": 30}


@dataclass
class Reading:
    """What the clauses so far said; `busy` and `start` are those of the profile after it."""

    known: Known
    planned: bool
    usual_hours: tuple[float, ...]
    busy: list[Period]
    start: date | None
    notes: list[str] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    named: tuple[int, tuple[Days, ...]] | None = None

    @property
    def today(self) -> date:
        return self.known.today


def begun(masked: str, days: tuple[Days, ...], reading: Reading) -> str | None:
    """The day on which they begin, or until which they cannot."""
    for name in ("start_verb", "start", "start_from"):
        for match in cue(name).finditer(masked):
            found = days[place_of(match[0])]
            others = name == "start_verb" and not cue("starter").search(masked[: match.start()])
            loose = name == "start_from" and not _goes_on(found)
            deadline = _DEADLINE.search(found.lead) and not _denied(masked, match)
            if not (others or loose or deadline):
                return _begins(masked, match, found, reading)
    for place, found in enumerate(days):
        away = _BACK_ON.search(found.lead) and not found.range and cue("busy").search(masked)
        back_on = _free_again(found)
        if back_on < reading.today or _has_hours(masked):
            continue
        if away or _NOT_BEFORE.match(found.lead):
            reading.start = back_on
            return blanked(cue("busy").sub(" ", masked) if away else masked, [place])
    return None


def _denied(masked: str, match: re.Match[str]) -> bool:
    """Whether it is said of what cannot be: "not start before"."""
    return (
        re.search(r"\b(?:not|never|no|nothing)\b|n't\b|\bcannot\b", masked[: match.end()], re.IGNORECASE)
        is not None
    )


def _begins(masked: str, match: re.Match[str], found: Days, reading: Reading) -> str | None:
    day = _free_again(found) if re.search(r"until|till|til|after", found.lead) else found.first
    if day < reading.today and found.last >= reading.today:
        day = reading.today
    if day < reading.today:
        return None
    reading.start = day
    return masked[: match.start()] + " " + masked[match.end() :]


def other_hours(masked: str, days: tuple[Days, ...], reading: Reading) -> str | None:
    """Other hours a week in some time than the usual ones."""
    if cue("except").search(masked) or cue("part_of_week").search(masked):
        return None
    # "Away in August, 10 hours a week": what stands with the days is said of them.
    part = next(part for part in masked.split(",") if re.search(MARKED, part))
    beside, own = masked.replace(part, " "), _amount(part, reading)
    if own is None and not cue("busy").search(part):
        part, beside, own = masked, "", _amount(masked, reading)
    if own is None:
        return None
    amount, rest = own
    others = [*reading.usual_hours, *([hours.per_week] if (hours := find_hours(beside)[0]) else [])]
    firm = any(each != amount for each in others) or _LIMITS.search(part) is not None
    meant = [place for place in range(len(days)) if mark(place) in part]
    periods = [each for place in meant if (each := _with_hours(days[place], amount, reading, firm=firm))]
    if not periods:
        return _begins_with_hours(masked, days, reading)
    _add(periods, masked, reading)
    return blanked(masked.replace(part, rest), meant)


def _amount(text: str, reading: Reading) -> tuple[float, str] | None:
    """Hours a week that a text tells, without a unit or as half of the usual ones too, and the text without them."""
    hours, rest = find_hours(text)
    if hours:
        return float(hours.per_week), rest
    if match := cue("fewer").search(text):
        return parse_number(match["amount"]), text[: match.start()] + text[match.end() :]
    if reading.usual_hours and (match := cue("half").search(text)):
        return reading.usual_hours[0] / 2, text[: match.start()] + text[match.end() :]
    return None


def _with_hours(found: Days, hours: float, reading: Reading, *, firm: bool) -> Period | None:
    """The time in which these hours hold; None where the days are a deadline or a first day."""
    if _DEADLINE.search(found.lead) or (found.near and found.first == found.last):
        return None
    if not found.range and _UNTIL.search(found.lead):
        last = _free_again(found) - timedelta(days=1)
        return Period(reading.today, last, hours) if firm and last >= reading.today else None
    if not found.range and _goes_on(found):
        return Period(_onwards(found), None, hours) if firm else None
    if found.first == found.last and not found.range:
        return None
    return Period(found.first, found.last, hours)


def _begins_with_hours(masked: str, days: tuple[Days, ...], reading: Reading) -> str | None:
    """Usual hours from a day on ("10 hours a week from January") are where they begin."""
    for place, found in enumerate(days):
        if not found.range and _goes_on(found) and _onwards(found) >= reading.today:
            reading.start = _onwards(found)
            return blanked(masked, [place])
    return None


def kept_busy(masked: str, days: tuple[Days, ...], reading: Reading) -> str | None:
    """Days without any time for study."""
    said = next((name for name in ("except", "busy") if cue(name).search(masked)), None)
    if said is None and _is_elsewhere(masked, days):
        said = "elsewhere"
    negated = any(_NOT_IN.match(each.lead) for each in days)
    if not (said or negated) or cue("part_of_week").search(masked):
        return None
    told = [(place, _without_time(masked, place, each, reading)) for place, each in enumerate(days)]
    periods = {place: period for place, period in told if period is not None}
    if not periods:
        return None
    _add(periods.values(), masked, reading)
    reading.notes += [note for place in periods if (note := days[place].counted)]
    rest = blanked(cue(said).sub(" ", masked) if said else masked, periods)
    # The place is where they are then, not where they live.
    return _PLACE.sub(" ", rest) if said == "elsewhere" else rest


def _is_elsewhere(masked: str, days: tuple[Days, ...]) -> bool:
    """Whether they are somewhere else from one day to another ("at a wedding in Spain from 1 to 9 May")."""
    short = all(each.range and each.last - each.first <= _TRIP for each in days)
    return short and cue("elsewhere").search(masked) is not None


def _without_time(masked: str, place: int, found: Days, reading: Reading) -> Period | None:
    if _DEADLINE.search(found.lead) or (reading.planned and found.near) or found.last < reading.today:
        return None
    before, _, after = masked.partition(mark(place))
    length = _LENGTH_AFTER.match(after) or (None if found.range else _LENGTH_BEFORE.search(before))
    if length:
        return _of_length(length, found, reading)
    if not found.range and (_goes_on(found) or _UNTIL.search(found.lead)):
        return None  # no end, or the day on which they are back
    return Period(found.first, found.last)


def _of_length(length: re.Match[str], found: Days, reading: Reading) -> Period:
    """A number of days or weeks within longer days, from their first on, or beside them."""
    count = 1.0 if length["count"].lower() == "the" else parse_number(length["count"])
    stretch = timedelta(days=max(1, round(count * _UNIT_DAYS[length["unit"][0].lower()])))
    side = (length.groupdict().get("side") or found.lead).lower()
    if side.startswith(("after", "following")):
        return Period(found.last + timedelta(days=1), found.last + stretch)
    if side.startswith("before"):
        return Period(found.first - stretch, found.first - timedelta(days=1))
    first = max(found.first, reading.today)
    last = first + stretch - timedelta(days=1)
    if found.first != found.last:
        last = min(last, max(found.last, first))
        reading.notes.append(
            f"{length[0].strip()} counted from {first.day} {first:%B %Y}: say which days they are"
        )
    return Period(first, last)


def freed(masked: str, days: tuple[Days, ...], reading: Reading) -> str | None:
    """Days that were busy and have time after all."""
    if cue("free").search(masked) is None:
        return None
    kept = [period for period in reading.busy if not any(_overlaps(period, each) for each in days)]
    if kept == reading.busy:
        return None
    reading.busy = kept
    return blanked(cue("free").sub(" ", masked), range(len(days)))


def _add(periods: Iterable[Period], masked: str, reading: Reading) -> None:
    """Add times. More hours within a time that was told take their days out of it.

    Words such as "actually" put the new ones in the place of all they overlap.
    """
    instead = cue("instead").search(masked)
    for new in periods:
        held = reading.busy
        if instead:
            held = [each for each in held if not _touch(each, new)]
        reading.busy = [piece for each in held for piece in _around(each, new)]
        reading.busy += [] if new in reading.busy else [new]


def _around(held: Period, new: Period) -> list[Period]:
    """What is left of a time when more hours are told of days within it."""
    inside = (
        held.last is not None and new.last is not None and held.first <= new.first and new.last <= held.last
    )
    if not inside or new.hours <= held.hours:
        return [held]
    pieces = [(held.first, new.first - timedelta(days=1)), (_next_day(new), held.last)]
    return [Period(first, last, held.hours) for first, last in pieces if last is not None and first <= last]


def _next_day(period: Period) -> date:
    return (period.last or period.first) + timedelta(days=1)


def _overlaps(period: Period, days: Days) -> bool:
    return period.first <= days.last and (period.last is None or period.last >= days.first)


def _touch(held: Period, new: Period) -> bool:
    return (new.last is None or held.first <= new.last) and (held.last is None or held.last >= new.first)


def _goes_on(found: Days) -> bool:
    return found.open or _FROM.match(found.lead) is not None


def _onwards(found: Days) -> date:
    return found.last + timedelta(days=1) if "after" in found.lead else found.first


def _free_again(found: Days) -> date:
    """The first day after "until": of a month its first, unless its end is named."""
    ends = re.search(r"\bend\s+of\b|\blate\b", found.text, re.IGNORECASE) or "after" in found.lead
    return found.last + timedelta(days=1) if ends else found.first


def _has_hours(masked: str) -> bool:
    return find_hours(masked)[0] is not None
