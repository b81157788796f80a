"""who_are_you: what the coach is, can do, costs and keeps."""

from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """A program; free and offline; what is stored where."""
    return Said(tuple(line(f"who_are_you.{key}") for key in ("what", "can", "keeps", "free")))
