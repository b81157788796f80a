"""understand: the policy reads the last message; the turn's working values start anew."""

import asyncio
from datetime import date
from typing import Any

from langchain_core.messages import AIMessage, HumanMessage, RemoveMessage

from agent.context import CoachContext
from agent.inputs import check_message
from agent.models import ModelCall, Plan, PlanEdit, Profile, Progress, ToolRequest, Understanding
from agent.models.changes import apply_changes
from agent.nodes.call_tools import found_beforehand
from agent.plans import progress as progression
from agent.plans.changes import change_edits
from agent.plans.constraints import own_steps
from agent.plans.how_far import plan_in_work
from agent.plans.requests import merge_requests, plan_requests, without_roadmap
from agent.plans.unmade import told as told_unmade
from agent.policy.protocol import AsyncPolicy, Policy
from agent.policy.usage import recording
from agent.state import FLOW_VERSION, CoachState
from tools.errors import UsageError
from tools.evidence import Evidence

_SCHEDULED = ("hours_per_week", "horizon_weeks", "skills", "missing_skills", "start_date", "busy")


def understand(state: CoachState, context: CoachContext, *, policy: Policy) -> dict[str, Any]:
    """Read the message, change the profile, and decide which tools are called and whether a plan is wanted."""
    unreadable = _unreadable(state)
    if unreadable is not None:
        return unreadable
    with recording() as calls:
        understanding = policy.understand(state, context)
    return _understood(state, context, understanding, calls)


async def aunderstand(state: CoachState, context: CoachContext, *, policy: AsyncPolicy) -> dict[str, Any]:
    """`understand` without blocking the event loop."""
    unreadable = _unreadable(state)
    if unreadable is not None:
        return unreadable
    with recording() as calls:
        understanding = await policy.aunderstand(state, context)
    # It reads tables: done in a thread, so that other conversations' requests go on.
    return await asyncio.to_thread(_understood, state, context, understanding, calls)


def _understood(
    state: CoachState, context: CoachContext, understanding: Understanding, calls: list[ModelCall]
) -> dict[str, Any]:
    before = state["profile"]
    profile = apply_changes(before, understanding.changes)
    progress = progression.taken_back(state["progress"], understanding.changes)
    told, own = (
        _told(state, understanding),
        {step.title for step in own_steps(state["edits"]) if not step.subject},
    )
    if told and (plan := plan_in_work(state["plan"], state["draft"])) is not None:
        progress = progression.record(progress, told, plan, context.today)
        profile = apply_changes(profile, progression.known_changes(progress, profile, own))
    progress = progression.with_deadline(progress, before, profile, context.today, understanding.deadline)
    dropped = _drops(state, understanding)
    plan, evidence = None if dropped else state["draft"] or state["plan"], state["evidence"]
    if (
        plan is None
        and not dropped
        and understanding.plan_wanted
        and understanding.plan_changes
        and profile.target_role
    ):
        plan, evidence = _laid_out(profile, progress, context.today, understanding.language)
    edits, understanding = _changed(state, understanding, plan, evidence)
    changed = edits != state["edits"]
    if not dropped and (changed or _wants_plan(state, understanding, profile, progress)):
        requests = plan_requests(profile, progress, context.today, edits)
        understanding = _with_plan(understanding, profile, requests)
    return {
        "profile": profile,
        "progress": progress,
        "draft": None if dropped else state["draft"],
        "edits": edits,
        "understanding": understanding,
        "dialogue": understanding.dialogue or state["dialogue"],
        "pending_calls": understanding.calls,
        "tool_results": [],
        "violations": [],
        "beside": None,
        "rounds": 0,
        "redrafts": 0,
        "flow_version": FLOW_VERSION,
        "model_calls": calls,
    }


def _drops(state: CoachState, understanding: Understanding) -> bool:
    """Whether a message wants none of the plan that waits; a decision that rejects it gets another draft."""
    refused = any(change.kind == "refuse" for change in understanding.plan_changes)
    rejected = state["messages"][-1].additional_kwargs.get("decision") == "reject"
    return refused and not rejected and state["draft"] is not None


