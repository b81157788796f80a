"""should_i: yes or no to one step of theirs that no figures weigh: by what can be undone, and what has to be known first."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """A rule for the decision; what figures weigh was read as that (`agent/coaching/meant.py`)."""
    lines = (line("should_i.undo"), line("should_i.ask"), line("should_i.date"))
    question = asking("which", "should_i.worst", 60)
    return Said(lines[:2], question=question, again=(lines[2],))
