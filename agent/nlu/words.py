"""A text cut into the words that are tagged, and where each stands among the tokens of the language model."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Digits part from letters ("28M", "6hrs"), so that a span may end between them.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|[^\w\s]|_")


class Word(NamedTuple):
    """`start` and `end` are offsets of characters, `first` and `last` the tokens that hold its ends."""

    start: int
    end: int
    first: int
    last: int


def split_words(text: str, offsets: Sequence[tuple[int, int]]) -> list[Word]:
    """The words of a text in order; `offsets` are the characters of each token, in order.

    A word that no token holds (a control character) is left out.
    """
    words: list[Word] = []
    token = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        while token < len(offsets) and offsets[token][1] <= start:
            token += 1
        last = token
        while last + 1 < len(offsets) and offsets[last + 1][0] < end:
            last += 1
        if token < len(offsets) and offsets[token][0] < end:
            words.append(Word(start, end, token, last))
    return words
