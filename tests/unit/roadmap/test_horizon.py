"""The ways out of a horizon that cannot be met: each one, taken, leads to what it says."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.roadmap import generate
from tools.roadmap.calendars import Period
from tools.roadmap.horizon import kept_within
from tools.roadmap.knowledge import left_to_learn, read_knowledge
from tools.roadmap.tables import roles, skills
from tools.roadmap.targets import link_target

ROLES = [role.title for role in roles().values() if role.kind == "role"]
KNOWN: tuple[list[str], ...] = (
    [],
    ["Python", "SQL"],
    ["Java", "Spring"],
    ["Docker", "k8s", "PyTorch"],
    ["React", "HTML", "TypeScript"],
)
START = date(2026, 11, 22)
people = st.tuples(
    st.sampled_from(ROLES),
    st.sampled_from(KNOWN),
    st.integers(2, 25),
    st.integers(2, 60),
    st.integers(0, 20),
)


@settings(max_examples=150, deadline=None)
@given(people)
def test_each_option_leads_to_what_it_says(person: tuple[str, list[str], int, int, int]) -> None:
    role, known, hours, weeks, away = person
    busy = [Period(START + timedelta(weeks=2), START + timedelta(weeks=2, days=away))] if away else []
    document = generate(role, known, hours, weeks, start=START, busy=busy)
    if document.feasible:
        assert not document.options
        return
    cut, more, nearer = document.options
    check_cut(cut, weeks)
    found = re.match(r"More hours: ([\d.]+) hours a week would do it in (\d+) weeks", more)
    if found:
        assert int(found[2]) == weeks and float(found[1]) > hours
        assert generate(role, known, float(found[1]), weeks, start=START, busy=busy).feasible
        assert not generate(role, known, float(found[1]) - 0.5, weeks, start=START, busy=busy).feasible
    else:
        assert "no number of hours" in more
        assert not generate(role, known, 168, weeks, start=START, busy=busy).feasible
    found = re.match(
        r"Nearer (?:role|skill): (.+?)(?:, with all it builds on,)? takes ([\d.]+) hours and (.+?) weeks? from",
        nearer,
    )
    if found:
        step = generate(found[1], known, hours, weeks, start=START, busy=busy)
        assert step.feasible and step.total_hours == float(found[2])
        assert step.weeks == (1 if found[3] == "one" else int(found[3]))
    elif "already" in nearer:
        title = nearer.split(" all that ")[1].split(" must have")[0]
        assert generate(title, known, hours).total_hours == 0
    else:
        least = float(re.search(r"takes ([\d.]+) hours\.$", nearer)[1])  # type: ignore[index]
        assert not generate_fits(least, hours, weeks, busy)


def check_cut(cut: str, weeks: int) -> None:
    found = re.search(r"takes ([\d.]+) hours and (\w+) weeks?\.$", cut)
    if found is None:
        assert "even the shortest skill" in cut
        return
    assert (1 if found[2] == "one" else int(found[2])) <= weeks


def generate_fits(needed: float, hours: int, weeks: int, busy: list[Period]) -> bool:
    from tools.roadmap.calendars import make_calendar

    return needed <= make_calendar(hours, (), START, busy).until(weeks)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ROLES), st.sampled_from(KNOWN), st.floats(5, 600))
def test_what_a_cut_keeps_fits_and_stands_on_its_own(role: str, known: list[str], budget: float) -> None:
    target = link_target(role)
    assert target is not None
    knowledge = read_knowledge(known, (), ())
    left = left_to_learn(target, knowledge)
    kept = kept_within(left, knowledge.hours, budget)
    assert sum(map(knowledge.hours, kept)) <= budget
    for skill in kept:
        assert {needed for needed in skills()[skill].prerequisites if needed in left} <= set(kept)


@pytest.mark.parametrize("role", ROLES)
def test_a_short_time_always_has_three_options(role: str) -> None:
    document = generate(role, ["Python"], 5, 4)
    assert [option.split(":")[0] for option in document.options][:2] == ["Cut", "More hours"]
    assert document.options[2].startswith(("Nearer role:", "Nearer skill:"))


@pytest.mark.parametrize("role", ROLES)
def test_a_capstone_is_never_a_step(role: str) -> None:
    for weeks in (2, 10, 30, 60):
        for option in generate(role, [], 5, weeks).options[2:]:
            assert not option.startswith("Nearer skill: Capstone")


def test_the_final_project_alone_is_said_to_be_left() -> None:
    way = generate("Data analyst", [], 10).milestones
    known = [skill for item in way for skill in item.skills if not skill.startswith("Capstone")]
    document = generate("Data analyst", known, 1, 2)
    assert [item.title for item in document.milestones] == ["Capstone: data analysis"]
    assert document.options[2].startswith(("Nearer role", "Nearer skill: only the final project"))
