"""The parts of a posting by its headings, and of running text sentence by sentence: what is asked for, done, given, who asks.

What a sentence tells is read by a trained head (`agent/nlu/kinds.py`).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.cv.titles import is_known_title
from agent.nlu.cv.words import normal
from agent.nlu.kinds import chances_of
from agent.nlu.tagger import default_tagger
from prompts import table
from tools.documents.embedder import built_in

PartKind = Literal["head", "asked", "duties", "given", "about", "own", "plain"]
_KINDS: tuple[PartKind, ...] = ("asked", "duties", "given", "about", "head")
_OF_THE_WORK: tuple[PartKind, ...] = ("asked", "duties", "head")
_OF_THE_EMPLOYER: tuple[PartKind, ...] = ("given", "about")
_HALF, _SURE_OF_OTHERS = 0.5, 0.6
_LONGEST_TITLE = 5  # words
_NAMES_MORE = re.compile(
    r"\s+[-\u2013\u2014|@]\s+|\s*[(,|]|\s+at\s+|\t"
)  # before the employer, the place, terms
_LONGEST = 7  # words of a heading
_NEAR = 0.6  # cosine to the nearest heading of the table, as for those of a CV
_SURE = 0.7  # of a label within a line, which is seldom a heading
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+)?(?:\*\*|__)?\s*")
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u00b7\u25aa\u25cf\u2013+|]|\d+[.)])\s*(?=[^\s*])")
_ENDS = re.compile(r"[.!;,]\W*$")
_SENTENCE = re.compile(r"[.!?;]\s+(?=[A-Z\d$])")
_TYPED_SMALL = re.compile(r"[.!?]\s+(?=\S)")  # between the sentences of a line that begins small
_TURNS = re.compile(
    r";\s+|,\s+(?=(?:but|so|while|though|although|whereas)\s)"
)  # within a sentence that goes on otherwise
_QUESTION = 2  # words of a question that is read with its answer ("CPA? Not called for.")
_LEAST_OF_TURN = 4  # words on either side of it
_FEWEST = 3  # words by which a sentence is told
_SURE_BESIDE = 0.75  # that a sentence is of another kind than the heading above it says
_MOST_READ = 60  # sentences of a text; a posting has fewer
_LONGEST_READ = 400  # characters of a sentence
_SHOUTED = re.compile(r"^[^a-z]{4,}$")


class Part(NamedTuple):
    """A part of the text and its kind: "head" is what names the job, "plain" what stands under no heading of a kind.

    "own" is what somebody who hands it on says beside it; `by_itself` says that a sentence told its kind, and no heading.
    """

    kind: PartKind
    start: int
    end: int
    by_itself: bool = False


class _Line(NamedTuple):
    text: str
    start: int
    end: int
    blank_before: bool
    blank_after: bool


@lru_cache(maxsize=64)
def parts_of(text: str) -> tuple[Part, ...]:
    """All parts in order; a heading belongs to none of them."""
    parts: list[Part] = []
    kind: PartKind = "head"
    filled = False
    told = _Sentences()
    for line in _lines(text):
        own, rest = _heading(line)
        bullet = _BULLET.match(line.text) is not None
        if own and not rest:
            kind, filled = own, False
            continue
        if own:
            # A label with what it labels; what follows goes on with the part before it, if that was one.
            parts.append(Part(own, line.end - len(rest), line.end))
            filled = True
            continue
        said = _ENDS.search(line.text) is not None or _SENTENCE.search(line.text) is not None
        if (kind == "head" and said) or (filled and line.blank_before and not bullet):
            kind = "plain"
        parts += told.of(line, kind)
        filled = True
    return tuple(parts)


class _Sentences:
    """The sentences of a text's lines as parts, so many of them read as a posting has."""

    def __init__(self) -> None:
        self._left = _MOST_READ

    def of(self, line: _Line, kind: PartKind) -> Iterator[Part]:
        """A line of a part by its sentences; an item of a list is what its heading says."""
        listed = kind != "plain" and (kind == "head" or _BULLET.match(line.text) is not None)
        for start, end in pairwise(_starts(line.text)):
            own = None if listed else self._own(line.text[start:end].strip(), kind)
            told = [] if listed else self._turned(line.text, start, end, own or kind)
            for turned, at, stop in told or [(None, start, end)]:
                found = turned or own
                yield Part(found or kind, line.start + at, line.start + stop, found is not None)

    def _turned(
        self, line: str, start: int, end: int, kind: PartKind
    ) -> list[tuple[PartKind | None, int, int]]:
        """The parts of a sentence that turns, where one of them is surely of another kind than the whole."""
        edges = list(pairwise(_turns(line, start, end)))
        if len(edges) == 1:
            return []
        found = [(self._own(line[at:stop].strip(), kind), at, stop) for at, stop in edges]
        return found if any(own not in (None, kind) for own, *_ in found) else []

    def _own(self, said: str, kind: PartKind) -> PartKind | None:
        """The kind that a sentence tells by itself; beside a heading's only one that is sure."""
        if self._left <= 0 or len(said.split()) < _FEWEST:
            return None
        self._left -= 1
        own, sure = _told(said[:_LONGEST_READ])
        least = _SURE_BESIDE if kind != "plain" else _HALF if own in _OF_THE_WORK else _SURE_OF_OTHERS
        return own if sure >= least else None


