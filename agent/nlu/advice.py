"""What a message is answered with of what is written: an entry of `prompts/advice`, and whether it answers all of it.

How the entry is found stands in `agent/nlu/entries.py`.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np

import prompts
from agent.models import GLAD, Wish
from agent.nlu.entries import Floats, Found, candidates, first_of, gate_features, shipped
from agent.nlu.fits import rows
from agent.nlu.kinds import kind_of
from agent.nlu.mentions import Message
from agent.nlu.scheme import PLACES, ROLES, TEXTS
from agent.nlu.stands import age_told
from agent.nlu.tagger import default_tagger
from agent.nlu.texts import asks_for_words, of_sure_kinds, text_unasked, with_text
from tools.roadmap.targets import link_target

# From this chance on an entry is said: in the place of a view or of what figures judge, in the place of what tells or asks
# something of its own, and beside what is looked up or reckoned. On turns of conversations that readers judged, of what is taken
# from there on three in five are to the point, and of what is reckoned in their place less than one in ten was.
_OF_A_VIEW, _IN_PLACE, _BESIDE = 0.25, 0.35, 0.5
# The answer on which a life may hang goes before all else, and is out of place where none does.
_FOR_A_LIFE = 0.3
# From this chance on it is somebody else's life where danger is heard.
_OF_ANOTHER = 0.5
# From this chance on an answer that is not said tells whether what is felt is good or bad.
_HINTS = 0.12
# So much likelier what stands behind what was told before it has to be than what a part asks by itself.
_SURER = 0.15
# From this chance on that a part leans on what stands before it, it says nothing by itself.
_LEANS = 0.6
# From this chance on that nothing else was wanted, what would be looked up beside it is left out.
_ALONE = 0.85
# What acts on a plan, on the thread or in danger, and a mere greeting, is never taken for a question to a coach.
_ITSELF = frozenset(
    [
        *("approve", "feedback", "about_plan", "progress", "plan", "crisis", "foreign", "posting"),
        *("correct", "sources", "recall", "pushback"),
    ]
)
_GREETINGS = frozenset({"hello", "thanks", "bye"})
# What an entry says in the place of: views, and what is judged where nothing of the person's own has to be reckoned for it.
_VIEWS = frozenset({"feelings", "handle", "words", "should_i", "find"})
_JUDGED = frozenset(
    [
        *("worth_it", "realistic", "how_long", "next_step", "requirements", "cost", "work_like", "counts"),
        *("interview", "ask_for", "which_first", "letter"),
    ]
)
_IN_ITS_PLACE = _VIEWS | _JUDGED | {"library", "followup", "tell", "answer", "outside", "who_are_you"}
_BROUGHT = ("age", "edu", "noedu", "yrs")
# What a goal is reckoned from.
_RECKONED_FROM = ("hrs", "hor")
_SAYINGS = "saying."  # the area of advice on words


class Advised(NamedTuple):
    """`entry` is "area.name" in `prompts/advice`; `chance` that it answers what was said, `alone` that nothing else was wanted: 0 to 1.

    `share` is what it has among the candidates.
    """

    entry: str
    chance: float
    alone: float
    share: float


def with_advice(wishes: list[Wish], message: Message) -> list[Wish]:
    """The wishes of a message with the written answer that fits it: in the place of what it answers, else beside it."""
    unsure = [wish for wish in wishes if wish.name == "crisis" and wish.kind == "unsure"]
    own = of_sure_kinds([wish for wish in wishes if wish not in unsure], message)
    if asks_for_words(own, message):
        own = [Wish(name="words")]
    names = {wish.name for wish in own}
    if "crisis" in names and (life := _of_another_life(message)):
        return [life]
    reckoned = any(_is_reckoned(wish) for wish in own)
    if names <= _GREETINGS or names & _ITSELF or reckoned:
        return wishes
    read = fitting(message)
    said = read.entry.startswith(_SAYINGS) and read.chance >= _BESIDE if read else False
    chance = read.chance if read else 0.0
    written = with_text(own, message, chance)
    built = [wish for wish in written or () if wish.name in TEXTS and wish.advice is None]
    if read and chance >= _BESIDE and any(wish.name == "words" for wish in built):
        return [*unsure, *built, Wish(name="advice", advice=read.entry)]
    if not said and not written and chance < _IN_PLACE:
        written = text_unasked(own, message)
    if written and (built or not said):
        return [*unsure, *written]
    kept = [wish for wish in own if not _is_replaced(wish, message)]
    beside = any(wish.name not in _GREETINGS for wish in kept)
    if read is None or read.chance < _least(read.entry, names - _GREETINGS, beside=beside):
        return [*unsure, *(_in_tune(wish, read, message) for wish in own)]
    advice = Wish(name="advice", advice=read.entry)
    apart = [wish for wish in kept if _is_weighed(wish, message)] if read.alone >= _ALONE else kept
    return [*unsure, *apart, advice]


def _of_another_life(message: Message) -> Wish | None:
    """The written answer to who fears for somebody else's life, where danger is heard and it is surely theirs."""
    read = fitting(message)
    surely = read is not None and read.chance >= _OF_ANOTHER and prompts.advice(read.entry).get("before_all")
    return Wish(name="advice", advice=read.entry) if read and surely else None


