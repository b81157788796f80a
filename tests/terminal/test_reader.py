"""The prompt itself, driven key by key."""

import io
import sys

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from agent.terminal import history
from agent.terminal.prompt_reader import PromptReader
from agent.terminal.reader import PipeReader
from agent.terminal.render import PlainScreen

UP, CTRL_C, CTRL_D = "\x1b[A", "\x03", "\x04"


def test_lines_history_and_keys() -> None:
    history.add_line("ann", "said before")
    ready: list[str] = []
    with create_pipe_input() as keys:
        reader = PromptReader("ann", lambda: ready.append("now"), source=keys, sink=DummyOutput())
        assert ready == []
        keys.send_text("hello\r")
        assert reader.read("you> ") == "hello"
        assert ready == ["now"]
        keys.send_text("/approve\r")
        assert reader.read("plan waits> ") == "/approve"
        keys.send_text("because\r")
        assert reader.read("Why? ", keep=False) == "because"
        keys.send_text("half a line" + CTRL_C)
        with pytest.raises(KeyboardInterrupt):
            reader.read("you> ")
        keys.send_text(CTRL_D)
        with pytest.raises(EOFError):
            reader.read("you> ")
    assert ready == ["now"]
    assert history.read_lines("ann") == ["said before", "hello"]


def test_pasted_text_comes_in_one_piece() -> None:
    with create_pipe_input() as keys:
        reader = PromptReader("ann", lambda: None, source=keys, sink=DummyOutput())
        keys.send_text("\x1b[200~one\ntwo\nthree\x1b[201~\r")
        assert reader.read("you> ") == "one\ntwo\nthree"


def test_a_pipe_is_echoed_and_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"hello\n\xff\xfe\nlast"), encoding="utf-8")
    )
    reader = PipeReader(PlainScreen(), lambda: None)
    assert reader.read("you> ") == "hello\n"
    assert reader.read("you> ") == "\ufffd\ufffd\n"
    assert reader.read("you> ") == "last"
    with pytest.raises(EOFError):
        reader.read("you> ")
    assert capsys.readouterr().out.splitlines() == ["you> hello", "you> \ufffd\ufffd", "you> last"]