def _starts(line: str) -> list[int]:
    """Where the sentences of a line start, and its end."""
    starts = [0]
    for found in (_TYPED_SMALL if line[:1].islower() else _SENTENCE).finditer(line):
        if found[0][0] != "?" or len(line[starts[-1] : found.start()].split()) > _QUESTION:
            starts.append(found.end())
    return [*starts, len(line)]


def _turns(line: str, start: int, end: int) -> list[int]:
    """Where the parts of a sentence start that go on otherwise ("..., but we teach it"), and its end."""
    edges = [start]
    for found in _TURNS.finditer(line, start, end):
        if (
            min(len(line[edges[-1] : found.start()].split()), len(line[found.end() : end].split()))
            >= _LEAST_OF_TURN
        ):
            edges.append(found.end())
    return [*edges, end]


@lru_cache(maxsize=512)
def _told(sentence: str) -> tuple[PartKind, float]:
    """What a sentence tells and how sure it is of what it speaks: of the person, else of the work or the employer, then of what in that."""
    chances = chances_of("sentence", default_tagger().summaries([sentence])[0])
    if (own := chances.pop("own")) >= _SURE_OF_OTHERS:
        return "own", own
    work = sum(chances[kind] for kind in _OF_THE_WORK) / (1 - own)
    kinds = _OF_THE_WORK if work >= _HALF else _OF_THE_EMPLOYER
    return max(kinds, key=lambda kind: chances[kind]), max(work, 1 - work)


def first_line(text: str) -> str | None:
    """What the first line of a posting names where it is no heading and no sentence: the job, before what else stands in it."""
    first = next(iter(parts_of(text)), None)
    if first is None or first.kind != "head" or text[: first.start].strip():
        return None
    line = _MARKS.sub("", text[first.start : first.end]).strip(" *_\n")
    named = _NAMES_MORE.split(line)[0].strip()
    short = 0 < len(named.split()) <= _LONGEST_TITLE and not _ENDS.search(line)
    return named if short and named[0].isupper() and _told(line)[0] in _OF_THE_WORK else None


def kind_at(text: str, start: int) -> PartKind | None:
    """The kind of part in which a place of the text lies; None within a heading."""
    part = part_at(text, start)
    return part.kind if part else None


def part_at(text: str, start: int) -> Part | None:
    """The part in which a place of the text lies."""
    return next((part for part in parts_of(text) if part.start <= start < part.end), None)


def _lines(text: str) -> Iterator[_Line]:
    written = text.splitlines(keepends=True)
    at, blank = 0, True
    for number, line in enumerate(written):
        said = line.rstrip()
        if said:
            follows = written[number + 1] if number + 1 < len(written) else ""
            yield _Line(said, at, at + len(said), blank, not follows.strip())
        blank = not said
        at += len(line)


def _heading(line: _Line) -> tuple[PartKind | None, str]:
    """The kind that a heading opens and what stands behind it in its line; None where the line has none."""
    body = _MARKS.sub("", line.text)
    if _BULLET.match(line.text) and ":" not in body:
        return None, ""
    label, colon, rest = body.partition(":")
    rest = rest.strip(" *_")
    words = normal(label).split()
    if not 0 < len(words) <= _LONGEST:
        return None, ""
    if colon and rest:
        # What the first line begins with names the job ("Hiring: ..."), unless the table says otherwise.
        return _known(label) or (_meant(normal(label), _SURE) if line.start else None), rest
    if _ENDS.search(body.rstrip("*_ ")):
        return None, ""
    marked = bool(colon) or line.text.lstrip().startswith(("#", "**")) or _SHOUTED.match(body) is not None
    stands_alone = line.blank_before and not _BULLET.match(line.text)
    may_be = (marked or stands_alone) and not is_known_title(body)
    found = _known(label) or (_meant(normal(label)) if may_be else None)
    return found or ("plain" if marked and not _BULLET.match(line.text) and line.start else None), ""


def _known(label: str) -> PartKind | None:
    return _table().get(normal(label))


@lru_cache(maxsize=512)
def _meant(name: str, least: float = _NEAR) -> PartKind | None:
    """The kind of the heading of the table that is nearest in meaning; None where none is as near as `least`."""
    kinds, vectors = _vectors()
    likeness = np.vecdot(vectors, built_in().embed([name])[0])
    best = int(likeness.argmax())
    return kinds[best] if float(likeness[best]) >= least else None


@cache
def _vectors() -> tuple[list[PartKind], NDArray[np.float32]]:
    named = [(name, kind) for name, kind in _table().items() if kind != "head"]
    return [kind for _, kind in named], built_in().embed([name for name, _ in named])


@cache
def _table() -> dict[str, PartKind]:
    told: dict[str, list[str]] = table("nlu/posting")
    return {normal(name): kind for kind in _KINDS for name in told[kind]}
