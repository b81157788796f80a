"""handle: how to deal with something at work or in learning that no written answer fits: that none does, and what is to come of it."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - as the others
    """What to say to an objection to what they said; else that nothing is held of it, with one question."""
    if wish.kind == "objects":
        said = tuple(line(f"handle.objects{key}") for key in ("", "_reason", "_asked"))
        return Said(said, again=(line("handle.objects_out"),))
    question = asking("which", "handle.what_for", 60, "handle")
    return Said((line("handle.not_held"),), question=question, again=(line("handle.again"),))
