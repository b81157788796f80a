"""The messages of the benchmark sets: none falls below its floor, and a wrong reading is seen as one."""

import pytest

from agent.models import Profile, ProfileChange, ToolRequest, Understanding
from benchmarks.messages import FLOORS, Turn, shares, wrong_calls, wrong_facts

COOK = Profile(current_role="cook", hours_per_week=5)


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_no_set_falls_below_its_floor(name: str) -> None:
    found = shares(name)
    facts, calls = FLOORS[name]
    assert (found.facts >= facts, found.calls >= calls) == (True, True), found


@pytest.mark.parametrize(
    ("told", "change", "wrong"),
    [
        ({"current_role": "chef|line cook"}, ("current_role", "line cook"), []),
        ({"current_role": "chef"}, ("current_role", "baker"), ["current_role"]),
        ({}, ("target_role", "nurse"), ["target_role"]),
        ({"hours_per_week": [6, 8]}, ("hours_per_week", 7), []),
        ({"hours_per_week": [6, 8]}, ("hours_per_week", 9), ["hours_per_week"]),
        ({"skills": ["SQL"]}, ("skills", ["SQL", "Excel"]), ["skills"]),
        ({"target_role": "nurse|null"}, ("current_role", "cook"), []),
    ],
)
def test_a_fact_is_right_or_wrong(
    told: dict[str, object], change: tuple[str, object], wrong: list[str]
) -> None:
    read = Understanding(changes=[ProfileChange.model_validate({"field": change[0], "value": change[1]})])
    assert wrong_facts(Turn({"say": "x", "set": told}, COOK, read)) == wrong


def test_a_call_that_was_not_made_is_seen() -> None:
    read = Understanding(calls=[ToolRequest(name="lookup_salary", args={"role": "nurse"})])
    nurse, cook = ({"lookup_salary": {"role": role}} for role in ("nurse", "cook"))
    assert wrong_calls(Turn({"say": "x", "calls": [nurse]}, COOK, read)) == []
    assert wrong_calls(Turn({"say": "x", "calls": [cook]}, COOK, read))
    # One call answers one that is wanted.
    assert wrong_calls(Turn({"say": "x", "calls": [nurse, nurse]}, COOK, read))
    assert wrong_calls(Turn({"say": "x", "plan": True}, COOK, read))
