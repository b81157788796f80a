"""Whom reported figures are about."""

import pytest

from tools.salary.families import applies, families


@pytest.mark.parametrize(
    ("role", "family"),
    [
        ("AI engineer", "ai-engineer"),
        ("Senior AI Engineers", "ai-engineer"),
        ("artificial intelligence developer", "ai-engineer"),
        ("A.I. engineer", "ai-engineer"),
        ("AI/ML engineer", "ml-engineer"),
        ("AI enginer", "ai-engineer"),
        ("AI back-end engineer", "ai-backend-engineer"),
        ("machine learnig engineer", "ml-engineer"),
        ("prompt engineer", "ai-engineer"),
        ("backend developer (Go)", "backend-developer"),
        ("data engineer", "data-engineer"),
        ("MLOps engineer", "ml-engineer"),
        ("AI product manager", "ai-role"),
        ("AI engineering manager", "ai-role"),
    ],
)
def test_titles_join_their_family(role: str, family: str) -> None:
    assert family in families(role)


@pytest.mark.parametrize(
    "role",
    [
        "nurse",
        "registered nurse",
        "AI sales engineer",
        "mechanical engineer",
        "data center engineer",
        "air traffic controller",
        "train driver",
        "software developer",
        "email marketer",
    ],
)
def test_other_titles_join_none(role: str) -> None:
    assert families(role) == frozenset()


def test_targets_are_families_codes_or_groups_of_codes() -> None:
    assert applies("ai-engineer;15-2051", frozenset({"ai-engineer"}), [])
    assert applies("ai-engineer;15-2051", frozenset(), ["15-2051"])
    assert applies("15-12*", frozenset(), ["15-1252"])
    assert not applies("15-12*", frozenset({"ai-engineer"}), ["29-1141"])
