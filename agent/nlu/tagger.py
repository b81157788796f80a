"""What the words of a message are to the person and what the message wants, by the weights that `make reader` trains.

The weights are `prompts/nlu/reader.onnx`; what they are good and bad at stands in `prompts/nlu/CARD.md`.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.annotate import annotate
from agent.nlu.crf import Chain, Floats, best_tags, marginals
from agent.nlu.features import FEATURES, context_features
from agent.nlu.hits import Annotator, Hit
from agent.nlu.in_thread import FILE as THREAD_FILE
from agent.nlu.in_thread import Layer, Thread, wanted
from agent.nlu.in_thread import feed as feed_in_thread
from agent.nlu.scheme import LABELS, OUTSIDE, QUESTIONS, TAGS, WISHES, first_tag
from agent.nlu.windows import Part, Window, cut
from agent.nlu.words import Word
from tools import onnx
from tools.documents.embedder import MiniLM, built_in
from tools.errors import DataError
from tools.kept import Latest

FILE = "reader.onnx"
_LEAST_CHANCE = 1e-6
SUMMARY = 3 * 384
_SHARE = 0.5  # of the length of a sentence vector
_TEXTS_KEPT, _SENTENCES_KEPT, _READINGS_KEPT = 64, 512, 512
_TOGETHER = 8  # texts that are read in one run


class TaggedSpan(NamedTuple):
    """`start` and `end` are offsets of characters; `confidence` is the least marginal of its words, 0 to 1."""

    start: int
    end: int
    label: str
    confidence: float


class Reading(NamedTuple):
    """A message as it was read.

    `wishes` are the likeliest set of them, likeliest first; `chances` holds all, 0 to 1. `summary` is what heads of
    their own read of it: see `Tagger.summaries`. `unread` are the characters of a long text that were passed over, `hits` what
    tables know in the rest.
    """

    spans: list[TaggedSpan]
    wishes: list[str]
    chances: dict[str, float]
    summary: Floats
    unread: tuple[int, int] | None
    hits: list[Hit]


class _Ran(NamedTuple):
    """A part as the weights read it: its words' scores, the highest logit of each wish, its first window's summary, and each window's states and vector."""

    scores: Floats
    logits: Floats
    summary: Floats
    states: list[Floats]
    vectors: list[Floats]


class WishSets(NamedTuple):
    """The sets of wishes that messages have, each with a weighted logarithm of its share of the corpus; and the chance of danger that counts."""

    sets: Sequence[tuple[tuple[str, ...], float]]
    danger: float


