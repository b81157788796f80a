"""Skills to begin with: they come first where what they build on allows, and it is said where not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.roadmap import generate
from tools.roadmap.models import RoadmapDocument
from tools.roadmap.tables import skills

KNOWN = ("Python", "SQL")


def roadmap(*first: str, role: str = "AI engineer") -> RoadmapDocument:
    return generate(role, KNOWN, 10, first=first)


def test_a_skill_comes_first() -> None:
    assert "Docker" not in roadmap().milestones[0].skills
    asked = roadmap("probability")
    assert asked.milestones[0].skills[0] == "Probability and statistics"
    assert asked.total_hours == roadmap().total_hours and asked.weeks == roadmap().weeks


def test_what_it_builds_on_comes_before_it_and_is_said() -> None:
    asked = roadmap("LangGraph")
    order = [skill for milestone in asked.milestones for skill in milestone.skills]
    assert order.index("LangGraph") < len(order) - 1
    assert any(note.startswith("LangGraph builds on what comes before it: ") for note in asked.notes)


@pytest.mark.parametrize("skill", ["Excel", "Python", "glimmerwrighting"])
def test_what_is_not_left_to_learn_cannot_come_first(skill: str) -> None:
    asked = roadmap(skill)
    assert f"{skill} is nothing that is left to learn here, so it does not come first." in asked.notes
    assert asked.milestones == roadmap().milestones


@settings(max_examples=30, deadline=None)
@given(
    role=st.sampled_from(["AI engineer", "data engineer", "web developer"]),
    first=st.lists(st.sampled_from(sorted(row.name for row in skills().values())), max_size=4),
)
def test_no_order_breaks_a_prerequisite(role: str, first: list[str]) -> None:
    asked, usual = roadmap(*first, role=role), roadmap(role=role)
    ends = {milestone.id: milestone.end_week for milestone in asked.milestones}
    for milestone in asked.milestones:
        assert all(ends[before] <= milestone.start_week for before in milestone.after)
    taught = {skill for milestone in asked.milestones for skill in milestone.skills}
    assert taught == {skill for milestone in usual.milestones for skill in milestone.skills}
