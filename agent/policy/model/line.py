"""The line to a model: sends requests with retries, within the turn's budget, private details masked."""

import asyncio
import threading
import time
from collections.abc import Callable, Sequence
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage
from langchain_core.runnables import Runnable
from langgraph.constants import TAG_NOSTREAM
from tenacity import AsyncRetrying, RetryCallState, Retrying, retry_if_exception, wait_random_exponential

from agent.models import ModelCall
from agent.policy.model.budget import Budget
from agent.policy.model.exchange import Listener, Request, Step
from agent.policy.model.failures import (
    ModelFailure,
    as_failure,
    is_transient,
    model_errors,
    retry_after,
    status_of,
)
from agent.policy.model.history import estimated_tokens
from agent.policy.model.masking import Masks
from agent.policy.model.ways import as_message, bound

Result = TypeVar("Result")
Ask = Runnable[LanguageModelInput, Any]
Hear = Callable[[str], None]

ATTEMPTS = 4
BACKOFF_SECONDS = 0.5
MAX_BACKOFF_SECONDS = 8.0


@dataclass
class Line:
    """For one step. `timeout` is the seconds one request may take."""

    model: BaseChatModel
    budget: Budget
    masks: Masks
    timeout: float

    def run(self, step: Step[Result]) -> Result:
        """Drive `step` to its result; a request that fails is thrown into it as a ModelFailure."""
        try:
            request = next(step)
            while True:
                try:
                    answer = self._send(request)
                except ModelFailure as failure:
                    request = step.throw(failure)
                else:
                    request = step.send(answer)
        except StopIteration as end:
            result: Result = end.value
            return result

    async def arun(self, step: Step[Result]) -> Result:
        """`run` without blocking the event loop: what stands between two requests checks texts, in a thread."""
        done, made = await asyncio.to_thread(_advanced, lambda: next(step))
        while not done:
            try:
                answer = await self._asend(made)
            except ModelFailure as failure:
                done, made = await asyncio.to_thread(_advanced, partial(step.throw, failure))
            else:
                done, made = await asyncio.to_thread(_advanced, partial(step.send, answer))
        result: Result = made
        return result

    def _send(self, request: Request) -> AIMessage:
        attempt = _Attempt(self, request)
        try:
            return Retrying(**self._retrying(request))(attempt)
        except model_errors() as error:
            raise as_failure(error) from None

    async def _asend(self, request: Request) -> AIMessage:
        attempt = await asyncio.to_thread(_Attempt, self, request)
        try:
            return await AsyncRetrying(**self._retrying(request))(attempt.wait_for)
        except model_errors() as error:
            raise as_failure(error) from None

    def _retrying(self, request: Request) -> dict[str, Any]:
        def worth_it(error: BaseException) -> bool:
            return is_transient(error) and not (request.listener and request.listener.shown)

        def enough(tried: RetryCallState) -> bool:
            return tried.attempt_number >= ATTEMPTS or tried.upcoming_sleep >= self.budget.seconds

        return {"retry": retry_if_exception(worth_it), "wait": _pause, "stop": enough, "reraise": True}


def _advanced(go_on: Callable[[], Request]) -> tuple[bool, Any]:
    """Whether the step is at its end, and its result then, else its next request."""
    try:
        return False, go_on()
    except StopIteration as end:
        return True, end.value