class Tagger:
    """The weights in memory. Raises DataError when the file is none that this version can use."""

    def __init__(
        self, weights: bytes, model: MiniLM, annotator: Annotator = annotate, layer: Layer | None = None
    ) -> None:
        # After the language model, which sets how onnxruntime is loaded.
        from onnxruntime.capi.onnxruntime_pybind11_state import InvalidProtobuf

        # A message is read beside a question and without it, and its sentences by several heads; many people say the same.
        self._windows = lru_cache(_TEXTS_KEPT)(lambda text: cut(text, model, annotator))
        self._model, self._layer = model, layer
        self._summaries = Latest[str, Floats](_SENTENCES_KEPT)
        self._reading = lru_cache(_READINGS_KEPT)(self._read)
        self._ran = lru_cache(_TEXTS_KEPT)(self._run_over)
        try:
            self._session = onnx.session(weights)
        except InvalidProtobuf as error:
            raise DataError(
                f"{FILE} is no model.", "Run `make reader`, or take the file of a release."
            ) from error
        told = self._session.get_modelmeta().custom_metadata_map
        for key, names in (("tags", TAGS), ("wishes", WISHES), ("features", FEATURES)):
            if json.loads(told.get(key, "[]")) != list(names):
                raise DataError(
                    f"{FILE} was trained for other {key} than this version reads.",
                    "Run `make reader`, or take the file of this release.",
                )
        chain = json.loads(told["chain"])
        self._chain = Chain(*(np.array(chain[name], dtype=np.float32) for name in Chain._fields))
        usual = json.loads(told["usual"])
        self._usual = WishSets(
            [(tuple(names.split()), share) for names, share in usual["sets"]], usual["danger"]
        )

    def read(self, text: str, context: Iterable[str] = (), thread: Thread | None = None) -> Reading:
        """Read a message; `context` is the one thing that the reader is told of its thread (CONTEXTS). About 12 ms for 30 words.

        With a `thread` it is read in that by the layer of `agent/nlu/in_thread.py`, which gives spans, wishes and their chances.
        What is given is shared: never change it.
        """
        return self._reading(text, tuple(context), thread)

    def _read(self, text: str, given: tuple[str, ...], thread: Thread | None) -> Reading:
        found = self._windows(text)
        ran = self._ran(text, given)
        told = [(each.scores, each.logits) for each in ran]
        chain, layer = self._chain, self._layer
        if thread is not None and layer is not None:
            before = [self._ran(each, ())[0].states[0] for each in thread.before]
            told = [
                _in_thread(layer, part, each, before, thread)
                for part, each in zip(found.parts, ran, strict=True)
            ]
            chain = layer.chain
        spans = [
            span
            for part, (scores, _) in zip(found.parts, told, strict=True)
            for span in _spans(part, scores, chain)
        ]
        logits = np.max([each for _, each in told], axis=0)
        chances = 1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0)))
        by_name = {wish: float(chance) for wish, chance in zip(WISHES, chances, strict=True)}
        hits = [hit for part in found.parts for hit in part.hits]
        wishes = choose(by_name, self._usual, given) if thread is None else [*wanted(by_name)]
        return Reading(spans, wishes, by_name, ran[0].summary, found.unread, hits)

    def first_window(self, text: str, context: Iterable[str] = ()) -> tuple[Window, Floats, Floats]:
        """The first window of a text with the reader's states (tokens, 384) and its sentence vector (384,): what the layer is trained on."""
        ran = self._ran(text, tuple(context))[0]
        return self._windows(text).parts[0].windows[0], ran.states[0], ran.vectors[0]

    def stretches(
        self, text: str, context: Iterable[str], labels: Iterable[str], least: float
    ) -> list[TaggedSpan]:
        """Where words bear one of some labels with a chance of `least` or more, whichever of them; each by the first of them.

        What is asked for alone in a sentence looks as much like what somebody has or lacks: together that is sure.
        """
        tags = [tag for label in labels for tag in (first_tag(label), first_tag(label) + 1)]
        spans: list[TaggedSpan] = []
        for part, ran in zip(self._windows(text).parts, self._ran(text, tuple(context)), strict=True):
            words = [word for window in part.windows for word in window.words]
            chances = marginals(ran.scores, self._chain)[:, tags].sum(axis=1)
            likely = (chances >= least).tolist()
            marked = [tags[at > 0 and likely[at - 1]] if each else OUTSIDE for at, each in enumerate(likely)]
            spans += spans_of(words, marked, chances.tolist())
        return spans

    def summaries(self, texts: Iterable[str]) -> Floats:
        """What heads of their own read of each text, of shape (texts, SUMMARY).

        Its sentence vector, which knows what it is about, and, half as long, the reader's first and mean states, which
        know what is asked of that.
        """
        asked = [*texts]
        found = {text: row for text in asked if (row := self._summaries.get(text)) is not None}
        missing = [text for text in dict.fromkeys(asked) if text not in found]
        for at in range(0, len(missing), _TOGETHER):
            found |= self._summarized(missing[at : at + _TOGETHER])
        return np.array([found[text] for text in asked], dtype=np.float32).reshape(-1, SUMMARY)

    def read_ahead(self, texts: Iterable[str]) -> None:
        """What reading each of these texts next takes of the language model, done together."""
        self._model.read_ahead(tuple(self._windows(text).parts[0].windows[0].ids) for text in texts)

    def _summarized(self, texts: Sequence[str]) -> dict[str, Floats]:
        self.read_ahead(texts)
        rows = {text: self._summary(text) for text in texts}
        for text, row in rows.items():
            self._summaries.put(text, row)
        return rows

    def _summary(self, text: str) -> Floats:
        """Of a long text that of its first window."""
        part = self._windows(text).parts[0]
        if len(part.windows) == 1:
            return self._ran(text, ())[0].summary
        return self._run(Part(part.windows[:1], part.hits), ()).summary

    def _run_over(self, text: str, context: tuple[str, ...]) -> list[_Ran]:
        return [self._run(part, context) for part in self._windows(text).parts]

    def _run(self, part: Part, context: Sequence[str]) -> _Ran:
        scores, logits, summaries, states_of, vectors = [], [], [], [], []
        for window in part.windows:
            states = self._model.kept_states(tuple(window.ids))
            given = feed(window, states.embedded, states.vector, context_features(context))
            names = ["scores", "logits", "begin", "mean", "last_states"]
            tagged, wished, begin, mean, last = self._session.run(names, given)
            states_of.append(last)
            vectors.append(states.vector)
            scores.append(tagged)
            logits.append(wished)
            own = (_SHARE * state[0] / np.linalg.norm(state) for state in (begin, mean))
            summaries.append(np.concatenate([states.vector, *own]))
        return _Ran(np.concatenate(scores), np.max(logits, axis=0), summaries[0], states_of, vectors)


