"""Screens at a fixed width, and the coach with a scripted policy for conversations."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from agent.terminal.render import PlainScreen
from agent.terminal.rich_screen import RichScreen

GOLDEN = Path(__file__).parents[1] / "golden" / "screens"
WIDTH = 80


class Recorded:
    """A screen and what was drawn on it."""

    def __init__(self, *, plain: bool) -> None:
        self.out = io.StringIO()
        self.screen = PlainScreen(self.out) if plain else RichScreen(self.out, width=WIDTH, force=True)

    @property
    def text(self) -> str:
        return "".join(line.rstrip() + "\n" for line in self.out.getvalue().splitlines())


@pytest.fixture(params=["rich", "plain"])
def recorded(request: pytest.FixtureRequest) -> Recorded:
    """A terminal of 80 columns without colour, and the plain lines of a pipe."""
    return Recorded(plain=request.param == "plain")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Recorded], None]:
    """Compare with the recorded screen; UPDATE_GOLDEN=1 records it anew."""

    def check(name: str, drawn: Recorded) -> None:
        path = GOLDEN / f"{name}.{'plain' if drawn.screen.plain else 'rich'}.txt"
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(drawn.text, encoding="utf-8")
        assert drawn.text == path.read_text(encoding="utf-8")

    return check
