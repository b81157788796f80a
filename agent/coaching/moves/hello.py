"""hello: a sentence, and the one thing that starts or goes on."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """To somebody known: where we stood."""
    role = view.profile.target_role or view.dialogue.topic.role
    if role is not None:
        return Said((line("hello.again", role=own_words(role)),))
    return Said((line("hello.first"),), question=asking("current", "hello.start", 50, "tell"))
