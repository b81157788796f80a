"""Turns that run, and the windows that watch them: all windows of a thread are told the same."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress

from agent.session import words
from agent.session.events import Event, ReplyText
from agent.web.markdown import as_html
from tools.errors import CoachError, ThreadBusyError

_SECONDS_BETWEEN = 15.0  # a window that went away is noticed when it is told something


class Live:
    """What runs in a thread: `revision` counts the turns that ended and tells windows to look at the thread again."""

    def __init__(self) -> None:
        self.revision = 0
        self.activity = ""
        self.note = ""
        self._text = ""
        self._error = ""
        self._turn: asyncio.Task[None] | None = None
        self._windows: set[asyncio.Event] = set()
        self._closed = False

    async def play(self, events: AsyncGenerator[Event, None], note: str = "") -> None:
        """Play a turn to its end, also when the window that asked for it is gone. Raises CoachError.

        `note` is said beside the reply until the next turn.
        """
        if self._turn is not None and not self._turn.done():
            raise ThreadBusyError(
                "The coach is still answering in this conversation.", "Send it again after the reply."
            )
        self.note = note
        self._turn = asyncio.create_task(self._follow(events))
        self._turn.add_done_callback(lambda turn: turn.cancelled() or turn.exception())
        await asyncio.shield(self._turn)

    async def watch(self) -> AsyncIterator[str]:
        """What runs now and whenever it changes, as server-sent events."""
        changed = asyncio.Event()
        self._windows.add(changed)
        try:
            while not self._closed:
                yield f"data: {json.dumps(self._state())}\n\n"
                with suppress(TimeoutError):
                    await asyncio.wait_for(changed.wait(), _SECONDS_BETWEEN)
                changed.clear()
        finally:
            self._windows.discard(changed)

    def close(self) -> None:
        """No window watches on."""
        self._closed = True
        self._tell()

    async def _follow(self, events: AsyncGenerator[Event, None]) -> None:
        self._error = ""
        self._tell(words.READING)
        try:
            async with aclosing(events) as told:
                async for event in told:
                    if isinstance(event, ReplyText):
                        self._text += event.text
                    self._tell(words.activity(event))
        except CoachError as error:
            self._error = f"{error.message} {error.hint}".strip()
            raise
        finally:
            self.revision += 1
            self._text = ""
            self._tell("")

    def _tell(self, activity: str | None = None) -> None:
        self.activity = self.activity if activity is None else activity
        for changed in self._windows:
            changed.set()

    def _state(self) -> dict[str, str | int]:
        return {
            "revision": self.revision,
            "activity": self.activity,
            "html": as_html(self._text),
            "error": self._error,
        }
