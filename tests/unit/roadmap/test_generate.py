"""The roadmap itself: order, hours, weeks, horizons, and what must hold for any person."""

import math
from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tools.roadmap
from tools.errors import UsageError
from tools.roadmap import generate
from tools.roadmap.models import RoadmapDocument
from tools.roadmap.tables import roles, skills

TARGETS = [role.title for role in roles().values()] + [skill.name for skill in skills().values()]
NAMES = sorted(skill.name for skill in skills().values())
BY_NAME = {skill.name: skill for skill in skills().values()}
people = st.fixed_dictionaries(
    {
        "role": st.sampled_from(TARGETS),
        "skills": st.lists(st.sampled_from(NAMES), max_size=8),
        "hours_per_week": st.floats(0.5, 60) | st.integers(1, 60),
        "missing": st.lists(st.sampled_from(NAMES), max_size=3),
        "busy_weeks": st.lists(st.integers(1, 60), max_size=8),
    }
)


@settings(max_examples=80, deadline=None)
@given(people)
def test_what_holds_for_everybody(person: dict[str, Any]) -> None:
    document = generate(**person)
    hours, busy = float(person["hours_per_week"]), person["busy_weeks"]
    assert_prerequisites_come_first(document)
    assert_weeks_hold_their_hours(document, hours, busy)
    assert math.isclose(sum(item.hours for item in document.milestones), document.total_hours, abs_tol=0.5)
    assert document.weeks == max((item.end_week for item in document.milestones), default=0)
    learned = [name for item in document.milestones for name in item.skills]
    assert len(learned) == len(set(learned))
    for item in document.milestones:
        assert item.proof
        assert len(item.skills) == 1 or (item.hours <= 60 and len(item.skills) <= 5)
    assert len({item.title for item in document.milestones}) == len(document.milestones)
    if document.milestones:
        assert {figure.subject for piece in document.evidence[1:] for figure in piece.figures} == {
            item.title for item in document.milestones
        }


def assert_prerequisites_come_first(document: RoadmapDocument) -> None:
    places = {name: index for index, item in enumerate(document.milestones) for name in item.skills}
    ids = {item.id: index for index, item in enumerate(document.milestones)}
    for index, item in enumerate(document.milestones):
        assert all(ids[before] < index for before in item.after)
        reached, waiting = set[int](), [ids[before] for before in item.after]
        while waiting:
            at = waiting.pop()
            reached.add(at)
            waiting += [ids[before] for before in document.milestones[at].after]
        seen: set[str] = set()
        for name in item.skills:
            for needed in (skills()[before].name for before in BY_NAME[name].prerequisites):
                if needed in places:
                    assert needed in seen or places[needed] in reached, (
                        f"{needed} does not come before {name}"
                    )
            seen.add(name)


def assert_weeks_hold_their_hours(document: RoadmapDocument, hours: float, busy: list[int]) -> None:
    for first in document.milestones:
        for last in document.milestones:
            inside = [
                m
                for m in document.milestones
                if m.start_week >= first.start_week and m.end_week <= last.end_week
            ]
            free = sum(week not in busy for week in range(first.start_week, last.end_week + 1))
            assert sum(m.hours for m in inside) <= free * hours + 0.5


def test_skills_are_read_as_written_and_imply_what_they_build_on() -> None:
    document = generate("AI engineer", ["k8s", "FastAPI"], 10, some=["PyTorch"])
    have = {row.skill: row.have for row in document.gap}
    assert have["Kubernetes"] == have["Docker"] == have["Python fundamentals"] == "yes"
    assert have["PyTorch"] == "some"
    assert any("half the hours" in note for note in document.notes)


@settings(max_examples=40, deadline=None)
@given(people, st.randoms(use_true_random=False))
def test_the_order_of_what_is_said_does_not_matter(person: dict[str, Any], random: Random) -> None:
    person["skills"] += ["yodelling", "Rust", "SQL"]
    shuffled = person | {
        name: random.sample(person[name], len(person[name])) for name in ("skills", "missing", "busy_weeks")
    }
    assert generate(**person) == generate(**shuffled)


def test_missing_wins_over_what_is_implied() -> None:
    have = {row.skill: row.have for row in generate("AI engineer", ["k8s"], 10, missing=["Docker"]).gap}
    assert (have["Kubernetes"], have["Docker"]) == ("yes", "no")


def test_knowing_rest_apis_does_not_mean_knowing_python() -> None:
    have = {row.skill: row.have for row in generate("AI engineer", ["Java", "REST APIs"], 10).gap}
    assert (have["REST API design"], have["Python fundamentals"]) == ("yes", "no")


def test_half_known_counts_half() -> None:
    whole, half = generate("Spark", [], 10), generate("Spark", [], 10, some=["Spark"])
    assert half.total_hours < whole.total_hours
    assert half.gap[-1].have == "some"


def test_skills_elsewhere_are_said_not_lost() -> None:
    notes = " ".join(generate("AI engineer", ["SolidWorks", "yodelling"], 10).notes)
    assert "SolidWorks" in notes and "yodelling" in notes


def test_a_role_without_a_table_gets_nothing_of_another() -> None:
    document = generate("dragon tamer", ["Python"], 10)
    assert (document.gap, document.milestones, document.evidence) == ([], [], [])
    assert "dragon tamer" in document.notes[0]


def test_nothing_left_to_learn() -> None:
    document = generate("Kubernetes", ["kubernetes"], 10)
    assert document.milestones == [] and document.weeks == 0 and document.feasible
    assert any("nothing" in note for note in document.notes)


