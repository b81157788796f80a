"""The way to a model: requests with retries, within the turn's budget, private details masked. One async core."""

import asyncio
import json
import os
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, TypeVar

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.runnables import Runnable
from langgraph.constants import TAG_NOSTREAM
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    wait_random_exponential,
)

from agent.models import ModelCall
from agent.policy.model.budget import Budget, estimated_tokens
from agent.policy.model.failures import (
    CutShort,
    Garbled,
    as_failure,
    is_transient,
    model_errors,
    retry_after,
    status_of,
)
from agent.policy.model.masking import Masks

Way = Literal["tools", "json_schema", "json"]
WAYS: tuple[Way, ...] = ("tools", "json_schema", "json")
Result = TypeVar("Result")
ATTEMPTS = 4
BACKOFF_SECONDS = 0.5
MAX_BACKOFF_SECONDS = 8.0
_TOO_LONG = ("length", "max_tokens", "MAX_TOKENS", "model_length")


@dataclass(frozen=True)
class Request:
    """What is asked of the model: an answer by `tool`'s schema in this `way`, or in words where there is no way.

    `hear` gets the text of a structured answer while it is written, and says whether any of it was shown.
    """

    step: str
    messages: Sequence[BaseMessage]
    way: Way | None = None
    tool: dict[str, Any] | None = None
    hear: Callable[[str], bool] | None = None


@dataclass
class Line:
    """For one step of a turn. `timeout` is the seconds one request may take, `output` the most tokens of an answer."""

    model: BaseChatModel
    budget: Budget
    timeout: float
    output: int
    masks: Masks = field(default_factory=Masks)

    async def send(self, request: Request) -> AIMessage:
        """The model's answer. Raises ModelFailure once no further try is worth it."""
        masked = [
            each.model_copy(update={"content": self.masks.hide(str(each.text))}) for each in request.messages
        ]
        heard = _Heard(request.hear)
        try:
            retrying = AsyncRetrying(
                retry=retry_if_exception(lambda error: is_transient(error) and not heard.any),
                wait=_pause,
                stop=lambda tried: (
                    stop_after_attempt(ATTEMPTS)(tried) or tried.upcoming_sleep >= self.budget.seconds
                ),
                reraise=True,
            )
            return await retrying(self._try, request, masked, heard)
        except model_errors() as error:
            raise as_failure(error) from None

    async def _try(self, request: Request, messages: list[BaseMessage], heard: "_Heard") -> AIMessage:
        """One try; each is counted, also one that fails."""
        tokens = estimated_tokens(messages, request.tool)
        room = self.budget.output_for(tokens, self.output)
        started = time.monotonic()
        try:
            # What a model writes is still to be checked: it must not reach whoever streams the graph's messages.
            ask = _bound(self.model, request, room).with_config(tags=[TAG_NOSTREAM])
        except model_errors() as error:
            # The model class refuses this way of asking; nothing was sent.
            raise NotImplementedError from error
        try:
            work = heard.follow(ask.astream(messages)) if request.hear else ask.ainvoke(messages)
            seconds = max(0.0, min(self.timeout, self.budget.seconds))
            answer = _as_message(await asyncio.wait_for(work, timeout=seconds))
        except model_errors() as error:
            # A refused request used nothing; one that broke off may have been read in full.
            read = 0 if status_of(error) is not None else tokens
            self._spend(request.step, started, (read, 0), estimated=read > 0, ok=False)
            raise
        told, used = answer.response_metadata, answer.usage_metadata
        cut = (told.get("finish_reason") or told.get("stop_reason")) in _TOO_LONG
        counted = (
            (used["input_tokens"], used["output_tokens"]) if used else (tokens, estimated_tokens([answer]))
        )
        self._spend(request.step, started, counted, estimated=not used, ok=not cut)
        if cut:
            raise CutShort
        return answer

    def _spend(self, step: str, started: float, used: tuple[int, int], **more: bool) -> None:
        seconds = round(time.monotonic() - started, 3)
        turn = self.budget.turn
        self.budget.spend(
            ModelCall(
                step=step, turn=turn, input_tokens=used[0], output_tokens=used[1], seconds=seconds, **more
            )
        )


class _Heard:
    """Follows an answer while it is written, and knows whether any of it was shown: then it is not asked for again."""

    def __init__(self, hear: Callable[[str], bool] | None) -> None:
        self._hear = hear
        self.any = False

    async def follow(self, chunks: Any) -> AIMessage:
        whole: Any = None
        async for chunk in chunks:
            part = chunk.get("raw") if isinstance(chunk, dict) else chunk
            if part is not None:
                whole = part if whole is None else whole + part
                if self._hear is not None:
                    self.any = await asyncio.to_thread(self._hear, _text_of(whole)) or self.any
        told = whole.response_metadata if whole is not None else {}
        # A stream that OpenAI's protocol did not close was cut off on its way.
        if whole is None or ("openai" in told.get("model_provider", "") and not told.get("finish_reason")):
            raise ConnectionError
        message: AIMessage = whole
        return message


def _bound(model: BaseChatModel, request: Request, room: int) -> Runnable[LanguageModelInput, Any]:
    """The model made to answer by the tool's schema in the request's way, with at most `room` tokens where it can be told."""
    held = getattr(model, "max_tokens", room)
    if "max_tokens" in type(model).model_fields and (held is None or held > room):
        model = model.model_copy(update={"max_tokens": room})
    tool = request.tool
    if tool is None or request.way in (None, "json"):
        return model
    if request.way == "tools":
        strict = {"strict": True} if tool["parameters"].get("additionalProperties") is False else {}
        return model.bind_tools([{"type": "function", "function": tool | strict}], tool_choice=tool["name"])
    schema = {"title": tool["name"], "description": tool["description"], **tool["parameters"]}
    return model.with_structured_output(schema, method="json_schema", include_raw=True)


def _as_message(output: Any) -> AIMessage:
    """The model's message; LangChain's structured output keeps it beside what it parsed."""
    if isinstance(output, dict):
        raw = output.get("raw")
        output = raw if isinstance(raw, AIMessage) else AIMessage(json.dumps(output.get("parsed", output)))
    if not isinstance(output, AIMessage):
        raise Garbled
    return output


def _text_of(message: BaseMessage) -> str:
    calls = message.tool_call_chunks if isinstance(message, AIMessageChunk) else []
    return str(calls[0]["args"] or "") if calls else str(message.text)


def _pause(tried: RetryCallState) -> float:
    """What the server asks for, else a growing time with jitter."""
    error = tried.outcome.exception() if tried.outcome else None
    asked = retry_after(error) if error else None
    return wait_random_exponential(BACKOFF_SECONDS, MAX_BACKOFF_SECONDS)(tried) if asked is None else asked


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
