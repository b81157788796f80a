"""What a message is answered with of what is written: an entry of `prompts/advice`, and whether it answers all of it.

How the entry is found stands in `agent/nlu/entries.py`.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np

from agent.models import REMARKS, Wish
from agent.nlu.entries import Floats, candidates, first_of, gate_features, sentences, shipped
from agent.nlu.mentions import Message
from agent.nlu.scheme import AMOUNTS, PLACES, ROLES
from agent.nlu.tagger import default_tagger

# From this chance on an entry is said: to what else gets a word for all of its kind (a feeling, a question that only a
# view answers), in the place of what has no better answer, of what a library may hold, and beside what is looked up or
# reckoned.
_OF_A_VIEW, _IN_PLACE, _FOR_LIBRARY, _BESIDE = 0.2, 0.35, 0.45, 0.55
# Of texts, which alone are looked at where one is wanted, and of another one behind one that was written.
_OF_A_TEXT, _OF_ANOTHER_TEXT = 0.36, 0.6
# Where it is known what is felt, there is a word for that very feeling: of the answers below this a quarter fit.
_OF_THE_FELT = 0.3
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
# What an entry says in the place of.
_VIEWS = frozenset({"feelings", "handle", "words", "should_i", "counts", "find"})
_IN_ITS_PLACE = _VIEWS | {"library", "followup", "tell", "answer", "outside", "who_are_you"}
# What is judged by figures where the message names what it is about, and by a written view where it names nothing.
_JUDGED = frozenset(
    [
        *("worth_it", "realistic", "how_long", "next_step", "requirements", "cost", "work_like"),
        *("interview", "ask_for", "which_first", "letter"),
    ]
)
_NAMED = (*ROLES, *PLACES, *AMOUNTS, "avoid", "due", "part")
_LEARNT = ("learn", "have", "lack", "edu")
# The area of advice on words; the wishes that want a text, and the kinds that have a move of their own.
_SAYINGS = "saying."
_OF_TEXTS, _NO_TEXT = (
    frozenset({"letter", "words"}),
    frozenset({"questions", "raise"}) | (REMARKS - {"changed"}),
)


class Advised(NamedTuple):
    """`entry` is "area.name" in `prompts/advice`; `chance` that it answers what was said, `alone` that nothing else was wanted: 0 to 1."""

    entry: str
    chance: float
    alone: float


def with_advice(wishes: list[Wish], message: Message) -> list[Wish]:
    """The wishes of a message with the written answer that fits it: in the place of what it answers, else beside it."""
    unsure = [wish for wish in wishes if wish.name == "crisis" and wish.kind == "unsure"]
    own = [wish for wish in wishes if wish not in unsure]
    names = {wish.name for wish in own}
    reckoned = any(
        wish.measure == "contract_hour" for wish in own
    )  # a rate is a sum, whatever else is said to it
    if names <= _GREETINGS or names & _ITSELF or reckoned:
        return wishes
    read = advised(message.text, message.summary, message.chances)
    said = read.entry.startswith(_SAYINGS) and read.chance >= _BESIDE if read else False
    if not said and (written := _with_text(own, message)):
        return [*unsure, *written]
    kept = [wish for wish in own if not _is_replaced(wish, message)]
    felt = any(wish.feeling for wish in own)
    if read is None or read.chance < _least(names, beside=bool(kept), felt=felt):
        return wishes
    advice = Wish(name="advice", advice=read.entry)
    return [*unsure, *(kept if read.alone < _ALONE else []), advice]


def _with_text(wishes: list[Wish], message: Message) -> list[Wish] | None:
    """The wishes with the text that is wanted, where one is held that fits; in the place of one that was written a surer one."""
    at = next((at for at, wish in enumerate(wishes) if _is_of_a_text(wish)), None)
    if at is None:
        return None
    least = _OF_ANOTHER_TEXT if wishes[at].kind == "changed" else _OF_A_TEXT
    entry = text_for(message.text, message.summary, message.chances, least)
    if entry is None:
        return None
    kind = None if wishes[at].kind == "changed" else wishes[at].kind
    return [*wishes[:at], wishes[at].model_copy(update={"advice": entry, "kind": kind}), *wishes[at + 1 :]]


def _is_of_a_text(wish: Wish) -> bool:
    return wish.name in _OF_TEXTS and wish.kind not in _NO_TEXT and wish.query is None


def _least(names: AbstractSet[str], *, beside: bool, felt: bool) -> float:
    """How likely an entry has to fit in the place of, or `beside`, what else would be said to these wishes.

    To what is `felt`, where it is known which feeling it is, there is a word of its own.
    """
    if names <= _VIEWS:
        return _OF_THE_FELT if felt else _OF_A_VIEW
    return _BESIDE if beside else _FOR_LIBRARY if "library" in names else _IN_PLACE


def _is_replaced(wish: Wish, message: Message) -> bool:
    """Whether a written answer may stand in the place of a wish: it has nothing of its own to look up or to weigh, and no two sides."""
    if wish.amounts:
        return False
    if wish.name in _IN_ITS_PLACE:
        return True
    if wish.name not in _JUDGED or len(wish.subjects) > 1:
        return False
    # How far is a job; whether one can learn a skill is a view.
    return not message.of(*_NAMED, *(() if wish.name == "realistic" else _LEARNT))


def advised(text: str, summary: Floats | None, chances: Mapping[str, float]) -> Advised | None:
    """The entry that fits a message best, with how likely it does. `summary` and `chances` are those of the whole message."""
    if summary is None:
        return None
    held = shipped()
    found = first_of(candidates(_rows(text, summary), chances, held), held)
    scores = np.vecdot(held.gate, gate_features(found, text, chances)) + held.gate_bias
    fits, alone = 1.0 / (1.0 + np.exp(-scores))
    return Advised(held.entries[found.entry], float(fits), float(alone))


def text_for(
    text: str, summary: Floats | None, chances: Mapping[str, float], least: float = _OF_A_TEXT
) -> str | None:
    """The text that fits best what somebody wants written or worded; None where none fits with a chance of `least`."""
    if summary is None:
        return None
    held = shipped()
    found = first_of(candidates(_rows(text, summary), chances, held, texts=True), held)
    return held.entries[found.entry] if found.chance * (1.0 - found.none) >= least else None


def entry_for(text: str) -> str:
    """The likeliest entry for a message that is known to want one."""
    held, reading = shipped(), default_tagger().read(text)
    found = candidates(_rows(text, reading.summary), reading.chances, held)
    return held.entries[first_of(found, held).entry]


def _rows(text: str, summary: Floats) -> Floats:
    """The summaries of a message and its pieces, the whole first."""
    return np.vstack([summary[None, :], default_tagger().summaries(sentences(text)[1:])])
