"""Passages of the library as quotations: the sentences that answer, not the whole passage."""

import re
from collections.abc import Iterable

from agent import wording
from agent.models import Claim
from agent.policy.offline.findings import Found
from tools.documents.models import Passage, SearchDocument

Search = Found[SearchDocument]

_WORD = re.compile(r"[a-z0-9][a-z0-9+#./-]*")
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[\"“(]?[A-Z0-9])|\n+")
_COMMON = frozenset(
    [
        "a",
        "about",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "me",
        "my",
        "of",
        "on",
        "or",
        "should",
        "so",
        "that",
        "the",
        "their",
        "them",
        "these",
        "they",
        "this",
        "those",
        "to",
        "was",
        "we",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "work",
        "would",
        "you",
        "your",
        "tell",
        "say",
        "says",
        "need",
        "needs",
        "consist",
        "there",
        "some",
        "more",
        "most",
        "than",
        "then",
        "us",
    ]
)
_LONGEST = 320


def quotations(found: Search, most: int = 3) -> list[tuple[Passage, str, str]]:
    """(passage, sentence, evidence id), best first: sentences that share most words with the question."""
    if not found.document.answerable:
        return []
    asked = _words(found.document.query)
    scored = []
    for rank, (passage, evidence) in enumerate(zip(found.document.results, found.evidence, strict=False)):
        for position, text in enumerate(_sentences(passage.text)):
            shared = len(asked & _words(text))
            # The passage's own rank counts for more than one shared word, its first sentences for less.
            scored.append(
                (shared + 2.0 / (1 + rank) - 0.05 * position, rank, position, passage, text, evidence.id)
            )
    best = sorted(scored, key=lambda item: (-item[0], item[1], item[2]))[:most]
    return [(item[3], item[4], item[5]) for item in sorted(best, key=lambda item: (item[1], item[2]))]


def quotation_claims(found: Search, most: int = 2) -> list[Claim]:
    """Quotations as claims of a plan, each with the document it stands in."""
    return [
        Claim(text=f"{passage.source.title}: “{text}”", evidence=[evidence])
        for passage, text, evidence in quotations(found, most)
    ]


def _sentences(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    parts = (wording.inline(part) for part in _BREAK.split("\n".join(lines)))
    return [_shortened(part) for part in parts if len(_words(part)) >= 3]


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _words(text: str) -> set[str]:
    return {_root(word) for word in _WORD.findall(text.casefold()) if word not in _COMMON}


def _root(word: str) -> str:
    word = word.strip("./-")
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def titles(passages: Iterable[Passage]) -> list[str]:
    return list(dict.fromkeys(passage.source.title for passage in passages))