def test_an_impossible_horizon_offers_three_ways_out() -> None:
    document = generate("MLOps engineer", ["Python"], 6, 12)
    assert not document.feasible
    assert [option.split(":")[0] for option in document.options][:2] == ["Cut", "More hours"]
    assert document.options[2].startswith("Nearer")
    assert any(f"{document.weeks - 12} weeks more" in note for note in document.notes)
    needed = float(document.options[1].split()[2])
    assert generate("MLOps engineer", ["Python"], needed, 12).feasible
    assert not generate("MLOps engineer", ["Python"], needed - 0.5, 12).feasible


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TARGETS), st.integers(1, 40), st.integers(1, 60))
def test_more_hours_would_really_do_it(role: str, hours: int, weeks: int) -> None:
    document = generate(role, [], hours, weeks)
    assert document.feasible == (document.weeks <= weeks) == (not document.options)
    if document.options and "no number" not in document.options[1]:
        assert generate(role, [], float(document.options[1].split()[2]), weeks).feasible


def test_dates_and_busy_weeks() -> None:
    start = date(2027, 1, 4)
    document = generate("Docker", ["Linux"], 4, start=start, busy_weeks=[1, date(2027, 1, 13)])
    (milestone,) = document.milestones
    assert (milestone.start_week, milestone.end_week) == (3, 4)
    assert (milestone.start_date, milestone.end_date) == ("2027-01-18", "2027-01-31")


def test_finish_is_a_range_around_the_typical_sum() -> None:
    finish = generate("Data engineer", ["Python"], 8).finish
    assert finish is not None
    assert finish.low_weeks < finish.median_weeks < finish.high_weeks


def test_the_chain_follows_prerequisites() -> None:
    chain = generate("AI research engineer", [], 10).critical_path
    for before, after in pairwise(chain):
        assert before in {skills()[item].name for item in BY_NAME[after].prerequisites}


@pytest.mark.parametrize("role", ["", "   ", "\n\t", "\x00"])
def test_an_empty_role_is_wrong_usage(role: str) -> None:
    with pytest.raises(UsageError):
        generate(role)


@pytest.mark.parametrize("hours", [0, -3, math.nan, math.inf, 169, True, "ten"])
def test_impossible_hours_are_wrong_usage(hours: float) -> None:
    with pytest.raises(UsageError, match="hours_per_week"):
        generate("RAG", hours_per_week=hours)


@pytest.mark.parametrize("weeks", [0, -1, math.nan, 0.4])
def test_an_impossible_horizon_is_wrong_usage(weeks: float) -> None:
    with pytest.raises(UsageError, match="weeks"):
        generate("RAG", weeks=weeks)


@pytest.mark.parametrize("busy", [[0], [True], [1.5], [date(2027, 1, 1)]])
def test_impossible_busy_weeks_are_wrong_usage(busy: list[int]) -> None:
    with pytest.raises(UsageError):
        generate("RAG", busy_weeks=busy)


def test_tiny_hours_and_far_dates_do_not_break() -> None:
    document = generate("AI engineer", [], 0.001, start=date(9990, 1, 1))
    assert document.milestones[-1].end_date is None


def test_what_is_done_is_never_asked_for_again() -> None:
    document = generate("AI engineer", ["Python"], 10, done=["Docker", "FastAPI"])
    planned = {name for item in document.milestones for name in item.skills}
    assert not planned & {"Docker", "FastAPI services", "REST API design"}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([role.title for role in roles().values()]),
    st.integers(0, 30),
    st.floats(1, 40),
    st.lists(st.integers(1, 10), max_size=3),
)
def test_replanning_keeps_what_is_done_and_asks_for_the_rest(
    role: str, finished: int, hours: float, lost: list[int]
) -> None:
    before = generate(role, ["Linux"], 10)
    names = [name for item in before.milestones for name in item.skills]
    done = names[:finished]
    after = generate(role, ["Linux"], hours, done=done, busy_weeks=lost)
    rest = {name for item in after.milestones for name in item.skills}
    assert rest == set(names) - set(done)
    assert after.total_hours <= before.total_hours
    have = {row.skill: row.have for row in after.gap}
    assert all(have.get(name, "yes") == "yes" for name in done)


def test_lost_weeks_move_the_end_and_nothing_else() -> None:
    before, after = generate("RAG", [], 10), generate("RAG", [], 10, busy_weeks=[3, 4])
    assert after.weeks == before.weeks + 2
    assert after.total_hours == before.total_hours
    assert [item.skills for item in after.milestones] == [item.skills for item in before.milestones]


def test_all_evidence_has_one_source_that_names_the_tables() -> None:
    document = generate("AI engineer", [], 10)
    (source,) = {item.source.title for item in document.evidence}
    assert "OSSU" in source and "editorial estimates" in source
    assert all(figure.period for item in document.evidence for figure in item.figures)


def test_a_document_is_its_callers_own() -> None:
    first = generate("Docker", [], 10)
    first.milestones[0].resources[0].title = "changed"
    assert generate("Docker", [], 10).milestones[0].resources[0].title != "changed"


def test_only_the_public_name_is_exported() -> None:
    with pytest.raises(AttributeError):
        tools.roadmap.nothing  # noqa: B018 - reading it is the test


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([role.title for role in roles().values()]), st.lists(st.sampled_from(NAMES), max_size=4)
)
def test_what_they_do_not_want_is_left_out_and_said(role: str, without: list[str]) -> None:
    whole, cut = generate(role, ["Python"], 10), generate(role, ["Python"], 10, without=without)
    planned = [{name for item in document.milestones for name in item.skills} for document in (whole, cut)]
    assert planned[1] <= planned[0] - set(without)
    assert cut.total_hours <= whole.total_hours
    if planned[0] & set(without):
        assert any(note.startswith("Left out: ") for note in cut.notes)
    have = {row.skill: row.have for row in cut.gap}
    assert all(have.get(name, "no") == "no" for name in planned[0] & set(without))