class _Attempt:
    """One try of a request; each is counted, also one that fails."""

    def __init__(self, line: Line, request: Request) -> None:
        self._line = line
        self._request = request
        self._messages = _masked(request.messages, line.masks)
        self._tokens = estimated_tokens(self._messages, request.tool)

    def __call__(self) -> AIMessage:
        ask, started = self._begun()
        try:
            seconds = min(self._line.timeout, self._line.budget.seconds)
            answer = _within(seconds, lambda hear: _answer(ask, self._messages, hear), self._request.listener)
        except model_errors() as error:
            self._failed(started, error)
            raise
        return self._counted(started, answer)

    async def wait_for(self) -> AIMessage:
        ask, started = self._begun()
        try:
            seconds = min(self._line.timeout, self._line.budget.seconds)
            answer = await asyncio.wait_for(
                _aanswer(ask, self._messages, _hearing(self._request.listener)), timeout=seconds
            )
        except model_errors() as error:
            self._failed(started, error)
            raise
        return self._counted(started, answer)

    def _begun(self) -> tuple[Ask, float]:
        room = self._line.budget.output_for(self._tokens, self._request.output)
        try:
            ask = bound(self._line.model, self._request.way, self._request.tool, room)
            # What a model writes is still to be checked: it must not reach whoever streams the graph's messages.
            return ask.with_config(tags=[TAG_NOSTREAM]), time.monotonic()
        except model_errors() as error:
            # The model class refuses this way of asking; nothing was sent.
            raise NotImplementedError from error

    def _counted(self, started: float, answer: AIMessage) -> AIMessage:
        used = answer.usage_metadata
        read = used["input_tokens"] if used else self._tokens
        written = used["output_tokens"] if used else estimated_tokens([answer])
        self._spend(started, read, written, estimated=not used, ok=True)
        return answer

    def _failed(self, started: float, error: BaseException) -> None:
        # A refused request used nothing; one that broke off may have been read in full.
        read = 0 if status_of(error) is not None else self._tokens
        self._spend(started, read, 0, estimated=read > 0, ok=False)

    def _spend(self, started: float, read: int, written: int, *, estimated: bool, ok: bool) -> None:
        budget = self._line.budget
        budget.spend(
            ModelCall(
                step=self._request.step,
                turn=budget.turn,
                input_tokens=read,
                output_tokens=written,
                seconds=round(time.monotonic() - started, 3),
                estimated=estimated,
                ok=ok,
            )
        )


def _pause(tried: RetryCallState) -> float:
    """What the server asks for, else a growing time with jitter."""
    error = tried.outcome.exception() if tried.outcome else None
    asked = retry_after(error) if error else None
    return (
        asked if asked is not None else wait_random_exponential(BACKOFF_SECONDS, MAX_BACKOFF_SECONDS)(tried)
    )


def _masked(messages: Sequence[AnyMessage], masks: Masks) -> list[AnyMessage]:
    return [message.model_copy(update={"content": masks.hide(str(message.text))}) for message in messages]


def _answer(ask: Ask, messages: list[AnyMessage], hear: Hear | None) -> AIMessage:
    if hear is None:
        return as_message(ask.invoke(messages))
    whole: AIMessageChunk | None = None
    for chunk in ask.stream(messages):
        whole = chunk if whole is None else whole + chunk
        hear(str(whole.text))
    return _finished(whole)


async def _aanswer(ask: Ask, messages: list[AnyMessage], hear: Hear | None) -> AIMessage:
    if hear is None:
        return as_message(await ask.ainvoke(messages))
    whole: AIMessageChunk | None = None
    async for chunk in ask.astream(messages):
        whole = chunk if whole is None else whole + chunk
        await asyncio.to_thread(hear, str(whole.text))
    return _finished(whole)


def _finished(whole: AIMessageChunk | None) -> AIMessage:
    """A stream that OpenAI's protocol did not close was cut off on its way."""
    if whole is None or (
        "openai" in whole.response_metadata.get("model_provider", "")
        and not whole.response_metadata.get("finish_reason")
    ):
        raise ConnectionError
    return whole


def _hearing(listener: Listener | None) -> Hear | None:
    return listener.hear if listener else None


def _within(seconds: float, work: Callable[[Hear | None], AIMessage], listener: Listener | None) -> AIMessage:
    """Give `work` this long. A request that hangs is left to a daemon thread: no turn and no exit waits for it."""
    outcome: list[AIMessage] = []
    failed: list[Exception] = []
    given_up = threading.Event()

    def hear(text: str) -> None:
        if given_up.is_set():
            raise ConnectionAbortedError
        if listener is not None:
            listener.hear(text)

    def run() -> None:
        try:
            outcome.append(work(hear if listener else None))
        except model_errors() as error:
            failed.append(error)

    thread = threading.Thread(target=copy_context().run, args=(run,), daemon=True, name="model-request")
    thread.start()
    thread.join(max(0.0, seconds))
    given_up.set()
    if failed:
        raise failed[0]
    if not outcome:
        raise TimeoutError
    return outcome[0]
