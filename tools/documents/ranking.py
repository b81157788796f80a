"""How well a passage fits a question, and whether any does.

A passage's score joins its best sentence, its own vector and the words it shares with the question. A sentence
counts by its own vectors (with and without the document's title) and by the glossary entry in it that comes
nearest to the question. The weights were fitted on the tuned halves of benchmarks/data/questions*.csv.
"""

import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.documents.vectors import products

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tools.documents.store import Store, StoredPassage

SENTENCE_WEIGHT, WORDS_WEIGHT, WHOLE_WEIGHT = 0.65, 0.30, 0.05
_STOP = (
    "a about after all am an and any are as at be been being by can could did do does doing for from get had has have"
    " he her his how i if in into is it its just like make many me more most much my need no not of on one or other our"
    " should so some tell than that the their them then there these they this those to up us want was we were what when"
    " where which who whom why will with would you your"
)
STOP_WORDS = frozenset(_STOP.split())
MAX_WORDS = 64
COMMON = 2000
BEST = 3
# What only one passage in the world could answer: a word with a capital amid a sentence, or a year.
NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z]\w+|\b(?:19|20)\d\d\b")
# An everyday wording that comes near counts a little more than a sentence that does.
SENTENCE_DISCOUNT = 0.05
# Logistic: weights of the signs in their order, and the bias; below zero is "not in the library". Fitted by
# benchmarks.documents_fit, but for `strange` and the bias: by hand on all sets, to decline less of what is answered.
ANSWERABLE = (6.53, 4.64, 3.3, -3.35, -2.3, 0.08, -2.48)


@dataclass(frozen=True)
class Ranked:
    """Candidates with their scores from 0 to 1; `nearness` is the best similarity of any of them."""

    scores: "NDArray[np.float32]"
    nearness: float


def telling_words(question: str) -> list[str]:
    """Give the words of a question that tell what it is about, each once."""
    words = [word for word in re.findall(r"\w+", question.lower()) if word not in STOP_WORDS]
    return list(dict.fromkeys(words))[:MAX_WORDS]


def holders(question: str, store: "Store") -> dict[str, int]:
    """Tell for each telling word how many passages hold it, counting up to COMMON."""
    return {word: store.holding(word, COMMON) for word in telling_words(question)}


def fts_query(held: dict[str, int]) -> str:
    """Give an FTS5 expression of any of the words that are held, but not everywhere; empty when there is none.

    Words that thousands of passages hold tell little and would all have to be scored.
    """
    return " OR ".join(f'"{word}"' for word, number in held.items() if 0 < number < COMMON)


def rank(
    question: "NDArray[np.float32]",
    passages: "Sequence[StoredPassage]",
    lexical: "Sequence[float]",
    glossary: "NDArray[np.float32]",
) -> Ranked:
    """Score passages for a question vector; `lexical` holds their BM25, `glossary` the entries' vectors."""
    import numpy as np

    flat, counts = products([each.vectors for each in passages], question)
    starts = np.cumsum(counts) - counts
    sentences = (counts - 1) // 2
    place = np.arange(len(flat)) - np.repeat(starts, counts)
    until = np.repeat(sentences, counts)
    own = (flat[(place > 0) & (place <= until)] + flat[place > until]) / 2
    entries = _entries(passages, np.vecdot(glossary, question))
    whole = flat[starts]
    best = 2 * whole
    some = sentences > 0
    firsts = (np.cumsum(sentences) - sentences)[some]
    best[some] = np.maximum.reduceat(own + np.maximum(entries, own), firsts)
    near = max(float(flat.max()) - SENTENCE_DISCOUNT, float(entries.max(initial=-1.0)))
    total = (
        SENTENCE_WEIGHT * _spread(best)
        + WORDS_WEIGHT * _spread(np.array(lexical))
        + WHOLE_WEIGHT * _spread(whole)
    )
    return Ranked(total.astype(np.float32), near)


def _entries(passages: "Sequence[StoredPassage]", meant: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Give for each sentence of all passages how near its nearest glossary entry is; 0 without one."""
    import numpy as np

    known = meant.tolist()
    parsed = json.loads(f"[{','.join(each.entries for each in passages)}]")
    return np.array(
        [
            max([known[number] for number in numbers]) if numbers else 0.0
            for sentences in parsed
            for numbers in sentences
        ],
        dtype=np.float32,
    )


def _spread(values: "NDArray[np.floating]") -> "NDArray[np.floating]":
    """Min-max normalise; all equal gives zeros."""
    low, high = values.min(), values.max()
    return (values - low) / (high - low) if high > low else values * 0


@dataclass(frozen=True)
class Signs:
    """What tells whether the best passages answer a question.

    `nearness`: similarity of the best sentence or entry. `covered`: share of the question's telling words that
    the best passages hold, rare ones counting more. `lean`: how far it leans to the questions that the embedded
    documents answer. `foreign`: how near one about all the rest comes. These two count only as far as the best
    passages are about the field that the glossary knows: documents on other subjects answer others. `strange`: 1
    for a name or a year that no passage holds. `apart`: how far the best passages are from the field.
    """

    nearness: float
    covered: float
    lean: float
    foreign: float
    strange: float
    apart: float

    def values(self) -> tuple[float, ...]:
        return (self.nearness, self.covered, self.lean, self.foreign, self.strange, self.apart)


def signs(
    question: str,
    held: dict[str, int],
    store: "Store",
    best: "Sequence[StoredPassage]",
    *,
    nearness: float,
    lean: tuple[float, float],
) -> Signs:
    """Weigh a question, its words and who holds them against the best passages found for it; `lean` as Scope's."""
    fields = [_share(json.loads(passage.entries)) for passage in best]
    field = sum(fields) / len(fields)
    surely = min(field, fields[0])
    covered = _covered(held, store, [passage.id for passage in best])
    strange = any(held.get(name.lower()) == 0 for name in NAME.findall(question))
    return Signs(nearness, covered, lean[0] * field, lean[1] * surely, float(strange), 1 - surely)


def _covered(held: dict[str, int], store: "Store", names: "Sequence[str]") -> float:
    passages = max(store.count(), 1)
    weight = {word: math.log(1 + passages / (number or 0.5)) for word, number in held.items()}
    covered = sum(weight[word] for word in held if held[word] and store.any_holds(word, names))
    return covered / sum(weight.values()) if weight else 0.0


def _share(entries: "Sequence[Sequence[int]]") -> float:
    """Tell which share of a passage's sentences holds a term of the glossary."""
    return sum(bool(numbers) for numbers in entries) / max(len(entries), 1)


def is_answerable(found: Signs) -> bool:
    """Decide whether the library holds an answer."""
    *weights, bias = ANSWERABLE
    return sum(weight * value for weight, value in zip(weights, found.values(), strict=True)) + bias >= 0
