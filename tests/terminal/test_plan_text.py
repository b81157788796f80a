"""A plan as editable text: nothing is lost on the way, and what cannot be read is explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.models import Claim, Plan, Section
from agent.terminal.plan_text import from_text, to_text
from tests.terminal.documents import PLAN
from tools.errors import UsageError
from tools.roadmap.models import Milestone, Resource

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
IDS = st.lists(st.from_regex(r"E[1-9][0-9]?", fullmatch=True), max_size=3)
PLANS = st.builds(
    Plan,
    sections=st.lists(
        st.builds(
            Section,
            id=st.from_regex(r"[a-z]{1,8}", fullmatch=True),
            title=SENTENCES,
            claims=st.lists(
                st.builds(Claim, text=SENTENCES, evidence=IDS), max_size=3, unique_by=lambda c: c.text
            ),
        ),
        max_size=3,
        unique_by=lambda section: section.id,
    ),
    milestones=st.lists(
        st.builds(
            Milestone,
            id=st.from_regex(r"M[1-9]", fullmatch=True),
            title=SENTENCES,
            skills=st.lists(WORDS, max_size=3),
            start_week=st.integers(1, 50),
            end_week=st.integers(1, 90),
            hours=st.integers(0, 500) | st.sampled_from([2.5, 30.25]),
            after=st.lists(st.from_regex(r"M[1-9]", fullmatch=True), max_size=2),
            resources=st.lists(
                st.builds(Resource, title=SENTENCES, url=st.just("https://example.org/a")), max_size=2
            ),
            proof=SENTENCES,
        ),
        max_size=3,
        unique_by=lambda milestone: milestone.id,
    ),
    assumptions=st.lists(SENTENCES, max_size=3),
    next_actions=st.lists(SENTENCES, max_size=3),
)


@given(PLANS)
def test_an_unedited_text_is_the_same_plan(plan: Plan) -> None:
    assert from_text(to_text(plan), plan) == plan


def test_an_edit_is_the_persons_own_and_the_rest_stays() -> None:
    text = to_text(PLAN).replace("a median of $38,120 a year", "about $3,000 a month")
    text = text.replace("title: Ovens", "title: 'Ovens: the large ones'")
    edited = from_text(text, PLAN)
    first, second = edited.sections[0].claims
    assert first.text.startswith("Bakers in Boise earned about $3,000 a month") and first.by == "person"
    assert first.evidence == ["E1"]
    assert second == PLAN.sections[0].claims[1]
    assert edited.milestones[1].title == "Ovens: the large ones"
    assert edited.milestones[0] == PLAN.milestones[0]
    assert (edited.sources, edited.start, edited.version) == (PLAN.sources, PLAN.start, PLAN.version)


def test_own_lines_sections_and_milestones_can_be_added() -> None:
    edited = from_text(
        """
sections:
  - title: My family
    claims:
      - Sundays are free
      - Budget: 300 dollars
milestones:
  - title: A week of practice
    start_week: 1
    end_week: 1
    hours: 6
next_actions:
  - Call: the school
""",
        PLAN,
    )
    assert edited.sections == [
        Section(
            id="my_family",
            title="My family",
            claims=[
                Claim(text="Sundays are free", by="person"),
                Claim(text="Budget: 300 dollars", by="person"),
            ],
        )
    ]
    assert [(item.id, item.title, item.hours) for item in edited.milestones] == [
        ("M1", "A week of practice", 6)
    ]
    assert edited.next_actions == ["Call: the school"]
    assert edited.assumptions == []


def test_an_emptied_file_changes_nothing() -> None:
    assert from_text("# all gone\n", PLAN) == PLAN


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sections:\n  - title: [", "line 2"),
        ("sections: [\n", "line"),
        ("a: b: c", "line 1"),
        ("plan: yes", "sections, milestones"),
        ("just words", "sections, milestones"),
        ("sections: words", "sections is a list"),
        ("sections:\n  - words", "named fields"),
        ("milestones:\n  - {id: M1, title: a, start_week: soon, end_week: 2, hours: 1}", "start_week"),
        ("milestones:\n  - {id: M1, title: a, start_week: 1, end_week: 2, hours: 1, cost: 3}", "cost"),
        ("sections:\n  - {id: a, title: b, claims: [{text: c, evidence: 3}]}", "evidence"),
        ("[" * 5000, "cannot be read"),
        ("\x00", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, problem: str) -> None:
    with pytest.raises(UsageError) as raised:
        from_text(text, PLAN)
    assert problem in raised.value.message
    assert "\n" not in raised.value.message
