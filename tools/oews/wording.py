"""How titles and place names are made comparable: words, singular forms, keys."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"(?:[a-z]\.){2,}[a-z]?(?![a-z])|[a-z0-9]+(?:['\u2019][a-z]+)?(?:\+\+|#|(?<=[a-z])\+(?!\w))?|&",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(r"(?:[a-z]\.){2,}[a-z]?(?![a-z])|[a-z0-9]+(?:['\u2019][a-z]+)*", re.IGNORECASE)
_PLACE_WORDS = {"saint": "st", "ft": "fort"}
_KEPT_ENDINGS = ("ss", "us", "is", "'s")
# Plurals that mean another thing: whoever analyses securities does not analyse security.
_OWN_PLURALS = frozenset({"securities", "grounds"})
ARTICLES = frozenset({"a", "an", "the"})


class Word(NamedTuple):
    """A word of a text: where it stands and its comparable form."""

    start: int
    end: int
    norm: str


def split_words(text: str) -> list[Word]:
    """Words of `text` with their positions, lowercased, without accents, in the singular; "&" reads "and"."""
    plain = _without_accents(text)
    return [Word(found.start(), found.end(), _norm(found.group())) for found in _WORD.finditer(plain)]


def title_key(text: str) -> str:
    """Comparable form of a title: its words in the singular, without articles ("The Nurses" -> "nurse")."""
    return " ".join(word.norm for word in split_words(text) if word.norm not in ARTICLES)


def split_place_words(text: str) -> list[Word]:
    """Words of `text` with their positions as place names spell them: "St." is "st", "D.C." is "dc"."""
    plain = _without_accents(text)
    found = _PLACE_WORD.finditer(plain)
    return [Word(word.start(), word.end(), _place_norm(word.group())) for word in found]


def place_key(text: str) -> str:
    """Comparable form of a place name: its words as written ("St. Louis, MO-IL" -> "st louis mo il")."""
    return " ".join(word.norm for word in split_place_words(text))


def _place_norm(written: str) -> str:
    word = written.lower().replace("\u2019", "'").removesuffix("'s").replace("'", "").replace(".", "")
    return _PLACE_WORDS.get(word, word)


@lru_cache(maxsize=16)
def _without_accents(text: str) -> str:
    """Drop accents one character for one, so that positions stay those of `text`."""
    if text.isascii():
        return text
    return "".join(_base(character) for character in text)


@lru_cache(maxsize=1024)
def _base(character: str) -> str:
    return unicodedata.normalize("NFKD", character)[0]


@lru_cache(maxsize=65536)
def _norm(written: str) -> str:
    word = written.lower().replace("\u2019", "'")
    if word == "&":
        return "and"
    if "." in word:
        return word.replace(".", "")
    return _singular(word.removesuffix("'s"))


def _singular(word: str) -> str:
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if len(word) <= 3 or not word.endswith("s") or word.endswith(_KEPT_ENDINGS) or word in _OWN_PLURALS:
        return word
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
