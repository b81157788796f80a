"""understand: the policy reads the last message; the turn's working values start anew."""

from typing import Any

from langchain_core.messages import HumanMessage
from langgraph.runtime import Runtime

from agent.context import CoachContext
from agent.models import ModelCall, Profile, Understanding
from agent.planning import merge_requests, plan_requests
from agent.policy.protocol import AsyncPolicy, Policy
from agent.profiles import apply_changes
from agent.state import FLOW_VERSION, CoachState
from agent.usage import recording


def understand(state: CoachState, runtime: Runtime[CoachContext], *, policy: Policy) -> dict[str, Any]:
    """Read the message, change the profile, and decide which tools are called and whether a plan is wanted."""
    context = runtime.context or CoachContext()
    state = {**_fresh_thread(), **state}
    with recording() as calls:
        understanding = policy.understand(state, context)
    return _understood(state, understanding, calls)


async def aunderstand(
    state: CoachState, runtime: Runtime[CoachContext], *, policy: AsyncPolicy
) -> dict[str, Any]:
    """`understand` without blocking the event loop."""
    context = runtime.context or CoachContext()
    state = {**_fresh_thread(), **state}
    with recording() as calls:
        understanding = await policy.aunderstand(state, context)
    return _understood(state, understanding, calls)


def _understood(state: CoachState, understanding: Understanding, calls: list[ModelCall]) -> dict[str, Any]:
    before = state["profile"]
    profile = apply_changes(before, understanding.changes)
    understanding = _with_plan(state, understanding, before, profile)
    return {
        "profile": profile,
        "understanding": understanding,
        "pending_calls": understanding.calls,
        "tool_results": [],
        "violations": [],
        "rounds": 0,
        "redrafts": 0,
        "flow_version": FLOW_VERSION,
        "model_calls": calls,
    }


def _fresh_thread() -> CoachState:
    """A thread begins with nothing: the policy may rely on every key being there."""
    return {"profile": Profile(), "evidence": [], "reviews": [], "edits": [], "draft": None, "plan": None}


def _with_plan(
    state: CoachState, understanding: Understanding, before: Profile, profile: Profile
) -> Understanding:
    """A rejection, or a changed fact while a plan waits, asks for a new draft whatever else was said."""
    waits = state["draft"] is not None
    rejected = waits and _is_rejection(state)
    wanted = understanding.plan_wanted or rejected or (waits and profile != before)
    if not wanted or profile.target_role is None:
        return understanding
    return understanding.model_copy(
        update={
            "plan_wanted": True,
            "question": None,
            "asks_for": None,
            "calls": merge_requests(plan_requests(profile), understanding.calls),
        }
    )


def _is_rejection(state: CoachState) -> bool:
    last = state["messages"][-1]
    return isinstance(last, HumanMessage) and last.additional_kwargs.get("decision") == "reject"