def _in_tune(wish: Wish, read: Advised | None, message: Message) -> Wish:
    """A feeling, where the nearest answer does not take it for good instead of bad: then neither is said.

    A remark that tells nothing but good news, by both, is one.
    """
    felt = prompts.advice(read.entry).get("felt") if read and read.chance >= _HINTS else None
    if wish.name == "tell" and felt in GLAD and not message.mentions and _is_glad(message):
        return Wish(name="feelings", feeling=felt, place=wish.place)
    if wish.name != "feelings" or felt is None or (wish.feeling in GLAD) == (felt in GLAD):
        return wish
    glad = wish.feeling is None and wish.kind != "bad"
    return wish.model_copy(update={"feeling": felt if glad else None, "kind": wish.kind if glad else None})


def _is_glad(message: Message) -> bool:
    return message.summary is not None and kind_of("feeling", message.summary).label in GLAD


def fitting(message: Message) -> Advised | None:
    """The entry that fits a message, or a part of one by itself or behind what was told before it."""
    own = _of_age(advised(message.asked, message.summary, message.chances), message)
    leans = message.chances.get("followup", 0.0) >= _LEANS
    default_tagger().read_ahead(message.around)
    readings = ((text, default_tagger().read(text)) for text in message.around)
    found = (advised(text, read.summary, read.chances) for text, read in readings)
    behind = [kept for each in found if (kept := _of_age(each, message))]
    best = max(behind, key=lambda each: each.chance, default=None)
    if own is None or best is None:
        return own or best
    return best if leans or best.chance >= own.chance + _SURER else own


def _of_age(read: Advised | None, message: Message) -> Advised | None:
    """What is written for who is older is no answer to the young."""
    return None if read and is_for_older(read.entry, message) else read


def is_for_older(entry: str, message: Message) -> bool:
    """Whether an answer is for people who are older than the person says."""
    age, least = age_told(message), prompts.advice(entry).get("from_age", 0)
    return age is not None and age < least


def _least(entry: str, names: AbstractSet[str], *, beside: bool) -> float:
    """How likely an entry has to fit in the place of, or `beside`, what else would be said to these wishes."""
    if prompts.advice(entry).get("before_all"):
        return _FOR_A_LIFE
    if beside:
        return _BESIDE
    return _OF_A_VIEW if names <= _VIEWS | _JUDGED else _IN_PLACE


def _is_replaced(wish: Wish, message: Message) -> bool:
    """Whether a written answer may stand in the place of a wish: it has nothing of its own to look up or to reckon, and no two sides."""
    if wish.name not in _IN_ITS_PLACE or wish.amounts or max(len(wish.subjects), len(wish.skills)) > 1:
        return False
    if wish.name == "which_first" and message.wants("followup"):
        return False  # its sides are those of the thread
    if wish.name == "find":
        return not message.of(*ROLES, *PLACES)
    if wish.name in ("realistic", "how_long", "next_step"):
        return not (_is_weighed(wish, message) or _is_far(message))
    return True


def _is_far(message: Message) -> bool:
    """Whether it is asked how far a goal is that a way of steps leads to: that is reckoned by their hours."""
    named = message.of("tgt", "ask", "learn", *_RECKONED_FROM)
    return any(each.label in _RECKONED_FROM or link_target(each.text) is not None for each in named)


def _is_reckoned(wish: Wish) -> bool:
    """Whether sums are asked for, whatever else is said to them: what to bill, or which of two that are told is more."""
    return wish.measure == "contract_hour" or (wish.name == "compare" and len(wish.amounts) > 1)


def _is_weighed(wish: Wish, message: Message) -> bool:
    """Whether it is a chance at the job of the thread, which is weighed by what they bring."""
    return wish.name == "realistic" and bool(message.jobs) and bool(message.of(*_BROUGHT))


def advised(text: str, summary: Floats | None, chances: Mapping[str, float]) -> Advised | None:
    """The entry that fits a message best, with how likely it does. `summary` and `chances` are those of the whole message."""
    if summary is None:
        return None
    held = shipped()
    return as_advised(first_of(candidates(text, rows(text, summary), chances, held), held), text, chances)


def as_advised(found: Found, text: str, chances: Mapping[str, float]) -> Advised:
    """The entry that was found for a text, and what the gate says of it."""
    held = shipped()
    scores = np.vecdot(held.gate, gate_features(found, text, chances)) + held.gate_bias
    fits, alone = 1.0 / (1.0 + np.exp(-scores))
    return Advised(held.entries[found.entry], float(fits), float(alone), found.chance)


def entry_for(text: str) -> str:
    """The likeliest entry for a message that is known to want one."""
    held, reading = shipped(), default_tagger().read(text)
    found = candidates(text, rows(text, reading.summary), reading.chances, held)
    return held.entries[first_of(found, held).entry]


def before_all(wishes: list[Wish]) -> list[Wish]:
    """Only the written answer that goes before all else (somebody near may take their life), where one is read; else all wishes."""
    held = (wish for wish in wishes if wish.advice and prompts.has_advice(wish.advice))
    first = next((wish for wish in held if prompts.advice(str(wish.advice)).get("before_all")), None)
    if first is None:
        return wishes
    return [*(wish for wish in wishes if wish.kind == "unsure"), Wish(name="advice", advice=first.advice)]
