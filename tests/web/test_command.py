"""`coach web`: what it says where it cannot begin."""

import socket
import sys

import pytest

from agent.terminal.cli import main


def test_without_the_extra_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("agent.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["web"]) == 1
    out, err = capsys.readouterr()
    assert not out and len(err.splitlines()) == 1 and "pip install '.[web]'" in err and "uvicorn" in err


@pytest.mark.network
def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert main(["web", "--no-browser", "--port", str(taken.getsockname()[1])]) == 2
    assert "--port" in capsys.readouterr().err


@pytest.mark.parametrize("args", [["--port", "70000"], ["--port", "x"], ["--thread", ""], ["more"]])
def test_wrong_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["web", *args]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
