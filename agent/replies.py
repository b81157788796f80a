"""The reply of a turn, from the state of its thread: what the session returns and the graph gives out."""

import re
from collections.abc import Sequence
from typing import Any, cast

from langchain_core.messages import AIMessage, AnyMessage
from langgraph.graph.message import Messages, add_messages

from agent.models import Mode, Plan, Profile, ReplyDocument, Status, ToolCallRecord, ToolResult
from agent.plans.review import review_request
from agent.policy.usage import usage_of
from agent.state import CoachState
from tools.evidence import Evidence

_CITATION = re.compile(r"\bE\d+\b")
_GROWING = ("evidence", "reviews", "delivered", "model_calls")


def outputs(state: CoachState, update: dict[str, Any], *, thread: str, mode: Mode) -> dict[str, Any]:
    """What goes out of the graph once a node's `update` has ended a turn; nothing where the node said nothing."""
    if not any(isinstance(message, AIMessage) for message in update.get("messages", [])):
        return {}
    said = add_messages(cast("Messages", state["messages"]), update["messages"])
    after = {**state, **update, "messages": said}
    for key in _GROWING:
        after[key] = [*state.get(key, []), *update.get(key, [])]  # type: ignore[misc] # the keys are of the state
    ended = cast("CoachState", after)
    plan = ended.get("plan")
    reply = reply_document(thread, ended, mode=mode, waiting=ended.get("draft") is not None)
    return {
        "coach_reply": reply.model_dump(mode="json"),
        "coach_plan": None if plan is None else plan.model_dump(mode="json"),
    }


def review_of(state: CoachState) -> dict[str, Any] | None:
    """The request that puts the draft before the person; None where there is none."""
    draft = state.get("draft")
    if draft is None:
        return None
    from agent.plans.rendering import plan_markdown

    return review_request(draft, plan_markdown(draft, state.get("evidence", [])), state.get("remark"))


def status_of(state: CoachState, *, waiting: bool) -> Status:
    """Where a thread stands: a plan waits, the last word was a delivery, or neither."""
    if waiting:
        return "awaiting_approval"
    messages = state.get("messages", [])
    return "delivered" if messages and messages[-1].additional_kwargs.get("delivers") else "answered"


def reply_document(thread: str, state: CoachState, *, mode: Mode, waiting: bool) -> ReplyDocument:
    """The reply of the turn that just ended (or, for a thread that waits, of where it stands)."""
    status = status_of(state, waiting=waiting)
    draft = state.get("draft") if waiting else None
    plan = state.get("plan") if status == "delivered" else None
    reply = _last_reply(state.get("messages", []))
    results = state.get("tool_results", []) if status != "delivered" else []
    return ReplyDocument(
        thread=thread,
        status=status,
        mode=mode,
        reply=reply,
        tools=[_record(result) for result in results],
        profile=state.get("profile") or Profile(),
        evidence=resting_on(reply, draft or plan, state.get("evidence", [])),
        review=review_of(state) if waiting else None,
        plan=plan,
        usage=usage_of(state),
        cv=understood.cv if (understood := state.get("understanding")) else None,
    )


def resting_on(reply: str, plan: Plan | None, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that the reply or the plan cites, in the order of its numbers."""
    cited = set(_CITATION.findall(reply))
    if plan is not None:
        cited.update(name for section in plan.sections for claim in section.claims for name in claim.evidence)
    return [item for item in evidence if item.id in cited]


def _record(result: ToolResult) -> ToolCallRecord:
    return ToolCallRecord(name=result.name, args=result.args, ok=result.ok, ms=result.ms, error=result.error)


def _last_reply(messages: Sequence[AnyMessage]) -> str:
    return next((message.text for message in reversed(messages) if isinstance(message, AIMessage)), "")
