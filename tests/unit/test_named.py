"""What a few words name in a plan."""

import pytest

from agent.models import Claim, Plan, Section
from agent.plans.named import named, names_in
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
            start_week=2 * number - 1,
            end_week=2 * number,
            hours=10 * len(skills),
            after=[f"M{number - 1}"] if number > 1 else [],
            proof="Show it.",
        )
        for number, (title, skills) in enumerate(zip(TITLES, SKILLS, strict=True), start=1)
    ],
    next_actions=["Begin."],
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("m3", {"M3"}),
        ("milestone 3", {"M3"}),
        ("milestones 2 and 4", {"M2", "M4"}),
        ("steps 1-3", {"M1", "M2", "M3"}),
        ("part two", {"M2"}),
        ("2", {"M2"}),
        ("second", {"M2"}),
        ("the third one", {"M3"}),
        ("last two milestones", {"M3", "M4"}),
        ("week 5", {"M3"}),
        ("capstone", {"M4"}),
        ("communication part", {"M3"}),
        ("pay section", {"pay"}),
        ("market outlook", {"market"}),
        ("next actions", {"next_actions"}),
        ("python", {"M1"}),
        ("pandas", {"NumPy and pandas"}),
        ("SQL stuff", {"SQL and relational databases"}),
        ("outlook", set()),
        ("M9", set()),
        ("tenth step", set()),
        ("kettle", set()),
        ("", set()),
    ],
)
def test_a_part_is_meant_by_any_of_its_names(words: str, meant: set[str]) -> None:
    found = named(words, PLAN)
    assert {*found.parts, *found.skills} == meant


def test_names_stand_where_they_are_said() -> None:
    text = "Put pandas before M1, and the capstone is fine; I'm two weeks late with the market section."
    said = [text[each.start : each.end] for each in names_in(text, PLAN)]
    assert said == ["pandas", "M1", "capstone", "market section"]


def test_a_week_names_what_lies_in_it_and_says_so() -> None:
    assert named("week 3", PLAN).week and not named("M2", PLAN).week


def test_a_long_text_is_read_in_passing() -> None:
    assert names_in("drop " * 20_000, PLAN) == []
