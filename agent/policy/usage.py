"""What language models were used for: recorded call by call, added up for a turn and for a thread."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

from langchain_core.messages import AnyMessage, HumanMessage

from agent.models import ModelCall, Tally, Usage
from agent.settings import read_agent_settings
from agent.state import CoachState

_calls: ContextVar[list[ModelCall] | None] = ContextVar("model_calls", default=None)


@contextmanager
def recording() -> Iterator[list[ModelCall]]:
    """Collect the model calls made within; a node writes them to its state."""
    calls: list[ModelCall] = []
    token = _calls.set(calls)
    try:
        yield calls
    finally:
        _calls.reset(token)


def record(call: ModelCall) -> None:
    """Note a call for the `recording` around it; without one it is not kept."""
    calls = _calls.get()
    if calls is not None:
        calls.append(call)


def turn_number(messages: Sequence[AnyMessage]) -> int:
    """Turns are counted by the person's messages."""
    return sum(isinstance(message, HumanMessage) for message in messages)


def calls_of_turn(state: CoachState) -> list[ModelCall]:
    """The calls of the turn that `state` is in, those of the running node not included."""
    turn = turn_number(state.get("messages", []))
    return [call for call in state.get("model_calls", []) if call.turn == turn]


def usage_of(state: CoachState) -> Usage:
    """Calls, tokens and cost of the last turn and of the thread."""
    calls = state.get("model_calls", [])
    return Usage(turn=_tally(calls_of_turn(state)), thread=_tally(calls)) if calls else Usage()


def _tally(calls: Sequence[ModelCall]) -> Tally:
    read, written = sum(call.input_tokens for call in calls), sum(call.output_tokens for call in calls)
    return Tally(
        calls=len(calls),
        input_tokens=read,
        output_tokens=written,
        seconds=round(sum(call.seconds for call in calls), 3),
        estimated=any(call.estimated for call in calls),
        cost=_cost(read, written),
        steps=dict(Counter(call.step for call in calls)),
        left_out=sum(call.left_out for call in calls),
    )


def _cost(read: int, written: int) -> float | Literal["not known"]:
    """US dollars by the configured prices; nobody else's price list is guessed."""
    if not read and not written:
        return 0.0
    settings = read_agent_settings()
    if settings.model_input_price is None or settings.model_output_price is None:
        return "not known"
    cost = read * settings.model_input_price + written * settings.model_output_price
    return round(cost / 1_000_000, 6)
