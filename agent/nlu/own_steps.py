"""Steps of their own that people want in a plan: the words of each, its hours, and where it belongs.

A word's label is a trained head's, on the states of the language model: what would be a step, what is its time and its place. Whether it
is wanted in says a second one, by its sentence without these words ("add this step there", and not "put this step first").
`python -m training.own_steps` writes the head, `prompts/nlu/own_steps.npz`, and its card, `prompts/nlu/OWN_STEPS.md`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple
from zlib import crc32

import numpy as np

from agent.nlu.crf import Chain, Floats, best_tags, marginals
from agent.nlu.kinds import nameless_vector, read_kind
from agent.nlu.tagger import default_tagger
from agent.nlu.words import Word, split_words
from tools.documents.embedder import MARKS, MAX_TOKENS, built_in, embed

FILE = "own_steps.npz"
LABELS = ("", "step", "hours", "place")
_STEP, _HOURS, _PLACE = 1, 2, 3
_STANDS_FOR = {"step": "this step", "hours": "some hours", "place": "there"}
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_SUBJECT = re.compile(r"[,;]\s+(?=(?:i|i['\u2019]?m|we|he|she|they|my)\b)|\b(?=because\b)", re.IGNORECASE)
_MAY_GO_ON = 0.2  # chance of a word beside a step that it is one of its words
_BESIDE = 2  # words on each side that are seen with a word
_OF_A_WORD = 0.5  # how much itself counts beside its state
_PLACES = 256  # that words are counted in, for each of the three


class Head(NamedTuple):
    """`weights` are of shape (labels, features), `wanted` of (1408,); a step counts as read from a chance of `edge` on that it is wanted in."""

    weights: Floats
    bias: Floats
    begin: Floats
    follow: Floats
    end: Floats
    wanted: Floats
    unwanted: Floats
    edge: Floats


class Span(NamedTuple):
    """Words of a text from `start` to `end`."""

    start: int
    end: int
    text: str


class OwnWords(NamedTuple):
    """A step of theirs: its words, and those of its hours and its place where they are told; `sure` is the chance that it is wanted in."""

    step: Span
    hours: Span | None
    place: Span | None
    sure: float

    @property
    def spans(self) -> list[Span]:
        return [each for each in (self.step, self.hours, self.place) if each]


def own_words(text: str) -> list[OwnWords]:
    """The steps that a message wants added, in its order; empty for nearly all messages."""
    head = _head()
    return [each for each in read_with(head, text) if each.sure >= float(head.edge)]


def names_a_subject(words: str) -> bool:
    """Whether words of what is wanted in a plan name something to learn, and no errand."""
    vector = nameless_vector(default_tagger().summaries([words])[0], words)
    return read_kind("wanted", vector) == "subject"


def frame_of(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The sentences of a text that hold these spans (start, end, label), with a word for what each is in its stead."""
    ordered = sorted(spans)
    starts = [match.end() for match in _SENTENCE.finditer(text)]
    begin = max((start for start in starts if start <= ordered[0][0]), default=0)
    stop = min((start for start in starts if start >= ordered[-1][1]), default=len(text))
    said, last = "", begin
    for start, end, label in ordered:
        said += f"{text[last:start]}{_STANDS_FOR[label]}"
        last = end
    return f"{said}{text[last:stop]}".strip()


def read_with(head: Head, text: str) -> list[OwnWords]:
    """All steps by a head, however sure."""
    words, rows = features(text)
    if not words:
        return []
    scores = (rows @ head.weights.T + head.bias).astype(np.float32)
    chain = Chain(head.begin, head.follow, head.end)
    tags = best_tags(scores, chain)
    if _STEP not in tags:
        return []
    likely = marginals(scores, chain)[:, _STEP]
    read = _joined([*_runs(text, words, _widened(text, words, tags, likely))])
    return [_judged(head, text, each, _own_clause(text, read[:at], each)) for at, each in enumerate(read)]


