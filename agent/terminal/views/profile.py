"""The view of a profile."""

from agent.models import Profile
from agent.session.words import profile_in_words
from agent.terminal.render import Screen


def view(screen: Screen, profile: Profile) -> None:
    """Field by field; what was not said is left out."""
    said = profile_in_words(profile)
    if not said:
        screen.line("Nothing is known about you yet.")
    for label, text in said.items():
        screen.line(f"{label}: {text}")