def _in_thread(
    layer: Layer, part: Part, ran: _Ran, before: Sequence[Floats], thread: Thread
) -> tuple[Floats, Floats]:
    """The scores of a part's words and the highest logit of each wish, in the thread."""
    told = [
        layer.run(feed_in_thread(window, states, vector, before, thread))
        for window, states, vector in zip(part.windows, ran.states, ran.vectors, strict=True)
    ]
    return np.concatenate([scores for scores, _ in told]), np.max([logits for _, logits in told], axis=0)


def _spans(part: Part, scores: Floats, chain: Chain) -> list[TaggedSpan]:
    words = [word for window in part.windows for word in window.words]
    tags = best_tags(scores, chain)
    if not any(tags):
        return []
    likely = marginals(scores, chain)
    return spans_of(words, tags, [float(row[tag]) for row, tag in zip(likely, tags, strict=True)])


def feed(window: Window, embedded: Floats, vector: Floats, context: Floats) -> dict[str, NDArray[np.generic]]:
    """The inputs of the weights' graph."""
    return {
        "embedded": embedded,
        "vector": vector,
        "features": window.features,
        "context": context,
        "first": np.array(window.first, dtype=np.int64),
        "last": np.array(window.last, dtype=np.int64),
    }


def spans_of(words: Sequence[Word], tags: Sequence[int], likely: Sequence[float]) -> list[TaggedSpan]:
    """Tags of words, each with how likely it is, as spans."""
    spans: list[TaggedSpan] = []
    for word, tag, chance in zip(words, tags, likely, strict=True):
        if tag == OUTSIDE:
            continue
        label = LABELS[(tag - 1) // 2]
        if tag % 2:
            spans.append(TaggedSpan(word.start, word.end, label, chance))
        else:
            begun = spans[-1]
            spans[-1] = begun._replace(end=word.end, confidence=min(begun.confidence, chance))
    return spans


def choose(chances: Mapping[str, float], usual: WishSets, context: Sequence[str]) -> list[str]:
    """The likeliest of the sets of wishes that people have, likeliest wish first; `answer` needs a question.

    Danger counts from a chance of its own on, whatever else is wished.
    """
    bounded = {wish: min(max(chance, _LEAST_CHANCE), 1.0 - _LEAST_CHANCE) for wish, chance in chances.items()}
    odds = {wish: math.log(chance / (1.0 - chance)) for wish, chance in bounded.items()}
    asked = any(name in QUESTIONS for name in context)
    able = [each for each in usual.sets if asked or "answer" not in each[0]]
    likely = [share + sum(map(odds.__getitem__, names)) for names, share in able]
    wishes, _ = able[likely.index(max(likely))]
    if chances["crisis"] >= usual.danger:
        wishes = tuple({*wishes, "crisis"} - {"tell"})
    return sorted(wishes, key=lambda wish: -chances[wish])


@cache
def default_tagger() -> Tagger:
    """Load the shipped weights once for the process."""
    folder = files("prompts").joinpath("nlu")
    model = built_in()  # before any other weights: it sets how onnxruntime is loaded
    layer = Layer(folder.joinpath(THREAD_FILE).read_bytes())
    return Tagger(folder.joinpath(FILE).read_bytes(), model, layer=layer)
