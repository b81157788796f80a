"""should_i: yes or no to one step of theirs that no figures weigh: by what can be undone, and what has to be known first."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.offers import beside_now
from agent.coaching.view import View
from agent.models import Wish


def say(_wish: Wish, view: View) -> Said:
    """A rule for the decision, and what an offer that stands brings; what figures weigh was read as that (`agent/coaching/meant.py`)."""
    offered = beside_now(view, [offer.role or "" for offer in view.dialogue.offers[-1:]])
    lines = (line("should_i.undo"), *offered, line("should_i.ask"), line("should_i.date"))
    question = asking("which", "should_i.worst", 60)
    return Said(lines[:-1], question=question, again=lines[-1:])
