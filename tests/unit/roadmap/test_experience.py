"""What work held implies: known skills by years, taken back by a word, and fewer hours for what is like something known."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.errors import UsageError
from tools.roadmap import generate
from tools.roadmap.experience import Experience, imply, kind_of_work
from tools.roadmap.models import RoadmapDocument
from tools.roadmap.tables import read_table, skills
from tools.roadmap.tool import generate_roadmap

GROUPS = {row["group"] for row in read_table("skill_transfer")}
WORK = [row["role"] for row in read_table("experience") if row["aliases"]]


def have(document: RoadmapDocument) -> dict[str, str]:
    return {entry.skill: entry.have for entry in document.gap}


def learned(document: RoadmapDocument) -> set[str]:
    return {skill for milestone in document.milestones for skill in milestone.skills}


def hours_from(role: str | None, years: float | None = None) -> float:
    experience = (role, years) if role else None
    return float(generate("AI engineer", (), 10, experience=experience).total_hours)


def test_the_table_names_only_what_there_is() -> None:
    rows = {row["role"]: row for row in read_table("experience")}
    assert len(WORK) >= 60
    seen: set[str] = set()
    for row in rows.values():
        assert not row["builds_on"] or row["builds_on"] in rows
        for item in row["skills"].split():
            name, _, years = item.removeprefix("~").partition(":")
            assert name in skills() or name in GROUPS, item
            assert 0 <= float(years) <= 10
        aliases = set(filter(None, row["aliases"].split(";")))
        assert not aliases & seen
        seen |= aliases
    assert sum(bool(imply(Experience(role, 6)).skills) for role in WORK) >= 60


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Senior Staff Engineer", "software engineer"),
        ("frontend dev", "front-end developer"),
        ("React developer", "front-end developer"),
        ("full stack", "full-stack developer"),
        ("senior data analist", "data analyst"),
        ("backend engineer at a bank", "back-end developer"),
        ("SRE", "DevOps engineer"),
        ("MLE", "machine-learning engineer"),
        ("line cook", "cook or kitchen worker"),
        ("Network and Computer Systems Administrators", "system administrator"),
        ("dragon tamer", None),
        ("principal", None),
    ],
)
def test_work_in_peoples_words(text: str, work: str | None) -> None:
    assert kind_of_work(text) == work


def test_a_staff_engineer_learns_no_git_http_or_linux() -> None:
    document = generate("AI engineer", (), 10, experience=("staff engineer", 15))
    known = have(document)
    for skill in ("Git and code review", "HTTP and the web", "Docker", "SQL and relational databases"):
        assert known[skill] == "yes" and skill not in learned(document)
    assert "Linux command line" not in learned(document)
    assert any("Taken as known from 15 years as a software engineer" in note for note in document.notes)
    reasons = {entry.skill: entry.why for entry in document.gap}
    assert reasons["Git and code review"] == "15 years as a software engineer"


def test_five_years_of_react_are_no_beginner_in_programming() -> None:
    for document in (
        generate("AI engineer", ["React"], 10),
        generate("AI engineer", (), 10, experience=("React developer", 5)),
    ):
        assert "Python fundamentals" in learned(document)
        figures = {f.label: f.value for piece in document.evidence for f in piece.figures}
        assert figures["hours for Python fundamentals"] == pytest.approx(33.6)
        assert figures["whole hours of Python fundamentals"] == 112
        assert any("a second programming language" in note for note in document.notes)


def test_what_the_person_says_overrules_what_work_implies() -> None:
    whole = generate("AI engineer", (), 10, experience=("staff engineer", 15))
    less = generate("AI engineer", (), 10, missing=["Git", "Docker"], experience=("staff engineer", 15))
    assert {"Git and code review", "Docker"} <= learned(less)
    assert less.total_hours == pytest.approx(float(whole.total_hours) + 18)
    half = generate("AI engineer", (), 10, some=["Git"], experience=("staff engineer", 15))
    assert have(half)["Git and code review"] == "some"
    assert next(entry for entry in half.gap if entry.skill == "Git and code review").why is None


def test_more_years_never_mean_more_hours() -> None:
    for role in ("back-end developer", "data analyst", "front-end developer", "help desk", "physicist"):
        hours = [hours_from(role, years) for years in (0, 0.5, 1, 2, 4, 8, 20)]
        assert hours == sorted(hours, reverse=True)
        assert hours[-1] < hours_from(None)


def test_nearer_work_has_the_shorter_way() -> None:
    assert hours_from("machine-learning engineer", 5) < hours_from("back-end developer", 5)
    assert hours_from("back-end developer", 5) < hours_from("data analyst", 3) < hours_from("cook", 5)


def test_years_that_were_not_told_count_as_one() -> None:
    assert hours_from("back-end developer") == hours_from("back-end developer", 1)
    document = generate("AI engineer", (), 10, experience=("back-end developer", None))
    assert any("counted as one" in note for note in document.notes)


def test_work_that_brings_nothing_or_is_unknown_says_so() -> None:
    cook = generate("AI engineer", (), 10, experience=("cook", 5))
    assert any(
        note.startswith("Nothing of this roadmap was taken as known from 5 years as a cook")
        for note in cook.notes
    )
    unknown = generate("AI engineer", (), 10, experience=("dragon tamer", 5))
    assert any("is not known" in note and "dragon tamer" in note for note in unknown.notes)
    assert cook.total_hours == unknown.total_hours == generate("AI engineer", (), 10).total_hours


@pytest.mark.parametrize(
    ("known", "eased", "whole"),
    [
        ("C#", "Python fundamentals", ["HTML"]),
        ("Java", "Python fundamentals", ["JSON"]),
        ("TensorFlow", "PyTorch", ["Excel"]),
        ("Django", "FastAPI services", ["Git"]),
    ],
)
def test_the_second_of_a_kind_takes_fewer_hours(known: str, eased: str, whole: list[str]) -> None:
    def hours(names: list[str]) -> float:
        figures = [f for piece in generate(eased, names, 10).evidence for f in piece.figures]
        return float(next(f.value for f in figures if f.label == f"hours for {eased}"))

    assert hours([known]) < hours(whole) == hours([])


def test_typed_python_is_no_second_language_to_who_knows_python() -> None:
    document = generate("Typed and packaged Python", ["Python"], 10)
    assert document.total_hours == 30
    assert generate("AWS", ["Azure"], 10).total_hours == 0


@pytest.mark.parametrize(
    ("role", "years"), [("", 3), ("cook", -1), ("cook", math.nan), ("cook", 200), ("cook", True)]
)
def test_impossible_work_is_wrong_usage(role: str, years: float) -> None:
    with pytest.raises(UsageError):
        generate("AI engineer", experience=(role, years))


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(WORK),
    st.floats(0, 40),
    st.sampled_from(["AI engineer", "Data engineer", "Front-end developer"]),
)
def test_work_only_ever_shortens_the_way(role: str, years: float, target: str) -> None:
    document = generate(target, (), 10, experience=(role, years))
    assert document.total_hours <= generate(target, (), 10).total_hours
    total = sum(float(milestone.hours) for milestone in document.milestones)
    assert math.isclose(total, float(document.total_hours), abs_tol=0.5)


def test_the_langchain_tool_takes_it_too() -> None:
    call = {"role": "AI engineer", "hours_per_week": 10, "current_role": "staff engineer", "years": 15}
    message = generate_roadmap.invoke(
        {"type": "tool_call", "id": "1", "name": "generate_roadmap", "args": call}
    )
    assert message.artifact == generate("AI engineer", (), 10, experience=("staff engineer", 15))
