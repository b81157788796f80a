"""A message in pieces that each say one thing, and a piece without its names: what is left says what becomes of them."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeVar

from agent.nlu.kinds import HeadName, kind_of, nameless_vector, read_kind
from agent.nlu.mentions import Mention
from agent.nlu.tagger import default_tagger

# What stands for a name of each label; a label that is not here keeps its words.
_STANDS_FOR = {
    "part": "this part",
    **dict.fromkeys(("avoid", "learn", "some", "lack"), "this subject"),
    "have": "this subject I know",
    "hrs": "some hours",
    "busy": "those days",
    "start": "that day",
    "hor": "that date",
    **dict.fromkeys(("tgt", "no"), "that job"),
    **dict.fromkeys(("cur", "past"), "my job"),
    "oth": "somebody",
    **dict.fromkeys(("loc", "aloc", "oloc"), "that town"),
    "emp": "that school",
}
_NAMED = frozenset({"part", "avoid", "learn", "some", "lack", "have"})
# What stands around the name of a part and says no more than the name: "the ... bit" is this part.
_BEFORE = re.compile(r"(?:\b(?:the|that|this|those|these|all|whole|my)\s+)+$", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:['\u2019]s)?\s+(?:parts?|bits?|things?|stuff|steps?|ones?|sections?|exercises?|pieces?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
# Between two names: only these make a list of them; a piece begins at the last of these.
_LIST = re.compile(
    r"(?:\s+(?:parts?|bits?|things?|stuff|steps?|ones?))?[\s,&/]*(?:\b(?:and|or|nor)\b)?[\s,&/]*(?:the\s+)?",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"\s+(?:is|was|are|were|isn't|wasn't|took|takes|went|needs?|feels?|looks?|has|I)\b", re.IGNORECASE
)
_JOINT = re.compile(r"[,:]\s|\s-\s|\b(?:and|but|then|so)\b", re.IGNORECASE)
# What joins a piece to the one before it and says nothing itself.
_LEAD = re.compile(r"(?:[\s,;:-]+|(?:and|but|then|so)\b)*", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;]\s+(?=(?:and|but|then|so)\b)|(?<!\blast)\s(?=but\b)", re.IGNORECASE)
_LEAST_OF_A_SIDE, _SURE = 2, 0.5
_COMMA = re.compile(r"[,;]\s+")


class Marked(Protocol):
    """A span of a text with its label."""

    @property
    def label(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Mark = TypeVar("Mark", bound=Marked)


def nameless(text: str, marks: Iterable[Marked], start: int = 0) -> str:
    """`text`, which begins at `start` of its message, with a word for what each name is in the name's stead."""
    said, last = "", 0
    for mark in sorted(marks, key=lambda each: each.start):
        if (stands_for := _STANDS_FOR.get(mark.label)) and mark.start - start >= last:
            before, last = text[last : mark.start - start], mark.end - start
            if mark.label in _NAMED:
                before = _BEFORE.sub("", before)
                last = behind.end() if (behind := _BEHIND.match(text, last)) else last
            said += before + stands_for
    return said + text[last:]


class ReadPiece(NamedTuple):
    """A piece with its marks: the kind that its head is sure enough of, and the likeliest one with how likely it is, 0 to 1."""

    kind: str | None
    likeliest: str
    text: str
    marks: list[Mention]
    sure: float = 1.0


def read_pieces(name: HeadName, cut: Sequence[tuple[str, list[Mention], int]]) -> list[ReadPiece]:
    """How a head reads each piece without its names."""
    texts = [nameless(text, marks, start) for text, marks, start in cut]
    rows = default_tagger().summaries(texts)
    vectors = [nameless_vector(row, text) for row, text in zip(rows, texts, strict=True)]
    kinds = [(read_kind(name, vector), kind_of(name, vector)) for vector in vectors]
    return [
        ReadPiece(kind, likeliest.label, text, marks, likeliest.confidence)
        for (kind, likeliest), (text, marks, _) in zip(kinds, cut, strict=True)
    ]


def apart_by_kind(
    name: HeadName, cut: Sequence[tuple[str, list[Mention], int]]
) -> list[tuple[str, list[Mention], int]]:
    """The pieces, those cut once more at a joining word on whose sides a head surely reads two kinds ("begin in May and put it last")."""
    found = []
    for text, marks, begin in cut:
        for joint in _JOINT.finditer(text):
            stop, start = joint.start(), joint.end()
            sides = [
                (text[:stop].rstrip(), [mark for mark in marks if mark.end <= begin + stop], begin),
                (text[start:].lstrip(), [mark for mark in marks if mark.start >= begin + start], 0),
            ]
            few = any(len(side.split()) < _LEAST_OF_A_SIDE for side, _, _ in sides)
            if few or sum(len(each) for _, each, _ in sides) < len(marks):
                continue
            sides[1] = (sides[1][0], sides[1][1], begin + text.index(sides[1][0], start))
            left, right = read_pieces(name, sides)
            if left.kind and right.kind and left.kind != right.kind and min(left.sure, right.sure) >= _SURE:
                found += sides
                break
        else:
            found.append((text, marks, begin))
    return found


def pieces(text: str, marks: Sequence[Mark], *, at_commas: bool = False) -> list[tuple[str, list[Mark], int]]:
    """Each piece with its marks and where it begins: sentences, cut again at clauses and between names that are no mere list.

    Reports are strung together without a word between them: they are cut `at_commas`.
    """
    patterns = (_SENTENCE, _COMMA if at_commas else _CLAUSE)
    edges = {match.end() for pattern in (*patterns, _CLAUSE) for match in pattern.finditer(text)}
    whole = [(mark.start, mark.end) for mark in marks]
    for left, right in pairwise(sorted(marks, key=lambda each: each.start)):
        between = text[left.end : right.start]
        apart = between.strip() == "," and _SAID_OF.match(text, right.end)
        if _LIST.fullmatch(between) and not apart and (left.label in _NAMED) == (right.label in _NAMED):
            whole.append((left.end, right.start + 1))
        elif joints := list(_JOINT.finditer(between)):
            edges.add(left.end + joints[-1].start())
    edges = {edge for edge in edges if not any(start < edge < end for start, end in whole)} | {0, len(text)}
    found = []
    for start, end in pairwise(sorted(edges)):
        lead = _LEAD.match(text, start, end)
        begin = lead.end() if lead else start
        if text[begin:end].strip(" \n.,;!?-"):
            found.append(
                (
                    text[begin:end].rstrip(" \n,;"),
                    [mark for mark in marks if begin <= mark.start < end],
                    begin,
                )
            )
    return found
