"""Where the person's lines come from: prompt-toolkit, a plain terminal, or a pipe."""

import sys
from collections.abc import Callable
from typing import Protocol

from agent.terminal import history
from agent.terminal.render import Screen


class Reader(Protocol):
    """Reads lines. Raises EOFError at the end (Ctrl-D) and KeyboardInterrupt for a cancelled line (Ctrl-C)."""

    def read(self, prompt: str, *, keep: bool = True) -> str: ...


def open_reader(screen: Screen, user: str, when_ready: Callable[[], None]) -> Reader:
    """The reader for this terminal; `when_ready` runs once, as soon as the person can type."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return PipeReader(screen, when_ready)
    if screen.plain:
        return PlainReader(user, when_ready)
    from agent.terminal.prompt_reader import PromptReader

    return PromptReader(user, when_ready)


class PipeReader:
    """Lines from a pipe or file, echoed so that the output reads as a conversation."""

    def __init__(self, screen: Screen, when_ready: Callable[[], None]) -> None:
        self._screen = screen
        reconfigure = getattr(sys.stdin, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
        when_ready()

    def read(self, prompt: str, *, keep: bool = True) -> str:  # noqa: ARG002 - a pipe has no history
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        self._screen.line(f"{prompt}{line.rstrip()}", "strong")
        return line


class PlainReader:
    """The terminal's own line, for screen readers."""

    def __init__(self, user: str, when_ready: Callable[[], None]) -> None:
        self._user = user
        try:
            import readline
        except ImportError:  # not on Windows
            pass
        else:
            for line in history.read_lines(user):
                readline.add_history(line)
        when_ready()

    def read(self, prompt: str, *, keep: bool = True) -> str:
        try:
            line = input(prompt)
        except (EOFError, KeyboardInterrupt):
            print()
            raise
        if keep and history.is_kept(line):
            history.add_line(self._user, line)
        return line
