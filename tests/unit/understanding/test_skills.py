"""Which of the skills a person names they have, and which they lack."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.policy.offline.understanding.skills import own_words, told_skills

_TOOLS = (
    "Python",
    "SQL",
    "Excel",
    "Java",
    "Docker",
    "Kubernetes",
    "AWS",
    "Tableau",
    "Linux",
    "Terraform",
    "MATLAB",
)
_LISTS = (
    "{}, {} and {}",
    "Stack: {}, {}, {}",
    "I know {}, {} and {}",
    "my skills are {} / {} / {}",
    "strong {}, decent {}, some {}",
    "daily {}, a bit of {}, plenty of {}",
    "{} • {} • {}",
    "got {}, {} and {} from YouTube",
    "know {} {} {}",
)
_DENIALS = (
    "no {}",
    "I've never touched {}",
    "I don't know {}",
    "zero {}",
    "I can't write {} to save my life",
)


@settings(max_examples=150, deadline=None)
@given(st.permutations(_TOOLS), st.sampled_from(_LISTS))
def test_a_list_of_skills_is_known_in_any_shape(tools: list[str], shape: str) -> None:
    said = told_skills(shape.format(*tools))
    assert set(said.known) == set(tools[:3])
    assert said.lacking == ()


@settings(max_examples=100, deadline=None)
@given(st.permutations(_TOOLS), st.sampled_from(_LISTS[:6]), st.sampled_from(_DENIALS[:4]))
def test_what_is_denied_after_a_list_is_lacking(tools: list[str], shape: str, denial: str) -> None:
    said = told_skills(f"{shape.format(*tools)}, {denial.format(tools[3])}")
    assert said.lacking == (tools[3],)
    assert set(said.known) == set(tools[:3])


@pytest.mark.parametrize("denial", _DENIALS)
def test_a_denied_skill_is_lacking(denial: str) -> None:
    assert told_skills(denial.format("SQL")).lacking == ("SQL",)
    assert told_skills(denial.format("Rust")).lacking == ("Rust",)


@pytest.mark.parametrize(
    "text",
    [
        "I run a forklift at a warehouse",
        "I want to learn Python",
        "the job ad asks for Java and SQL",
        "I heard Python is in demand",
        "grad student in chemistry",
        "I live in Baton Rouge",
    ],
)
def test_what_is_done_wished_or_heard_of_is_no_skill(text: str) -> None:
    said = told_skills(text)
    assert (said.known, said.lacking) == ((), ())


@pytest.mark.parametrize(
    ("text", "known", "lacking"),
    [
        ("R and a bit of Python", {"R", "Python"}, set()),
        ("Good with Excel and Westlaw", {"Excel", "Westlaw"}, set()),
        ("HTML/CSS, no JavaScript", {"HTML", "CSS"}, {"JavaScript"}),
        ("Docker and Kubernetes are both new to me", set(), {"Docker", "Kubernetes"}),
        ("I've never touched Kubernetes, but Docker I use daily", {"Docker"}, {"Kubernetes"}),
        ("vue and typescript are my daily drivers", {"Vue", "TypeScript"}, set()),
        ("Photoshop, Illustrator, InDesign", {"Photoshop", "Illustrator", "InDesign"}, set()),
        ("know python sql git", {"Python", "SQL", "Git"}, set()),
    ],
)
def test_what_a_clause_says_of_skills(text: str, known: set[str], lacking: set[str]) -> None:
    said = told_skills(text)
    assert (set(said.known), set(said.lacking)) == (known, lacking)


@pytest.mark.parametrize(
    ("written", "name", "kept"),
    [("postgres", "PostgreSQL", "Postgres"), ("sql", "SQL", "SQL"), ("k8s", "Kubernetes", "k8s")],
)
def test_a_skill_keeps_the_persons_word(written: str, name: str, kept: str) -> None:
    assert own_words(written, name, exact=True) == kept
