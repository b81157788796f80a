"""Whether a text is to be more formal or less, where a message says it by a degree: "more official", "too formal", "not so casual"."""

import re
from typing import Literal

import prompts

# Behind these the opposite is wanted.
_LESS = re.compile(
    r"\b(?:less|too|2|not(?:\s+(?:so|that|as|too))?|isn['\u2019]?t|way|without|drop|no)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w-]+")
_MOST = 14  # words; a longer message tells more than how a text is to sound


def formality(text: str) -> Literal["formal", "plainer"] | None:
    """What is wanted; None where no word for it stands in the message."""
    held = prompts.words("own_words")
    words = _WORD.findall(text)
    if len(words) > _MOST:
        return None
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if word in held["formal"].split() or word in held["casual"].split():
            up = (word in held["formal"].split()) != bool(_LESS.search(text[: match.start()]))
            return "formal" if up else "plainer"
    return None
