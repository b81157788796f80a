"""What `Coach.stream` yields while a turn runs."""

from collections.abc import Iterator
from typing import Literal

from pydantic import JsonValue

from agent.models import ReplyDocument, ToolName
from tools.evidence import Value


class TurnStarted(Value):
    """The message was taken; `thread` is known from here on."""

    type: Literal["turn_started"] = "turn_started"
    thread: str


class ToolStarted(Value):
    type: Literal["tool_started"] = "tool_started"
    name: ToolName
    args: dict[str, JsonValue] = {}


class ToolFinished(Value):
    """`ms` is wall time in milliseconds."""

    type: Literal["tool_finished"] = "tool_finished"
    name: ToolName
    args: dict[str, JsonValue] = {}
    ok: bool
    ms: float
    error: str | None = None


class StepFinished(Value):
    """A node of the graph is done ("understand", "draft_plan"...)."""

    type: Literal["step_finished"] = "step_finished"
    step: str


class ReplyText(Value):
    """A piece of the reply; the pieces in order are the reply."""

    type: Literal["reply_text"] = "reply_text"
    text: str


class TurnFinished(Value):
    """The whole reply document; always the last event."""

    type: Literal["turn_finished"] = "turn_finished"
    reply: ReplyDocument


Event = TurnStarted | ToolStarted | ToolFinished | StepFinished | ReplyText | TurnFinished

_TOLD: dict[str, type[ToolStarted | ToolFinished | ReplyText]] = {
    "tool_started": ToolStarted,
    "tool_finished": ToolFinished,
    "reply_text": ReplyText,
}


def as_events(item: tuple[str, dict[str, JsonValue]]) -> Iterator[Event]:
    """The event behind a piece of the graph's stream (its mode and what came), if it is one."""
    mode, chunk = item
    if mode == "updates":
        yield StepFinished(step=next(iter(chunk), ""))
        return
    kind = _TOLD.get(str(chunk.get("event")))
    if kind is not None:
        yield kind.model_validate({key: value for key, value in chunk.items() if key != "event"})
