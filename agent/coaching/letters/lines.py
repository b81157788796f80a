"""The sentences of a text: what was told for it as one says it to its reader, and the frame that a written text lends it."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

import prompts
from agent.coaching.letters.asks import said_to
from agent.coaching.letters.sentences import told
from agent.models import LetterLine, LetterNotes, LetterPart
from agent.nlu.letters.turn import purpose_of_frame
from agent.nlu.letters.whom import as_third_person
from agent.nlu.tagger import default_tagger

_NAMES = 5  # words
# "how to ask him?" asks the coach.
_TO_THE_COACH = re.compile(
    r"(?:how|what|where|when)\s+(?:to|do\s+i|should\s+i|can\s+i|would\s+i)\b", re.IGNORECASE
)
_SENTENCE = 384  # numbers of a summary that say what a sentence is about
# From this likeness on a sentence of theirs says what the frame would say.
_SAYS_IT = 0.6


def lines_of(parts: Iterable[LetterPart], notes: LetterNotes, to: str | None) -> list[LetterLine]:
    """What parts tell and ask, as sentences to the reader; nothing twice."""
    found = dict[str, LetterLine]()
    for part in parts:
        if part.kind not in ("said", "wanted") or _TO_THE_COACH.match(part.text):
            continue
        words = as_third_person(part.text, notes.whom, to) if notes.to_one else part.text
        said = told(words, alone=notes.to_one) if notes.lines else said_to(part, words, alone=notes.to_one)
        if said and not _is_a_name(said, to):
            found.setdefault(said.casefold(), LetterLine(kind=part.kind, text=said))
    return [*found.values()]


def _is_a_name(said: str, to: str | None) -> bool:
    """Whether a sentence says no more than what the reader is called."""
    return to is not None and len(said.split()) <= _NAMES and to.split()[-1].casefold() in said.casefold()


def opening(entry: str | None, lines: Sequence[LetterLine]) -> list[LetterLine]:
    """What it is about, where no sentence of theirs says so."""
    said = _frame(entry, "open", own=bool(lines))
    asks = any(
        each.text.endswith("?") or each.text.startswith(("Thank you", "I'd like to")) for each in lines
    )
    if said is None or asks or any(_likeness(said, each.text) >= _SAYS_IT for each in lines):
        return []
    return [LetterLine(kind="frame", text=said)]


def asking(entry: str | None, lines: Sequence[LetterLine]) -> list[LetterLine]:
    """What is asked at its end, where they ask nothing."""
    said = _frame(entry, "ask", own=bool(lines))
    if said is None or any(each.kind == "wanted" for each in lines):
        return []
    return [LetterLine(kind="ask", text=said)]


def courtesy(entry: str | None) -> str | None:
    """A kind word that fits such a text."""
    return _frame(entry, "warm")


def _frame(entry: str | None, part: str, *, own: bool = False) -> str | None:
    """A sentence of a frame; around sentences of their `own` one that fits whatever they say with that purpose."""
    if entry is None:
        return None
    entry = purpose_of_frame(entry) if own else entry
    if entry is None:
        return None
    if prompts.has_advice(entry):
        said = prompts.advice(entry).get(part)
    else:
        said = prompts.table("letters").get(entry, {}).get(part)
    return str(said) if said else None


def nearest(words: str, lines: Sequence[str]) -> tuple[int, float] | None:
    """Which line speaks of what some words name, and how near it is to them, -1 to 1; None of no lines."""
    if not lines:
        return None
    likeness = [_likeness(words, each) for each in lines]
    best = int(np.argmax(likeness))
    return best, likeness[best]


def _likeness(first: str, second: str) -> float:
    return float(_vector(first) @ _vector(second))


def _vector(text: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    row = default_tagger().summaries([text])[0][:_SENTENCE]
    return np.asarray(row / max(float(np.linalg.norm(row)), 1e-6), dtype=np.float32)
