"""Finding the written answer of `prompts/advice` that fits: candidates by regression, the best of them by what stands near.

All parts are trained and stand in `prompts/nlu/advice.npz` (`python -m training.advice`; figures in `prompts/nlu/ADVICE.md`):

1. A multinomial logistic regression over the summaries of a message and its sentences (`Tagger.summaries`) names candidates.
2. A conditional logit ranks them: by that regression, by the ways of asking that lie nearest, by the words they share with the
   message (`word_ranks.py`), by what people who ask for each want (`WISHES`).
3. A gate tells how likely the first fits at all: most messages want something that is looked up, reckoned or planned.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.scheme import WISHES
from agent.nlu.word_ranks import WordRanks, shares

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

FILE = "advice.npz"
NONE = ""  # the class of messages that no entry answers
TEXTS = "texts_"  # the areas of texts to send or to say
GATE = ("answers", "nothing_else")
RANKED = (
    *("whole", "best_piece", "mean", "near", "nearest", "near_piece", "wishes_alike", "wishes_shared"),
    "words_shared",
)
CANDIDATES = 16
_NEAR = 3  # so many of an entry's ways of asking, those most like the message, tell how near it is
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_LEAST_OF_A_PIECE = 4  # words; fewer say nothing by themselves
_MOST_PIECES = 8
_MOST_AT_ONCE = 2**18  # multiplications of a product that OpenBLAS gives to one thread
_LOWEST, _NEVER = 1e-4, -1e4
_SHORT = 1e-6
# The whole message and its best piece, by how much each tells which entries are candidates.
_OF_WHOLE, _OF_PIECE = 0.7, 0.3
# What a message of so many words says beside the entry is the more the longer it is.
_LONG = 60


class Weights(NamedTuple):
    """What ships. Entries are numbered as in `entries`, whose first is NONE.

    `weights` (entries, SUMMARY) and `bias` are the regression's; `center` (SUMMARY,) and `axes` (SUMMARY, axes) turn a
    summary into the space of the ways of asking, `asks` (asks, axes) of any length, those of entry e in rows `starts[e]` to
    `starts[e + 1]`; `wished` (entries, WISHES) are the shares of wishes among those who ask for each; `words` are those of them; `rank` is of
    RANKED, `gate` (2, features) of GATE and `gate_features`.
    """

    entries: tuple[str, ...]
    weights: Floats
    bias: Floats
    center: Floats
    axes: Floats
    asks: Floats | NDArray[np.int8]
    starts: Numbers
    wished: Floats
    words: WordRanks
    rank: Floats
    gate: Floats
    gate_bias: Floats


class Candidates(NamedTuple):
    """The numbers of the likeliest entries, their features (candidates, RANKED), and the chance of none by the whole message."""

    entries: Numbers
    features: Floats
    none: float
    pieces: int


class Found(NamedTuple):
    """The number of the likeliest entry, its chance among the candidates and the runner-up's; and what was known of it."""

    entry: int
    chance: float
    second: float
    features: Floats
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


def candidates(
    text: str, summaries: Floats, chances: Mapping[str, float], held: Weights, *, texts: bool = False
) -> Candidates:
    """The entries that the regression makes likeliest, of the texts or of all others; the first of the `summaries` is the whole message's."""
    kept = _eligible(held.entries, texts=texts)
    scores = np.where(kept, _products(summaries, held.weights) + held.bias, _NEVER)
    each = np.exp(scores - scores.max(axis=1, keepdims=True))
    each /= each.sum(axis=1, keepdims=True)
    best = each.max(axis=0)
    both = np.where(kept, _OF_WHOLE * each[0] + _OF_PIECE * best, -1.0)
    both[0] = -1.0
    first = np.argsort(-both, kind="stable")[:CANDIDATES]
    near, nearest = _near(summaries, first, held)
    alike, shared = _by_wishes(chances, held.wished[first])
    known = [each[0, first], best[first], each[:, first].mean(axis=0)]
    features = [
        *(np.log(np.maximum(one, _LOWEST)) for one in known),
        near[0],
        nearest,
        near.max(axis=0),
        alike,
        shared,
        shares(text, held.words, len(held.entries))[first],
    ]
    return Candidates(first, np.stack(features, axis=1).astype(np.float32), float(each[0, 0]), len(summaries))


