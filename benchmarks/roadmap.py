"""How long a roadmap takes: the schedule alone, the Monte Carlo, a whole call, and reading skills in a message."""

import time
from collections.abc import Callable
from importlib.resources import files
from statistics import median
from typing import Any

import yaml

from tools.roadmap import generate
from tools.roadmap.calendars import make_calendar
from tools.roadmap.forecast import simulate
from tools.roadmap.graph import longest_chain
from tools.roadmap.knowledge import in_order
from tools.roadmap.milestones import gather, titles_of
from tools.roadmap.schedule import place
from tools.roadmap.skills import find_in_text
from tools.roadmap.tables import skills

SKILLS = 150
WEEKLY_HOURS = 10.0
MESSAGE = "I know Python and SQL, a bit of Docker, never touched kuberntes, and I want to learn pytroch in 6 months."


def run() -> None:
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

    _line(f"roadmap for {SKILLS} skills without the Monte Carlo", 20, schedule)
    _line(f"1,000 draws over {SKILLS} skills", 150, lambda: simulate(dict.fromkeys(chosen, 1.0)))
    _line(
        "a whole roadmap call (AI engineer from nothing)", None, lambda: generate("AI engineer", (), 10, 20)
    )
    _line("skills read in a message with two typing errors", None, lambda: find_in_text(MESSAGE))

    for name, rows in yaml.safe_load(
        files("benchmarks").joinpath("data/skill_sentences.yaml").read_text()
    ).items():
        _rate(name, rows)


def _rate(name: str, rows: list[dict[str, Any]]) -> None:
    right = wrong = 0
    for row in rows:
        found = {mention.name: mention.level for mention in find_in_text(row["say"])}
        hits = sum(found.get(skill) == level for skill, level in row["has"].items())
        right, wrong = right + hits, wrong + len(row["has"]) - hits
    print(f"levels of skills read in free text, sentences {name}: {right} of {right + wrong} (aim: 95 %)")


def _line(name: str, aim: float | None, work: Callable[[], object]) -> None:
    times = []
    for _ in range(30):
        started = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - started))
    wanted = f" (aim: at most {aim:g} ms)" if aim else ""
    print(f"{name}: {median(times):.1f} ms median of {len(times)}{wanted}")
