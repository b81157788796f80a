"""Passages of the library as quotations: the sentences that answer, not the whole passage."""

import re
from dataclasses import dataclass

from agent import wording
from agent.coaching.findings import Found
from agent.models import Claim
from tools.documents.models import Passage, SearchDocument

Search = Found[SearchDocument]

_WORD = re.compile(r"[a-z0-9][a-z0-9+#./-]*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"\u201c(]?[A-Z0-9])")
_BULLET = re.compile(r"^\s*(?:[-*+\u2022]|\d{1,2}[.)])\s+")
_NOT_SAID = re.compile(r"^\s*(?:#|Source:|\||[-=]{3,})")
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
_LONGEST = 300
_CONTACT = re.compile(r"\S@\w+\.\w|\bhttps?://|\bwww\.")
_POINTS_BACK = re.compile(
    r"^(?:it|they|he|she|both|such|then|so|also)\b|\b(?:this|these|those|the same|the other)\b", re.IGNORECASE
)
_COMPARES = re.compile(r"compar|versus|\bvs\b|\beach\b|,", re.IGNORECASE)
_SUBJECT = 5  # words within which a sentence about somebody names them
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
        sentences = _sentences(passage.text)
        best = sorted(range(len(sentences)), key=lambda at: (-len(asked & _words(sentences[at])), at))[:share]
        quoted += [Quotation(sentences[at], passage, evidence.id) for at in sorted(best)]
    return quoted[:most]


def quotation_claims(found: Search, role: str, most: int = 2) -> list[Claim]:
    """What the library says of `role`, as claims of a plan: whole sentences that stand by themselves.

    What is said of other work is left out, however near it comes: the sentence names the role, or its section is
    about this role alone.
    """
    claims: list[Claim] = []
    for passage, evidence in zip(found.document.results, found.evidence, strict=False):
        fitting = [text for text in _sentences(passage.text) if _is_about(role, text, passage)]
        named = sorted(fitting, key=lambda text: not _is_named(role, text))
        claims += [
            Claim(text=f"“{passage.source.title}” says: “{text}”", evidence=[evidence.id])
            for text in named[:1]
        ]
    return claims[:most] if found.document.answerable else []


def _is_about(role: str, sentence: str, passage: Passage) -> bool:
    if not sentence.endswith((".", "!", "?", "…")) or _POINTS_BACK.search(sentence):
        return False
    section = passage.source.section or ""
    subject = " ".join(sentence.split()[:_SUBJECT])
    return _is_named(role, subject) or (_is_named(role, section) and not _COMPARES.search(section))


def _is_named(role: str, text: str) -> bool:
    return f" {_rooted(wording.in_short(role))} " in f" {_rooted(wording.in_short(text))} "


def names_role(role: str, quoted: Quotation) -> bool:
    """Whether a quotation is about `role`: the sentence, its section or its document names it."""
    source = quoted.passage.source
    places = (quoted.text, source.section or "", source.title)
    return any(f" {_rooted(role)} " in f" {_rooted(place)} " for place in places)


def _rooted(text: str) -> str:
    return " ".join(_root(word) for word in _WORD.findall(text.casefold()))


def _sentences(text: str) -> list[str]:
    """Sentences and list items; a line that only wraps is joined to the one before it."""
    units: list[str] = []
    fresh = True
    for line in text.splitlines():
        if not line.strip() or _NOT_SAID.match(line):
            fresh = True
        elif fresh or _BULLET.match(line):
            units.append(line)
            fresh = False
        else:
            units[-1] += f" {line.strip()}"
    parts = [wording.inline(part) for unit in units for part in _SENTENCE.split(unit)]
    return [
        _shortened(part)
        for part in parts
        if len(part.split()) >= 3 and not part.endswith(":") and not _is_order(part)
    ]


def _is_order(sentence: str) -> bool:
    """Whether it speaks to whoever reads documents for people, or sends people somewhere: that is not passed on."""
    from agent.policy.offline.understanding.cues import has_cue

    return bool(_CONTACT.search(sentence)) or has_cue("injection", sentence)


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
