"""One wish a file, named like the wish. Each has two functions.

`needs(wish, view)` names the tool calls whose findings it speaks from; `say(wish, view)` says what was found. A move
that needs nothing has no `needs`. Both are pure.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from agent.coaching.lines import Said
from agent.coaching.view import View
from agent.models import ToolRequest, Wish, WishName

Needs = Callable[[Wish, View], list[ToolRequest]]
Say = Callable[[Wish, View], Said]


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The tool calls that a wish needs."""
    found = _move(wish.name)
    return found[0](wish, view) if found else []


def say(wish: Wish, view: View) -> Said:
    """What is said to a wish; nothing for acts that other parts of the turn answer."""
    found = _move(wish.name)
    return found[1](wish, view) if found else Said()


@cache
def _move(name: WishName) -> tuple[Needs, Say] | None:
    module = f"{__name__}.{name}"
    if find_spec(module) is None:
        return None
    move = import_module(module)
    return getattr(move, "needs", _nothing), move.say


def _nothing(_wish: Wish, _view: View) -> list[ToolRequest]:
    return []
