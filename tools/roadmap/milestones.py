"""Skills gathered into milestones: prerequisite order, at most 60 hours or 5 skills, related skills together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tools.roadmap import graph
from tools.roadmap.tables import Skill, Track, skills, tracks

MAX_HOURS = 60.0
MAX_SKILLS = 5
SMALL_HOURS = 25.0
SMALL_SKILLS = 3
CRUMB_HOURS = 12.0


@dataclass(frozen=True, slots=True)
class Group:
    """Skill ids of one milestone in learning order, and the places of the groups it builds on."""

    skills: tuple[str, ...]
    after: tuple[int, ...]


def gather(hours: Mapping[str, float], first: Sequence[str] = ()) -> list[Group]:
    """Group the skills of `hours` (skill id to hours, in prerequisite order) into milestones, first one first.

    Those of `first` (each after what it builds on) come before all others, in this order.
    """
    before = {skill: set(skills()[skill].prerequisites) & hours.keys() for skill in hours}
    begun = {skill: hours[skill] for skill in first}
    groups = _in_order(begun)
    groups += _grouped({skill: hours[skill] for skill in hours if skill not in begun}, before)
    return _linked(_without_crumbs(groups, hours), before)


def _grouped(waiting: dict[str, float], before: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
    groups: list[tuple[str, ...]] = []
    while waiting:
        group = _next_group(waiting, before)
        groups.append(group)
        for skill in group:
            del waiting[skill]
    return groups


def _in_order(hours: Mapping[str, float]) -> list[tuple[str, ...]]:
    """Neighbours of one track together, in the order they come in."""
    groups: list[tuple[str, ...]] = []
    for skill in hours:
        last = groups[-1] if groups else ()
        alike = last and _track(last[-1]).family == _track(skill).family
        full = len(last) >= MAX_SKILLS or _sum(last, hours) + hours[skill] > MAX_HOURS
        if alike and not full:
            groups[-1] = (*last, skill)
        else:
            groups.append((skill,))
    return groups


def _next_group(waiting: Mapping[str, float], before: Mapping[str, set[str]]) -> tuple[str, ...]:
    ready = [skill for skill in waiting if not before[skill] & waiting.keys()]
    track = min((_track(skill) for skill in ready), key=lambda item: item.order)
    group = _fill([], waiting, before, lambda skill: _track(skill).id == track.id)
    if len(group) < SMALL_SKILLS and sum(waiting[skill] for skill in group) < SMALL_HOURS:
        group = _fill(group, waiting, before, lambda skill: _track(skill).family == track.family)
    return tuple(group)


def _fill(
    group: list[str],
    waiting: Mapping[str, float],
    before: Mapping[str, set[str]],
    fits: Callable[[str], bool],
) -> list[str]:
    """Add ready skills that fit the track until the milestone is full; a skill opens the way for the next."""
    spent = sum(waiting[skill] for skill in group)
    open_to = {
        skill: before[skill] & waiting.keys() for skill in waiting if skill not in group and fits(skill)
    }
    while len(group) < MAX_SKILLS:
        for skill, needed in open_to.items():
            if needed <= set(group) and (not group or spent + waiting[skill] <= MAX_HOURS):
                break
        else:
            return group
        group.append(skill)
        spent += waiting[skill]
        del open_to[skill]
    return group


def _without_crumbs(groups: list[tuple[str, ...]], hours: Mapping[str, float]) -> list[tuple[str, ...]]:
    """Join a milestone of a few hours with its neighbour: neighbours in a learning order always may."""
    merged: list[tuple[str, ...]] = []
    for group in groups:
        both = (*merged[-1], *group) if merged else group
        crumb = merged and min(_sum(merged[-1], hours), _sum(group, hours)) < CRUMB_HOURS
        if crumb and len(both) <= MAX_SKILLS and _sum(both, hours) <= MAX_HOURS and not _is_capstone(group):
            merged[-1] = both
        else:
            merged.append(group)
    return merged


def _sum(group: Iterable[str], hours: Mapping[str, float]) -> float:
    return sum(hours[skill] for skill in group)


def _is_capstone(group: tuple[str, ...]) -> bool:
    return any(_track(skill).family == "capstone" for skill in group)


def _linked(groups: list[tuple[str, ...]], before: Mapping[str, set[str]]) -> list[Group]:
    place = {skill: index for index, group in enumerate(groups) for skill in group}
    needed = {
        index: {place[item] for skill in group for item in before[skill]} - {index}
        for index, group in enumerate(groups)
    }
    reduced = graph.without_shortcuts(
        {str(index): map(str, sorted(after)) for index, after in needed.items()}
    )
    return [
        Group(group, tuple(sorted(int(item) for item in reduced[str(index)])))
        for index, group in enumerate(groups)
    ]


def _track(skill: str) -> Track:
    return tracks()[skills()[skill].track]


def titles_of(groups: Sequence[Group], hours: Mapping[str, float]) -> list[str]:
    """A title for each milestone, no two the same: its skills if they are one or two, else its tracks."""
    plain = [_title(group, hours) for group in groups]
    return [
        f"{title}: {proof_of(group).name}" if plain.count(title) > 1 else title
        for title, group in zip(plain, groups, strict=True)
    ]


def _title(group: Group, hours: Mapping[str, float]) -> str:
    rows = [skills()[skill] for skill in group.skills]
    if len(rows) <= 2:
        return ", then ".join(row.name for row in rows)
    spent: dict[str, float] = {}
    for row in rows:
        spent[row.track] = spent.get(row.track, 0.0) + hours[row.id]
    largest = sorted(spent, key=lambda track: -spent[track])[:2]
    titles = [tracks()[track].title for track in spent if track in largest]
    return titles[0] if len(titles) == 1 else f"{titles[0]} and {_lower(titles[1])}"


def family_of(group: Group, hours: Mapping[str, float]) -> str:
    """The family of tracks that most of the milestone's hours belong to."""
    return _main_track(group, hours).family


def is_theory(group: Group, hours: Mapping[str, float]) -> bool:
    """Whether most of the milestone is learned from books and exercises rather than by building something."""
    return _main_track(group, hours).theory


def _main_track(group: Group, hours: Mapping[str, float]) -> Track:
    spent: dict[str, float] = {}
    for skill in group.skills:
        track = skills()[skill].track
        spent[track] = spent.get(track, 0.0) + hours[skill]
    return tracks()[max(spent, key=spent.__getitem__)]


def _lower(title: str) -> str:
    return title if title[:2].isupper() or title.startswith("DevOps") else title[0].lower() + title[1:]


def proof_of(group: Group) -> Skill:
    """The skill whose project proves the milestone: the last that builds on most of the others."""

    def reach(skill: str) -> tuple[int, float]:
        return len(graph.before(skill) & set(group.skills)), skills()[skill].typical

    return skills()[max(group.skills, key=reach)]
