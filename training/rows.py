"""Annotated messages as arrays: MiniLM's embeddings and vectors, computed once by the run time itself and kept on disk."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.features import context_features
from agent.nlu.hits import Annotator
from agent.nlu.scheme import OUTSIDE, WISHES, first_tag
from agent.nlu.windows import Window, cut
from agent.nlu.words import Word
from tools.documents.embedder import MODEL_SHA256, States, built_in
from training.corpus import Example, Span

NOT_ASKED = -1
_TOGETHER = 3000  # ways of asking whose states are kept in one file


class Row(NamedTuple):
    """One message; a text of several windows is represented by its first. See training.model.Batch for the shapes.

    A way of asking for a written answer has the number of its `entry`, no tags, and wishes only where they were read
    (`wished`); so has a text of which a head tells the kind, in the `group` of that head.
    """

    embedded: NDArray[np.float16]
    vector: NDArray[np.float32]
    features: NDArray[np.uint8]
    context: NDArray[np.uint8]
    first: NDArray[np.int16]
    last: NDArray[np.int16]
    tags: NDArray[np.int16]
    wishes: NDArray[np.uint8]
    entry: int = NOT_ASKED
    wished: bool = True
    group: int = 0


def tags_of(words: Sequence[Word], spans: Sequence[Span]) -> list[int]:
    """The tag of each word; a word that two spans touch belongs to the first of them."""
    tags = [OUTSIDE] * len(words)
    for span in spans:
        tag = first_tag(span.label)
        for at, word in enumerate(words):
            if word.start < span.end and span.start < word.end and tags[at] == OUTSIDE:
                tags[at] = tag
                tag = first_tag(span.label) + 1
    return tags


def rows_of(examples: Iterable[Example], annotate: Annotator, folder: Path) -> list[Row]:
    """The arrays of messages in order. States take about 6 ms each the first time and are kept in `folder`.

    All else is made anew, so that neither a mended label nor a changed table meets what was made before it.
    """
    groups = [list(group) for _, group in groupby(examples, key=lambda example: example.file)]
    with get_context("spawn").Pool() as pool:
        files = pool.starmap(_states_of_file, [(group, annotate, folder) for group in groups], chunksize=1)
    return [row for group, file in zip(groups, files, strict=True) for row in _of_file(group, annotate, file)]


def _states_of_file(examples: Sequence[Example], annotate: Annotator, folder: Path) -> Path:
    """Where the states of messages are kept; computed if they are not there."""
    windows = [first_window(example.text, annotate) for example in examples]
    key = hashlib.sha256(MODEL_SHA256.encode())
    for window in windows:
        key.update(np.array([len(window.ids), *window.ids], dtype=np.int32).tobytes())
    file = folder / f"states-{key.hexdigest()[:16]}.npz"
    if not file.exists():
        _save([built_in().states(window.ids) for window in windows], file)
    return file


def _of_file(examples: Sequence[Example], annotate: Annotator, file: Path) -> list[Row]:
    return [
        _row(example, first_window(example.text, annotate), states)
        for example, states in zip(examples, _load(file), strict=True)
    ]


def rows_of_asks(
    texts: Sequence[str],
    entries: Sequence[int],
    wishes: Sequence[tuple[str, ...] | None],
    annotate: Annotator,
    folder: Path,
) -> list[Row]:
    """The arrays of ways of asking, each with the number of the written answer that it asks for, and its wishes if they were read."""
    examples = [
        Example(text, (), own or (), (), "", f"asks {at // _TOGETHER}", at)
        for at, (text, own) in enumerate(zip(texts, wishes, strict=True))
    ]
    rows = rows_of(examples, annotate, folder)
    return [
        row._replace(entry=entry, wished=own is not None)
        for row, entry, own in zip(rows, entries, wishes, strict=True)
    ]


def row_of(example: Example, annotate: Annotator) -> Row:
    """The arrays of one message, nothing kept."""
    window = first_window(example.text, annotate)
    return _row(example, window, built_in().states(window.ids))


def first_window(text: str, annotate: Annotator) -> Window:
    return cut(text, built_in(), annotate).parts[0].windows[0]


def _row(example: Example, window: Window, states: States) -> Row:
    return Row(
        states.embedded.astype(np.float16),
        states.vector.astype(np.float32),
        window.features.astype(np.uint8),
        context_features(example.context).astype(np.uint8),
        np.array(window.first, dtype=np.int16),
        np.array(window.last, dtype=np.int16),
        np.array(tags_of(window.words, example.spans), dtype=np.int16),
        np.array([wish in example.wishes for wish in WISHES], dtype=np.uint8),
    )


def _save(several: Sequence[States], file: Path) -> None:
    """The messages' states are laid end to end, with their lengths beside them, in half precision."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial.npz")
    np.savez(
        partial,
        lengths=np.array([len(states.embedded) for states in several], dtype=np.int32),
        embedded=np.concatenate([states.embedded for states in several]).astype(np.float16),
        vector=np.stack([states.vector for states in several]),
    )
    partial.replace(file)


def _load(file: Path) -> list[States]:
    with np.load(file, allow_pickle=False) as stored:
        bounds = np.concatenate([[0], stored["lengths"].cumsum()])
        embedded = stored["embedded"]
        rows = [embedded[start:end] for start, end in pairwise(bounds)]
        return [States(row, vector) for row, vector in zip(rows, stored["vector"], strict=True)]
