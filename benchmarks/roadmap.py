"""How long a roadmap takes: the schedule alone, the Monte Carlo and a whole call."""

import time
from collections.abc import Callable
from statistics import median

from benchmarks.table import Row
from tools.roadmap import generate
from tools.roadmap.calendars import make_calendar
from tools.roadmap.forecast import simulate
from tools.roadmap.graph import longest_chain
from tools.roadmap.knowledge import Knowledge, in_order, left_to_learn
from tools.roadmap.milestones import gather, is_theory, titles_of
from tools.roadmap.schedule import place
from tools.roadmap.tables import roles, skills
from tools.roadmap.targets import link_target

SKILLS = 150
WEEKLY_HOURS = 10.0
_WAYS = {"side by side": WEEKLY_HOURS, "one after the other": 0.0}


def run() -> list[Row]:
    chosen = in_order()[:SKILLS]
    hours = {skill: skills()[skill].typical for skill in chosen}

    def schedule() -> None:
        in_order()
        groups = gather(hours)
        titles_of(groups, hours)
        longest_chain(hours)
        calendar = make_calendar(WEEKLY_HOURS)
        for span in place(groups, hours, WEEKLY_HOURS):
            calendar.begin(span.begin), calendar.finish(span.end)

    alone = {name: max(_theory_alone(role, weekly) for role in roles()) for name, weekly in _WAYS.items()}
    return [
        _row(f"roadmap for {SKILLS} skills without the simulation", 20, schedule),
        _row(f"1,000 draws over {SKILLS} skills", 150, lambda: simulate(dict.fromkeys(chosen, 1.0))),
        _row("a whole roadmap (AI engineer from nothing)", None, lambda: generate("AI engineer", (), 10, 20)),
        *(
            Row(f"longest theory with nothing to build, {name}, of {len(roles())} targets", weeks, "weeks")
            for name, weeks in alone.items()
        ),
    ]


def _theory_alone(role: str, weekly: float) -> int:
    """The longest run of weeks of a roadmap in which only theory is learned."""
    target = link_target(roles()[role].title)
    left = left_to_learn(target, Knowledge()) if target else []
    hours = {skill: skills()[skill].typical for skill in left}
    groups, calendar = gather(hours), make_calendar(WEEKLY_HOURS)
    practice = {
        week
        for span in place(groups, hours, weekly)
        if not is_theory(groups[span.item], hours)
        for week in range(calendar.begin(span.begin), calendar.finish(span.end) + 1)
    }
    longest = run = 0
    for week in range(1, calendar.finish(sum(hours.values())) + 1):
        run = 0 if week in practice else run + 1
        longest = max(longest, run)
    return longest


def _row(name: str, aim: float | None, work: Callable[[], object]) -> Row:
    times = []
    for _ in range(30):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    return Row(name, median(times), "ms", aim=aim)
