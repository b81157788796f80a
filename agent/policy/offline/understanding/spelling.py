"""Short forms and typing errors, mended before anything else reads the message."""

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from prompts import words
from tools.documents.embedder import TOKENIZER_FILE, TOKENIZER_PACKAGE

_WORD = re.compile(r"[A-Za-z][A-Za-z']*")
_SHORTEST = 4
_ENDINGS = frozenset({"s", "es", "d", "ed", "ing", "er", "ers", "ly", "r"})


def mend(text: str) -> str:
    """Write out short forms, then turn each unknown word into the nearest word the coach listens for.

    A word is unknown when neither the embedder's vocabulary nor a word list holds it; names stay as they are.
    """
    text = _short_forms().sub(lambda match: _expansion(match[0]), text)
    return _WORD.sub(lambda match: _mended(match[0], text, match.start()), text)


def _expansion(found: str) -> str:
    return str(words("spelling")["short_forms"][found.lower()])


@cache
def _short_forms() -> re.Pattern[str]:
    forms = sorted(words("spelling")["short_forms"], key=len, reverse=True)
    return re.compile(
        rf"(?<![\w'/@.-])(?:{'|'.join(map(re.escape, forms))})(?![\w'/@-])(?!\.\w)", re.IGNORECASE
    )


def _mended(word: str, text: str, start: int) -> str:
    if len(word) < _SHORTEST or "'" in word or word.isupper() or word.lower() in _known_words():
        return word
    # A capital inside a sentence marks a name, unless the whole message is shouted or titled.
    is_name = word[0].isupper() and start > 0 and not text[:start].rstrip().endswith((".", "!", "?", "\n"))
    nearest = _nearest_cue(word.lower(), 1 if is_name or len(word) < 8 else 2)
    if nearest is None:
        return word
    return nearest.capitalize() if word[0].isupper() else nearest


@cache
def _nearest_cue(word: str, distance: int) -> str | None:
    from rapidfuzz.distance import OSA

    best: tuple[int, bool, str] | None = None
    for cue in _cues():
        if cue[0] != word[0] or abs(len(cue) - len(word)) > distance:
            continue
        if word.removeprefix(cue) in _ENDINGS:
            continue  # another form, not an error
        away = OSA.distance(word, cue, score_cutoff=distance)
        # Swapped letters are the commonest slip, so they win among equals.
        candidate = (away, sorted(word) != sorted(cue), cue)
        if away <= distance and (best is None or candidate < best):
            best = candidate
    return best[2] if best else None


@cache
def _cues() -> tuple[str, ...]:
    return tuple(words("spelling")["cues"].split())


@cache
def _known_words() -> frozenset[str]:
    """Some 24,000 whole words of the embedding model's vocabulary, and every word of our own lists."""
    spec = find_spec(TOKENIZER_PACKAGE)
    if spec is None or spec.origin is None:
        return frozenset(_cues())
    vocabulary = json.loads((Path(spec.origin).parent / TOKENIZER_FILE).read_text(encoding="utf-8"))
    whole = (word for word in vocabulary["model"]["vocab"] if word.isalpha())
    return frozenset(whole) | frozenset(_cues())
