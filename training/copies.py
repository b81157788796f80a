"""Copies of annotated messages with roles, places, skills, employers and numbers exchanged, and typed worse.

The words around the spans stay a person's own; what stands in the spans becomes another thing of the same kind.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from agent.nlu.scheme import PLACES, QUESTIONS, ROLES, SKILLS
from tools.oews.place_scan import find_places
from tools.oews.role_scan import find_roles
from tools.roadmap.skills import find_skills
from training.corpus import Example, Span

# People pass over a question asked back as often as they answer it, and a thread stands on more than a writer had in mind.
_ASKED, _STANDS_ON = 0.35, 0.5
_SPOKEN_OF = (
    "topic",
    "topic",
    "topic",
    "two",
    "options",
    "offer",
)  # a thread nearly always stands on a topic
_EXCHANGED, _LOWERED, _MISTYPED, _UNMARKED = 0.6, 0.2, 0.25, 0.15
_SLIPS = 0.06
_NUMBER = re.compile(r"\d+")
_NUMBERS = ("hrs", "payc", "payo", "payt", "bonus", "signon", "equity", "total", "age", "yrs")


class Piece(NamedTuple):
    """A stretch of a message; `label` is None outside of spans."""

    text: str
    label: str | None


Pools = dict[str, list[str]]


def pools_of(examples: Iterable[Example]) -> Pools:
    """What people wrote for each kind of thing, each once, from messages to train with."""
    found: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for span in example.spans:
            words = example.text[span.start : span.end]
            if kind := _kind(words, span.label):
                found[kind].add(words)
    return {kind: sorted(words) for kind, words in found.items()}


def copy_of(example: Example, pools: Pools, rng: random.Random) -> Example:
    """Another message after this one; the same words become the same words throughout."""
    pieces = _pieces(example)
    exchanged: dict[str, str] = {}
    pieces = [_exchanged(piece, pools, exchanged, rng) for piece in pieces]
    if rng.random() < _MISTYPED:
        pieces = [piece._replace(text=_mistyped(piece.text, rng)) for piece in pieces]
    if rng.random() < _LOWERED:
        pieces = [piece._replace(text=piece.text.lower()) for piece in pieces]
    if rng.random() < _UNMARKED:
        pieces = [piece if piece.label else piece._replace(text=_unmarked(piece.text)) for piece in pieces]
    return replace(_joined(example, pieces), context=_context(example, rng))


def _context(example: Example, rng: random.Random) -> tuple[str, ...]:
    """The context with, now and then, a question that the message passes over, and another thing the thread stands on."""
    context = [*example.context]
    asked = any(name in QUESTIONS for name in context)
    if not asked and "answer" not in example.wishes and rng.random() < _ASKED:
        context.append(rng.choice(QUESTIONS))
    more = rng.choice([name for name in _SPOKEN_OF if name not in context] or [""])
    if more and "followup" not in example.wishes and rng.random() < _STANDS_ON:
        context.insert(0, more)
    return tuple(context)


def _pieces(example: Example) -> list[Piece]:
    pieces, done = [], 0
    for span in example.spans:
        pieces.append(Piece(example.text[done : span.start], None))
        pieces.append(Piece(example.text[span.start : span.end], span.label))
        done = span.end
    return [*pieces, Piece(example.text[done:], None)]


def _joined(example: Example, pieces: Sequence[Piece]) -> Example:
    text, spans = "", []
    for piece in pieces:
        if piece.label and piece.text:
            spans.append(Span(len(text), len(text) + len(piece.text), piece.label))
        text += piece.text
    return Example(
        text, tuple(spans), example.wishes, example.context, example.before, example.file, example.line
    )


@cache
def _kind(words: str, label: str) -> str | None:
    """The pool that a span's words belong to, None where tables do not know them whole."""
    whole = (0, len(words))
    if label in ROLES and any((role.start, role.end) == whole for role in find_roles(words)):
        return "roles" if words.endswith("s") else "role"
    if label in PLACES and any((place.start, place.end) == whole for place in find_places(words)):
        return "place"
    if label in SKILLS and any(
        (skill.start, skill.end) == whole and not skill.everyday for skill in find_skills(words)
    ):
        return "skill"
    return "employer" if label == "emp" else None


def _exchanged(piece: Piece, pools: Pools, done: dict[str, str], rng: random.Random) -> Piece:
    if piece.label is None:
        return piece
    if piece.label in _NUMBERS:
        return piece._replace(text=_NUMBER.sub(lambda found: _other_number(found[0], rng), piece.text))
    if piece.text not in done:
        done[piece.text] = piece.text
        kind = _kind(piece.text, piece.label)
        if kind and rng.random() < _EXCHANGED:
            other = rng.choice(pools.get(kind, [piece.text]))
            done[piece.text] = other.lower() if piece.text.islower() else other
    return piece._replace(text=done[piece.text])


def _other_number(written: str, rng: random.Random) -> str:
    """A number of as many digits, now and then; a year stays, or an age would no longer fit it."""
    if written.startswith(("0", "19", "20")) or rng.random() < 0.5:
        return written
    return str(rng.randint(1, 9)) + "".join(rng.choice("0500123456789") for _ in written[1:])


def _mistyped(text: str, rng: random.Random) -> str:
    """Now and then a letter left out, doubled, or changed with its neighbour."""
    letters, at = list(text), 1
    while at < len(letters) - 1:
        if letters[at].isalpha() and letters[at + 1].isalpha() and rng.random() < _SLIPS / 2:
            slip = rng.choice(("drop", "double", "turn"))
            if slip == "drop":
                letters[at] = ""
            elif slip == "double":
                letters[at] *= 2
            else:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            at += 3
        at += 1
    return "".join(letters)


def _unmarked(text: str) -> str:
    return re.sub(r"[.,!?;'\u2019](?=\s|$)", "", text)