def _products(rows: Floats, others: Floats) -> Floats:
    """Each row by each of the others; in parts so small that one thread takes them: several cost more than they save."""
    step = max(1, _MOST_AT_ONCE // (rows.size or 1))
    parts = [rows @ others[at : at + step].T for at in range(0, len(others), step)]
    return np.concatenate(parts, axis=1)


@lru_cache(maxsize=4)
def _eligible(entries: tuple[str, ...], *, texts: bool) -> NDArray[np.bool_]:
    """Which entries are texts, or which are none; NONE is always among them."""
    return np.array([entry == NONE or entry.startswith(TEXTS) == texts for entry in entries])


def _near(summaries: Floats, entries: Numbers, held: Weights) -> tuple[Floats, Floats]:
    """How near the ways of asking for each entry lie to each row, their mean (rows, entries); and the nearest to the whole."""
    rows = _unit(_products(summaries - held.center, held.axes.T))
    ways = (_unit(held.asks[held.starts[entry] : held.starts[entry + 1]]) for entry in entries)
    of_each = [np.sort(np.vecdot(rows[:, None], each[None]), axis=1)[:, -_NEAR:] for each in ways]
    near = np.stack([ways.mean(axis=1) if ways.size else np.zeros(len(rows)) for ways in of_each], axis=1)
    return near, np.array([ways[0, -1] if ways.size else 0.0 for ways in of_each])


def _unit(rows: Floats | NDArray[np.int8]) -> Floats:
    whole = rows.astype(np.float32)
    whole /= np.linalg.norm(whole, axis=1, keepdims=True) + _SHORT
    return whole


def _by_wishes(chances: Mapping[str, float], wished: Floats) -> tuple[Floats, Floats]:
    """How like the message's wishes those of each entry's askers are: their cosine, and the logarithm of the share in common."""
    own = np.array([chances.get(name, 0.0) for name in WISHES], dtype=np.float32)
    common = wished @ own
    lengths = np.linalg.norm(wished, axis=1) * np.linalg.norm(own)
    return common / (lengths + _SHORT), np.log(common / (own.sum() + _SHORT) + 0.01)


def first_of(found: Candidates, held: Weights) -> Found:
    """The first of the candidates by the logit."""
    scores = found.features @ held.rank
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    at = int(shares.argmax())
    second = float(np.partition(shares, -2)[-2])
    return Found(
        int(found.entries[at]), float(shares[at]), second, found.features[at], found.none, found.pieces
    )


def gate_features(found: Found, text: str, chances: Mapping[str, float]) -> Floats:
    """What the gate reads: how sure the entry is, how near and how like, how long the message, and what else it may want."""
    words = len(text.split())
    own = [
        np.log(max(found.chance, _LOWEST)),
        np.log(max(found.second, _LOWEST)),
        np.log(max(found.none, _LOWEST)),
        found.chance,
        min(words, _LONG) / _LONG,
        float(found.pieces > 1),
        float("?" in text),
    ]
    wishes = [float(chances.get(name, 0.0)) for name in WISHES]
    return np.array([*own, *found.features, *wishes], dtype=np.float32)


def weights_of(content: bytes) -> Weights:
    """The weights in a file's content. The ways of asking stay in steps of 1/127, as they are held: a fourth of the memory."""
    with np.load(BytesIO(content), allow_pickle=False) as held:
        arrays = {name: held[name] for name in Weights._fields if name != "words"}
        words = WordRanks(*(held[f"words.{name}"] for name in WordRanks._fields))
    entries = tuple(str(name) for name in arrays.pop("entries"))
    whole = {name: arrays.pop(name) for name in ("starts", "asks")}
    return Weights(
        entries=entries,
        words=words,
        **whole,
        **{name: held.astype(np.float32) for name, held in arrays.items()},
    )


@cache
def shipped() -> Weights:
    """Load the shipped weights once for the process."""
    return weights_of(files("prompts").joinpath("nlu", FILE).read_bytes())
