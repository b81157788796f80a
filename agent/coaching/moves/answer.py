"""answer: to a question asked back that no wish waited for: the facts count like others told, a no is taken."""

from agent.coaching.lines import Said, line
from agent.coaching.moves import tell
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    return [] if wish.kind == "no" else tell.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """After a no the offer is not made again, and nothing is asked."""
    return Said((line("answer.left"),)) if wish.kind == "no" else tell.say(wish, view)
