"""How well a passage fits a question: its own vector, its best sentence and the words they share."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEXICAL_WEIGHT = 0.4
_STOP = (
    "a about after all am an and any are as at be been being by can could did do does doing for from get had has have"
    " he her his how i if in into is it its just like make many me more most much my need no not of on one or other our"
    " should so some tell than that the their them then there these they this those to up us want was we were what when"
    " where which who whom why will with would you your"
)
STOP_WORDS = frozenset(_STOP.split())


def fts_query(question: str) -> str:
    """Give an FTS5 expression of any of the question's telling words; empty when there is none."""
    words = [word for word in re.findall(r"\w+", question.lower()) if word not in STOP_WORDS]
    return " OR ".join(f'"{word}"' for word in dict.fromkeys(words))


def scores(
    question: "NDArray[np.float32]", vectors: Sequence["NDArray[np.float32]"], lexical: "NDArray[np.float32]"
) -> "NDArray[np.float32]":
    """Score each candidate from 0 to 1. `vectors` holds, for each, its own row and then its sentences'."""
    import numpy as np

    whole = np.array([rows[0] @ question for rows in vectors], dtype=np.float32)
    best = np.array([(rows @ question).max() for rows in vectors], dtype=np.float32)
    total = _spread(whole) + _spread(best) + LEXICAL_WEIGHT * _spread(lexical)
    total /= 2 + LEXICAL_WEIGHT
    return total


def _spread(values: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Min-max normalise; all equal gives zeros."""
    low, high = values.min(), values.max()
    if high <= low:
        return values * 0
    spread: NDArray[np.float32] = ((values - low) / (high - low)).astype("float32")
    return spread
