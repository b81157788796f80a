"""The way to the door of an occupation without a skill table: steps in order, dated, with hours that add up."""

import math
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.plans.progress import usual_name
from tools.errors import DataError
from tools.oews.tables import occupations
from tools.roadmap import generate, steps
from tools.roadmap.calendars import make_calendar
from tools.roadmap.chosen_steps import Wanted
from tools.roadmap.models import RoadmapDocument
from tools.roadmap.step_plan import way_to_door
from tools.roadmap.steps import Door, door_of, find_step, had_by, is_of_steps, is_step, steps_within
from tools.roadmap.tables import read_table

CODES = sorted({row["code"] for row in read_table("occupation_steps")})
START = date(2027, 1, 4)
DISPATCHER = door_of("911 dispatcher")
TITLES = [step.title for step in DISPATCHER.steps] if DISPATCHER else []


def titles(document: RoadmapDocument) -> list[str]:
    return [milestone.title for milestone in document.milestones]


def test_the_table_is_whole() -> None:
    rows = read_table("occupation_steps")
    assert set(CODES) <= set(occupations())
    for code in CODES:
        own = [row for row in rows if row["code"] == code]
        assert [row["step"] for row in own] == [str(place) for place in range(1, len(own) + 1)]
        assert 5 <= len(own) <= 7 and len({row["title"].casefold() for row in own}) == len(own), code
    for row in rows:
        assert not re.search(r"https?:|www\.|[$%]", row["does"] + row["proof"]), row
        assert usual_name(row["title"]) == row["title"], "a skill of another name would be meant"


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=3, deadline=None)
@given(hours=st.floats(0.5, 40), lost=st.lists(st.integers(1, 30), max_size=4))
def test_order_dates_and_hours_add_up_for_every_occupation(code: str, hours: float, lost: list[int]) -> None:
    door = Door("people", (), None, steps._steps()[code])
    calendar = make_calendar(hours, lost, START)
    document = way_to_door("role", door, Wanted(), calendar, None)
    found = document.milestones
    assert titles(document) == [step.title for step in door.steps] == document.critical_path
    assert math.isclose(sum(float(each.hours) for each in found), float(document.total_hours), abs_tol=0.5)
    assert document.weeks == found[-1].end_week and document.finish is not None
    assert document.finish.low_weeks <= document.finish.median_weeks <= document.finish.high_weeks
    for place, each in enumerate(found):
        assert each.skills == [each.title] and each.does and each.proof
        assert each.after == ([found[place - 1].id] if place else [])
        assert not place or found[place - 1].end_week <= each.start_week <= each.end_week
        assert each.start_date and each.end_date and each.start_date <= each.end_date
    for first in found:
        for last in found:
            inside = [m for m in found if first.start_week <= m.start_week and m.end_week <= last.end_week]
            free = calendar.until(last.end_week) - calendar.until(first.start_week - 1)
            assert not inside or sum(float(m.hours) for m in inside) <= free + 0.5


def test_what_is_done_left_out_or_first_is_named_by_its_title() -> None:
    whole = generate("911 dispatcher", [], 5)
    assert titles(whole) == TITLES
    done = generate("911 dispatcher", [TITLES[2]], 5, done=[TITLES[0].lower()])
    assert titles(done) == [TITLES[1], *TITLES[3:]]
    assert {row.skill for row in done.gap if row.have == "yes"} == {TITLES[0], TITLES[2]}
    assert titles(generate("911 dispatcher", [], 5, without=[TITLES[3]])) == [*TITLES[:3], *TITLES[4:]]
    ahead = generate("911 dispatcher", [], 5, first=[TITLES[4], "yodelling"])
    assert titles(ahead)[0] == TITLES[4] and ahead.milestones[1].after == ["M1"]
    assert any("yodelling is no step" in note for note in ahead.notes)


def test_a_step_that_the_work_held_is_counts_as_done() -> None:
    aide = "Become a nurse aide"
    assert aide in titles(generate("LPN", [], 8)) and aide in titles(
        generate("LPN", [], 8, experience=("cook", 9))
    )
    done = generate("LPN", [], 8, experience=("nursing assistant", 11))
    assert aide not in titles(done) and {row.skill for row in done.gap if row.have == "yes"} == {
        "See nursing home work",
        aide,
    }
    assert f"Counted as done by your work as nursing assistant: See nursing home work, {aide}." in done.notes


