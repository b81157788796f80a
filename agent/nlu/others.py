"""Somebody else whom a message asks for ("my son is 17 and wants to be a welder"): what is told of them is theirs.

Their names ("my son Tyler") are no places.
`oth` and `oloc` are the reader's marks for the work and the place of others. Nothing of it is the speaker's.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from agent.models import DialogueState, Profile
from agent.models.changes import apply_changes
from agent.nlu.facts import Facts
from agent.nlu.kinds import read_kind
from agent.nlu.links import names_a_job, role_words
from agent.nlu.mentions import Message, distinct
from agent.nlu.scheme import PLACES

_SPEAKER = re.compile(r"\b(?:i|me|my|mine|we|us|our)\b", re.IGNORECASE)
# What is asked for somebody, and what may go on about them once they are spoken of.
_ASKED_FOR = frozenset(
    [
        *("realistic", "how_long", "which_first", "should_i", "worth_it", "next_step", "options"),
        *("requirements", "counts", "cost", "find", "interview"),
    ]
)
_GOES_ON = _ASKED_FOR | {"pay", "compare", "market", "library", "work_like", "followup", "answer", "tell"}
# Where one job of theirs is named and nothing else is asked about, it is the one they want.
_WAYS = frozenset({"realistic", "how_long", "next_step", "requirements", "counts", "cost", "worth_it"})
# What is told of nobody but the speaker where no work of somebody else stands beside it.
_OWN = ("have", "some", "lack", "yrs", "hrs", "payc", "edu")
_KIN = (
    "son|daughter|kid|child|wife|husband|spouse|partner|brother|sister|mom|mum|mother|dad|father|uncle|aunt|cousin|nephew|niece"
    "|friend|buddy|mate|roommate|colleague|co-?worker|boss|manager|supervisor|girlfriend|boyfriend|fianc[eé]e?|neighbou?r"
)
_NAMED = re.compile(rf"\b(?:my|our|his|her|their)\s+(?:{_KIN})\s*,?\s+(?P<name>[^\W\d_]+)", re.IGNORECASE)


def read_other(message: Message, dialogue: DialogueState, facts: Facts) -> Profile | None:
    """The one spoken of, with all that is told of them; None where the message is about the speaker."""
    theirs = roles_of_others(message)
    places = [each.text for each in message.of("oloc")]
    # The job of another that the speaker asks about as well is theirs to think of ("and RN? my sister is one").
    pays = bool(theirs) and message.wants("pay", "compare") and not message.of("payc", "ask", "tgt")
    # A place alone is as well one where the speaker was before, where they tell of themselves.
    placed = bool(places) and not message.of("past", *_OWN)
    begins = ((bool(theirs or placed) and message.wants(*_ASKED_FOR)) or pays) and _is_for_another(message)
    goes_on = dialogue.other is not None and set(message.wishes) <= _GOES_ON
    if message.of("cur", "loc") or message.wants("plan") or not (begins or goes_on):
        return None
    told = Facts(list(facts.changes))
    if places:
        told.set("location", places[0])
    wants = (message.wants(*_WAYS) or len(theirs) > 1) and not message.of("tgt", "ask")
    if wants and theirs:
        told.set("target_role", theirs.pop())
    if theirs:
        told.set("current_role", theirs[0])
    return apply_changes((dialogue.other if goes_on else None) or Profile(), told.changes)


def _is_for_another(message: Message) -> bool:
    """Whether the answer is wanted for the one who is named, not only for the speaker who names them."""
    return message.summary is None or read_kind("whose", message.summary) == "them"


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


def work_of_another(message: Message) -> list[str]:
    """The work of somebody else that is asked about, in whatever words it is named: its pay is no pay of the topic's.

    Where the speaker stands behind it, what is asked is of them ("my brother is a nurse, what would I make").
    """
    named = message.of("ask") or message.of("oth")
    if named and not (named[0].label == "oth" and _SPEAKER.search(message.text[named[0].end :])):
        return [role_words(named[0].text)]
    return []
