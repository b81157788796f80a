"""Turns of a conversation: what a message means where the thread stands, and how its answer reaches who waits.

A turn is a plain generator: it decides, yields the run of the graph that it wants, and is sent where the thread
stands after it. So the same turn is told with or without an event loop.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from contextlib import aclosing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from agent.inputs import check_id
from agent.models import Profile, ReplyDocument
from agent.session.events import Event, ReplyText, TurnFinished
from tools.errors import DecisionError, ThreadError

if TYPE_CHECKING:
    from agent.session.runner import Run, Runner, Standing

Turn = Generator["Run", "Standing", ReplyDocument]
Begin = Callable[["Runner"], Turn]
_NO_REPLY = ThreadError("The turn ended without a reply.", "Send the message again.")


def message(
    runner: "Runner",
    *,
    thread: str,
    owner: str,
    text: str,
    name: str,
    profile: Profile | None,
    extra: dict[str, Any],
) -> Turn:
    """A turn that the person's words begin; `name` is the message's id, `extra` is noted beside it."""
    with runner.writing(thread):
        runner.claim(thread, owner, text)
        standing = runner.standing(thread, owner)
        recovery = runner.recovery(standing)
        if recovery is not None:
            standing = yield recovery
            if standing.last_said() == text:
                # The message of the turn that was cut short, sent again: it has its answer now.
                return _remembered(runner, standing)
        heard = {} if standing.unfinished else standing.heard()
        if name in heard:
            if heard[name] == text:
                return standing.reply()
            name = check_id(None, "message")  # other words under the same name are another message
        noted = {**extra, "at": datetime.now(UTC).isoformat(timespec="seconds")}
        standing = yield runner.saying(standing, text, name, noted, profile)
        return standing.reply()


def decision(runner: "Runner", *, thread: str, owner: str, kind: str, reply: dict[str, Any]) -> Turn:
    """The answer to a pending approval, checked before. Raises ThreadError and DecisionError where nothing waits."""
    with runner.writing(thread):
        standing = runner.known(thread, owner)
        recovery = runner.recovery(standing)
        if recovery is not None:
            standing = yield recovery
            if standing.decided(kind):
                return _remembered(runner, standing)
        if not standing.waiting:
            raise DecisionError(
                f"Nothing waits for approval in thread {thread}.",
                "Ask for a plan first; `coach threads` lists where threads stand.",
            )
        runner.claim(thread, owner, "")
        standing = yield runner.resuming(standing, reply)
        return _remembered(runner, standing)


def tell(opened: Callable[[], "Runner"], begin: Begin, *, quiet: bool = False) -> Iterator[Event]:
    """A turn as events, the last one `TurnFinished`; `quiet` for who waits for that one alone."""
    runner = opened()
    turn = begin(runner)
    try:
        step = _advance(turn, None)
        while not isinstance(step, ReplyDocument):
            shown = ""
            for event in runner.run(step, quiet=quiet):
                shown += _text_of(event)
                yield event
            ended = runner.ended(step)
            yield from [] if quiet else ended.unsaid(shown)
            step = _advance(turn, ended)
    finally:
        turn.close()
    yield TurnFinished(reply=step)


async def atell(
    opened: Callable[[], "Runner"], begin: Begin, *, quiet: bool = False
) -> AsyncGenerator[Event, None]:
    """`tell` without blocking the event loop; what waits for the disk or a lock does so in a thread."""
    runner = await asyncio.to_thread(opened)
    turn = begin(runner)
    try:
        step = await asyncio.to_thread(_advance, turn, None)
        while not isinstance(step, ReplyDocument):
            shown = ""
            async with aclosing(runner.arun(step, quiet=quiet)) as events:
                async for event in events:
                    shown += _text_of(event)
                    yield event
            ended = await asyncio.to_thread(runner.ended, step)
            for event in [] if quiet else await asyncio.to_thread(ended.unsaid, shown):
                yield event
            step = await asyncio.to_thread(_advance, turn, ended)
    finally:
        await asyncio.to_thread(turn.close)
    yield TurnFinished(reply=step)


def reply_of(events: Iterator[Event]) -> ReplyDocument:
    """What a told turn came to."""
    replies = [event.reply for event in events if isinstance(event, TurnFinished)]
    if not replies:
        raise _NO_REPLY
    return replies[-1]


async def areply_of(events: AsyncIterator[Event]) -> ReplyDocument:
    """`reply_of` for a turn that is told asynchronously."""
    return reply_of(iter([event async for event in events if isinstance(event, TurnFinished)]))


def _advance(turn: Turn, ended: "Standing | None") -> "Run | ReplyDocument":
    """The next run that the turn wants, or its reply."""
    try:
        return next(turn) if ended is None else turn.send(ended)
    except StopIteration as end:
        reply: ReplyDocument = end.value
        return reply


def _text_of(event: Event) -> str:
    return event.text if isinstance(event, ReplyText) else ""


def _remembered(runner: "Runner", standing: "Standing") -> ReplyDocument:
    """An approved plan confirms the profile it was made for: only then is it remembered."""
    reply = standing.reply()
    if reply.status == "delivered":
        runner.threads.write_profile(standing.owner, reply.profile.model_dump_json())
    return reply
