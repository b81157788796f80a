"""What each clause of a message about a text is: to be told in it, asked in it, kept out of it, how it is to be, or said to the coach alone.

Logistic regressions on `Tagger.summaries` (`training/letters.py`): one labels clauses from left to right, each within its message
and behind the label before it; one says whether a message speaks of the text that was shown, one what a text is for. What they
are good and bad at stands in `prompts/nlu/LETTERS.md`.
"""

from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import prompts
from agent.nlu.clauses import Clause, clauses
from agent.nlu.kinds import nameless_vector
from agent.nlu.tagger import default_tagger

Floats = NDArray[np.float32]

# said, wanted, out: what the text holds or may not. first, fix, sign, style: how it is to be. who: whom it goes to.
LABELS = (
    *("said", "wanted", "out", "style", "order", "fix", "who", "sign", "request", "question", "background"),
)
TOLD = frozenset({"said", "wanted"})
FILE = "letters.npz"
_HALF = np.float32(0.5)
_MOST, _MOST_CLAUSES = 1500, 24  # characters and clauses; a longer message holds a document


class Labelled(NamedTuple):
    """A clause with its likeliest label and the chance of each, 0 to 1."""

    clause: Clause
    label: str
    chances: dict[str, float]


class Place(NamedTuple):
    """Where clause number `at` stands: whether a text was `shown` before, whether one is asked for only later."""

    at: int
    shown: bool
    earlier: bool


def labelled(text: str, *, shown: bool, earlier: bool = False) -> tuple[Labelled, ...]:
    """The clauses of a message in order; none of a document. `earlier` is a message before the one that asks for a text."""
    return _labelled(text, shown, earlier) if len(text) <= _MOST else ()


@lru_cache(maxsize=32)
def _labelled(text: str, shown: bool, earlier: bool) -> tuple[Labelled, ...]:
    found = clauses(text)[:_MOST_CLAUSES]
    if not found:
        return ()
    rows = default_tagger().summaries([text, *(each.text for each in found)])
    weights, bias = _weights("clause")
    before, read = "", list[Labelled]()
    for at, clause in enumerate(found):
        place = Place(at, shown=shown, earlier=earlier)
        scores = weights @ clause_vector(clause.text, rows, place, before) + bias
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        before = LABELS[int(chances.argmax())]
        read.append(Labelled(clause, before, dict(zip(LABELS, chances.tolist(), strict=True))))
    return tuple(read)


def clause_vector(clause: str, rows: Floats, place: Place, before: str) -> Floats:
    """What the first head reads: a clause with its words, its message and its neighbours, where it stands, the label before it.

    `rows` are the summaries of the message and of its clauses.
    """
    whole, *own = rows
    at, last = place.at, len(own) - 1
    none = np.zeros_like(whole)
    beside = [whole, own[at + 1] if at < last else none, own[at - 1] if at else none]
    named = nameless_vector(own[at], clause)
    stands = [place.shown, place.earlier, at == 0, at == last, last == 0, at / (last + 1)]
    told = np.array([*stands, *(before == each for each in LABELS)], np.float32)
    words = named[len(whole) :] * np.float32(place.shown)
    return np.concatenate([named, *(_HALF * each for each in beside), words, told])


def speaks_of_a_text(text: str, summary: Floats) -> float:
    """The chance that a message speaks of the text that was shown just before, 0 to 1."""
    weights, bias = _weights("remark")
    scores = weights @ remark_vector(text, summary) + bias
    return float(1.0 / (1.0 + np.exp(scores[0] - scores[1])))


def remark_vector(text: str, summary: Floats) -> Floats:
    """What the second head reads: a message with its words."""
    return nameless_vector(summary, text)


def purpose_of(text: str) -> tuple[str, float]:
    """What a text that is asked for is for (`prompts/letters.yaml`, or "other"), and how sure that is, 0 to 1."""
    weights, bias = _weights("purpose")
    scores = weights @ default_tagger().summaries([text])[0] + bias
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    best = int(chances.argmax())
    return purposes()[best], float(chances[best])


@cache
def purposes() -> tuple[str, ...]:
    """The names of what texts are for, in the order of the head."""
    return (*sorted(prompts.table("letters")), "other")


@cache
def _weights(head: str) -> tuple[Floats, Floats]:
    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return held[f"{head}.weights"].astype(np.float32), held[f"{head}.bias"]
