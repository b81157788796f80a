"""Whether a text says what its material says: enough of its telling words must stand there."""

from collections.abc import Iterable
from functools import cache

from agent.policy.model.said import words_of
from prompts import words
from tools.evidence import Evidence

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


def coaching_stems(*names: str) -> frozenset[str]:
    """Words that a coach may use beside the evidence's, of these lists."""
    return stems_of(words("coaching")[name] for name in names)


@cache
def _grammar() -> frozenset[str]:
    return frozenset(words("coaching")["grammar"].split())


def leans_on(text: str, stems: frozenset[str], share: float = 0.5) -> bool:
    """Whether more than this share of the text's telling words are among `stems`; true where there is none."""
    telling = [word for word in words_of(text) if len(word) > _SHORT and word not in _grammar()]
    known = sum(word[:_STEM] in stems for word in telling)
    return not telling or known > share * len(telling)
