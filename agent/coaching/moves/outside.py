"""outside: one friendly line, and what there is instead."""

from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Not its field; back to theirs where one is known."""
    return Said((line("outside.not_mine"),))
