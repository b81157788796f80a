"""Word cues of intents, from `prompts/words/cues.yaml`."""

import re
from collections.abc import Iterable
from functools import cache

from prompts import words


def cued_intents(text: str) -> list[str]:
    """Intents whose wordings occur in `text`, in the file's order."""
    return [intent for intent, pattern in _table("intents").items() if pattern.search(text)]


def cued_small_talk(text: str) -> str | None:
    """The kind of small talk that `text` plainly is."""
    return next((kind for kind, pattern in _table("small_talk").items() if pattern.search(text)), None)


def corrected_from(text: str) -> int:
    """Where what takes the place of something begins, in words that correct what was said; 0 in others."""
    match = _pattern("corrects").match(text)
    return match.end() if match else 0


def has_cue(name: str, text: str) -> bool:
    """Whether a wording of the list `name` occurs in `text`."""
    return bool(_pattern(name).search(text))


@cache
def _table(name: str) -> dict[str, re.Pattern[str]]:
    return {key: _compiled(wordings) for key, wordings in words("cues")[name].items()}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    wordings = words("cues")[name]
    return _compiled([wordings] if isinstance(wordings, str) else wordings)


def _compiled(wordings: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(spaced(each) for each in wordings), re.IGNORECASE)


def spaced(wording: str) -> str:
    """A wording as a pattern that starts at a word: each space is any white space, " ?" none or more."""
    flexible = wording.replace(" ?", r"\s*").replace(" ", r"\s+")
    return rf"(?<![\w'-])(?:{flexible})"
