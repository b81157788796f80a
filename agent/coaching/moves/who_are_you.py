"""who_are_you: what the coach is, can do, costs and keeps."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """A program; free and offline; what is stored where."""
    profile = view.profile
    known = profile.current_role or profile.former_role or profile.target_role
    return Said(
        tuple(line(f"who_are_you.{key}") for key in ("what", "can", "keeps", "free")),
        question=None if known else asking("current", "hello.start", 50, "tell"),
    )