def test_work_of_several_occupations_has_done_no_step_that_is_one_of_them() -> None:
    door = door_of("LPN")
    assert door is not None
    assert had_by("nurse", door) == [] and had_by("records department", door) == []


def test_who_has_done_a_step_is_a_known_occupation_and_another_one() -> None:
    for row in read_table("occupation_steps"):
        assert set(row["done_by"].split()) <= set(occupations()) - {row["code"]}, row


def test_steps_say_what_they_are_and_what_comes_after_them() -> None:
    notes = " ".join(generate("registered nurse", [], 8).notes)
    assert (
        "our own judgement (editorial, 2026)" in notes
        and "No skill table exists for registered nurses" in notes
    )
    assert "comes after these steps and is not in the weeks" in notes and "license" in notes
    assert "it could also be" not in notes and "it could also be" in " ".join(generate("nurse").notes)
    assert "Assumed 10 hours" in generate("nurse").notes[0]


def test_all_evidence_is_the_projects_own_and_holds_its_hours() -> None:
    document = generate("electrician", [], 6, 2, start=START)
    assert {(each.kind, each.source.locator) for each in document.evidence} == {
        ("roadmap", "seeds/tables/occupation_steps.csv")
    }
    for milestone, piece in zip(document.milestones, document.evidence[1:], strict=False):
        assert any(
            (figure.subject, figure.value) == (milestone.title, milestone.hours) for figure in piece.figures
        )
        assert milestone.does in piece.text


def test_a_horizon_that_is_too_short_gets_ways_out_that_hold() -> None:
    short = generate("911 dispatcher", [], 5, 10)
    assert not short.feasible and [option.split(":")[0] for option in short.options] == ["Cut", "More hours"]
    needed = float(short.options[1].split()[2])
    assert generate("911 dispatcher", [], needed, 10).feasible
    out = re.findall("“([^”]+)”", short.options[0])
    assert generate("911 dispatcher", [], 5, 10, without=out).feasible
    assert DISPATCHER and not {step.title for step in DISPATCHER.steps if step.core} & {*out}
    assert (
        generate("911 dispatcher", [], 5, 4)
        .options[0]
        .startswith("Cut: even the first step and those without")
    )
    assert generate("911 dispatcher", [], 1, 1).options[0].startswith("Cut: even")


def test_a_horizon_that_holds_the_steps_and_not_the_school_says_so() -> None:
    said = "not the schooling after them"
    assert said in " ".join(generate("registered nurse", [], 20, 40).notes)
    assert said not in " ".join(generate("911 dispatcher", [], 20, 40).notes)


def test_a_role_of_several_occupations_or_none_gets_no_steps() -> None:
    for role in ("growth hacker", "dragon tamer"):
        assert generate(role, [], 5).milestones == []
        assert "No skill table exists" in generate(role, [], 5).notes[0]


def test_a_title_is_found_as_it_stands_or_nearly() -> None:
    assert DISPATCHER is not None
    first = DISPATCHER.steps[0]
    assert find_step(f" {first.title.upper()} ", DISPATCHER.steps) == first
    assert find_step(first.title + "s", DISPATCHER.steps) == first
    assert find_step("", DISPATCHER.steps) is None and find_step("Kubernetes", DISPATCHER.steps) is None
    assert is_step(first.title) and not is_step("Kubernetes")
    assert is_of_steps(first.does) and is_of_steps(first.proof) and not is_of_steps("a proof")


def test_what_is_cut_leaves_the_first_and_the_last_step_and_as_many_as_fit() -> None:
    assert steps_within([3, 30, 6, 4, 8, 5], 60) == [0, 1, 2, 3, 4, 5]
    assert steps_within([3, 30, 6, 4, 8, 5], 50) == [0, 1, 3, 4, 5]
    assert steps_within([3, 30, 6, 4, 8, 5], 42) == [0, 2, 3, 4, 5]
    assert steps_within([3, 30, 6], 8) == [] and steps_within([], 8) == []
    assert steps_within([3], 8) == [0]


@pytest.mark.parametrize("changed", [{"hours": "x"}, {"hours": "0.5"}, {"step": "3"}])
def test_a_damaged_table_is_a_data_error(changed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"code": "1", "step": "1", "title": "A", "does": "B", "proof": "C", "done_by": ""}
    hours = {"hours_low": "1", "hours": "2", "hours_high": "3"}
    monkeypatch.setattr(steps, "read_table", lambda _: [{**row, **hours, **changed}])
    with pytest.raises(DataError, match=r"occupation_steps\.csv"):
        steps._steps.__wrapped__()
