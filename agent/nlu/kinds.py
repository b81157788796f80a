"""Which feeling, answer, question about a plan or text, change of it or progress a message is about: a small trained head for each.

Others say by what things are to be compared, for whom an answer is wanted, which aspect of a job is asked about, whether it is
asked where pay is best, what a sentence of a posting tells, whether years told are of work in the job, what a time is to a plan, whether a skill is lacked, what a short message
says to the answer before it, whether words of what is wanted in a plan name something to learn, what is done with a plan in view; of each condition of work, and of better pay, one says whether the message wants it.

A head is a multinomial logistic regression on the summary of a message (`Tagger.summaries`) or, for what becomes of names, on that
of a piece without them (`agent/nlu/pieces.py`). `python -m training.kinds` writes all of them to
`prompts/nlu/kinds.npz`; what they are good and bad at stands in `prompts/nlu/KINDS.md`.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Literal, NamedTuple, get_args
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tools.options.conditions import CONDITIONS, Condition

Floats = NDArray[np.float32]


HeadName = Literal[
    "feeling",
    "sure",
    "about_plan",
    "letter",
    "remark",
    "change",
    "progress",
    "criterion",
    "whose",
    "paid",
    "aspect",
    "where",
    "sentence",
    "asks",
    "condition",
    "leaning",
    "years",
    "news",
    "wanted",
    "time",
    "skill",
    "act",
    Condition,
]
HEADS: tuple[HeadName, ...] = (*get_args(HeadName),)
# Heads that read pieces without their names.
NAMELESS: frozenset[HeadName] = frozenset({"change", "progress"})
# Heads that also count the words.
WORDED: frozenset[HeadName] = NAMELESS | {"asks", "condition", "leaning", "time", "skill", "wanted", "act"}
OTHER, YES = "other", "yes"
# Heads that say yes or nothing, annotated together.
OF_WORK: tuple[HeadName, ...] = (*CONDITIONS, "paid")
FILE = "kinds.npz"
_PIECE = 1.25  # how much surer a piece has to be
_WORDS = 1024  # places that words are counted in
_WORD = re.compile(r"[\w']+|[?!]")


class Kind(NamedTuple):
    """The likeliest label of a head and its probability, 0 to 1."""

    label: str
    confidence: float


class Head(NamedTuple):
    """`weights` are of shape (labels, SUMMARY), and 1,024 more of who counts words. A label counts as read from its `edges` value on, a probability."""

    labels: tuple[str, ...]
    weights: Floats
    bias: Floats
    edges: Floats


def nameless_vector(vector: Floats, text: str) -> Floats:
    """A vector with the 1,024 places of the words of its text behind it: what "first" and "last" differ by is a word."""
    words = np.zeros(_WORDS, np.float32)
    for word in _WORD.findall(text.casefold()):
        words[crc32(word.encode()) % _WORDS] += 1
    return np.concatenate([vector, words / max(float(np.linalg.norm(words)), 1.0)])


def kind_of(name: HeadName, vector: Floats) -> Kind:
    """The likeliest kind by a message's summary or a piece's `nameless_vector`; it may be "other"."""
    return likeliest_of(name, vector, frozenset(_heads()[name].labels))


def likeliest_of(name: HeadName, vector: Floats, labels: AbstractSet[str]) -> Kind:
    """The likeliest of some kinds, where it is known to be one of them; its probability is among all."""
    chances = chances_of(name, vector)
    best = max((label for label in chances if label in labels), key=chances.__getitem__)
    return Kind(best, chances[best])


def chances_of(name: HeadName, vector: Floats) -> dict[str, float]:
    """The probability of each label of a head; together they are 1."""
    head = _heads()[name]
    scores = np.vecdot(head.weights, vector) + head.bias
    chances = np.exp(scores - scores.max())
    return dict(zip(head.labels, (chances / chances.sum()).tolist(), strict=True))


def read_kind(name: HeadName, vector: Floats | None) -> str | None:
    """The kind where the head is sure enough of it; None where it is not, or where it is none of the named ones."""
    if vector is None:
        return None
    head = _heads()[name]
    label, confidence = kind_of(name, vector)
    return label if label != OTHER and confidence >= head.edges[head.labels.index(label)] else None


def surest_kind(name: HeadName, whole: Floats, pieces: Iterable[Floats]) -> str | None:
    """The kind that is surest of a message or one of its pieces, where it is sure enough; None where none is.

    Of many pieces one looks like a kind by chance: a piece has to be surer than the whole.
    """
    head = _heads()[name]
    read = [(kind_of(name, whole), 1.0), *((kind_of(name, each), _PIECE) for each in pieces)]
    sure = [
        kind
        for kind, times in read
        if kind.label != OTHER and kind.confidence >= times * head.edges[head.labels.index(kind.label)]
    ]
    return max(sure, key=lambda kind: kind.confidence).label if sure else None


def agreed_kind(name: HeadName, whole: Floats, pieces: Iterable[Floats]) -> str | None:
    """The kind that a message and the piece that tells it best are sure enough of together; None where they are of none."""
    head, chances = _heads()[name], chances_of(name, whole)
    told = [chances, *(chances_of(name, each) for each in pieces)]
    both = {label: (chances[label] * max(each[label] for each in told)) ** 0.5 for label in head.labels}
    best = max(both, key=both.__getitem__)
    return best if best != OTHER and both[best] >= head.edges[head.labels.index(best)] else None


def read_conditions(whole: Floats | None, pieces: Iterable[Floats]) -> list[Condition]:
    """How the work is to be, by a message or one of its pieces."""
    if whole is None:
        return []
    held = list(pieces)
    return [name for name in CONDITIONS if surest_kind(name, whole, held) == YES]


@cache
def _heads() -> dict[HeadName, Head]:
    """Load the shipped heads once for the process."""
    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return {
            name: Head(
                tuple(str(label) for label in held[f"{name}.labels"]),
                held[f"{name}.weights"].astype(np.float32),
                held[f"{name}.bias"],
                held[f"{name}.edges"],
            )
            for name in HEADS
        }
