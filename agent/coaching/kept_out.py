"""Sentences of a text without those that they want out of it ("dont say doctor", "take the thank you out")."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import prompts

_WORD = re.compile(r"[\w'\u2019-]+")
_QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]|(?:^|(?<=\s))['\u2018]([^'\u2019]+)['\u2019](?=[\s.,;:!?)]|$)")
_STEM = 5  # letters; words that begin alike with so many are one in two forms
_GREETING = re.compile(r"^(?:hi|hello|dear|hey)\b[^.!?]*,\s*", re.IGNORECASE)


def kept_out(sentences: Iterable[str], out: Sequence[str], *, greeting: bool = False) -> list[str]:
    """The sentences that hold none of what is named in `out`; with `greeting` the one that begins a text keeps its greeting."""
    stems = {_stem(word) for each in out for word in _named(each)}
    kept = []
    for at, each in enumerate(sentences):
        if not stems & {_stem(word) for word in _WORD.findall(each)}:
            kept.append(each)
        elif greeting and at == 0 and (match := _GREETING.match(each)):
            kept.append(match[0].strip())
    return kept


def _named(out: str) -> list[str]:
    """The words that say what is to go: those in quotation marks, else all that are no little words."""
    quoted = " ".join(match[1] or match[2] for match in _QUOTED.finditer(out))
    return [word for word in _WORD.findall(quoted or out) if quoted or word.casefold() not in _little()]


def _stem(word: str) -> str:
    low = word.casefold().strip("'\u2019").removesuffix("'s").removesuffix("\u2019s")
    return low[:_STEM] if len(low) > _STEM else low.removesuffix("s") if len(low) > 3 else low


@cache
def _little() -> frozenset[str]:
    held = prompts.words("little")
    return frozenset([*str(held["en"]).split(), *str(prompts.words("own_words")["to_take_out"]).split()])
