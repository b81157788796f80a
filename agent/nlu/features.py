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
        for name in _shapes(text, word):
            row[_AT[name]] = 1.0
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


def _shapes(text: str, word: Word) -> list[str]:
    written = text[word.start : word.end]
    before = text[word.start - 1] if word.start else "\n"
    after = text[word.end] if word.end < len(text) else "\n"
    found = []
    if written[0].isupper():
        found.append("capitals" if len(written) > 1 and written.isupper() else "capital")
    if written[0].isdigit():
        found.append("digits")
        if len(written) == 4 and written[:2] in ("19", "20"):
            found.append("year")
        elif len(written) > 3:
            found.append("long_number")
        if before in _CURRENCIES:
            found.append("after_currency")
        if after.isalpha():
            found.append("before_letters")
    if not before.isspace():
        found.append("glued")
    elif before == "\n":
        found.append("after_break")
        if after == "\n":
            found.append("alone")
    return found
