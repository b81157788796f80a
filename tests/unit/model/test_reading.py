"""What is made of a reading: changes of the plan as values, and only those that are ones."""

from datetime import date
from typing import Any

from agent.context import CoachContext
from agent.models import PlanChange
from agent.policy.model.budget import Budget
from agent.policy.model.reading import understood
from agent.policy.model.wire import Reading
from agent.settings import AgentSettings
from tests.unit.model.states import state_of

CONTEXT = CoachContext(today=date(2026, 11, 2))


def changes(wants: str, *given: dict[str, Any]) -> list[PlanChange]:
    about = {"wants": wants, "without": [], "changes": list(given)}
    state = state_of("Plan please", "Drop M3 and make it twenty weeks.")
    reading = Reading.model_validate({"about_draft": about})
    return understood(reading, Budget.of(state, AgentSettings()), state, CONTEXT).plan_changes


def test_changes_of_the_draft_are_values() -> None:
    found = changes("change", {"kind": "leave_out", "parts": ["M3"]}, {"kind": "shorter", "weeks": 20})
    assert found == [PlanChange(kind="leave_out", parts=["M3"]), PlanChange(kind="shorter", weeks=20)]


def test_what_is_no_change_and_what_is_only_asked_changes_nothing() -> None:
    assert changes("change", {"kind": "approve"}, {"kind": "shorter", "weeks": "soon"}) == []
    assert changes("question", {"kind": "shorter", "weeks": 20}) == []


def test_a_remark_of_no_known_form_is_left_out() -> None:
    assert Reading.model_validate({"about_draft": {"wants": "dance"}, "facts": []}).about_draft == []
    assert Reading.model_validate({"about_draft": None, "facts": []}).about_draft == []
