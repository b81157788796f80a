"""The way to a model: requests with retries, within the turn's budget, private details masked. One async core."""

import asyncio
import os
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, Literal, TypeVar

import tenacity
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.utils import count_tokens_approximately
from langchain_core.runnables import Runnable
from langgraph.constants import TAG_NOSTREAM

from agent.models import ModelCall
from agent.policy.model import failures
from agent.policy.model.cleaning import Masks
from agent.policy.usage import calls_of_turn, record, turn_number
from agent.settings import AgentSettings
from agent.state import CoachState

MIN_OUTPUT = 64
Way = Literal["tools", "json_schema", "json"]
WAYS: tuple[Way, ...] = ("tools", "json_schema", "json")
# Most tokenizers make more than three characters of a token; a cautious count keeps the limits hard.
estimated_tokens = partial(count_tokens_approximately, chars_per_token=3.0, extra_tokens_per_message=4.0)
Hear = Callable[[str], bool]
Result = TypeVar("Result")
ATTEMPTS = 4
BACKOFF_SECONDS = 0.5
MAX_BACKOFF_SECONDS = 8.0
_TOO_LONG = ("length", "max_tokens", "MAX_TOKENS", "model_length")


@dataclass
class Budget:
    """Counts down while a step runs. `turn` is the number that its calls are recorded under."""

    settings: AgentSettings
    turn: int
    tokens: int
    calls: int
    deadline: float
    spent: list[ModelCall] = field(default_factory=list)

    @classmethod
    def of(cls, state: CoachState, settings: AgentSettings) -> "Budget":
        """What the turn of `state` has left after its earlier steps."""
        spent = calls_of_turn(state)
        return cls(
            settings,
            turn=turn_number(state.get("messages", [])),
            tokens=settings.max_tokens_per_turn
            - sum(call.input_tokens + call.output_tokens for call in spent),
            calls=settings.max_calls_per_turn - len(spent),
            deadline=time.monotonic() + settings.model_turn_seconds - sum(call.seconds for call in spent),
        )

    @property
    def seconds(self) -> float:
        return self.deadline - time.monotonic()

    def output_for(self, input_tokens: int) -> int:
        """How many tokens the answer may have. Raises OverBudget where nothing useful fits."""
        room = min(self.settings.model_max_tokens, self.tokens - input_tokens)
        for used_up, what in (
            (room < MIN_OUTPUT, "token limit (COACH_MAX_TOKENS_PER_TURN) is reached"),
            (self.calls <= 0, "limit of model calls (COACH_MAX_CALLS_PER_TURN) is reached"),
            (self.seconds <= 0, "time for the model (COACH_MODEL_TURN_SECONDS) is used up"),
        ):
            if used_up:
                raise failures.OverBudget(f"this turn's {what}")
        return room

    def spend(self, call: ModelCall) -> None:
        """Take a call off what is left, and record it for the thread."""
        self.tokens -= call.input_tokens + call.output_tokens
        self.calls -= 1
        self.spent.append(call)
        record(call)

    def left_out(self, count: int) -> None:
        """Note with the last call how much of its answer nothing held."""
        if self.spent and count:
            self.spent[-1].left_out += count


class Abilities:
    """Which ways of structured output are left for a model, and the one that worked."""

    def __init__(self, configured: str = "auto") -> None:
        self._ways: list[Way] = [way for way in WAYS if configured in ("auto", way)]
        self.proven: Way | None = None

    @property
    def way(self) -> Way:
        return self.proven or self._ways[0]

    def gives_up(self, way: Way) -> bool:
        """Leave this way out from now on; False if it is the last one, or the one that worked before."""
        left = [each for each in self._ways if each != way]
        if way == self.proven or not left:
            return False
        self._ways = left
        return True


