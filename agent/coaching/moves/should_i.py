"""should_i: yes or no to one step of theirs that no figures weigh: by what can be undone, and what has to be known first."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import options
from agent.coaching.offers import beside_now
from agent.coaching.view import View
from agent.models import ToolRequest, Wish

_NEAR = Wish(name="options")


def needs(_wish: Wish, view: View) -> list[ToolRequest]:
    """To who tells their work and has seen no other what lies near it: a choice is between things."""
    return options.needs(_NEAR, view) if _is_open(view) else []


def say(_wish: Wish, view: View) -> Said:
    """A rule for the decision, and what an offer that stands brings, or what else there is.

    What figures weigh was read as that (`agent/coaching/meant.py`).
    """
    near, names = options.nearest(view) if _is_open(view) else ([], ())
    if near:
        lines = (line("should_i.first"), *near, line("should_i.ask"))
        return Said(lines, question=asking("target", "options.which_appeals", 60, "tell"), options=names)
    offered = beside_now(view, [offer.role or "" for offer in view.dialogue.offers[-1:]])
    lines = (line("should_i.undo"), *offered, line("should_i.ask"), line("should_i.date"))
    question = asking("which", "should_i.worst", 60)
    return Said(lines[:-1], question=question, again=lines[-1:])


def _is_open(view: View) -> bool:
    """Whether their work is known, and neither an offer, a goal, a plan nor a list stands in the thread."""
    work, stands = view.profile.current_role or view.profile.former_role, view.dialogue
    waits = (
        stands.offers or stands.options or stands.pair or view.profile.target_role or view.draft or view.plan
    )
    return work is not None and not waits
