"""handle: how to deal with something at work or in learning that no written answer fits: where to begin, and what to tell more of."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:
    """What to say to an objection to what they said; else one thing to change first, and a question for what was tried, so that the next answer fits."""
    if wish.kind == "objects":
        said = tuple(line(f"handle.objects{key}") for key in ("", "_reason", "_asked"))
        return Said(said, again=(line("handle.objects_out"),))
    lines = [line("handle.one"), line("handle.ask_them")]
    question = asking("which", "handle.tried", 60, "handle")
    if not wish.query:
        return Said(tuple(lines), question=question, again=(line("handle.again"),))
    taken = line("handle.taken", words=wish.query)
    new = [each for each in lines if each.digest not in view.dialogue.said] or [line("handle.again")]
    return Said((taken, *new), question=question, again=(taken, line("handle.again")))
