"""followup: something that leans on what went before and did not become clear: two guesses."""

from agent.coaching.lines import Said, asking
from agent.coaching.names import own_words
from agent.coaching.roads import goal
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:
    """Two guesses at what is meant of the role spoken of last."""
    role = goal(wish, view)
    if role is None:
        return Said(question=asking("target", "followup.about_what", 70, "tell"))
    return Said(question=asking("which", "followup.guesses", 70, "pay", role=own_words(role)))
