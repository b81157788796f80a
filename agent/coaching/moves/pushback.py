"""pushback: the last answer missed: that is said once, and what was asked is answered anew within the limit they named."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """That it is taken; where nothing tells what to change, what should be different."""
    first = line("pushback.taken")
    more = any(each.name != "pushback" for each in view.dialogue.wishes)
    question = None if more and view.changes else asking("which", "pushback.what", 40)
    return Said((first,), question=question, again=(line("pushback.again"),))
