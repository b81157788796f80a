"""To whom a text goes: the one person's name in a message, by how it is written."""

import calendar
import re
from collections.abc import Sequence

from agent.nlu.annotate import annotate
from agent.nlu.mentions import Message
from tools.roadmap.skills import ordinary_words

_TITLE = r"(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+"
# Whom it goes to stands behind a word that says so, perhaps behind what they are ("to our shift manager, Paula").
_NAME = re.compile(
    r"\b(?:to|for|tell|ask|asking|email|text|message|thank|with|remind|write)\s+"
    r"(?:(?:my|our|the|his|her)\s+(?:(?!(?:that|my|if|about|and|because|when|who|which)\b)[a-z&/-]+,?\s+){1,6})?"
    rf"(?P<name>{_TITLE}[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\b(?!['\u2019]s)"
)
_CALENDAR = frozenset(name for names in (calendar.month_name, calendar.day_name) for name in names if name)


def addressee(message: Message) -> str | None:
    """The name in a message where it names one person; None where it names none, or several."""
    taken = [(each.start, each.end) for each in message.mentions]
    taken += [(each.start, each.end) for each in annotate(message.text)]
    names = {match["name"] for match in _NAME.finditer(message.text) if _is_name(match, taken)}
    return names.pop() if len(names) == 1 else None


def _is_name(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the words name a person: behind a title they do, else where nothing else is known of them."""
    name, (start, end) = match["name"], match.span("name")
    if re.match(_TITLE, name):
        return True
    known = name in _CALENDAR or name.casefold() in ordinary_words()
    return not known and not any(first < end and start < last for first, last in taken)
