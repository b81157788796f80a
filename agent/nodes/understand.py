"""understand: the policy reads the last message; the turn's working values start anew."""

from typing import Any

from langchain_core.messages import HumanMessage
from langgraph.runtime import Runtime

from agent.context import CoachContext
from agent.models import DialogueState, ModelCall, Profile, Progress, ToolRequest, Understanding
from agent.models.changes import apply_changes
from agent.plans import progress as progression
from agent.plans.changes import change_edits
from agent.plans.requests import merge_requests, plan_requests, without_roadmap
from agent.policy.protocol import AsyncPolicy, Policy
from agent.policy.usage import recording
from agent.state import FLOW_VERSION, CoachState

_SCHEDULED = ("hours_per_week", "horizon_weeks", "skills", "missing_skills", "start_date", "busy")


def understand(state: CoachState, runtime: Runtime[CoachContext], *, policy: Policy) -> dict[str, Any]:
    """Read the message, change the profile, and decide which tools are called and whether a plan is wanted."""
    context = runtime.context or CoachContext()
    state = {**_fresh_thread(), **state}
    with recording() as calls:
        understanding = policy.understand(state, context)
    return _understood(state, context, understanding, calls)


async def aunderstand(
    state: CoachState, runtime: Runtime[CoachContext], *, policy: AsyncPolicy
) -> dict[str, Any]:
    """`understand` without blocking the event loop."""
    context = runtime.context or CoachContext()
    state = {**_fresh_thread(), **state}
    with recording() as calls:
        understanding = await policy.aunderstand(state, context)
    return _understood(state, context, understanding, calls)


def _understood(
    state: CoachState, context: CoachContext, understanding: Understanding, calls: list[ModelCall]
) -> dict[str, Any]:
    before = state["profile"]
    profile = apply_changes(before, understanding.changes)
    progress = progression.taken_back(state["progress"], understanding.changes)
    told, plan = _told(state, understanding), state["plan"] or state["draft"]
    if told and plan is not None:
        progress = progression.record(progress, told, plan, context.today)
        profile = apply_changes(profile, progression.known_changes(progress, profile))
    progress = progression.with_deadline(progress, before, profile, context.today)
    edits = state["edits"]
    if understanding.plan_changes and plan is not None:
        edits, unchanged = change_edits(understanding.plan_changes, plan, edits, state["evidence"])
        understanding = understanding.model_copy(update={"unchanged": unchanged})
    if edits != state["edits"] or _wants_plan(state, understanding, profile, progress):
        requests = plan_requests(profile, progress, context.today, edits)
        understanding = _with_plan(understanding, profile, requests)
    return {
        "profile": profile,
        "edits": edits,
        "progress": progress,
        "understanding": understanding,
        "dialogue": understanding.dialogue or state["dialogue"],
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
    return {
        "profile": Profile(),
        "progress": Progress(),
        "dialogue": DialogueState(),
        "evidence": [],
        "reviews": [],
        "edits": [],
        "draft": None,
        "plan": None,
    }


def _told(state: CoachState, understanding: Understanding) -> progression.Told:
    """What was recorded beside the message (by a command), else what the policy read in its words."""
    recorded = state["messages"][-1].additional_kwargs.get("progress")
    return progression.told_in(recorded if isinstance(recorded, dict) else understanding.details)


def _wants_plan(
    state: CoachState, understanding: Understanding, profile: Profile, progress: Progress
) -> bool:
    """A rejection, or a changed fact while a plan waits, asks for a new draft whatever else was said.

    A delivered plan is revised when what its weeks rest on has changed: progress, hours, horizon or skills.
    """
    if profile.target_role is None:
        return False
    before = state["profile"]
    went_on = _spent(progress) != _spent(state["progress"])
    if state["draft"] is not None:
        return understanding.plan_wanted or _asks_for_redraft(state) or profile != before or went_on
    rests_on = [name for name in _SCHEDULED if getattr(profile, name) != getattr(before, name)]
    return understanding.plan_wanted or (state["plan"] is not None and (went_on or bool(rests_on)))


def _spent(progress: Progress) -> tuple[list[str], list[str], int]:
    return progress.done, progress.without_time, progress.lost_weeks


def _with_plan(understanding: Understanding, profile: Profile, requests: list[ToolRequest]) -> Understanding:
    """The plan's own calls come first; its roadmap takes the place of others to the same role."""
    asked = without_roadmap(understanding.calls, profile.target_role)
    return understanding.model_copy(
        update={
            "plan_wanted": True,
            "question": None,
            "asks_for": None,
            "calls": merge_requests(requests, asked),
        }
    )


def _asks_for_redraft(state: CoachState) -> bool:
    """A rejection does, and a message that takes something out of the plan or puts it back."""
    last = state["messages"][-1]
    told = last.additional_kwargs if isinstance(last, HumanMessage) else {}
    return told.get("decision") == "reject" or bool(told.get("redraft"))
