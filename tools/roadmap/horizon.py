"""A horizon that cannot be met: what to cut, how many hours would do, and what is within reach instead."""

import math
from collections.abc import Iterable, Mapping

from tools.roadmap.calendars import Calendar
from tools.roadmap.knowledge import Knowledge, left_to_learn
from tools.roadmap.models import Need
from tools.roadmap.tables import roles, skills
from tools.roadmap.targets import Target

MOST_HOURS = 168
STRAIN_HOURS = 45
_ROUNDING = 1e-9


def ways_out(target: Target, knowledge: Knowledge, calendar: Calendar, horizon: int) -> list[str]:
    """Three concrete options when `target` takes longer than `horizon` weeks."""
    budget = calendar.until(horizon)
    left = left_to_learn(target, knowledge)
    return [
        _cut(left, knowledge, calendar, budget),
        _more_hours(sum(map(knowledge.hours, left)), calendar, horizon),
        _nearer(target, left, knowledge, calendar, budget),
    ]


def _cut(left: list[str], knowledge: Knowledge, calendar: Calendar, budget: float) -> str:
    kept = max(
        _without_the_longest(left, knowledge, budget), _from_the_start(left, knowledge, budget), key=len
    )
    if not kept:
        return "Cut: even the shortest skill to begin with takes longer than the time there is."
    cut = [skill for skill in left if skill not in kept]
    rest = sum(map(knowledge.hours, kept))
    less = f"leave {_names(cut)} for later" if len(cut) <= len(kept) else f"keep only {_names(kept)}"
    return f"Cut: {less}; what is left ({_count(kept)}) takes {figure(rest)} hours and {calendar.finish(rest)} weeks."


def _without_the_longest(left: list[str], knowledge: Knowledge, budget: float) -> list[str]:
    """Of the skills that nothing else left builds on the longest goes first, so that few have to go."""
    kept = list(left)
    while sum(map(knowledge.hours, kept)) > budget:
        held = {before for skill in kept for before in skills()[skill].prerequisites}
        kept.remove(max((skill for skill in kept if skill not in held), key=knowledge.hours))
    return kept


def _from_the_start(left: list[str], knowledge: Knowledge, budget: float) -> list[str]:
    """As many skills as fit, in learning order; one that does not fit takes what builds on it along."""
    kept: list[str] = []
    for skill in left:
        ready = all(before in kept or before not in left for before in skills()[skill].prerequisites)
        if ready and knowledge.hours(skill) <= budget:
            kept.append(skill)
            budget -= knowledge.hours(skill)
    return kept


def _more_hours(total: float, calendar: Calendar, horizon: int) -> str:
    needed = _to_half_hours(calendar.hours_to_do(total, horizon))
    if needed > MOST_HOURS:
        return f"More hours: no number of hours a week fits {figure(total)} hours into {horizon} weeks."
    strain = ", which is more than a full-time week" if needed > STRAIN_HOURS else ""
    return f"More hours: {figure(needed)} hours a week would do it in {horizon} weeks{strain}."


def _to_half_hours(hours: float) -> float:
    return hours if math.isinf(hours) else math.ceil(2 * hours - _ROUNDING) / 2


def _nearer(target: Target, left: list[str], knowledge: Knowledge, calendar: Calendar, budget: float) -> str:
    """The role within reach that shares most of what is asked for; else the largest step towards the target."""
    wanted = set(_musts(target.needs))
    reachable = []
    for role in roles().values():
        other = Target(role.id, role.title, role.kind, role.needs, exact=True)
        hours = sum(map(knowledge.hours, left_to_learn(other, knowledge)))
        shared = len(wanted & set(_musts(role.needs)))
        if role.kind == "role" and role.id != target.id and hours <= budget and shared * 3 >= len(wanted):
            reachable.append((shared, -hours, role.title, hours))
    if reachable and target.kind != "skill":
        _, _, title, hours = max(reachable)
        return (
            f"Nearer role: {title} takes {figure(hours)} hours and {calendar.finish(hours)} weeks from here."
        )
    steps = []
    for skill in left:
        step = Target(skill, skills()[skill].name, "skill", {skill: "must"}, exact=True)
        hours = sum(map(knowledge.hours, left_to_learn(step, knowledge)))
        if hours <= budget:
            steps.append((hours, skills()[skill].name))
    if not steps:
        hours, name = min((knowledge.hours(skill), skills()[skill].name) for skill in left)
        return f"Nearer skill: none fits; the shortest, {name}, takes {figure(hours)} hours alone."
    hours, name = max(steps)
    return (
        f"Nearer skill: {name}, with all it builds on, takes {figure(hours)} hours "
        f"and {calendar.finish(hours)} weeks from here."
    )


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
