"""pushback: the last answer missed: what is said instead goes with it; where nothing is left to say, what they want to know is asked."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.order import answered
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """A word before another answer; without one that there is none, and what would help to find it."""
    if len(answered(view.dialogue.wishes, view)) > 1:
        return Said((line("pushback.instead"),), again=(line("pushback.again"),))
    return Said((line("pushback.none"),), question=asking("which", "pushback.what", 40))
