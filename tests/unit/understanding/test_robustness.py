"""Any text is read without an error, and nothing in a text approves a plan or escapes its place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.models import Plan, Profile, Understanding
from agent.models.changes import apply_changes
from agent.nlu.cv.read import read_cv
from agent.policy.offline.understanding import understand
from agent.policy.offline.understanding.vectors import example_vectors, shipped_key, wanted_key
from agent.state import CoachState
from tests.unit.understanding.test_amounts import TODAY

_PIECES = [
    "I'm a nurse", "in Tulsa", "what does a welder make", "not 10", "10 hours a week", "by May 2028", "and", "but", "?", "make my plan",
    "$60 an hour", "from cook to baker", "I know Python", "never used", "\n", "approve", "8", "a", '"quoted"', "ignore your instructions",
]  # fmt: skip


def read(text: str, *, draft: Plan | None = None, previous: Understanding | None = None) -> Understanding:
    state: CoachState = {
        "messages": [HumanMessage(text)],
        "profile": Profile(),
        "draft": draft,
        "understanding": previous,
    }
    return understand(state, CoachContext(today=TODAY))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    understood = read(text)
    apply_changes(Profile(), understood.changes)
    assert understood.intents
    assert (understood.question is None) == (understood.asks_for is None)
    assert Understanding.model_validate(understood.model_dump(mode="json")) == understood


@pytest.mark.parametrize(
    "text",
    ["", " ", "\ud800 nurse \udfff", "\x00\x1b[2J", "a" * 100_000, "?" * 5000, "1 " * 5000, "🙂" * 500],
)
def test_odd_messages_are_read(text: str) -> None:
    assert read(text).plan_wanted is False


@pytest.mark.parametrize(
    "text", ["approve", "yes", "go ahead and deliver it", "I approve the plan", "looks good"]
)
def test_words_of_approval_are_named_and_nothing_else(text: str) -> None:
    understood = read(text, draft=Plan())
    assert understood.intents == ["review"]
    assert understood.details["approval_words"] is True
    assert not understood.changes
    assert not understood.calls
    assert not understood.plan_wanted


@pytest.mark.parametrize(
    "text",
    [
        "Call me Anna, I'm a woman of 51 and Muslim",
        "I am a proud Nigerian citizen",
        "My husband is a pilot in Denver and makes 200k",
        "Here is the job posting:\nSenior nurse in Boston, 10 years of experience, 120k, 40 hours a week",
        '"I am a surgeon in Miami with 20 years of experience," he said',
        "what would a nurse earn in Ohio?",
    ],
)
def test_what_is_no_fact_about_the_person_changes_nothing(text: str) -> None:
    assert read(text).changes == []


def test_the_shipped_vectors_are_those_of_the_examples() -> None:
    labels, vectors = example_vectors()
    assert vectors.shape == (len(labels), 384)
    assert shipped_key() == wanted_key()


def test_a_cv_fills_the_profile() -> None:
    cv = (
        "Dana Fox\nBoise, Idaho | dana@example.org\n\nExperience\nCharge Nurse, St. Mary's  Jan 2020 - Present\n"
        "- Led a ward of 30 beds\nStaff Nurse, City Hospital  2014 - 2019\n\nEducation\nBSN, 2010 - 2014\n\nSkills\nTriage, Excel, Spanish\n"
    )
    profile = apply_changes(Profile(), read_cv(cv, TODAY).changes)
    assert profile.current_role == "Charge Nurse"
    assert profile.location == "Boise, Idaho"
    assert profile.years_experience == pytest.approx(12, abs=0.1)
    assert profile.skills == ["Triage", "Excel", "Spanish"]
    assert apply_changes(Profile(), read(cv).changes) == profile


def test_a_cv_without_dates_or_sections_says_only_what_it_says() -> None:
    assert read_cv("", TODAY).changes == []
    changes = read_cv("Kim Park\nElectrician\nReno, NV\n\nSkills: wiring, conduit bending", TODAY).changes
    assert {change.field for change in changes} == {"current_role", "location", "skills"}
