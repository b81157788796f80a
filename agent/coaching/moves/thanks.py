"""thanks: a sentence."""

from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Gladly; that the plan still waits, where it does."""
    return Said((line("thanks.draft" if view.draft else "thanks.gladly"),))
