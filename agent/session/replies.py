"""From the state of a thread to what is shown of it: thread documents and summaries."""

from collections.abc import Mapping
from typing import Any

from langchain_core.messages import AnyMessage, HumanMessage

from agent.models import DialogueState, Plan, Profile, Progress, Slot, Status, WishName
from agent.replies import review_of, status_of
from agent.state import CoachState
from tools.evidence import Evidence, Value


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


def thread_document(thread: str, user: str, state: CoachState, *, waiting: bool) -> ThreadDocument:
    """Everything a thread holds."""
    return ThreadDocument(
        thread=thread,
        user=user,
        status=status_of(state, waiting=waiting),
        messages=[_shown(message) for message in state.get("messages", []) if message.text],
        profile=state.get("profile") or Profile(),
        progress=state.get("progress") or Progress(),
        evidence=list(state.get("evidence", [])),
        review=review_of(state) if waiting else None,
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


def _shown(message: AnyMessage) -> ThreadMessage:
    extra: Mapping[str, Any] = message.additional_kwargs
    role = "person" if isinstance(message, HumanMessage) else "coach"
    at = extra.get("at")
    return ThreadMessage(role=role, text=str(message.text), at=at if isinstance(at, str) else None)
