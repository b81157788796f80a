"""To whom a text goes: the one person's name in a message, by how it is written."""

import calendar
import re
from collections.abc import Iterable, Sequence

from agent.nlu.annotate import annotate
from agent.nlu.mentions import Message
from tools.roadmap.skills import ordinary_words

_TITLE = r"(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+"
_PERSON = re.compile(rf"\b(?P<name>(?:{_TITLE})?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\b")
# Whom it goes to stands behind a word that says so, perhaps behind what they are ("to our shift manager, Paula").
_NAME = re.compile(
    r"\b(?:to|for|tell|ask|asking|email|text|message|thank|with|remind|write)\s+"
    r"(?:(?:my|our|the|his|her)\s+(?:(?!(?:that|my|if|about|and|because|when|who|which)\b)[a-z&/-]+,?\s+){1,6})?"
    rf"(?P<name>{_TITLE}[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\b(?!['\u2019]s)"
)
_BEGINS = re.compile(r"(?:^|[.!?\n])\W*$")  # a sentence begins here
_CALENDAR = frozenset(name for names in (calendar.month_name, calendar.day_name) for name in names if name)


def addressee(message: Message) -> str | None:
    """To whom a message says that it goes; None where it names nobody, or several."""
    taken = _taken(message)
    return _one_of(
        match["name"]
        for match in _NAME.finditer(message.text)
        if _is_name(match, taken) and (_is_titled(match) or match["name"].casefold() not in ordinary_words())
    )


def named_person(message: Message) -> str | None:
    """The one person whom a message names within its sentences: where a text waits for a name it is that."""
    taken = _taken(message)
    return _one_of(
        match["name"]
        for match in _PERSON.finditer(message.text)
        if _is_name(match, taken) and not _BEGINS.search(message.text[: match.start()])
    )


def _taken(message: Message) -> list[tuple[int, int]]:
    """What is known of other words: it is no name."""
    taken = [(each.start, each.end) for each in message.mentions]
    return taken + [(each.start, each.end) for each in annotate(message.text)]


def _one_of(names: Iterable[str]) -> str | None:
    found = set(names)
    return found.pop() if len(found) == 1 else None


def _is_titled(match: re.Match[str]) -> bool:
    return re.match(_TITLE, match["name"]) is not None


def _is_name(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the words name a person: behind a title they do, else where nothing else is known of them."""
    start, end = match.span("name")
    known = match["name"] in _CALENDAR or any(first < end and start < last for first, last in taken)
    return _is_titled(match) or not known
