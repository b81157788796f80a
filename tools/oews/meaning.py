"""The last reading of words for a job: the titles and sayings that are nearest to them in meaning.

Their vectors are computed before they ship (`python -m tools.oews.build_meaning`), by the embedder that the library
uses too; the model is loaded when the first words are read that no title and no saying has.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tools.errors import DataError
from tools.oews.tables import words_of
from tools.oews.titles import Hit, known_titles
from tools.oews.wording import title_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = resources.files("seeds") / "tables" / "occupation_meanings.npz"
# Chosen on the sayings, each left out in its turn (a fifth is linked, 94 of 100 rightly), and on words of training messages.
NEAR = 0.85  # cosine of the nearest row
CLEAR = 0.65  # its occupation's share among the nearest rows
# Of a rare title: what its occupations have to have among the nearest. "Farrier" 0.7, "pager" 0.
AGREES = 0.1
_NEAREST = 24
_SPREAD = 0.08  # how much a row's weight falls with its cosine: to a third for each step of this size
_MOST_WORDS = 9
_TRUST = 0.9
_FEWEST_ENDING = 2  # titles that end in a word which says who somebody is
_ALIKE = 5  # letters at the start that "adjuster" and "adjusting" share


class Near(NamedTuple):
    """What words were taken as: the occupation, and how far it is trusted (0 to 1)."""

    hits: list[Hit]
    trust: float


class Meanings(NamedTuple):
    """The rows that words are compared with: `vectors` is float32 of shape (rows, kept), each of length 1.

    `components`, of shape (384, kept), are the principal ones that an embedder's vector is brought down to.
    """

    words: list[str]
    codes: list[str]
    vectors: "NDArray[np.float32]"
    components: "NDArray[np.float32]"
    digest: str


def unit(rows: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Rows brought to length 1."""
    import numpy as np

    scaled: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)
    return scaled


def compressed(held: Meanings, text: str) -> "NDArray[np.float32]":
    """A text's vector brought down to the components that are kept, of length 1."""
    import numpy as np

    from tools.documents.embedder import embed

    return unit(np.vecdot(held.components.T, embed([text])[0]))


def find_by_meaning(text: str) -> Near | None:
    """The occupation nearest to the words; None where nothing is near, or others are nearly as near.

    One word alone, or one with a digit, says too little.
    """
    words = title_key(text).split()
    if not 1 < len(words) <= _MOST_WORDS or any(letter.isdigit() for letter in text):
        return None
    return _nearest(" ".join(text.casefold().split()), tuple(words))


@lru_cache(maxsize=2048)
def _nearest(text: str, words: tuple[str, ...]) -> Near | None:
    import numpy as np

    held = meanings()
    found = decide(held, np.vecdot(held.vectors, compressed(held, text)))
    return found if found and _same_kind(words, title_key(found.hits[0].title).split()) else None


def _same_kind(words: Sequence[str], near: Sequence[str]) -> bool:
    """Who is named has to be named there, too, and as narrowly.

    "Crane inspector" is nobody who drives a crane, and a "unicorn groomer" is no groomer whom statistics count.
    """
    if len(near) == 1:
        return False  # it says as little as one word alone does: a "bread winner" sells no bread
    if words[-1] not in naming_people():
        return True
    return any(word.startswith(words[-1][:_ALIKE]) for word in near) and not set(near) < set(words)


@lru_cache(maxsize=2048)
def agrees(word: str, codes: frozenset[str]) -> bool:
    """Whether what is nearest to a word in meaning, the word itself left aside, is such work or work of its kind."""
    import numpy as np

    held = meanings()
    cosines = np.vecdot(held.vectors, compressed(held, word))
    shares = _shares(held, [row for row in _nearest_rows(cosines) if held.words[row] != word], cosines)
    kinds = {code[:2] for code in codes}
    of_kind = sum(share for code, share in shares.items() if code[:2] in kinds)
    return of_kind >= CLEAR or sum(shares.get(code, 0.0) for code in codes) >= AGREES


def decide(held: Meanings, cosines: "NDArray[np.float32]") -> Near | None:
    """The occupation that most of the nearest rows are of, where its own nearest is near and its share clear."""
    nearest = _nearest_rows(cosines)
    shares = _shares(held, nearest, cosines)
    code = max(shares, key=shares.__getitem__)
    row = next(row for row in nearest if held.codes[row] == code)
    if cosines[row] < NEAR or shares[code] < CLEAR:
        return None
    return Near([Hit(code, "meaning", held.words[row], 1.0, 0)], _TRUST * float(cosines[row]))


def _nearest_rows(cosines: "NDArray[np.float32]") -> list[int]:
    """The rows that are nearest, the nearest first."""
    import numpy as np

    nearest = np.argpartition(-cosines, _NEAREST)[:_NEAREST]
    return [int(row) for row in nearest[np.argsort(-cosines[nearest])]]


def _shares(held: Meanings, nearest: Sequence[int], cosines: "NDArray[np.float32]") -> dict[str, float]:
    return shares_of([held.codes[row] for row in nearest], cosines[nearest])


def shares_of(codes: Sequence[str], cosines: "NDArray[np.float32] | Sequence[float]") -> dict[str, float]:
    """Of each occupation among the nearest rows its share, 0 to 1; the nearer a row, the more it counts. The nearest stands first."""
    import numpy as np

    weights = np.exp((np.asarray(cosines) - cosines[0]) / _SPREAD)
    shares: dict[str, float] = {}
    for code, weight in zip(codes, weights / weights.sum(), strict=True):
        shares[code] = shares.get(code, 0.0) + float(weight)
    return shares


@lru_cache(maxsize=1)
def naming_people() -> frozenset[str]:
    """Words that end titles and say who somebody is ("inspector", "assistant"), or that it is no worker ("student")."""
    ends = Counter(title.rsplit(" ", maxsplit=1)[-1] for title in known_titles() if " " in title)
    often = frozenset(word for word, titles in ends.items() if titles >= _FEWEST_ENDING)
    return often | words_of("occupation_words", "never")


@lru_cache(maxsize=1)
def meanings() -> Meanings:
    """The rows that ship. Raises DataError where they are missing."""
    import numpy as np

    from tools.documents.vectors import decode

    try:
        with resources.as_file(FILE) as path, np.load(path, allow_pickle=False) as file:
            words, codes = (bytes(file[name]).decode().split("\n") for name in ("words", "codes"))
            vectors = decode(bytes(file["vectors"]), len(words))
            components = file["components"].astype(np.float32)
            return Meanings(words, codes, vectors, components, bytes(file["digest"]).decode())
    except FileNotFoundError as error:
        raise DataError(f"{FILE.name} is missing.", "Install career-coach again.") from error
