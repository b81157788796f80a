"""Compute what words for a job are compared with by meaning: `python -m tools.oews.build_meaning`.

Reads the tables of sayings and titles, writes `seeds/tables/occupation_meanings.npz`. Does nothing while it fits them.
"""

import hashlib
import sys
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tools.documents.embedder import MiniLM, embed
from tools.documents.vectors import encode
from tools.oews.meaning import FILE, meanings, unit
from tools.oews.sayings import all_sayings
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupations
from tools.oews.titles import BY_HAND, all_hits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_ROWS = 25_250
# Principal components that are kept of 384: held words are linked as well by them, and three times as many rows fit.
_COMPONENTS = 128
_SECOND_SHARE = 0.5  # a title whose second occupation has more than this of the first is of neither


class _Row(NamedTuple):
    words: str
    code: str
    weight: int


def rows() -> list[_Row]:
    """What is worth comparing with, the weightiest first: official titles, sayings, titles that mean one occupation."""
    found = {row.words: row for row in reversed([*_official(), *_sayings(), *_titles()])}
    return sorted(found.values(), key=lambda row: (-row.weight, row.code, row.words))[:_MOST_ROWS]


def digest() -> str:
    """What the file has to have been computed from."""
    lines = "\n".join(f"{row.code} {row.words}" for row in rows())
    return hashlib.sha256(f"{MiniLM.name}\n{lines}".encode()).hexdigest()


def build() -> bool:
    """Write the file if it is stale; tell whether it was written."""
    import numpy as np

    with resources.as_file(FILE) as path:
        if path.exists() and meanings().digest == digest():
            return False
        compared = rows()
        vectors = embed([row.words for row in compared])
        components = np.linalg.eigh(vectors.T @ vectors)[1][:, -_COMPONENTS:]
        np.savez_compressed(
            path,
            words=_array("\n".join(row.words for row in compared).encode()),
            codes=_array("\n".join(row.code for row in compared).encode()),
            vectors=_array(encode(unit(vectors @ components))),
            components=components.astype(np.float16),
            digest=_array(digest().encode()),
        )
    meanings.cache_clear()
    return True


def _array(content: bytes) -> "NDArray[np.uint8]":
    import numpy as np

    return np.frombuffer(content, dtype=np.uint8)


def _official() -> list[_Row]:
    return [_Row(spoken_title(each.title, code), code, 3 * BY_HAND) for code, each in occupations().items()]


def _sayings() -> list[_Row]:
    return [_Row(saying.words, saying.codes[0], 2 * BY_HAND) for saying in all_sayings()]


def _titles() -> list[_Row]:
    return [
        _Row(hits[0].title.casefold(), hits[0].code, hits[0].weight)
        for hits in all_hits()
        if len(hits) == 1 or hits[1].share <= _SECOND_SHARE
    ]


if __name__ == "__main__":
    sys.stderr.write("Meanings of words for a job: written.\n" if build() else "Meanings: up to date.\n")
