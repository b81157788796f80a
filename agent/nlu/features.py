"""What is said of each word beside the language model's states: how it is written, and what tables know of it.

The language model reads lower case without spaces, so capitals and gaps would be lost to it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from agent.nlu.hits import KINDS, Hit
from agent.nlu.scheme import CONTEXTS
from agent.nlu.words import Word

Rows = NDArray[np.float32]


SHAPES = (
    *("capital", "capitals", "digits", "year", "long_number", "glued", "after_break", "after_currency"),
    *("before_letters", "alone"),
)
FEATURES = (*SHAPES, *(f"{part}-{kind}" for kind in KINDS for part in ("first", "inside")))
_AT = {name: at for at, name in enumerate(FEATURES)}
_CURRENCIES = frozenset("$£€₹")


def word_features(text: str, words: Sequence[Word], hits: Iterable[Hit]) -> Rows:
    """Ones and zeros of shape (words, len(FEATURES))."""
    rows = np.zeros((len(words), len(FEATURES)), dtype=np.float32)
    for row, word in zip(rows, words, strict=True):
        for name, holds in _shapes(text, word).items():
            row[_AT[name]] = holds
    starts, ends = [word.start for word in words], [word.end for word in words]
    for hit in hits:
        first, after = bisect_right(ends, hit.start), bisect_left(starts, hit.end)
        rows[first : min(first + 1, after), _AT[f"first-{hit.kind}"]] = 1.0
        rows[first + 1 : after, _AT[f"inside-{hit.kind}"]] = 1.0
    return rows


def context_features(context: Iterable[str]) -> Rows:
    """Ones and zeros of shape (len(CONTEXTS),); names that are not in CONTEXTS are passed over."""
    given = set(context)
    return np.array([name in given for name in CONTEXTS], dtype=np.float32)


def _shapes(text: str, word: Word) -> dict[str, bool]:
    written = text[word.start : word.end]
    before = text[word.start - 1] if word.start else "\n"
    after = text[word.end] if word.end < len(text) else "\n"
    capitals, digits = len(written) > 1 and written.isupper(), written[0].isdigit()
    year = digits and len(written) == 4 and written[:2] in ("19", "20")
    return {
        "capital": written[0].isupper() and not capitals,
        "capitals": written[0].isupper() and capitals,
        "digits": digits,
        "year": year,
        "long_number": digits and not year and len(written) > 3,
        "after_currency": digits and before in _CURRENCIES,
        "before_letters": digits and after.isalpha(),
        "glued": not before.isspace(),
        "after_break": before == "\n",
        "alone": before == after == "\n",
    }
