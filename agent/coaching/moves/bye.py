"""bye: a sentence; the thread can be taken up again."""

from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Until next time, and what is kept."""
    return Said((line("bye.draft" if view.draft else "bye.soon"),))
