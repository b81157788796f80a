"""Running commands, in this process or as one of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from agent.terminal.cli import main
from tests.fakes import ScriptedPolicy, scripted_tools

SCRIPT = "import sys; from agent.terminal.cli import main; sys.exit(main())"


class Ran:
    """What a command did."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output."""
        loaded = json.loads(self.out)
        assert isinstance(loaded, dict)
        return loaded


Run = Callable[..., Ran]


@pytest.fixture
def coach(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process, with a scripted policy behind it."""
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: ScriptedPolicy())
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)

    def run(*args: str) -> Ran:
        status = main(list(args))
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return run


@pytest.fixture
def process() -> Run:
    """Runs a command as a process of its own, with nothing replaced."""

    def run(*args: str, stdin: str = "", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, *args],
            input=stdin,
            capture_output=True,
            text=True,
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run