def _own_clause(text: str, before: Sequence[OwnWords], step: OwnWords) -> int:
    """Where the clause of a step begins that has a subject of its own, behind another step in its sentence."""
    last = max((span.end for each in before for span in each.spans if span.end <= step.step.start), default=0)
    opens = [match.end() for match in _SUBJECT.finditer(text, last, step.step.start)] if last else []
    return opens[-1] if opens else 0


def _widened(text: str, words: Sequence[Word], tags: Sequence[int], likely: Floats) -> list[int]:
    """The tags with each step as far as its words may go on, up to the next mark of punctuation."""
    found = list(tags)
    order = (range(1, len(words)), range(len(words) - 2, -1, -1))
    for step, places in zip((-1, 1), order, strict=True):
        for at in places:
            word = text[words[at].start : words[at].end]
            if (
                not found[at]
                and found[at + step] == _STEP
                and likely[at] >= _MAY_GO_ON
                and word[:1].isalnum()
            ):
                found[at] = _STEP
    return found


def _judged(head: Head, text: str, read: OwnWords, begin: int = 0) -> OwnWords:
    labels = {"step": read.step, "hours": read.hours, "place": read.place}
    own = [(span.start - begin, span.end - begin, label) for label, span in labels.items() if span]
    frame = frame_of(text[begin:], [each for each in own if each[0] >= 0])
    score = float(np.dot(head.wanted, nameless_vector(embed([frame])[0], frame)) + head.unwanted)
    return read._replace(sure=float(1.0 / (1.0 + np.exp(-score))))


def features(text: str) -> tuple[list[Word], Floats]:
    """The words of a text, and what the head sees of each: its state and itself, and those beside it, of shape (words, 5 x 640)."""
    model = built_in()
    tokens = model.tokenize(text)
    ids = tokens.ids[: MAX_TOKENS - MARKS]
    words = split_words(text, tokens.offsets[: len(ids)])
    if not words:
        return [], np.zeros((0, 0), np.float32)
    hidden = model.hidden(ids)
    own = np.array([hidden[word.first : word.last + 1].mean(axis=0) for word in words], np.float32)
    own /= np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)
    named = np.zeros((len(words), _PLACES), np.float32)
    for row, word in enumerate(words):
        named[row, crc32(text[word.start : word.end].casefold().encode()) % _PLACES] = _OF_A_WORD
    own = np.concatenate([own, named], axis=1)
    padded = np.pad(own, ((_BESIDE, _BESIDE), (0, 0)))
    beside = [padded[place : place + len(words)] for place in range(2 * _BESIDE + 1)]
    return words, np.concatenate(beside, axis=1)


def _runs(text: str, words: Sequence[Word], tags: Sequence[int]) -> Iterator[tuple[int, Span]]:
    """Neighbors of one label as spans."""
    at = 0
    while at < len(words):
        end = at
        while end + 1 < len(words) and tags[end + 1] == tags[at]:
            end += 1
        if tags[at]:
            start, stop = words[at].start, words[end].end
            yield tags[at], Span(start, stop, text[start:stop])
        at = end + 1


def _joined(runs: Sequence[tuple[int, Span]]) -> list[OwnWords]:
    """Each step with the nearest hours and place of those that no other step is nearer to."""
    steps = [span for tag, span in runs if tag == _STEP]

    def nearest(tag: int, step: Span) -> Span | None:
        told = [
            span
            for kind, span in runs
            if kind == tag and min(steps, key=lambda each: _apart(each, span)) == step
        ]
        return min(told, key=lambda span: _apart(step, span), default=None)

    return [OwnWords(span, nearest(_HOURS, span), nearest(_PLACE, span), 0.0) for span in steps]


def _apart(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(one.start - other.end, other.start - one.end, 0)


@cache
def _head() -> Head:
    """Load the shipped head once for the process."""
    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return Head(*(held[name].astype(np.float32) for name in Head._fields))