@dataclass
class Line:
    """To one model, for one step of a turn."""

    model: BaseChatModel
    budget: Budget
    abilities: Abilities = field(default_factory=Abilities)
    masks: Masks = field(default_factory=Masks)

    async def send(
        self,
        step: str,
        messages: Sequence[BaseMessage],
        tool: dict[str, Any] | None = None,
        way: Way | None = None,
        hear: Hear | None = None,
    ) -> AIMessage:
        """The model's answer, by the tool's schema in this way, or in words. Raises ModelFailure once no further try is worth it.

        `hear` gets the text of an answer while it is written and says whether any of it was shown: then it is not asked for again.
        """
        shown: list[bool] = []

        def told(text: str) -> bool:
            shown.extend([True] if hear and hear(text) else [])
            return bool(shown)

        masked = [each.model_copy(update={"content": self.masks.hide(str(each.text))}) for each in messages]
        retrying = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(lambda error: failures.is_transient(error) and not shown),
            wait=_pause,
            stop=tenacity.stop_after_attempt(ATTEMPTS) | tenacity.stop_before_delay(self.budget.seconds),
            reraise=True,
        )
        try:
            return await retrying(self._try, step, masked, tool, way, told if hear else None)
        except failures.model_errors() as error:
            raise failures.as_failure(error) from None

    async def _try(
        self,
        step: str,
        messages: list[BaseMessage],
        tool: dict[str, Any] | None,
        way: Way | None,
        hear: Hear | None,
    ) -> AIMessage:
        """One try; each is counted, also one that fails."""
        tokens, budget = estimated_tokens(messages, tools=[tool] if tool else None), self.budget
        room = budget.output_for(tokens)
        try:
            # What a model writes is still to be checked: it must not reach whoever streams the graph's messages.
            ask = _bound(self.model, tool, way, room).with_config(tags=[TAG_NOSTREAM])
        except failures.model_errors() as error:
            # The model class refuses this way of asking; nothing was sent.
            raise NotImplementedError from error
        call = ModelCall(step=step, turn=budget.turn, input_tokens=tokens, estimated=True, ok=False)
        started = time.monotonic()
        try:
            work = _followed(ask.astream(messages), hear) if hear else ask.ainvoke(messages)
            seconds = max(0.0, min(budget.settings.model_timeout_seconds, budget.seconds))
            answer = await asyncio.wait_for(work, timeout=seconds)
            if not isinstance(answer, AIMessage):
                raise failures.Garbled
            call.output_tokens = estimated_tokens([answer])
            if used := answer.usage_metadata:
                call.input_tokens, call.output_tokens = used["input_tokens"], used["output_tokens"]
                call.estimated = False
            told = answer.response_metadata
            call.ok = (told.get("finish_reason") or told.get("stop_reason")) not in _TOO_LONG
        except failures.model_errors() as error:
            # A refused request used nothing; one that broke off may have been read in full.
            if failures.status_of(error) is not None:
                call.input_tokens, call.estimated = 0, False
            raise
        finally:
            call.seconds = round(time.monotonic() - started, 3)
            budget.spend(call)
        if not call.ok:
            raise failures.CutShort
        return answer


async def _followed(chunks: AsyncIterator[Any], hear: Hear) -> AIMessage:
    """The whole of an answer that is heard while it is written."""
    whole: Any = None
    async for chunk in chunks:
        whole = chunk if whole is None else whole + chunk
        calls = whole.tool_call_chunks if isinstance(whole, AIMessageChunk) else []
        await asyncio.to_thread(hear, str(calls[0]["args"] or "") if calls else str(whole.text))
    told = whole.response_metadata if whole is not None else {}
    # A stream that OpenAI's protocol did not close was cut off on its way.
    if whole is None or ("openai" in told.get("model_provider", "") and not told.get("finish_reason")):
        raise ConnectionError
    message: AIMessage = whole
    return message


def _bound(
    model: BaseChatModel, tool: dict[str, Any] | None, way: Way | None, room: int
) -> Runnable[LanguageModelInput, Any]:
    """The model made to answer by the tool's schema in this way, with at most `room` tokens where it can be told."""
    held = getattr(model, "max_tokens", room)
    if "max_tokens" in type(model).model_fields and (held is None or held > room):
        model = model.model_copy(update={"max_tokens": room})
    if tool is None or way in (None, "json"):
        return model
    if way == "tools":
        strict = {"strict": True} if tool["parameters"].get("additionalProperties") is False else {}
        return model.bind_tools([{"type": "function", "function": tool | strict}], tool_choice=tool["name"])
    schema = {"title": tool["name"], "description": tool["description"], **tool["parameters"]}
    # The model's own message; what LangChain parsed beside it is read more patiently here.
    return model.with_structured_output(schema, method="json_schema", include_raw=True).pick("raw")


def _pause(tried: tenacity.RetryCallState) -> float:
    """What the server asks for, else a growing time with jitter."""
    error = tried.outcome.exception() if tried.outcome else None
    asked = failures.retry_after(error) if error else None
    return (
        tenacity.wait_random_exponential(BACKOFF_SECONDS, MAX_BACKOFF_SECONDS)(tried)
        if asked is None
        else asked
    )


def waited(work: Coroutine[Any, Any, Result]) -> Result:
    """Run the async core to its end from a plain thread."""
    future = asyncio.run_coroutine_threadsafe(work, _loop(os.getpid()))
    try:
        return future.result()
    finally:
        future.cancel()


async def awaited(work: Coroutine[Any, Any, Result]) -> Result:
    """Run the async core for whatever event loop asks: connections live in one loop, whoever waits for them."""
    return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, _loop(os.getpid())))


@cache
def _loop(_process: int) -> asyncio.AbstractEventLoop:
    """The one event loop of a process that talks to models, in a daemon thread: no exit waits for a server that hangs."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True, name="model-requests").start()
    return loop
