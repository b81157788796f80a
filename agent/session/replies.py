"""From the state of a thread to what is shown: reply documents, thread documents, summaries."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage

from agent.models import (
    DialogueState,
    Mode,
    Plan,
    Profile,
    Progress,
    ReplyDocument,
    Slot,
    Status,
    ToolCallRecord,
    ToolResult,
    WishName,
)
from agent.plans.review import review_request
from agent.policy.usage import usage_of
from agent.state import CoachState
from tools.evidence import Evidence, Value

_CITATION = re.compile(r"\bE\d+\b")


class ThreadMessage(Value):
    """`role` is "person" or "coach"; `at` ISO 8601, UTC, where it is known."""

    role: str
    text: str
    at: str | None = None


class TurnReading(Value):
    """What a message was read to want, in its order, and the slot that is asked for ("which": of several)."""

    wishes: list[WishName] = []
    asks: Slot | None = None


class ThreadSummary(Value):
    """A line of `coach threads`. `messages` counts both sides."""

    thread: str
    user: str
    status: Status
    messages: int
    created: str
    updated: str
    title: str


class ThreadDocument(Value):
    """The document of `coach show`: the whole conversation and what it led to."""

    thread: str
    user: str
    status: Status
    messages: list[ThreadMessage] = []
    profile: Profile = Profile()
    progress: Progress = Progress()
    evidence: list[Evidence] = []
    review: dict[str, Any] | None = None
    plan: Plan | None = None
    plans: list[Plan] = []


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
    review = _review(draft, state)
    return ReplyDocument(
        thread=thread,
        status=status,
        mode=mode,
        reply=reply,
        tools=[_record(result) for result in results],
        profile=state.get("profile") or Profile(),
        evidence=_resting_on(reply, draft or plan, state.get("evidence", [])),
        review=review,
        plan=plan,
        usage=usage_of(state),
    )


def thread_document(thread: str, user: str, state: CoachState, *, waiting: bool) -> ThreadDocument:
    """Everything a thread holds."""
    draft = state.get("draft") if waiting else None
    return ThreadDocument(
        thread=thread,
        user=user,
        status=status_of(state, waiting=waiting),
        messages=[_shown(message) for message in state.get("messages", []) if message.text],
        profile=state.get("profile") or Profile(),
        progress=state.get("progress") or Progress(),
        evidence=list(state.get("evidence", [])),
        review=_review(draft, state),
        plan=None if waiting else state.get("plan"),
        plans=list(state.get("delivered", [])),
    )


def reading_of(state: CoachState) -> TurnReading:
    """The wishes of the last message, and the question that stands at the end of the turn."""
    understanding, dialogue = state.get("understanding"), state.get("dialogue") or DialogueState()
    wishes = (understanding.wishes if understanding else []) or dialogue.wishes
    asks = dialogue.asked
    if asks is None and understanding is not None and understanding.question:
        asks = "target" if understanding.asks_for == "target_role" else "which"
    return TurnReading(wishes=[wish.name for wish in wishes], asks=asks)


def _review(draft: Plan | None, state: CoachState) -> dict[str, Any] | None:
    if draft is None:
        return None
    from agent.plans.rendering import plan_markdown

    return review_request(draft, plan_markdown(draft, state.get("evidence", [])))


def _resting_on(reply: str, plan: Plan | None, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that the reply or the plan cites, in the order of its numbers."""
    cited = set(_CITATION.findall(reply))
    if plan is not None:
        cited.update(name for section in plan.sections for claim in section.claims for name in claim.evidence)
    return [item for item in evidence if item.id in cited]


def _record(result: ToolResult) -> ToolCallRecord:
    return ToolCallRecord(name=result.name, args=result.args, ok=result.ok, ms=result.ms, error=result.error)


def _last_reply(messages: Sequence[AnyMessage]) -> str:
    return next((message.text for message in reversed(messages) if isinstance(message, AIMessage)), "")


def _shown(message: AnyMessage) -> ThreadMessage:
    extra: Mapping[str, Any] = message.additional_kwargs
    role = "person" if isinstance(message, HumanMessage) else "coach"
    return ThreadMessage(role=role, text=str(message.text), at=extra.get("at"))
