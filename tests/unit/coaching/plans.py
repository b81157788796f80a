"""A real plan of today, with the evidence it was drafted on."""

from functools import cache
from typing import Any

from agent.context import CoachContext
from agent.models import Profile
from agent.plans.drafting import draft_plan
from tests.unit.coaching.replying import TODAY
from tests.unit.writing.states import planned_state

BACKEND = Profile(
    current_role="backend developer",
    target_role="AI engineer",
    skills=["Python"],
    hours_per_week=10,
    location="Austin",
    years_experience=4,
)


@cache
def _drafted() -> tuple[Any, Any]:
    state = planned_state(BACKEND)
    return draft_plan(state, CoachContext(today=TODAY)), tuple(state["evidence"])


def waiting() -> dict[str, Any]:
    """The thread of a plan that waits."""
    plan, evidence = _drafted()
    return {"profile": BACKEND, "draft": plan, "evidence": evidence}


def delivered() -> dict[str, Any]:
    """The thread of a plan that somebody works by."""
    plan, evidence = _drafted()
    return {"profile": BACKEND, "plan": plan, "evidence": evidence}
