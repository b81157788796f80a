"""Milestones placed on a calendar: one after the other, and two side by side where that helps the person.

Side by side means that two milestones share the hours of the same weeks; the finish stays where it is. Theory
runs beside practice, so that nobody sits through months of mathematics without building anything; two practical
tracks do so only where there are hours for both, since each proof then comes later. A first milestone of
practice has all the hours: its proof comes as soon as it can.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tools.roadmap.calendars import Calendar
from tools.roadmap.milestones import Group, family_of, is_theory
from tools.roadmap.models import Milestone

# Usual hours a week from which theory runs beside practice, and from which any two tracks do.
THEORY_BESIDE = 6.0
TRACKS_BESIDE = 15.0
_ROUNDING = 1e-9
_CRUMB = 0.01


@dataclass(frozen=True, slots=True)
class Span:
    """A milestone (its place in the list that was scheduled) from one hour of all study hours to another."""

    item: int
    begin: float
    end: float


@dataclass(slots=True)
class _Work:
    """What is begun and done so far, `rest` the hours left of each group."""

    groups: Sequence[Group]
    hours: Mapping[str, float]
    weekly: float
    rest: list[float]
    running: list[int] = field(default_factory=list)
    begun: dict[int, float] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)

    def next(self) -> int | None:
        """The group to begin now: the first whose prerequisites are done and that fits beside what runs."""
        for item, group in enumerate(self.groups):
            if item not in self.begun and self.done.issuperset(group.after) and self._fits(group):
                return item
        return None

    def _fits(self, group: Group) -> bool:
        if not self.running:
            return True
        other = self.groups[self.running[0]]
        alone = not self.done and not is_theory(other, self.hours)
        if len(self.running) > 1 or alone:
            return False
        if is_theory(group, self.hours) != is_theory(other, self.hours):
            return self.weekly >= THEORY_BESIDE
        return self.weekly >= TRACKS_BESIDE and family_of(group, self.hours) != family_of(other, self.hours)


def place(groups: Sequence[Group], hours: Mapping[str, float], weekly: float) -> list[Span]:
    """Spans of `groups` (skills with their `hours`) in the order in which they begin; `weekly` are the usual hours.

    No study hour is spent on more than one milestone or left out: what runs side by side takes turns.
    """
    rest = [sum(hours[skill] for skill in group.skills) for group in groups]
    return sorted(_spans(_Work(groups, hours, weekly, rest)), key=lambda span: (span.begin, span.item))


def _spans(work: _Work) -> Iterator[Span]:
    now = 0.0
    while len(work.done) < len(work.groups):
        while (item := work.next()) is not None:
            work.begun[item] = now
            work.running.append(item)
        share = min(work.rest[item] for item in work.running)
        now += share * len(work.running)
        for item in list(work.running):
            work.rest[item] -= share
            if work.rest[item] <= _ROUNDING:
                work.running.remove(item)
                work.done.add(item)
                yield Span(item, work.begun[item], now)


def spread(milestones: Sequence[Milestone], calendar: Calendar) -> dict[int, list[tuple[Milestone, float]]]:
    """The hours of each week for each milestone, which gets all of its own within its weeks.

    What runs side by side shares a week in equal parts as far as each is done in time. No week holds more than its
    hours unless the milestones themselves ask for it, as in a plan that was edited: then each one's last week
    takes what is left.
    """
    rest = [float(milestone.hours) for milestone in milestones]
    found: dict[int, list[tuple[Milestone, float]]] = {}
    weeks = sorted({week for item in milestones for week in range(item.start_week, item.end_week + 1)})
    for week in weeks:
        parts = _parts(week, milestones, rest, calendar)
        for item, part in parts.items():
            rest[item] -= part
            if part > _CRUMB:
                found.setdefault(week, []).append((milestones[item], part))
    return found


def _parts(
    week: int, milestones: Sequence[Milestone], rest: Sequence[float], calendar: Calendar
) -> dict[int, float]:
    """The hours of one week: equal parts, of which those give way that can wait to those that cannot."""
    running = [
        item
        for item, milestone in enumerate(milestones)
        if milestone.start_week <= week <= milestone.end_week and rest[item] > _ROUNDING
    ]
    parts = _equal({item: rest[item] for item in running}, calendar.room(week))
    for last in sorted({milestones[item].end_week for item in running}) if len(running) > 1 else ():
        due = [item for item, milestone in enumerate(milestones) if milestone.end_week <= last]
        later = calendar.until(last) - calendar.until(week)
        short = sum(rest[item] - parts.get(item, 0.0) for item in due) - later
        for giver in (item for item in reversed(running) if item not in due):
            for taker in (item for item in running if item in due):
                moved = min(max(short, 0.0), parts[giver], rest[taker] - parts[taker])
                parts[giver] -= moved
                parts[taker] += moved
                short -= moved
    return {item: rest[item] if milestones[item].end_week == week else part for item, part in parts.items()}


def _equal(rest: Mapping[int, float], room: float) -> dict[int, float]:
    """Equal parts of the room; what one has no need of goes to the others."""
    parts = {}
    for place, item in enumerate(sorted(rest, key=rest.__getitem__)):
        parts[item] = min(rest[item], room / (len(rest) - place))
        room -= parts[item]
    return parts
