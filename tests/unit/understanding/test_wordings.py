"""Slips, notes and asides: each kind of wording in several sentences."""

from typing import Any

import pytest

from agent.models import Profile
from agent.models.changes import apply_changes
from agent.policy.offline.understanding.spelling import mend
from agent.policy.offline.understanding.text import read_message
from tests.unit.understanding.test_robustness import read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lookin for work outta town", "looking for work out of town"),
        ("grafic desiner", "graphic designer"),
        ("mecanical enginer", "mechanical engineer"),
        ("jobs 4 welders", "jobs for welders"),
        ("want 2 become a cook", "want to become a cook"),
        ("cook w/ 3 years", "cook with 3 years"),
        ("plan 4 months", "plan 4 months"),
        ("bakers and florists in Spokane", "bakers and florists in Spokane"),
        ("the captain of a cabin", "the captain of a cabin"),
    ],
)
def test_slips_are_mended_and_words_left_alone(typed: str, meant: str) -> None:
    assert mend(typed) == meant


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("cook reno 8 yrs want to be a nurse know excel", 3),
        ("6 months 15h/wk know python sql", 2),
        ("people who know python", 1),
        ("what do nurses want to know", 1),
        ("how do I start if I already know SQL", 2),
        ("what would I need if I had 20 hours", 1),
    ],
)
def test_notes_and_asides_are_clauses_of_their_own(text: str, clauses: int) -> None:
    assert len(read_message(text).clauses) == clauses


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("welder tulsa 8 yrs want to be a nurse know excel sql", {"current_role": "welder", "location": "tulsa", "target_role": "nurse", "skills": ["Excel", "SQL"]}),
        ("baker, java + postgresql, 5 yoe", {"skills": ["Java", "PostgreSQL"], "years_experience": 5}),
        ("Python is the gap", {"missing_skills": ["Python"]}),
        ("what I lack is Docker", {"missing_skills": ["Docker"]}),
        ("SQL is where I'm weak", {"missing_skills": ["SQL"]}),
        ("I've done bookkeeping", {"skills": []}),
        ("what I really want is to be a baker", {"target_role": "baker", "current_role": None}),
        ("I want to go back to work as a cook", {"target_role": "cook", "current_role": None}),
        ("I'm Brazilian", {"current_role": None}),
        ("Strong in PyTorch", {"location": None, "skills": ["PyTorch"]}),
        ("my brother-in-law is a pilot in Reno", {"current_role": None, "location": None}),
        ("I've lived in Omaha for 12 years", {"location": "Omaha", "years_experience": None}),
    ],
)  # fmt: skip
def test_facts_are_read_from_loose_wordings(text: str, told: dict[str, Any]) -> None:
    held = apply_changes(Profile(), read(text).changes).model_dump()
    assert {name: held[name] for name in told} == told


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("What do AI engineers with 2 years of experience earn?", "2 years"),
        ("data engineer salary with 5+ years", "5+ years"),
        ("what does a nurse with ten years of experience make", "10 years"),
        ("what does a junior nurse make", "entry-level"),
        ("what will a nurse earn in 5 years", None),
    ],
)
def test_years_of_experience_are_the_level_of_a_question(text: str, level: str | None) -> None:
    assert [call.args.get("level") for call in read(text).calls] == [level]


@pytest.mark.parametrize(
    "text", ["can you speak Spanish?", "who is the CEO of Google?", "what's the population of Brazil?", "do you sleep?"]
)  # fmt: skip
def test_questions_of_the_world_call_no_tool(text: str) -> None:
    understood = read(text)
    assert (understood.intents, understood.calls) == (["outside"], [])
