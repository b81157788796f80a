"""Facts that cannot be true are asked back; those that can be are not."""

from typing import Any

import pytest

from agent.models import Profile
from agent.plans.sense import doubts

POSSIBLE: list[dict[str, Any]] = [
    {},
    {"hours_per_week": 40, "current_role": "cook"},
    {"hours_per_week": 70},
    {"years_experience": 0, "horizon_weeks": 1},
    {"years_experience": 45, "target_salary": 350_000, "present_pay": 40_000},
    {"skills": ["Python"], "missing_skills": ["SQL"]},
    {"current_role": "data analyst", "target_role": "data scientist"},
]


@pytest.mark.parametrize("facts", POSSIBLE)
def test_what_can_be_true_is_not_doubted(facts: dict[str, Any]) -> None:
    assert doubts(Profile(**facts)) == []


@pytest.mark.parametrize(
    ("facts", "slot", "said"),
    [
        ({"hours_per_week": 112}, "hours", "112 hours"),
        ({"hours_per_week": 70, "current_role": "cook"}, "hours", "beside your work"),
        ({"hours_per_week": 0}, "hours", "how many hours"),
        ({"hours_per_week": -3}, "hours", "how many hours"),
        ({"years_experience": 120}, "years", "120 years"),
        ({"target_salary": 28_000_000}, "pay", "$28,000,000"),
        ({"present_pay": 25}, "pay", "$25"),
        ({"target_salary": 900_000, "present_pay": 30_000}, "pay", "both for a year"),
        ({"horizon_weeks": 2600}, "horizon", "ten years"),
        ({"horizon_weeks": 0}, "horizon", "By when"),
        ({"skills": ["Git"], "missing_skills": ["git"]}, "skills", "Git"),
        ({"current_role": "Nurse", "target_role": "nurse"}, "target", "already work as a nurse"),
    ],
)
def test_what_cannot_be_true_is_asked(facts: dict[str, Any], slot: str, said: str) -> None:
    (doubt,) = doubts(Profile(**facts))
    assert doubt.slot == slot and said in doubt.question and doubt.question.endswith("?")


def test_several_are_listed_in_order_of_weight() -> None:
    found = doubts(Profile(hours_per_week=112, target_salary=28_000_000, horizon_weeks=5_000))
    assert [doubt.slot for doubt in found] == ["hours", "pay", "horizon"]
