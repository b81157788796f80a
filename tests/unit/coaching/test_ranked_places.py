"""Where within a state a job is paid best, and which of the jobs shown last is paid best somewhere."""

from datetime import date
from pathlib import Path

from career_coach import Coach
from tools.salary import by_state


def coach(tmp_path: Path) -> Coach:
    return Coach(home=tmp_path, today=date(2026, 11, 29))


def test_the_part_of_a_state_that_pays_best_is_named_first(tmp_path: Path) -> None:
    best = by_state("welder", "Texas").states[0]
    for text in ("which part of Texas pays welders best", "where in Texas do welders earn the most?"):
        reply = coach(tmp_path).ask(text).reply
        assert reply.startswith("Within Texas") and reply.index(best.area) < reply.index("least")
        assert f"${best.p50:,}" in reply


def test_which_of_these_ranks_the_jobs_that_were_shown(tmp_path: Path) -> None:
    asked = coach(tmp_path)
    asked.ask("I'm a welder in Dayton, Ohio", thread="t")
    asked.ask("what else could I do?", thread="t")
    reply = asked.ask("which of those pays best in Ohio?", thread="t").reply
    assert "engine and other machine assemblers in Ohio" in reply and "structural metal fabricators" in reply


def test_their_own_job_is_none_of_those_that_were_shown(tmp_path: Path) -> None:
    asked = coach(tmp_path)
    asked.ask("I'm a welder in Dayton, Ohio", thread="t")
    assert "Within Texas welders are" in asked.ask("which part of Texas pays welders best", thread="t").reply
