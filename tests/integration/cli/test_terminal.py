"""The chat in a real pseudo-terminal."""

import os
import re
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.integration.cli.conftest import SCRIPT

pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
# What only the talk needs is loaded behind the first prompt.
_LATER = {"langgraph", "langchain_core", "chromadb", "onnxruntime", "numpy", "pydantic", "markdown_it"}
_TELLS_WHAT_IS_LOADED = f"""
import sys
from agent.terminal.chat import Chat
Chat._start_loading = lambda chat: print("loaded:", *sys.modules, ".", sep="\\n")
{SCRIPT}
"""
_ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[a-zA-Z]|\][^\x07]*\x07|[=>])")


class Terminal:
    """What a person has in front of them: keys go in, text comes out, and cursor questions are answered."""

    def __init__(self, child: int, terminal: int) -> None:
        self._child, self._terminal = child, terminal
        self.raw = b""

    @property
    def text(self) -> str:
        return _ESCAPES.sub("", self.raw.decode("utf-8", "replace")).replace("\r", "")

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def wait_for(self, words: str, *, after: int = 0, seconds: float = 60) -> int:
        """Read until `words` stand in the text beyond `after`; returns where they end."""
        deadline = time.monotonic() + seconds
        while (found := self.text.find(words, after)) < 0:
            assert time.monotonic() < deadline, f"no {words!r} in:\n{self.text}"
            assert self._read(), f"it ended without {words!r}:\n{self.text}"
        return found + len(words)

    def leave(self) -> int:
        """Press Ctrl-D until it ends, and return the exit status: what is typed between two prompts is lost."""
        deadline = time.monotonic() + 60
        pressed = 0.0
        while self._read():
            assert time.monotonic() < deadline, f"it does not end:\n{self.text}"
            if time.monotonic() - pressed > 1 and "Goodbye." not in self.text:
                self.type("\x04")
                pressed = time.monotonic()
        _, status = os.waitpid(self._child, 0)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bool:
        if not select.select([self._terminal], [], [], 0.2)[0]:
            return True
        try:
            new = os.read(self._terminal, 65_536)
        except OSError:  # the other side is closed
            return False
        if b"\x1b[6n" in new:
            os.write(self._terminal, b"\x1b[1;1R")
        self.raw += new
        return bool(new)


@contextmanager
def opened(*args: str, script: str = SCRIPT, **environment: str) -> Iterator[Terminal]:
    child, terminal = pty.fork()
    if child == 0:
        settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment}
        os.execve(sys.executable, [sys.executable, "-c", script, *args], settings)  # noqa: S606 - the child becomes the chat
    try:
        yield Terminal(child, terminal)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.close(terminal)


@pytest.mark.slow
def test_a_person_talks_cancels_and_leaves() -> None:
    with opened("chat") as terminal:
        at = terminal.wait_for("you>")
        terminal.type("never sent\x03")
        at = terminal.wait_for("you>", after=at)
        terminal.type("What does a registered nurse earn in Denver?\r")
        at = terminal.wait_for("[E1]", after=at)
        at = terminal.wait_for("you>", after=at)
        terminal.type("\x1b[A")
        at = terminal.wait_for("What does a registered nurse earn in Denver?", after=at)
        terminal.type("\x03")
        terminal.wait_for("you>", after=at)
        assert terminal.leave() == 0
    assert b"\x1b[1;36m" in terminal.raw
    assert "Looked up wages: registered nurse, Denver" in terminal.text
    assert "Goodbye." in terminal.text


def test_the_first_prompt_waits_for_nothing_heavy() -> None:
    with opened("chat", script=_TELLS_WHAT_IS_LOADED) as terminal:
        terminal.wait_for("\n.\n", after=terminal.wait_for("loaded:", after=terminal.wait_for("you>")))
    loaded = set(terminal.text.split())
    assert {"rich", "prompt_toolkit"} <= loaded
    assert not _LATER & loaded


@pytest.mark.slow
def test_a_thread_is_taken_up_again() -> None:
    with opened("chat", "--thread", "t") as terminal:
        at = terminal.wait_for("Thread t is new.")
        at = terminal.wait_for("you>", after=at)
        terminal.type("hello\r")
        terminal.wait_for("you>", after=at)
        assert terminal.leave() == 0
    with opened("chat", "--thread", "t") as terminal:
        at = terminal.wait_for("goes on where it stood")
        terminal.wait_for("you>", after=at)
        assert terminal.leave() == 0


def test_no_color_means_no_colour() -> None:
    with opened("chat", NO_COLOR="1") as terminal:
        at = terminal.wait_for("you>")
        terminal.type("/help\r")
        at = terminal.wait_for("does the same", after=at)
        terminal.wait_for("you>", after=at)
        assert terminal.leave() == 0
    colours = re.findall(rb"\x1b\[([0-9;]*)m", terminal.raw)
    assert not [codes for codes in colours if re.search(rb"\b(3[1-8]|4[1-8]|9[1-7])\b", codes)]


@pytest.mark.parametrize("how", ["--plain", "dumb"])
def test_a_screen_reader_gets_plain_lines(how: str) -> None:
    args, environment = (("chat", "--plain"), {}) if how == "--plain" else (("chat",), {"TERM": "dumb"})
    with opened(*args, **environment) as terminal:
        at = terminal.wait_for("you>")
        terminal.type("/help\r")
        at = terminal.wait_for("/quit: leave", after=at)
        terminal.wait_for("you>", after=at)
        assert terminal.leave() == 0
    # Bracketed paste is switched by the terminal's own line editor; nothing else may be sent.
    assert not re.sub(rb"\x1b\[\?2004[hl]", b"", terminal.raw).count(b"\x1b")
    assert not set(terminal.text) & set("│─━╭╰•█")
