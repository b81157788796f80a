"""Which section of a CV a heading opens: by the table, by a word that only such headings hold, by its nearest in meaning."""

import re
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from agent.nlu.cv.words import heading_words, headings, normal
from tools.documents.embedder import built_in

_LONGEST = 6  # words
_REMARK = re.compile(r"\s*\([^()]*\)(?=\s*:?\s*$)")  # "WORK EXPERIENCE (5 years in all)"
_MODELS = 38  # of each section's headings, English ones first, that others are compared with
_NEAR = 0.6  # cosine; measured on wordings that the table does not hold


def known_heading(text: str) -> str | None:
    """The section of a heading that stands in the table, or of letters spaced out ("S K I L L S")."""
    name = normal(_REMARK.sub("", text))
    letters = name.split(" ")
    if len(letters) > 3 and all(len(letter) == 1 for letter in letters):
        name = "".join(letters)
    return headings().get(name)


def may_be_heading(text: str) -> bool:
    """Whether a line has a heading's shape: a few words, no digits, no end of a sentence."""
    words = normal(text).split()
    return (
        0 < len(words) <= _LONGEST
        and text[0].isupper()
        and not text.rstrip().endswith((".", ",", ";", "!"))
        and not any(character.isdigit() or character in "@|,·•" for character in text)
    )


def worded_heading(text: str) -> str | None:
    """The section that the first or last word of a heading tells ("Experiencia en ventas", "Selected papers")."""
    words = normal(text).split()
    return heading_words().get(words[-1]) or heading_words().get(words[0])


@lru_cache(maxsize=512)
def meant_heading(text: str) -> str | None:
    """The section whose known headings are nearest in meaning (English), None where none is near."""
    names, vectors = _known_vectors()
    likeness = np.vecdot(vectors, built_in().embed([normal(text)])[0])
    best = int(likeness.argmax())
    return names[best] if float(likeness[best]) >= _NEAR else None


@cache
def _known_vectors() -> tuple[list[str], NDArray[np.float32]]:
    kinds = dict.fromkeys(kind for kind in headings().values() if kind != "posting")
    named = {kind: [name for name, its in headings().items() if its == kind][:_MODELS] for kind in kinds}
    names = [name for listed in named.values() for name in listed]
    return [kind for kind in kinds for _ in named[kind]], built_in().embed(names)
