"""What a language model reads as changes of a plan, as the graph gets it."""

from agent.models import PlanChange, Profile
from agent.policy.model.reading import understood
from agent.policy.model.transport import Budget
from agent.policy.model.wire import Reading
from agent.settings import AgentSettings
from agent.state import CoachState
from tests.golden.test_model_golden import CONTEXT, state


def test_changes_come_through_and_what_fits_no_change_is_left_out() -> None:
    given = {
        "plan_changes": [
            {
                "kind": "first",
                "skills": ["Docker"],
                "parts": [],
                "weeks": None,
                "most": None,
                "resources": [],
            },
            {"kind": "shorter", "weeks": 12},
            {"kind": "approve"},
            {"kind": "fewer", "most": "two"},
            "drop M3",
        ]
    }
    thread: CoachState = {**state(), "profile": Profile()}
    read = understood(Reading.model_validate(given), Budget.of(thread, AgentSettings()), thread, CONTEXT)
    assert read.plan_changes == [
        PlanChange(kind="first", skills=["Docker"]),
        PlanChange(kind="shorter", weeks=12),
    ]
