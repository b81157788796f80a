"""A short plain text, where none that is held fits: whom it goes to and what it is to say, as they told it, and no more."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.view import View
from agent.models import Wish

_OPEN_NAME = "[name]"
_SHORT = frozenset({"shorter", "shortest", "plainer"})  # what it is told to be, for the short form


def is_told(view: View) -> bool:
    """Whether enough was told for one: to whom it goes, or what it is to say."""
    return bool(view.dialogue.addressee or "purpose" in view.dialogue.details)


def say(wish: Wish, view: View) -> Said:
    """The text; where they did not tell what it is to say that is left open, and asked."""
    purpose = view.dialogue.details.get("purpose")
    to, whom = view.dialogue.addressee or _OPEN_NAME, view.dialogue.addressee or "whoever gets it"
    again = (line("plain_text.again", whom=whom),)
    if purpose:
        form = "told_short" if wish.kind in _SHORT else "told"
        text = line(f"plain_text.{form}", to=to, purpose=purpose).text
        return Said((line("plain_text.yours", whom=whom),), quoted(text), again=again, text="")
    text = line("plain_text.open", to=to).text
    question = asking("which", "plain_text.what", 60)
    lead = (line("plain_text.short", whom=whom),)
    return Said(lead, quoted(text), question=question, again=again, text="")


def quoted(text: str) -> str:
    """A text as it may be copied, each line of it set off."""
    return "\n".join(f"> {each}" for each in text.strip().splitlines())
