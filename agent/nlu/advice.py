"""Which of the written answers of `prompts/advice` fits what was said, and whether it answers all of it.

Two trained parts, both in `prompts/nlu/advice.npz` (`python -m training.advice`; figures in `prompts/nlu/ADVICE.md`): a
multinomial logistic regression over the summaries of the message and its sentences (`Tagger.summaries`) names the likeliest entry, and
a gate tells how likely it fits at all: most messages want something that is looked up, reckoned or planned.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.models import Wish
from agent.nlu.mentions import Message
from agent.nlu.scheme import AMOUNTS, PLACES, ROLES, WISHES
from agent.nlu.tagger import default_tagger

Floats = NDArray[np.float32]

FILE = "advice.npz"
NONE = ""  # the class of messages that no entry answers
GATE = ("answers", "nothing_else")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_LEAST_OF_A_PIECE = 4  # words; fewer say nothing by themselves
_MOST_PIECES = 8
_LOWEST = 1e-4
# What a message of so many words says beside the entry is the more the longer it is.
_LONG = 60


# From this chance on an entry is said: to what else gets a word for all of its kind (a feeling, a question that only a
# view answers), in the place of what has no better answer, of what a library may hold, and beside what is looked up or
# reckoned.
_OF_A_VIEW, _IN_PLACE, _FOR_LIBRARY, _BESIDE = 0.25, 0.35, 0.45, 0.45
# Of texts, which alone are looked at where one is wanted.
_OF_A_TEXT = 0.2
_NEVER = -1e4
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
# The areas of texts to send or say, and of advice on words; the wishes that want such, and the kinds that have a move of their own.
TEXTS, _SAYINGS = "texts_", "saying."
_OF_TEXTS, _NO_TEXT = frozenset({"letter", "words"}), frozenset({"questions", "raise"})


class Advised(NamedTuple):
    """`entry` is "area.name" in `prompts/advice`; `chance` that it answers what was said, `alone` that nothing else was wanted: 0 to 1."""

    entry: str
    chance: float
    alone: float


class Weights(NamedTuple):
    """`weights` are of shape (entries, SUMMARY), the first of them NONE's; `gate` of (2, features): see GATE and `gate_features`."""

    entries: tuple[str, ...]
    weights: Floats
    bias: Floats
    gate: Floats
    gate_bias: Floats


class Found(NamedTuple):
    """The likeliest entry of a message: its number, its chance (the mean of that by the whole and by the piece that tells most), the runner-up's, that by the whole message alone, that of no entry, and how many pieces there were."""

    entry: int
    chance: float
    second: float
    whole: float
    none: float
    pieces: int


def sentences(text: str) -> list[str]:
    """The message and, where it has several, its sentences and each two that follow on one another."""
    parts = [part.strip() for part in _SENTENCE.split(text)]
    said = [part for part in parts if len(part.split()) >= _LEAST_OF_A_PIECE]
    if len(said) < 2 and len(parts) < 2:
        return [text]
    pairs = [f"{left} {right}" for left, right in pairwise(said)]
    return list(dict.fromkeys([text, *said[:_MOST_PIECES], *(pairs[:_MOST_PIECES] if len(said) > 2 else [])]))


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
    if read is None or read.chance < _least(names, beside=bool(kept)):
        return wishes
    advice = Wish(name="advice", advice=read.entry)
    return [*unsure, *(kept if read.alone < _ALONE else []), advice]


def _with_text(wishes: list[Wish], message: Message) -> list[Wish] | None:
    """The wishes with the text that is wanted, where one is held that fits."""
    at = next(
        (at for at, wish in enumerate(wishes) if wish.name in _OF_TEXTS and wish.kind not in _NO_TEXT), None
    )
    entry = text_for(message.text, message.summary) if at is not None else None
    if at is None or entry is None:
        return None
    return [*wishes[:at], wishes[at].model_copy(update={"advice": entry}), *wishes[at + 1 :]]


def _least(names: AbstractSet[str], *, beside: bool) -> float:
    """How likely an entry has to fit in the place of, or `beside`, what else would be said to these wishes."""
    if names <= _VIEWS:
        return _OF_A_VIEW
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
    found = likeliest(_rows(text, summary), held)
    scores = np.vecdot(held.gate, gate_features(found, text, chances)) + held.gate_bias
    fits, alone = 1.0 / (1.0 + np.exp(-scores))
    return Advised(held.entries[found.entry], float(fits), float(alone))


def text_for(text: str, summary: Floats | None) -> str | None:
    """The text that fits best what somebody wants written or worded; None where none fits well."""
    if summary is None:
        return None
    held = shipped()
    found = likeliest(_rows(text, summary), held, texts=True)
    return held.entries[found.entry] if found.chance >= _OF_A_TEXT else None


def entry_for(text: str) -> str:
    """The likeliest entry for a message that is known to want one."""
    held = shipped()
    return held.entries[likeliest(default_tagger().summaries(sentences(text)), held).entry]


def _rows(text: str, summary: Floats) -> Floats:
    """The summaries of a message and its pieces, the whole first."""
    return np.vstack([summary[None, :], default_tagger().summaries(sentences(text)[1:])])


def likeliest(summaries: Floats, held: Weights, *, texts: bool = False) -> Found:
    """The entry that the whole message and its best piece make likeliest, of the texts or of all others.

    The first row is the whole message.
    """
    scored = np.vecdot(summaries[:, None], held.weights[None]) + held.bias
    scores = np.where(_eligible(held.entries, texts=texts), scored, _NEVER)
    each = np.exp(scores - scores.max(axis=1, keepdims=True))
    each /= each.sum(axis=1, keepdims=True)
    both = (each[0] + each.max(axis=0))[1:] / 2
    best = int(both.argmax())
    second, whole = float(np.partition(both, -2)[-2]), each[0, best + 1]
    return Found(best + 1, float(both[best]), second, float(whole), float(each[0, 0]), len(summaries))


@lru_cache(maxsize=4)
def _eligible(entries: tuple[str, ...], *, texts: bool) -> NDArray[np.bool_]:
    """Which entries are texts, or which are none; NONE is always among them."""
    return np.array([entry == NONE or entry.startswith(TEXTS) == texts for entry in entries])


def gate_features(found: Found, text: str, chances: Mapping[str, float]) -> Floats:
    """What the gate reads: how sure the entry is, how long the message, and what else it may want."""
    words = len(text.split())
    own = [
        np.log(max(found.chance, _LOWEST)),
        np.log(max(found.whole, _LOWEST)),
        np.log(max(found.second, _LOWEST)),
        np.log(max(found.none, _LOWEST)),
        found.chance,
        min(words, _LONG) / _LONG,
        float(found.pieces > 1),
        float("?" in text),
    ]
    wishes = [float(chances.get(name, 0.0)) for name in WISHES]
    return np.array([*own, *wishes], dtype=np.float32)


def weights_of(content: bytes) -> Weights:
    """The weights in a file's content."""
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return Weights(
            tuple(str(name) for name in held["entries"]),
            held["weights"].astype(np.float32),
            held["bias"].astype(np.float32),
            held["gate"],
            held["gate_bias"],
        )


@cache
def shipped() -> Weights:
    """Load the shipped weights once for the process."""
    return weights_of(files("prompts").joinpath("nlu", FILE).read_bytes())
