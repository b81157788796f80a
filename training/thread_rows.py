"""Turns of conversations as arrays for the layer that reads a message in its thread: the reader's states, tags, wishes, and the messages before."""

import hashlib
import pickle
import random
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np
from jax import Array
from numpy.typing import NDArray

from agent.nlu.in_thread import BEFORE, HELD, TOKENS, Thread, held
from agent.nlu.scheme import WISHES
from agent.nlu.tagger import FILE, default_tagger
from training.corpus import FOLDER, Example, Span, corpus_files, is_test, read_file
from training.fit import LENGTHS
from training.model import STATE
from training.rows import tags_of
from training.turns import Turn, context_of

BUILD = FOLDER.parents[2] / "build" / "reader"
_BATCH, _TOKENS_TOGETHER = 32, 1024
_SOME, _SEED = 16_000, 1

Text = tuple[str, tuple[str, ...]]  # what is read, and what the reader is told of its thread


class States(NamedTuple):
    """The first window of a text as the reader reads it; `words` are the offsets of its words."""

    states: NDArray[np.float16]
    vector: NDArray[np.float16]
    first: NDArray[np.int16]
    last: NDArray[np.int16]
    words: NDArray[np.int32]


class Row(NamedTuple):
    """A message: its states, its tags and wishes, the states of those before it (the newest last), what the thread holds."""

    read: States
    tags: NDArray[np.int16]
    wishes: NDArray[np.float32]
    before: tuple[States, ...]
    held: NDArray[np.float32]


class Batch(NamedTuple):
    """Padded messages: B of them, T tokens, W words, M tokens of the messages before. Masks are 1 where something stands."""

    states: Array  # (B, T, 384)
    vector: Array  # (B, 384)
    tokens: Array  # (B, T) mask
    first: Array  # (B, W)
    last: Array
    words: Array  # (B, W) mask
    tags: Array  # (B, W)
    wishes: Array  # (B, wishes)
    before: Array  # (B, M, 384)
    back: Array  # (B, M) how many messages back
    stands: Array  # (B, M) mask
    held: Array  # (B, held)
    counts: Array  # (B,) 0 for a row that only fills the batch


class _Word(NamedTuple):
    start: int
    end: int


def rows_of_turns(turns: Sequence[Turn]) -> list[Row]:
    """The arrays of turns in order."""
    texts = [(turn.text, context_of(turn)) for turn in turns]
    read = _read([*texts, *((said, ()) for turn in turns for said in turn.before[-BEFORE:])])
    return [
        _row(read[text], turn.spans, turn.wishes, [read[said, ()] for said in turn.before[-BEFORE:]], turn)
        for text, turn in zip(texts, turns, strict=True)
    ]


def rows_of_messages() -> list[Row]:
    """The arrays of some messages of the corpus, of which no thread is known: what was learned from them is not to be lost."""
    every = [example for path in corpus_files() if not is_test(path) for example in read_file(path)]
    some: list[Example] = random.Random(_SEED).sample(every, min(_SOME, len(every)))  # noqa: S311 - repeatable
    read = _read([(example.text, example.context) for example in some])
    return [
        _row(read[example.text, example.context], example.spans, example.wishes, (), None) for example in some
    ]


def thread_of(turn: Turn) -> Thread:
    return Thread(turn.before, not turn.before, turn.waits, turn.approved, turn.in_hand, turn.topic)


def _row(
    read: States, spans: Sequence[Span], wishes: Sequence[str], before: Sequence[States], turn: Turn | None
) -> Row:
    words = [_Word(int(start), int(end)) for start, end in read.words]
    return Row(
        read,
        np.array(tags_of(words, spans), dtype=np.int16),
        np.array([wish in wishes for wish in WISHES], dtype=np.float32),
        tuple(before),
        held(thread_of(turn)) if turn else np.zeros(len(HELD), dtype=np.float32),
    )


def _read(texts: Sequence[Text]) -> dict[Text, States]:
    """The states of texts; computed once on all cores, some 6 ms each, and kept in `build/reader`."""
    asked = [*dict.fromkeys(texts)]
    key = hashlib.sha256((FOLDER.parent / FILE).read_bytes() + repr(asked).encode()).hexdigest()[:16]
    kept = BUILD / f"thread-{key}.pkl"
    if not kept.exists():
        with get_context("spawn").Pool() as pool:
            found = pool.map(_states, asked, chunksize=64)
        BUILD.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found, protocol=4))
    states: list[States] = pickle.loads(kept.read_bytes())  # noqa: S301 - written here
    return dict(zip(asked, states, strict=True))


def _states(text: Text) -> States:
    window, states, vector = default_tagger().first_window(*text)
    return States(
        states.astype(np.float16),
        vector.astype(np.float16),
        np.array(window.first, dtype=np.int16),
        np.array(window.last, dtype=np.int16),
        np.array([(word.start, word.end) for word in window.words], dtype=np.int32).reshape(-1, 2),
    )


def batches(rows: Sequence[Row], rng: np.random.Generator | None = None) -> Iterator[tuple[Batch, list[int]]]:
    """Padded batches of rows of like length, with the numbers of the rows; in random order where `rng` is given."""
    order = rng.permutation(len(rows)) if rng else np.arange(len(rows))
    alike: dict[tuple[int, bool], list[int]] = {}
    for at in order:
        long = max(len(rows[at].read.states), len(rows[at].read.first))
        length = next(length for length in LENGTHS if long <= length)
        alike.setdefault((length, bool(rows[at].before)), []).append(int(at))
    groups = []
    for (length, follows), members in sorted(alike.items()):
        size = min(_BATCH, _TOKENS_TOGETHER // length)
        groups += [
            (length, follows, size, members[since : since + size]) for since in range(0, len(members), size)
        ]
    if rng:
        rng.shuffle(groups)
    for length, follows, size, members in groups:
        yield _padded([rows[at] for at in members], length, follows, size), members


def _padded(rows: Sequence[Row], length: int, follows: bool, size: int) -> Batch:
    """Rows with zeros after them and below them."""
    behind = BEFORE * TOKENS if follows else 0
    floats = {"states": (length, STATE), "vector": (STATE,), "tokens": (length,), "words": (length,)}
    floats |= {"wishes": (len(WISHES),), "held": (len(HELD),), "before": (behind, STATE), "stands": (behind,)}
    arrays = {name: np.zeros((size, *shape), dtype=np.float32) for name, shape in floats.items()}
    arrays["counts"] = np.zeros(size, dtype=np.float32)
    whole = {name: np.zeros((size, length), dtype=np.int32) for name in ("first", "last", "tags")}
    whole["back"] = np.zeros((size, behind), dtype=np.int32)
    for at, row in enumerate(rows):
        words, tokens = len(row.tags), len(row.read.states)
        arrays["states"][at, :tokens], arrays["vector"][at] = row.read.states, row.read.vector
        arrays["wishes"][at], arrays["held"][at] = row.wishes, row.held
        arrays["tokens"][at, :tokens], arrays["words"][at, :words], arrays["counts"][at] = 1, 1, 1
        whole["first"][at, :words], whole["last"][at, :words] = row.read.first, row.read.last
        whole["tags"][at, :words] = row.tags
        since = 0
        for back, each in enumerate(reversed(row.before)):
            end = since + len(each.states[:TOKENS])
            arrays["before"][at, since:end], whole["back"][at, since:end] = each.states[:TOKENS], back
            arrays["stands"][at, since:end] = 1
            since = end
    return Batch(**{name: jnp.asarray(values) for name, values in (arrays | whole).items()})
