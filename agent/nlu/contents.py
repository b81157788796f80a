"""What a message tells for a text, clause by clause: what it is to say, what is asked in it, what may not stand in it.

The clauses are read by the head `clause` of `agent/nlu/kinds.py`; what is said to the coach alone, and what it cannot tell, is left out.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from agent.models import OwnText, TextPart
from agent.nlu.addressee import addressee
from agent.nlu.clauses import Clause, clauses
from agent.nlu.kinds import Floats, likeliest_of, nameless_vector, read_kind
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger

_TOLD = frozenset({"said", "wanted"})
_PARTS = _TOLD | {"out"}
_LEAST_ASKED, _LEAST_TOLD = 4, 8  # words
_MOST = 1500  # characters; a longer message holds a document, and no text is told clause by clause in it
_MOST_CLAUSES = 24
# What gives the reason for what stands before it goes with it.
_REASON = re.compile(r"(?:because|bc|cuz|cause|coz|since|so that)\b", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[.!?;…\n]")
_SPOKEN = re.compile(r"\b(?:texts?|txt|dm|message|msg|whatsapp|sms|chat)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:letters?|e-?mails?|application|mail)\b", re.IGNORECASE)
# Whom it goes to, and whom it is about: of two nobody can tell who "she" is.
_TO = re.compile(
    r"\b(?:to|for|ask|tell|text|email|message|write|thank|with)\s+(?:my|our|the|this|an?|his|her)\s+(?:[\w-]+\s*){1,3}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|bout|on|regarding|against)\s+(?:my|our|a)\s+\w+|\bfor\s+(?:my|our)\s+(?:co-?worker|friend)",
    re.IGNORECASE,
)
_SURE_OF_SHORT = 0.5


class Read(NamedTuple):
    """The clauses of a message and how each was read; `spoken` as in `OwnText`, `brief` where it is to be shorter or plain."""

    kinds: tuple[str | None, ...]
    parts: tuple[tuple[str, str], ...]
    brief: bool

    @property
    def is_enough(self) -> bool:
        """Whether a text can be made of it: something is asked, or a sentence's worth is told."""
        return tells_enough([TextPart(kind=kind, text=text) for kind, text in self.parts])


def tells_enough(parts: Sequence[TextPart]) -> bool:
    """Whether parts of a text make one: something is asked in some words, or a sentence's worth is told."""
    told = [part for part in parts if part.kind in _TOLD]
    asks = any(part.kind == "wanted" and len(part.text.split()) >= _LEAST_ASKED for part in told)
    return asks or sum(len(part.text.split()) for part in told) >= _LEAST_TOLD


def contents_of(text: str) -> Read:
    """What a text is told in a message."""
    return _read(text) if len(text) <= _MOST else Read((), (), brief=False)


@lru_cache(maxsize=16)
def _read(text: str) -> Read:
    found = clauses(text)[:_MOST_CLAUSES]
    if not found:
        return Read((), (), brief=False)
    summaries = default_tagger().summaries([each.text for each in found])
    kinds = tuple(
        read_kind("clause", nameless_vector(row, each.text))
        for row, each in zip(summaries, found, strict=True)
    )
    brief = any(kind == "style" and _is_to_be_short(row) for kind, row in zip(kinds, summaries, strict=True))
    return Read(kinds, tuple(_parts(text, found, kinds)), brief)


def _is_to_be_short(row: Floats) -> bool:
    short = likeliest_of("remark", row, frozenset({"shorter"}))
    return short.confidence >= _SURE_OF_SHORT


def _parts(text: str, found: Sequence[Clause], kinds: Sequence[str | None]) -> list[tuple[str, str]]:
    """The clauses that belong to the text; those of one kind in one sentence, and a reason behind what it is of, as one."""
    parts: list[tuple[str, int, int]] = []
    for clause, kind in zip(found, kinds, strict=True):
        last = parts[-1] if parts else None
        reason = _REASON.match(clause.text) is not None and kind in (*_TOLD, "background", None)
        joins = (
            last is not None and last[0] in _TOLD and not _NEW_SENTENCE.search(text[last[2] : clause.start])
        )
        if last and joins and text[last[2] - 1] not in ".!?" and (kind == last[0] or reason):
            parts[-1] = (last[0], last[1], clause.end)
        elif kind in _PARTS:
            parts.append((str(kind), clause.start, clause.end))
    return [(kind, text[start:end]) for kind, start, end in parts]


def own_text(message: Message, before: OwnText | None, earlier: Sequence[str] = ()) -> OwnText:
    """What is told for a text by now: by this message, with what was told `before` for it or in the messages `earlier`."""
    read = contents_of(message.text)
    told = [TextPart(kind=kind, text=text, later=before is not None) for kind, text in read.parts]
    if before is None and not any(part.kind in _TOLD for part in told):
        told = [*(part for text in earlier for part in _earlier(text)), *told]
    spoken = _is_spoken(message.text)
    held = before or OwnText()
    return held.model_copy(
        update={
            "parts": [*held.parts, *told],
            "to_one": held.to_one or _goes_to_one(message),
            "brief": held.brief or read.brief,
            "spoken": held.spoken if spoken is None else spoken,
        }
    )


def _earlier(text: str) -> list[TextPart]:
    return [TextPart(kind=kind, text=words) for kind, words in contents_of(text).parts]


def _is_spoken(text: str) -> bool | None:
    spoken, written = _SPOKEN.search(text), _WRITTEN.search(text)
    return None if bool(spoken) == bool(written) else bool(spoken)


def _goes_to_one(message: Message) -> bool:
    """Whether one person is named whom it goes to, and no other whom it is about."""
    if _ABOUT.search(message.text):
        return False
    return (
        addressee(message) is not None
        or len({match[0].casefold() for match in _TO.finditer(message.text)}) == 1
    )