def _laid_out(
    profile: Profile, progress: Progress, today: date, language: str
) -> tuple[Plan, list[Evidence]]:
    """The milestones that the first draft would have: what is to be different in it is named of them."""
    result, evidence = found_beforehand(plan_requests(profile, progress, today)[0])
    milestones = (result.document or {}).get("milestones", [])
    return Plan(start=today.isoformat(), milestones=milestones, language=language), [*evidence]


def _changed(
    state: CoachState, understanding: Understanding, plan: Plan | None, evidence: list[Evidence]
) -> tuple[list[PlanEdit], Understanding]:
    """The edits with what the message changes in the plan in view; what it does not change is said, and asked back."""
    # What becomes of a part is clear where the person changed it by hand beside their reason.
    by_hand = state["messages"][-1].additional_kwargs.get("redraft")
    changes = [each for each in understanding.plan_changes if not (by_hand and each.kind == "unclear")]
    if plan is None or not changes:
        return state["edits"], understanding
    posting = (understanding.dialogue or state["dialogue"]).posting
    lacks = [*state["profile"].missing_skills, *(posting.skills if posting else [])]
    edits, unmade = change_edits(changes, plan, state["edits"], evidence, lacks)
    unchanged, slot = told_unmade(unmade)
    update: dict[str, Any] = {"unchanged": unchanged}
    if slot is not None:
        dialogue = understanding.dialogue or state["dialogue"]
        update["dialogue"] = dialogue.model_copy(update={"asked": slot, "pressing": True})
    return edits, understanding.model_copy(update=update)


def _unreadable(state: CoachState) -> dict[str, Any] | None:
    """The turn of an input without a message that can be read: it says so, and what waits goes on waiting."""
    last = state["messages"][-1] if state["messages"] else None
    if not isinstance(last, HumanMessage):
        return _unread(UsageError("There is no message to read.", 'Send one with the role "user".'))
    if not last.text and last.additional_kwargs.get("decision"):
        return None  # a rejection without a reason
    try:
        check_message(str(last.text))
    except UsageError as error:
        return _unread(error, RemoveMessage(id=str(last.id)))
    return None


def _unread(error: UsageError, *removed: RemoveMessage) -> dict[str, Any]:
    said = AIMessage(f"{error.message} {error.hint}")
    return {"understanding": None, "pending_calls": [], "tool_results": [], "messages": [*removed, said]}


def _told(state: CoachState, understanding: Understanding) -> progression.Told:
    """What was recorded beside the message (by a command), else what the policy read in its words."""
    recorded = state["messages"][-1].additional_kwargs.get("progress")
    if isinstance(recorded, dict):
        return progression.told_in(recorded)
    return progression.Told.model_validate(understanding.model_dump(include={*progression.Told.model_fields}))


def _wants_plan(
    state: CoachState, understanding: Understanding, profile: Profile, progress: Progress
) -> bool:
    """A rejection, or a changed fact while a plan waits, asks for a new draft whatever else was said.

    A delivered plan is revised when what its weeks rest on has changed: progress, hours, horizon or skills that count.
    """
    if profile.target_role is None:
        return False
    before = state["profile"]
    went_on = _spent(progress) != _spent(state["progress"])
    if state["draft"] is not None:
        return understanding.plan_wanted or _asks_for_redraft(state) or profile != before or went_on
    moved = any(_counted(name, profile) != _counted(name, before) for name in _SCHEDULED)
    return understanding.plan_wanted or (state["plan"] is not None and (went_on or moved))


def _counted(name: str, profile: Profile) -> object:
    """A field as a plan counts it: of skills those that a table knows."""
    from tools.roadmap.skills import link_skill

    value = getattr(profile, name)
    return value if name != "skills" else {linked.id for each in value if (linked := link_skill(each))}


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
