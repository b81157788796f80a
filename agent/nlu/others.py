"""Others whom a message speaks of: their jobs (`oth` is the reader's mark), and their names ("my son Tyler"), which are no places."""

import re
from collections.abc import Iterable
from dataclasses import replace

from agent.nlu.links import names_a_job, role_words
from agent.nlu.mentions import Message, distinct
from agent.nlu.scheme import PLACES

_KIN = (
    "son|daughter|kid|child|wife|husband|spouse|partner|brother|sister|mom|mum|mother|dad|father|uncle|aunt|cousin|nephew|niece"
    "|friend|buddy|mate|roommate|colleague|co-?worker|boss|manager|supervisor|girlfriend|boyfriend|fianc[eé]e?|neighbou?r"
)
_NAMED = re.compile(rf"\b(?:my|our|his|her|their)\s+(?:{_KIN})\s*,?\s+(?P<name>[^\W\d_]+)", re.IGNORECASE)


def roles_of_others(message: Message) -> list[str]:
    """The jobs of others that a message names, in order."""
    return [role_words(each.text) for each in distinct(message.of("oth")) if names_a_job(each)]


def people_in(texts: Iterable[str]) -> frozenset[str]:
    """The first names that stand right behind a word for somebody near, casefolded."""
    return frozenset(found["name"].casefold() for text in texts for found in _NAMED.finditer(text))


def without_people(message: Message, people: frozenset[str]) -> Message:
    """The message without places that are the name of somebody it or the thread told of."""
    kept = (
        each for each in message.mentions if each.label not in PLACES or each.text.casefold() not in people
    )
    return replace(message, mentions=tuple(kept)) if people else message
