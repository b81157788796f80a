"""Whether a text says what its material says: enough of its telling words must stand there."""

from collections.abc import Iterable

from agent.policy.model.said import words_of
from prompts import words
from tools.evidence import Evidence

_MIN_SHARED = 0.5
_STEM = 5
_SHORT = 3


def words_of_evidence(items: Iterable[Evidence]) -> list[str]:
    """The texts of evidence in which a statement may find its words."""
    return [
        part
        for item in items
        for part in (
            item.text,
            item.source.title,
            item.source.publisher or "",
            *(f"{figure.label} {figure.subject} {figure.place}" for figure in item.figures),
        )
    ]


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The beginnings of all words, by which inflected forms are known for the same word."""
    return frozenset(word[:_STEM] for text in texts for word in words_of(text))


def coaching_stems() -> frozenset[str]:
    """Words that a coach may use beside the evidence's."""
    return stems_of(words("coaching"))


def leans_on(text: str, stems: frozenset[str]) -> bool:
    """Whether at least half of the text's telling words are among `stems`."""
    telling = [word for word in words_of(text) if len(word) > _SHORT]
    return sum(word[:_STEM] in stems for word in telling) >= _MIN_SHARED * len(telling)
