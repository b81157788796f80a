"""What people say of their work in place of a title: "drove trucks", "work the deli", "front desk at a vet's".

The table holds such words with their occupations. They are found whatever the form of the verb, and with
typing errors in words that are none.
"""

import csv
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from tools.oews.spelling import near_words, stands_for_itself
from tools.oews.tables import read_lines, read_table
from tools.oews.titles import BY_HAND, Hit
from tools.oews.wording import title_key

_ENDINGS = ("ing", "ed", "es", "e", "s")
_SHORTEST_STEM = 2
_MOST_ERRORS = 2
# Words before the work that tell nothing of it ("I used to", "worked in"), in comparable form ("does" is "doe").
_AHEAD = frozenset(
    {"i", "we", "work", "working", "worked", "do", "doe", "doing", "did", "done", "job", "been", "be", "was", "in", "at", "for", "on", "with", "as", "my", "used", "to"}
)  # fmt: skip

_SPEAKERS = frozenset({"i", "i'm", "im", "we"})
_FEWEST = 2  # words that tell work by themselves
_AT_PRESENT = frozenset({"work", "working", "do", "doing", "am", "as", "in", "at", "currently", "a"})


class Saying(NamedTuple):
    """Words for a job as the table has them, and their SOC codes, the likeliest first."""

    words: str
    codes: tuple[str, ...]

    def hits(self) -> list[Hit]:
        """The occupations, as titles give them."""
        return [Hit(code, "saying", self.words, 1.0, BY_HAND) for code in self.codes]


def find_saying(text: str) -> Saying | None:
    """The saying that has these words, the verb in any form, words ahead that tell nothing left aside."""
    keys = _without_words_ahead(title_key(text).split())
    return next(
        (found for key in keys if (found := _by_key().get(key) or _by_stem().get(_stemmed(key)))), None
    )


def tells_present_work(text: str) -> bool:
    """Whether words that begin with "I" or "we" are all said of some work in the present ("I draw blood")."""
    first, _, rest = title_key(text).partition(" ")
    if first not in _SPEAKERS:
        return False
    words = rest.split()
    ahead = next((at for at, word in enumerate(words) if word not in _AT_PRESENT), len(words))
    return any(" ".join(words[at:]) in _by_key() for at in range(min(ahead, len(words) - _FEWEST) + 1))


def is_saying(text: str) -> bool:
    """Whether the table has these very words."""
    return title_key(text) in _by_key()


def find_misspelt_saying(text: str) -> Saying | None:
    """The saying that these words are with typing errors in one word or two of them."""
    key = title_key(text)
    if stands_for_itself(key):
        return None
    choices = [near_words(word, _words()) or [word] for word in key.split()]
    errors = sum(len(found) > 1 or found[0] not in text.casefold() for found in choices)
    if not 0 < errors <= _MOST_ERRORS:
        return None
    return next((found for each in product(*choices) if (found := find_saying(" ".join(each)))), None)


def all_sayings() -> list[Saying]:
    """Every saying in the order of the table."""
    rows = csv.reader(read_lines("occupation_sayings")[1:])
    return [Saying(words, tuple(codes.split())) for words, codes, _ in rows]


def verb_stem(word: str) -> str:
    """What the forms of a verb have in common: "driving", "drove" and "drives" are "driv"."""
    word = _irregular().get(word, word)
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > _SHORTEST_STEM:
            doubled = len(stem) > _SHORTEST_STEM + 1 and stem[-1] == stem[-2] and stem[-1] not in "ls"
            return stem[:-1] if doubled else stem
    return word


def _without_words_ahead(words: list[str]) -> list[str]:
    """The words as they are, then with one after the other left aside of those ahead that tell nothing."""
    ahead = next((place for place, word in enumerate(words) if word not in _AHEAD), len(words) - 1)
    return [" ".join(words[start:]) for start in range(ahead + 1)]


def _stemmed(key: str) -> str:
    verb, space, rest = key.partition(" ")
    return f"{verb_stem(verb)}{space}{rest}"


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Saying]:
    return {title_key(saying.words): saying for saying in all_sayings()}


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, Saying]:
    """By words with the first one as its stem; without those that two occupations share ("rig", "rigging")."""
    found: dict[str, Saying | None] = {}
    for key, saying in _by_key().items():
        stem = _stemmed(key)
        other = found.setdefault(stem, saying)
        if other is None or other.codes != saying.codes:
            found[stem] = None
    return {stem: saying for stem, saying in found.items() if saying}


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(word for key in _by_key() for word in key.split())


def in_base_form(key: str) -> str:
    """A comparable form whose first word is a verb's irregular past, with the verb ("taught art": "teach art")."""
    first, space, rest = key.partition(" ")
    return f"{_irregular().get(first, first)}{space}{rest}"


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    rows = [row for row in read_table("occupation_words") if row["kind"] == "verb_form"]
    return {row["word"]: row["meaning"] for row in rows}
