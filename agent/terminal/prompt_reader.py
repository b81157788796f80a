"""Reading lines with prompt-toolkit: editing, history, pasted text in one piece. The only module that knows it."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.history import History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from agent.terminal import history


class PromptReader:
    """`source` and `sink` replace the terminal; `when_ready` runs once, when the first prompt stands."""

    def __init__(
        self,
        user: str,
        when_ready: Callable[[], None],
        *,
        source: Input | None = None,
        sink: Output | None = None,
    ) -> None:
        self._when_ready: Callable[[], None] | None = when_ready
        self._terminal: dict[str, Any] = {"input": source, "output": sink}
        self._lines: PromptSession[str] = PromptSession(history=_StoredHistory(user), **self._terminal)
        self._lines.app.after_render += self._ready_once

    @cached_property
    def _asides(self) -> "PromptSession[str]":
        """Made when the first question is asked: the first prompt stands sooner without it."""
        return PromptSession(history=InMemoryHistory(), **self._terminal)

    def read(self, prompt: str, *, keep: bool = True) -> str:
        session = self._lines if keep else self._asides
        return session.prompt(prompt)

    def _ready_once(self, _app: object) -> None:
        """Load the coach only when the prompt stands: loading first would delay it."""
        when_ready, self._when_ready = self._when_ready, None
        if when_ready is not None:
            when_ready()


class _StoredHistory(History):
    """The history file in COACH_HOME, read when the prompt already stands."""

    def __init__(self, user: str) -> None:
        super().__init__()
        self._user = user

    def load_history_strings(self) -> Iterable[str]:
        return reversed(history.read_lines(self._user))

    def store_string(self, string: str) -> None:
        if history.is_kept(string):
            history.add_line(self._user, string)
