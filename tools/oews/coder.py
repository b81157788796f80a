"""Occupation coding: which occupation words for a job mean, by weights (`python -m training.coder`, its card `prompts/nlu/CODER.md`).

A layer over the sentence vector of the words and one over the words themselves, trained on titles, on what people say of
their work and on what the work is. In a message the words are read four times: alone, with those beside them, in their
sentence, and beside the person's other work; what each reading says is weighed, as is the title that the tables have.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tools.errors import DataError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = resources.files("seeds") / "tables" / "occupation_coder.npz"
READINGS = ("alone", "near", "sentence", "beside")
# What is weighed beside the readings: how many have the job, and the tables' link, by a whole title, in part, or of words that
# many trades share.
LINKS = ("title", "part", "open")
WEIGHED = (*READINGS, "employment", *LINKS)
SCALE = 10.0  # of a vector of length 1, so that weights are of the size of the others
MOST_WORDS = 36  # parts of words that are read of a text
_WORD = re.compile(r"[a-z0-9&+#']+")
_SHORT, _LONG = 4, 6  # letters that forms of a word share
# Of occupations that words may be, the most that are named, the share that each has to have, and that of all.
_FEW, _LEAST, _TOGETHER = 3, 0.12, 0.6
_BESIDE = 0.5  # of a title that is not the first of several


class Context(NamedTuple):
    """Words for a job as they stand in a message: with those next to them, in their sentence, behind what else the person does."""

    near: str
    sentence: str
    beside: str


class Titled(NamedTuple):
    """An occupation that the tables link words to: its code, its score (0 to 1), and which of LINKS it is."""

    code: str
    score: float
    link: str


class Coded(NamedTuple):
    """An occupation and its share, 0 to 1."""

    code: str
    share: float


class Weights(NamedTuple):
    """The layers of the coder for n codes: `vector` (384, n), `words` (v + 1, d) and `shared` (d, n), `bias` and `employment` (n), `mix` (8).

    Row 0 of `words` is that of none; the parts of words in `known` have the rows after it.
    """

    codes: list[str]
    known: dict[str, int]
    vector: "Floats"
    bias: "Floats"
    words: "Floats"
    shared: "Floats"
    employment: "Floats"
    mix: "Floats"


def parts_of(text: str) -> Iterator[str]:
    """The words of a text and how the longer ones begin."""
    for word in _WORD.findall(text.casefold()):
        yield word
        if len(word) > _SHORT:
            yield f"^{word[:_SHORT]}"
        if len(word) > _LONG:
            yield f"^{word[:_LONG]}"


def rows_of(text: str, known: dict[str, int]) -> list[int]:
    """The rows of what is known of a text, at most MOST_WORDS."""
    return [known[part] for part in parts_of(text) if part in known][:MOST_WORDS]


def log_shares(text: str, weights: Weights) -> "Floats":
    """The logarithm of each code's share for one text, of shape (codes,)."""
    import numpy as np

    from tools.documents.embedder import built_in

    rows = rows_of(text, weights.known)
    said = weights.words[rows].sum(axis=0) / np.sqrt(len(rows) + 1)
    vector = built_in().embed([text.casefold()])[0]
    return log_of(vector * SCALE @ weights.vector + weights.bias + said @ weights.shared)


def log_of(scores: "Floats") -> "Floats":
    """Scores as logarithms of shares."""
    import numpy as np

    top = scores.max(axis=-1, keepdims=True)
    logs: Floats = scores - top - np.log(np.exp(scores - top).sum(axis=-1, keepdims=True))
    return logs


def signs_of(words: str, context: Context, titled: Sequence[Titled], weights: Weights) -> "Floats":
    """What speaks for each code, of shape (8, codes), in the order of WEIGHED."""
    import numpy as np

    readings = [log_shares(text, weights) for text in (words, *context)]
    links = np.zeros((len(LINKS), len(weights.codes)), dtype=np.float32)
    place = {code: at for at, code in enumerate(weights.codes)}
    for at, each in enumerate(titled):
        if each.code in place:
            links[LINKS.index(each.link), place[each.code]] = each.score * (_BESIDE if at else 1.0)
    return np.stack([*readings, weights.employment, *links]).astype(np.float32)


def code_in_context(words: str, context: Context, titled: Sequence[Titled]) -> Coded:
    """The likeliest occupation of words for a job in a message."""
    import numpy as np

    held = weights()
    shares = np.exp(log_of(held.mix @ signs_of(words, context, titled, held)))
    at = int(shares.argmax())
    return Coded(held.codes[at], float(shares[at]))


@lru_cache(maxsize=2048)
def code_alone(words: str) -> Coded:
    """The likeliest occupation of words for a job that stand for themselves."""
    import numpy as np

    held = weights()
    shares = np.exp(log_shares(words, held))
    at = int(shares.argmax())
    return Coded(held.codes[at], float(shares[at]))


@lru_cache(maxsize=2048)
def likely_codes(words: str) -> tuple[str, ...]:
    """The few occupations of which words for a job are surely one, the likeliest first; none where they may be many."""
    import numpy as np

    held = weights()
    shares = np.exp(log_shares(words, held))
    first = [int(at) for at in shares.argsort()[::-1][:_FEW] if shares[at] >= _LEAST]
    return tuple(held.codes[at] for at in first) if shares[first].sum() >= _TOGETHER else ()


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that ship. Raises DataError where they are missing."""
    import numpy as np

    try:
        with resources.as_file(FILE) as path, np.load(path, allow_pickle=False) as file:
            codes, known = (bytes(file[name]).decode().split("\n") for name in ("codes", "known"))
            words = file["words"].astype(np.float32) * file["steps"].astype(np.float32)
            layers = {
                name: file[name].astype(np.float32)
                for name in ("vector", "bias", "shared", "employment", "mix")
            }
            return Weights(
                codes, {part: row for row, part in enumerate(known, start=1)}, words=words, **layers
            )
    except FileNotFoundError as error:
        raise DataError(f"{FILE.name} is missing.", "Install career-coach again.") from error
