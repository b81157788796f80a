"""approve: words decide nothing; how the plan that waits is approved."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """How to approve; that nothing waits, where so."""
    if view.draft is not None:
        return Said((line("approve.how"), line("approve.until")))
    if view.plan is not None:
        return Said((line("approve.yours"),))
    role = view.profile.target_role
    question = asking("sure", "approve.shall_i", 60, "plan", role=own_words(role)) if role else None
    return Said(
        (line("approve.nothing"),), question=question or asking("target", "approve.which", 60, "plan")
    )
