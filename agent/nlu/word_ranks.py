"""Which written answers share words with a message: BM25 over stems and each two that follow on one another.

A vector knows what a message is like; what tells two answers on the same matter apart is often a word ("wrists", "notice"). All
ways of asking for an entry are one document, in which a word counts by the share of the ways that have it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W\d_]+)?")
_ENDINGS = (
    *("ingly", "edly", "ings", "ing", "ness", "ment", "ers"),
    *("ies", "ied", "ly", "ed", "er", "es", "s", "e", "y"),
)
_LEAST = 3  # letters that are left of a word without its ending
_SEEN = 2  # texts that have a word, fewer may be a slip of the pen
# BM25: from where on a word in more ways counts little more, and of how many ways the share is taken.
_SATURATED, _WAYS, _FEWEST = 1.2, 10.0, 5


class WordRanks(NamedTuple):
    """Sorted hashes of words (`keys`) with their weight (`rare`); those of key k in rows `starts[k]` to `starts[k + 1]` of `entries` and `counts`."""

    keys: NDArray[np.uint32]
    rare: Floats
    starts: NDArray[np.int64]
    entries: NDArray[np.uint16]
    counts: Floats


def words_of(text: str) -> set[str]:
    """The stems of a text, and each two that follow on one another."""
    stems = [_stem(word.replace("'", "").replace("\u2019", "")) for word in _WORD.findall(text.casefold())]
    return {*stems, *(f"{left} {right}" for left, right in pairwise(stems))}


def _stem(word: str) -> str:
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _LEAST), "")
    return word.removesuffix(ending)


def shares(text: str, ranks: WordRanks, count: int) -> Floats:
    """How much each of `count` entries shares with a text, of what could be shared: about 0 to 1."""
    asked = np.unique(np.array([_key(word) for word in words_of(text)], dtype=np.uint32))
    if not asked.size or not ranks.keys.size:
        return np.zeros(count, np.float32)
    at = np.minimum(np.searchsorted(ranks.keys, asked), len(ranks.keys) - 1)
    at = at[ranks.keys[at] == asked]
    rows = np.concatenate([np.arange(ranks.starts[key], ranks.starts[key + 1]) for key in at] or [at])
    found = np.bincount(ranks.entries[rows], ranks.counts[rows], minlength=count)
    return (found / (float(ranks.rare[at].sum()) + 1e-6)).astype(np.float32)


def ranks_of(texts: Sequence[str], entries: Sequence[int], count: int) -> WordRanks:
    """The ranks of `count` entries by the texts that ask for each."""
    held = defaultdict[int, Counter[int]](Counter)
    for text, entry in zip(texts, entries, strict=True):
        for key in {_key(word) for word in words_of(text)}:
            held[key][entry] += 1
    kept = {key: by for key, by in sorted(held.items()) if by.total() >= _SEEN}
    ways = np.maximum(np.bincount(np.array(entries), minlength=count), _FEWEST)
    seen = np.array([by.total() for by in kept.values()])
    rare = np.log1p((len(texts) - seen + 0.5) / (seen + 0.5))
    sizes = np.array([len(by) for by in kept.values()])
    of = np.array([entry for by in kept.values() for entry in sorted(by)], dtype=np.uint16)
    share = np.array([by[entry] for by in kept.values() for entry in sorted(by)]) / ways[of] * _WAYS
    counts = np.repeat(rare, sizes) * share * (_SATURATED + 1) / (share + _SATURATED)
    return WordRanks(
        np.array([*kept], dtype=np.uint32),
        rare.astype(np.float32),
        np.concatenate([[0], np.cumsum(sizes)]),
        of,
        counts.astype(np.float32),
    )


def _key(word: str) -> int:
    return crc32(word.encode())
