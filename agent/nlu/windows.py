"""A text as what the reader's weights take: windows of tokens, each with its words and their features.

Training and run time both come through `cut`, so that they cannot differ.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from agent.nlu.features import FEATURES, Rows, word_features
from agent.nlu.hits import Annotator, Hit
from agent.nlu.words import Word, split_words
from tools.documents.embedder import MARKS, MAX_TOKENS, MiniLM, Tokens

WINDOW = MAX_TOKENS - MARKS
# Of a longer text the first and the last tokens are read, and no more characters than these hold at most.
SIDE = 750
SIDE_CHARACTERS = 25_000
_OVERLAP = 32


class Window(NamedTuple):
    """Tokens that are read in one run, and the words that are tagged from it.

    `features` has two rows more than `ids`, for the marks around them; `first` and `last` are the rows of each word's ends.
    """

    ids: list[int]
    words: list[Word]
    first: list[int]
    last: list[int]
    features: Rows


class Part(NamedTuple):
    """Windows over a stretch of text without a gap, and what tables know in it. Characters count from the text's begin."""

    windows: list[Window]
    hits: list[Hit]


class Cut(NamedTuple):
    """`unread` are the characters between two parts, None where everything is read."""

    parts: list[Part]
    unread: tuple[int, int] | None


def cut(text: str, model: MiniLM, annotate: Annotator) -> Cut:
    """The windows of a text; every part has at least one, which is empty for an empty text."""
    tokens = _tokens(text, model)
    count = len(tokens.ids)
    if count <= 2 * SIDE:
        return Cut([_part(text, tokens, 0, count, annotate)], None)
    head, tail = _part(text, tokens, 0, SIDE, annotate), _part(text, tokens, count - SIDE, count, annotate)
    return Cut([head, tail], (tokens.offsets[SIDE - 1][1], tokens.offsets[count - SIDE][0]))


def _tokens(text: str, model: MiniLM) -> Tokens:
    if len(text) <= 2 * SIDE_CHARACTERS:
        return model.tokenize(text)
    head, tail = model.tokenize(text[:SIDE_CHARACTERS]), model.tokenize(text[-SIDE_CHARACTERS:])
    base = len(text) - SIDE_CHARACTERS
    offsets = [(start + base, end + base) for start, end in tail.offsets]
    return Tokens(head.ids + tail.ids, head.offsets + offsets)


def _part(text: str, tokens: Tokens, since: int, until: int, annotate: Annotator) -> Part:
    offsets = tokens.offsets[since:until]
    base, end = (offsets[0][0], offsets[-1][1]) if since or until < len(tokens.ids) else (0, len(text))
    stretch = text[base:end]
    words = split_words(stretch, [(start - base, stop - base) for start, stop in offsets])
    hits = list(annotate(stretch))
    features = word_features(stretch, words, hits)
    placed = [word._replace(start=word.start + base, end=word.end + base) for word in words]
    starts = _starts(until - since)
    bounds = [0, *((a + b + WINDOW) // 2 for a, b in pairwise(starts)), until - since]
    windows, done = [], 0
    for number, start in enumerate(starts):
        upto = done
        while upto < len(placed) and (placed[upto].first < bounds[number + 1] or number + 1 == len(starts)):
            upto += 1
        ids = tokens.ids[since + start : min(since + start + WINDOW, until)]
        windows.append(_window(ids, start, placed, features, slice(done, upto)))
        done = upto
    return Part(windows, [Hit(hit.start + base, hit.end + base, hit.kind) for hit in hits])


def _starts(count: int) -> list[int]:
    """Where windows begin that cover so many tokens, evenly spaced."""
    if count <= WINDOW:
        return [0]
    steps = -(-(count - WINDOW) // (WINDOW - _OVERLAP))
    return [round(step * (count - WINDOW) / steps) for step in range(steps + 1)]


def _window(ids: list[int], start: int, words: Sequence[Word], features: Rows, own: slice) -> Window:
    rows = np.zeros((len(ids) + MARKS, len(FEATURES)), dtype=np.float32)
    for at, word in enumerate(words):
        if word.last >= start and word.first < start + len(ids):
            rows[max(word.first - start, 0) + 1 : min(word.last - start, len(ids) - 1) + 2] = features[at]
    kept = list(words[own])
    first = [word.first - start + 1 for word in kept]
    last = [min(word.last - start, len(ids) - 1) + 1 for word in kept]
    return Window(ids, kept, first, last, rows)
