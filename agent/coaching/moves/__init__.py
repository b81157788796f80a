"""One wish a file, named like the wish; what takes a sentence stands together in `small_talk`.

`needs(wish, view)` names the tool calls whose findings a move speaks from; `say(wish, view)` says what was found. A move
that needs nothing has no `needs`. Both are pure.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from agent.coaching.aspects import led
from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import ToolRequest, Wish, WishName

Needs = Callable[[Wish, View], list[ToolRequest]]
Say = Callable[[Wish, View], Said]


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The tool calls that a wish needs; none for what waits until one of several jobs is picked."""
    return [] if wish.kind == "listed" else _move(wish.name)[0](wish, view)


def say(wish: Wish, view: View) -> Said:
    """What is said to a wish, led by the aspect of a job that it asks about."""
    if wish.kind == "listed":
        return Said((line("options.of_which"),))
    return led(wish, _move(wish.name)[1](wish, view), view)


@cache
def _move(name: WishName) -> tuple[Needs, Say]:
    if name == "answer":
        return import_module(f"{__name__}.tell").needs, import_module(f"{__name__}.small_talk").answer
    if find_spec(f"{__name__}.{name}") is None:
        return _nothing, getattr(import_module(f"{__name__}.small_talk"), name)
    move = import_module(f"{__name__}.{name}")
    return getattr(move, "needs", _nothing), move.say


def _nothing(_wish: Wish, _view: View) -> list[ToolRequest]:
    return []
