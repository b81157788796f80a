"""Annotated messages as arrays: MiniLM's middle states, computed once by the run time itself and kept on disk."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.features import context_features
from agent.nlu.hits import Annotator
from agent.nlu.scheme import OUTSIDE, WISHES, first_tag
from agent.nlu.windows import Window, cut
from agent.nlu.words import Word
from tools.documents.embedder import MODEL_SHA256, built_in
from training.corpus import Example, Span

# Whatever changes the arrays for the same messages changes this, so that no stale file is read.
_FORMAT = "1"


class Row(NamedTuple):
    """One message; a text of several windows is represented by its first. See training.model.Batch for the shapes."""

    middle: NDArray[np.float16]
    vector: NDArray[np.float32]
    features: NDArray[np.uint8]
    context: NDArray[np.uint8]
    first: NDArray[np.int16]
    last: NDArray[np.int16]
    tags: NDArray[np.int16]
    wishes: NDArray[np.uint8]


_RAGGED = ("middle", "features", "first", "last", "tags")


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
    """The arrays of messages in order, about 6 ms each the first time; kept in `folder`, one file for each of the corpus."""
    groups = groupby(examples, key=lambda example: example.file)
    return [row for _, group in groups for row in _kept(list(group), annotate, folder)]


def _kept(examples: Sequence[Example], annotate: Annotator, folder: Path) -> list[Row]:
    told = [repr((each.text, each.spans, each.wishes, each.context)) for each in examples]
    key = "\n".join([_FORMAT, annotate.__name__, MODEL_SHA256, *told])
    file = folder / f"rows-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:16]}.npz"
    if file.exists():
        return _load(file)
    rows = [row_of(example, annotate) for example in examples]
    _save(rows, file)
    return rows


def first_window(text: str, annotate: Annotator) -> Window:
    return cut(text, built_in(), annotate).parts[0].windows[0]


def row_of(example: Example, annotate: Annotator) -> Row:
    window = first_window(example.text, annotate)
    states = built_in().states(window.ids)
    return Row(
        states.middle.astype(np.float16),
        states.vector,
        window.features.astype(np.uint8),
        context_features(example.context).astype(np.uint8),
        np.array(window.first, dtype=np.int16),
        np.array(window.last, dtype=np.int16),
        np.array(tags_of(window.words, example.spans), dtype=np.int16),
        np.array([wish in example.wishes for wish in WISHES], dtype=np.uint8),
    )


def _save(rows: Sequence[Row], file: Path) -> None:
    """Rows of a length of their own are laid end to end, with their lengths beside them."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name in Row._fields:
        values = [getattr(row, name) for row in rows]
        if name in _RAGGED:
            arrays[f"{name}-lengths"] = np.array([len(value) for value in values], dtype=np.int32)
            arrays[name] = np.concatenate(values)
        else:
            arrays[name] = np.stack(values)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial.npz")
    np.savez(partial, allow_pickle=False, **arrays)
    partial.replace(file)


def _load(file: Path) -> list[Row]:
    with np.load(file, allow_pickle=False) as stored:
        columns = []
        for name in Row._fields:
            values = stored[name]
            if name in _RAGGED:
                bounds = np.concatenate([[0], stored[f"{name}-lengths"].cumsum()])
                columns.append([values[start:end] for start, end in pairwise(bounds)])
            else:
                columns.append(list(values))
    return [Row(*values) for values in zip(*columns, strict=True)]
