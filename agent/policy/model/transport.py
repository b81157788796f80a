"""The way to a model: requests with retries, within the turn's budget, private details masked. One async core."""

import asyncio
import os
import threading
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
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
    as_failure,
    is_transient,
    model_errors,
    retry_after,
    status_of,
)
from agent.policy.model.masking import Masks
from agent.policy.model.ways import Way, as_message, bound

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
    output: int | None = None


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
        messages = [
            message.model_copy(update={"content": self.masks.hide(str(message.text))})
            for message in request.messages
        ]
        heard = _Heard(request.hear)

        def worth_it(error: BaseException) -> bool:
            return is_transient(error) and not heard.any

        def enough(tried: RetryCallState) -> bool:
            return stop_after_attempt(ATTEMPTS)(tried) or tried.upcoming_sleep >= self.budget.seconds

        try:
            retrying = AsyncRetrying(
                retry=retry_if_exception(worth_it), wait=_pause, stop=enough, reraise=True
            )
            return await retrying(self._try, request, messages, heard)
        except model_errors() as error:
            raise as_failure(error) from None

    async def _try(self, request: Request, messages: list[BaseMessage], heard: "_Heard") -> AIMessage:
        """One try; each is counted, also one that fails."""
        tokens = estimated_tokens(messages, request.tool)
        room = self.budget.output_for(tokens, request.output or self.output)
        started = time.monotonic()
        try:
            # What a model writes is still to be checked: it must not reach whoever streams the graph's messages.
            ask = bound(self.model, request.way, request.tool, room).with_config(tags=[TAG_NOSTREAM])
        except model_errors() as error:
            # The model class refuses this way of asking; nothing was sent.
            raise NotImplementedError from error
        try:
            work = heard.follow(ask.astream(messages)) if request.hear else ask.ainvoke(messages)
            answer = as_message(
                await asyncio.wait_for(work, timeout=max(0.0, min(self.timeout, self.budget.seconds)))
            )
        except model_errors() as error:
            # A refused request used nothing; one that broke off may have been read in full.
            read = 0 if status_of(error) is not None else tokens
            self._spend(request.step, started, read, 0, estimated=read > 0, ok=False)
            raise
        used = answer.usage_metadata
        read, written = (
            (used["input_tokens"], used["output_tokens"]) if used else (tokens, estimated_tokens([answer]))
        )
        cut = answer.response_metadata.get("finish_reason") or answer.response_metadata.get("stop_reason")
        self._spend(request.step, started, read, written, estimated=not used, ok=cut not in _TOO_LONG)
        if cut in _TOO_LONG:
            raise CutShort
        return answer

    def _spend(
        self, step: str, started: float, read: int, written: int, *, estimated: bool, ok: bool
    ) -> None:
        call = ModelCall(
            step=step,
            turn=self.budget.turn,
            input_tokens=read,
            output_tokens=written,
            seconds=round(time.monotonic() - started, 3),
            estimated=estimated,
            ok=ok,
        )
        self.budget.spend(call)


class _Heard:
    """Follows an answer while it is written, and knows whether any of it was shown: then it is not asked for again."""

    def __init__(self, hear: Callable[[str], bool] | None) -> None:
        self._hear = hear
        self.any = False

    async def follow(self, chunks: Any) -> AIMessage:
        whole: Any = None
        async for chunk in chunks:
            part = chunk.get("raw") if isinstance(chunk, dict) else chunk
            if part is None:
                continue
            whole = part if whole is None else whole + part
            if self._hear is not None:
                self.any = self._hear(_text_of(whole)) or self.any
        return _finished(whole)


def _text_of(message: BaseMessage) -> str:
    calls = message.tool_call_chunks if isinstance(message, AIMessageChunk) else []
    return str(calls[0]["args"] or "") if calls else str(message.text)


def _finished(whole: AIMessage | None) -> AIMessage:
    """A stream that OpenAI's protocol did not close was cut off on its way."""
    told = whole.response_metadata if whole is not None else {}
    if whole is None or ("openai" in told.get("model_provider", "") and not told.get("finish_reason")):
        raise ConnectionError
    return whole


def _pause(tried: RetryCallState) -> float:
    """What the server asks for, else a growing time with jitter."""
    error = tried.outcome.exception() if tried.outcome else None
    asked = retry_after(error) if error else None
    return (
        asked if asked is not None else wait_random_exponential(BACKOFF_SECONDS, MAX_BACKOFF_SECONDS)(tried)
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
