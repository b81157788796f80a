"""What the library says of a role: whole sentences that stand by themselves, quoted with their document."""

import re
from functools import lru_cache

from agent import wording
from agent.coaching.findings import Found
from agent.models import Claim
from tools.documents.models import Passage, SearchDocument

Search = Found[SearchDocument]

WORD = re.compile(r"[a-z0-9][a-z0-9+#./-]*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"\u201c(]?[A-Z0-9])")
_BULLET = re.compile(r"^\s*(?:[-*+\u2022]|\d{1,2}[.)])\s+")
_NOT_SAID = re.compile(r"^\s*(?:#|Source:|\||[-=]{3,})")
_LONGEST = 300
_CONTACT = re.compile(r"\S@\w+\.\w|\bhttps?://|\bwww\.")
_POINTS_BACK = re.compile(
    r"^(?:it|they|he|she|both|such|then|so|also)\b|\b(?:this|these|those|the same|the other)\b", re.IGNORECASE
)
_COMPARES = re.compile(r"compar|versus|\bvs\b|\beach\b|,", re.IGNORECASE)
_SUBJECT = 5  # words within which a sentence about somebody names them


def quotation_claims(found: Search, role: str, most: int = 2) -> list[Claim]:
    """What the library says of `role`, as claims of a plan: whole sentences that stand by themselves.

    What is said of other work is left out, however near it comes: the sentence names the role, or its section is
    about this role alone.
    """
    claims: list[Claim] = []
    for passage, evidence in zip(found.document.results, found.evidence, strict=False):
        fitting = [text for text in sentences(passage.text) if _is_about(role, text, passage)]
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
    return f" {rooted(wording.in_short(role))} " in f" {rooted(wording.in_short(text))} "


@lru_cache(maxsize=2048)
def rooted(text: str) -> str:
    """Words without their endings, so that “engineers” is “engineer”."""
    return " ".join(root(word) for word in WORD.findall(text.casefold()))


def sentences(text: str) -> list[str]:
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
        if len(part.split()) >= 3 and not part.endswith(":") and not _CONTACT.search(part)
    ]


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def root(word: str) -> str:
    """A word without its ending."""
    word = word.strip("./-")
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
