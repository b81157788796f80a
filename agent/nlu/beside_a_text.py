"""What of a message a text is to be made of: not what is asked beside it."""

from collections.abc import Iterable
from dataclasses import replace

from agent.models import Wish
from agent.nlu.by_parts import asking
from agent.nlu.mentions import Message
from agent.nlu.parts import parts
from agent.nlu.scheme import TEXTS


def for_the_text(message: Message, wishes: Iterable[Wish]) -> Message:
    """The message without the parts in which something else is asked than a text."""
    places = {wish.place: wish for wish in wishes if wish.place}
    texts = {place for place, wish in places.items() if wish.name in TEXTS}
    if not texts or texts == {*places}:
        return message
    cut = asking(parts(message.text), message)
    others = [part for place, part in enumerate(cut, start=1) if place in places and place not in texts]
    kept = message.text
    for part in others:
        kept = kept[: part.start] + " " * (part.end - part.start) + kept[part.end :]
    return replace(message, text=" ".join(kept.split())) if kept.strip() else message
