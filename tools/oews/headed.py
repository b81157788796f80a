"""Of the titles that end in a word, those nearest in meaning to a text: "driver for a hotel" beside "shuttle driver".

A word such as "driver", "painter" or "sales" ends the titles of many trades; the words beside it say which. Of titles of
our own tables, each left out in its turn, that are read by a part of their words, this is right where it passes LEAST
in three of four, and the part alone, where they differ, in one of ten.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tools.oews.meaning import compressed, meanings, shares_of
from tools.oews.role_readings import without_employer
from tools.oews.titles import Hit, find_title
from tools.oews.wording import title_key

LEAST, CLEAR = (
    0.5,
    0.85,
)  # share of an occupation among the nearest titles; of one that no part of the words links to
NEAR = 0.6  # cosine of the nearest title
# By how much a share has to pass what the words have without a place or an employer, which may be any name.
TOLD = 0.25
_NEAREST = 12
_FEWEST = 5  # titles to compare with


class Headed(NamedTuple):
    """The occupation nearest to words for a job among those whose titles end alike, and the share of each, 0 to 1."""

    hit: Hit
    shares: dict[str, float]

    @property
    def share(self) -> float:
        """That of the nearest."""
        return self.shares[self.hit.code]


@lru_cache(maxsize=2048)
def nearest_headed(head: str, text: str) -> Headed | None:
    """The occupation whose titles with that last word are nearest to a text; None where there are too few or none is near."""
    codes = frozenset(hit.code for hit in find_title(head))
    rows = sorted({*_in_places(head), *(row for code in codes for row in _rows_of(code))})
    near = nearest(rows, text) if len(rows) >= _FEWEST else []
    if not near or near[0][1] < NEAR:
        return None
    held = meanings()
    shares = shares_of([held.codes[row] for row, _ in near], [cosine for _, cosine in near])
    code = max(shares, key=shares.__getitem__)
    words = next(held.words[row] for row, _ in near if held.codes[row] == code)
    return Headed(Hit(code, "meaning", words, 1.0, 0), shares)


def nearest(rows: Sequence[int], text: str) -> list[tuple[int, float]]:
    """The rows nearest to a text with their cosines, the nearest first."""
    import numpy as np

    held, rows = meanings(), [*rows]
    cosines = np.vecdot(held.vectors[rows], compressed(held, text))
    return [(rows[at], float(cosines[at])) for at in np.argsort(-cosines)[:_NEAREST]]


def rows_ending_in(word: str) -> list[int]:
    """Rows of titles of several words that end in a word."""
    return _ends().get(word, [])


@lru_cache(maxsize=1)
def _ends() -> dict[str, list[int]]:
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for row, words in enumerate(meanings().words):
        key = title_key(words).split()
        if len(key) > 1 and "of" not in key:
            ends[key[-1]].append(row)
    return dict(ends)


def _in_places(head: str) -> list[int]:
    """Rows that end in a word, alone or ahead of a place or an employer ("painter at an auto body shop")."""
    return [*rows_ending_in(head), *_ahead_of_places().get(head, ())]


@lru_cache(maxsize=1)
def _ahead_of_places() -> dict[str, list[int]]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, words in enumerate(meanings().words):
        short = without_employer(words)
        if short != words and (key := title_key(short).split()):
            rows[key[-1]].append(row)
    return dict(rows)


def _rows_of(code: str) -> list[int]:
    return _by_code().get(code, [])


@lru_cache(maxsize=1)
def _by_code() -> dict[str, list[int]]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, code in enumerate(meanings().codes):
        rows[code].append(row)
    return dict(rows)
