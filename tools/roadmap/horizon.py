"""A horizon that cannot be met: what to cut, how many hours would do, and what is within reach instead."""

import math
from collections.abc import Callable, Iterable, Mapping

from tools.roadmap.calendars import Calendar
from tools.roadmap.graph import before, needed_for
from tools.roadmap.knowledge import Knowledge, left_to_learn
from tools.roadmap.models import Need
from tools.roadmap.tables import roles, skills, tracks
from tools.roadmap.targets import Target

MOST_HOURS = 168
STRAIN_HOURS = 45
_ROUNDING = 1e-9
Hours = Callable[[str], float]  # of a skill id


def ways_out(
    target: Target, knowledge: Knowledge, calendar: Calendar, horizon: int, own: float = 0.0
) -> list[str]:
    """Three concrete options when `target` takes longer than `horizon` weeks; `own` hours go to steps of theirs."""
    budget = max(0.0, calendar.until(horizon) - own)
    left = left_to_learn(target, knowledge)
    return [
        _cut(left, knowledge, calendar, budget),
        more_hours(sum(map(knowledge.hours, left)) + own, calendar, horizon),
        _nearer(target, left, knowledge, calendar, budget),
    ]


def _cut(left: list[str], knowledge: Knowledge, calendar: Calendar, budget: float) -> str:
    kept = kept_within(left, knowledge.hours, budget)
    if not kept:
        return "Cut: even the shortest skill to begin with takes longer than the time there is."
    cut = [skill for skill in left if skill not in kept]
    rest = sum(map(knowledge.hours, kept))
    less = f"leave {_names(cut)} for later" if len(cut) <= len(kept) else f"keep only {_names(kept)}"
    return f"Cut: {less}; what is left ({_count(kept)}) takes {figure(rest)} hours and {weeks(calendar.finish(rest))}."


def kept_within(left: list[str], hours: Hours, budget: float) -> list[str]:
    """What of `left` fits into `budget` hours, each with all it builds on: the choice that opens most of the way."""

    def opens(kept: list[str]) -> int:
        return sum(1 + sum(skill in before(later) for later in left) for skill in kept)

    choices = (_without_the_longest(left, hours, budget), _from_the_start(left, hours, budget))
    return max(choices, key=opens)


def _without_the_longest(left: list[str], hours: Hours, budget: float) -> list[str]:
    """Of the skills that nothing else left builds on the longest goes first, so that few have to go."""
    kept = list(left)
    while sum(map(hours, kept)) > budget:
        held = {needed for skill in kept for needed in skills()[skill].prerequisites}
        kept.remove(max((skill for skill in kept if skill not in held), key=hours))
    return kept


def _from_the_start(left: list[str], hours: Hours, budget: float) -> list[str]:
    """As many skills as fit, in learning order; one that does not fit takes what builds on it along."""
    kept: list[str] = []
    for skill in left:
        ready = all(needed in kept or needed not in left for needed in skills()[skill].prerequisites)
        if ready and hours(skill) <= budget:
            kept.append(skill)
            budget -= hours(skill)
    return kept


def more_hours(total: float, calendar: Calendar, horizon: int) -> str:
    """The way out by which all of it is done in time."""
    needed = _to_half_hours(calendar.hours_to_do(total, horizon))
    if needed > MOST_HOURS:
        return f"More hours: no number of hours a week fits {figure(total)} hours into {horizon} weeks."
    strain = ", which is more than a full-time week" if needed > STRAIN_HOURS else ""
    return f"More hours: {figure(needed)} hours a week would do it in {horizon} weeks{strain}."


def _to_half_hours(hours: float) -> float:
    return hours if math.isinf(hours) else math.ceil(2 * hours - _ROUNDING) / 2


def _nearer(target: Target, left: list[str], knowledge: Knowledge, calendar: Calendar, budget: float) -> str:
    """The role within reach that has most in common with the target; else the largest step towards it."""
    roles_near = _roles_within(target, knowledge, budget) if target.kind != "skill" else []
    if roles_near:
        _, _, title, hours = max(roles_near)
        if not hours:
            return f"Nearer role: by this table you have all that {title} must have already."
        return f"Nearer role: {title} takes {_effort(hours, calendar)} from here."
    steps = _steps(left, knowledge)
    if not steps:
        needed = figure(sum(map(knowledge.hours, left)))
        return f"Nearer skill: only the final project is left, and it takes {needed} hours."
    within = [step for step in steps if step[1] <= budget]
    if not within:
        hours, name = min((hours, name) for _, hours, name in steps)
        return f"Nearer skill: none fits; the shortest, {name}, takes {figure(hours)} hours."
    _, hours, name = max(within)
    return f"Nearer skill: {name}, with all it builds on, takes {_effort(hours, calendar)} from here."


def _steps(left: list[str], knowledge: Knowledge) -> list[tuple[bool, float, str]]:
    """Skills on the way with their hours from here, practice before theory; a capstone is its end, not a step of it."""
    steps = []
    for skill in left:
        track = tracks()[skills()[skill].track]
        if track.family != "capstone":
            hours = sum(map(knowledge.hours, left_to_learn(_step(skill), knowledge)))
            steps.append((not track.theory, hours, skills()[skill].name))
    return steps


def _roles_within(
    target: Target, knowledge: Knowledge, budget: float
) -> list[tuple[bool, float, str, float]]:
    """Roles within reach whose hours mostly count for the target: (not there yet, hours shared, title, hours left)."""
    wanted = needed_for(_musts(target.needs), ())
    found = []
    for role in roles().values():
        needed = needed_for(_musts(role.needs), ())
        shared, whole = _hours(needed & wanted), _hours(needed)
        hours = sum(
            map(
                knowledge.hours,
                left_to_learn(Target(role.id, role.title, role.kind, role.needs, exact=True), knowledge),
            )
        )
        near = role.kind == "role" and role.id != target.id and shared >= whole / 2
        if near and hours <= budget:
            found.append((hours > 0, shared, role.title, hours))
    return found


def _hours(needed: Iterable[str]) -> float:
    return sum(skills()[skill].typical for skill in needed)


def _step(skill: str) -> Target:
    return Target(skill, skills()[skill].name, "skill", {skill: "must"}, exact=True)


def _effort(hours: float, calendar: Calendar) -> str:
    return f"{figure(hours)} hours and {weeks(calendar.finish(hours))}"


def weeks(count: int) -> str:
    """A number of weeks for people."""
    return "one week" if count == 1 else f"{count} weeks"


def _musts(needs: Mapping[str, Need]) -> Iterable[str]:
    return (skill for skill, need in needs.items() if need == "must")


def _names(cut: list[str]) -> str:
    names = [skills()[skill].name for skill in cut]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _count(kept: list[str]) -> str:
    return "one skill" if len(kept) == 1 else f"{len(kept)} skills"


def figure(number: float) -> str:
    """A number for people: no needless decimals."""
    return f"{round(number, 1):g}" if abs(number) < 1e6 else f"{number:.0f}"
