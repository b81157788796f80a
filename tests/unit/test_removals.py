"""What a person's words take out of a plan, and what they leave alone."""

import pytest

from agent.models import Claim, Plan, PlanEdit, Section
from agent.plans.edits import apply_edits, edits_between, merge_edits
from agent.plans.removals import put_back, skill_edits, taken_out
from tools.roadmap.models import Milestone

SKILLS = [
    ["Python fundamentals"],
    ["SQL and relational databases", "NumPy and pandas", "Data visualisation"],
    ["Technical communication"],
    ["Capstone: data analysis"],
]
TITLES = ["Python fundamentals", "Working with data", "Technical communication", "Capstone: data analysis"]
PLAN = Plan(
    sections=[
        Section(id=name, title=title, claims=[Claim(text="Said.")])
        for name, title in (("pay", "Pay outlook"), ("market", "Market outlook"), ("risks", "Risks"))
    ],
    milestones=[
        Milestone(
            id=f"M{number}",
            title=title,
            skills=skills,
            start_week=number,
            end_week=number,
            hours=10 * len(skills),
            after=[f"M{number - 1}"] if number > 1 else [],
            proof="Show it.",
        )
        for number, (title, skills) in enumerate(zip(TITLES, SKILLS, strict=True), start=1)
    ],
    next_actions=["Begin."],
)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("drop milestone 3", {"M3"}),
        ("Please remove M2 and M4.", {"M2", "M4"}),
        ("drop milestones 2, 3", {"M2", "M3"}),
        ("could you take the last milestone out?", {"M4"}),
        ("leave out the capstone, then add more projects", {"M4"}),
        ("I don't need communication", {"M3"}),
        ("I do not want to learn Python because it bores me", {"M1"}),
        ("don't drop M2, drop M3", {"M3"}),
        ("skip SQL", {"SQL and relational databases"}),
        ("no pandas please", {"NumPy and pandas"}),
        ("remove the data visualisation and k8s", {"Data visualisation"}),
        ("drop the pay section", {"pay"}),
        ("get rid of the market outlook and the risks", {"market", "risks"}),
        ("cut the next actions", {"next_actions"}),
    ],
)
def test_what_is_named_goes_out(text: str, gone: set[str]) -> None:
    left, skills = taken_out(text, PLAN)
    assert _names(PLAN) - _names(left) | set(skills) == gone


@pytest.mark.parametrize(
    "text",
    [
        "can I skip M3?",
        "What happens if I drop M2?",
        "don't drop milestone 2",
        "I don't want Python to come first",
        "I don't need help with SQL",
        "drop M9",
        "drop milestones 2 and 9 hours later",
        "I skip breakfast",
        "no SQL, no Python",
        "I have no Python skills",
        "I dropped out of school",
        "too long",
        "I don't like milestone 2",
        "",
        "drop " * 200_000,
    ],
)
def test_what_is_not_asked_for_stays(text: str) -> None:
    assert taken_out(text, PLAN) == (PLAN, [])


def test_what_was_taken_out_stays_out_however_a_redraft_groups_it() -> None:
    edits = merge_edits(edits_between(PLAN, taken_out("drop M2", PLAN)[0]), skill_edits(["SQL"]))
    redraft = PLAN.model_copy(deep=True)
    redraft.milestones[0].skills += ["Data visualisation", "SQL"]
    redraft.milestones[0].hours = 30
    left = apply_edits(redraft, edits, {"Data visualisation": 12.0, "SQL": 8.0})
    assert next((each.title, each.skills, each.hours) for each in left.milestones) == (
        "Python fundamentals",
        ["Python fundamentals"],
        10,
    )
    assert "Working with data" not in [each.title for each in left.milestones]


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("put Docker back", []),
        ("I want the data visualisation after all", []),
        ("bring back the Docker milestone", []),
        ("put the kettle back", None),
    ],
)
def test_what_was_taken_out_can_come_back(text: str, edits: list[PlanEdit] | None) -> None:
    skill = "Data visualisation" if "data" in text else "Docker"
    held = skill_edits([skill])
    assert put_back(text, held) == (held if edits is None else edits)


def test_a_list_that_changed_meanwhile_keeps_what_the_person_added() -> None:
    edited = PLAN.model_copy(deep=True)
    edited.milestones[1].skills.append("Excel")
    redraft = PLAN.model_copy(deep=True)
    redraft.milestones[1].skills = ["SQL and relational databases", "Data visualisation", "Data cleaning"]
    changed = apply_edits(redraft, edits_between(PLAN, edited)).milestones[1]
    assert changed.skills == [*redraft.milestones[1].skills, "Excel"]


def _names(plan: Plan) -> set[str]:
    lists = {name for name in ("assumptions", "next_actions") if getattr(plan, name)}
    return {held.id for held in plan.sections} | {held.id for held in plan.milestones} | lists
