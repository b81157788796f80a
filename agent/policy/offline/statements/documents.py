"""Passages of the library as quotations: the sentences that answer, not the whole passage."""

from dataclasses import dataclass

from agent.plans.drafting.library import WORD, Search, root, rooted, sentences
from agent.policy.offline.understanding.cues import has_cue
from tools.documents.models import Passage

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
        "consist",
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
        "job",
        "me",
        "my",
        "need",
        "needs",
        "of",
        "on",
        "or",
        "role",
        "say",
        "says",
        "should",
        "so",
        "tell",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "us",
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
    ]
)
_FROM_EACH = (2, 1, 1)


@dataclass(frozen=True)
class Quotation:
    """A sentence of a passage as it stands there, on one line, and the evidence it is."""

    text: str
    passage: Passage
    evidence: str


def quotations(found: Search, most: int = 3) -> list[Quotation]:
    """The sentences that share most words with the question, those of the best passages first."""
    if not found.document.answerable:
        return []
    asked = _words(found.document.query)
    quoted: list[Quotation] = []
    ranked = zip(found.document.results, found.evidence, _FROM_EACH, strict=False)
    for passage, evidence, share in ranked:
        sentences = _told(passage.text)
        best = sorted(range(len(sentences)), key=lambda at: (-len(asked & _words(sentences[at])), at))[:share]
        quoted += [Quotation(sentences[at], passage, evidence.id) for at in sorted(best)]
    return quoted[:most]


def names_role(role: str, quoted: Quotation) -> bool:
    """Whether a quotation is about `role`: the sentence, its section or its document names it."""
    source = quoted.passage.source
    places = (quoted.text, source.section or "", source.title)
    return any(f" {rooted(role)} " in f" {rooted(place)} " for place in places)


def _words(text: str) -> set[str]:
    return {root(word) for word in WORD.findall(text.casefold()) if word not in _COMMON}


def _told(text: str) -> list[str]:
    """The sentences without those that speak to whoever reads documents for people: these are not passed on."""
    return [sentence for sentence in sentences(text) if not has_cue("injection", sentence)]
