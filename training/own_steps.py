"""`python -m training.own_steps`: from `prompts/nlu/corpus/kinds/own_steps.jsonl` to the head of `agent/nlu/own_steps.py`.

Messages that want something else of a plan (`change.jsonl`, but for its kind `more`) are what has no step of one's own. Writes
`prompts/nlu/own_steps.npz` and its card, `prompts/nlu/OWN_STEPS.md`; seconds on one core.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from agent.nlu.kinds import nameless_vector
from agent.nlu.own_steps import FILE, LABELS, Head, OwnWords, features, frame_of, read_with
from tools.documents.embedder import embed
from training.corpus import FOLDER, parse_text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from agent.nlu.words import Word

_MARK = re.compile(r"\[([^\[\]]+)\]\((step|hours|place|part)\)")
_DECAY = 3.0  # inverse of the weight decay
_FOLDS = 4
_OTHERS = 3  # of the messages that want something else every so many
_TIMES = 5  # how often a message is learned from with the steps, hours and places of others in it
_SEED = 0
_RIGHT = 0.8  # of the messages in which a step is read there are to be some
_ARTICLES = frozenset(["a", "an", "the", "my", "our", "two", "three", "one", "some"])
_EDGES = np.arange(0.5, 0.98, 0.02)
_PARTS = frozenset({"part", "learn", "avoid", "some", "lack"})


class Marked(NamedTuple):
    """A message with its spans (start, end, label), and whether it is kept for testing; a `part` is one of the plan and no own step."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    held: bool


def main() -> int:
    with threadpool_limits(1):
        rows = read_rows()
        learn = [row for row in rows if not row.held]
        head = fit(learn)
        head = head._replace(edge=np.array(edge_of(learn), np.float32))
    held = BytesIO()
    np.savez(held, allow_pickle=False, **{name: _small(name, part) for name, part in head._asdict().items()})
    (FOLDER.parent / FILE).write_bytes(held.getvalue())
    card = _card(head, rows)
    (FOLDER.parent / "OWN_STEPS.md").write_text(card, encoding="utf-8")
    print(card)
    return 0


def read_rows() -> list[Marked]:
    """The annotated messages, and pieces of others that want something else."""
    folder = FOLDER / "kinds"
    own = [json.loads(line) for line in _lines(folder / "own_steps.jsonl")]
    found = [Marked(*_parsed(row["t"]), bool(row["held"])) for row in own]
    known = {row.text for row in found}
    others = [json.loads(line) for line in _lines(folder / "change.jsonl")]
    marked = [parse_text(str(row["t"])) for row in others if row["kind"] != "more"]
    rest = {text: spans for text, spans in marked if text not in known}
    return found + [
        Marked(
            text,
            tuple((span.start, span.end, "part") for span in spans if span.label in _PARTS),
            place % 5 == 0,
        )
        for place, (text, spans) in enumerate([*rest.items()][::_OTHERS])
    ]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _parsed(marked: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    plain, spans, last = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[last : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        last = mark.end()
    return plain + marked[last:], tuple(spans)


@cache
def _seen(text: str) -> "tuple[list[Word], NDArray[np.float32]]":
    return features(text)


def fit(rows: Sequence[Marked]) -> Head:
    """The head of these messages, its edge left open."""
    vectors, given, chains = [], [], []
    for row in [*rows, *_mixed(rows)]:
        words, seen = _seen(row.text)
        tags = [_tag(word.start, word.end, row.spans) for word in words]
        vectors.append(seen)
        given += tags
        chains.append(tags)
    model = LogisticRegression(C=_DECAY, max_iter=100, tol=1e-3)
    model.fit(np.concatenate([each for each in vectors if len(each)]), np.array(given))
    begin, follow, end = _chain(chains)
    wanted, unwanted = _judge(rows)
    parts = (model.coef_, model.intercept_, begin, follow, end, wanted, unwanted, 0.0)
    return Head(*(np.asarray(part, np.float32) for part in parts))


def _judge(rows: Iterable[Marked]) -> "tuple[NDArray[np.float64], float]":
    """Whether what looks like a step is wanted in: by the sentence without its words, against those about parts of a plan."""
    frames, given = [], []
    for row in rows:
        for start, end, label in row.spans:
            if label in ("step", "part"):
                beside = [each for each in row.spans if each[2] in ("hours", "place")]
                named = [(start, end, "step"), *(beside if label == "step" else [])]
                frames.append(frame_of(row.text, named))
                given.append(label == "step")
    vectors = [nameless_vector(row, frame) for row, frame in zip(embed(frames), frames, strict=True)]
    model = LogisticRegression(C=_DECAY, max_iter=400, class_weight="balanced").fit(
        np.array(vectors), np.array(given)
    )
    return model.coef_[0], float(model.intercept_[0])


def _mixed(rows: Sequence[Marked]) -> Iterator[Marked]:
    """Messages that want a step with the words of others in its stead: what is learned is how a step is asked for."""
    told: dict[str, list[str]] = {}
    for row in rows:
        for start, end, label in row.spans:
            told.setdefault(_form(row.text[start:end], label), []).append(row.text[start:end])
    choose = Random(_SEED)  # noqa: S311 - nothing secret
    for row in [row for row in rows if any(label == "step" for *_, label in row.spans)] * _TIMES:
        text, spans, last = "", [], 0
        for start, end, label in row.spans:
            words = choose.choice(told[_form(row.text[start:end], label)])
            text += row.text[last:start]
            spans.append((len(text), len(text) + len(words), label))
            text, last = text + words, end
        yield Marked(text + row.text[last:], tuple(spans), held=False)


def _form(words: str, label: str) -> str:
    """What may stand in its stead: a doing ("calling the board"), a thing ("a call"), or what to do ("call the board")."""
    if label != "step":
        return label + words[:1].isupper() * "!"
    first = words.split(maxsplit=1)[0].casefold()
    return "doing" if first.endswith("ing") else "thing" if first in _ARTICLES else "bare"


def _tag(start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> int:
    return next(
        (
            LABELS.index(label)
            for first, last, label in spans
            if label in LABELS and first <= start and end <= last
        ),
        0,
    )


def _chain(chains: Iterable[Sequence[int]]) -> "tuple[NDArray[np.float64], ...]":
    """Logarithms of how often one label follows another, against how often it stands at all."""
    size = len(LABELS)
    follow, begin, end = np.ones((size, size)), np.ones(size), np.ones(size)
    for tags in chains:
        if not any(tags):
            continue
        begin[tags[0]] += 1
        end[tags[-1]] += 1
        for one, other in pairwise(tags):
            follow[one, other] += 1
    share = follow.sum(axis=0) / follow.sum()
    return (
        np.log(begin / begin.sum() / share),
        np.log(follow / follow.sum(axis=1, keepdims=True) / share),
        np.log(end / end.sum() / share),
    )


def edge_of(rows: Sequence[Marked]) -> float:
    """The lowest edge at which `_RIGHT` of the messages read to have a step have one, of a part that was not learned from."""
    seen: list[tuple[float, bool]] = []
    head = fit([row for place, row in enumerate(rows) if place % _FOLDS])
    for row in rows[::_FOLDS]:
        seen += [(each.sure, _is_one(each, row)) for each in read_with(head, row.text)]
    for edge in _EDGES:
        right = [is_one for sure, is_one in seen if sure >= edge]
        if (
            right and np.mean(right) >= _RIGHT
        ):  # what is in the plan by that name is sorted out where it is read
            return float(edge)
    return 1.0


def _is_one(read: OwnWords, row: Marked) -> bool:
    return any(
        label == "step" and start < read.step.end and read.step.start < end for start, end, label in row.spans
    )


def _small(name: str, part: "NDArray[np.float32]") -> "NDArray[np.generic]":
    return part.astype(np.float16) if name == "weights" else part


def _card(head: Head, rows: Sequence[Marked]) -> str:
    held = [row for row in rows if row.held]
    with_one = [row for row in held if any(label == "step" for *_, label in row.spans)]
    read = {
        row.text: [each for each in read_with(head, row.text) if each.sure >= float(head.edge)]
        for row in held
    }
    found = sum(any(_is_one(each, row) for each in read[row.text]) for row in with_one)
    exact = {label: [0, 0] for label in LABELS[1:]}
    for row in with_one:
        for start, end, label in row.spans:
            exact[label][1] += 1
            exact[label][0] += any(
                span is not None and (span.start, span.end) == (start, end)
                for each in read[row.text]
                for span in [getattr(each, label)]
            )
    wrong = sum(bool(read[row.text]) for row in held if row not in with_one)
    words = "; ".join(f"{label} {right} of {whole}" for label, (right, whole) in exact.items())
    return (
        "# The head of own steps\n\n"
        f"`{FILE}` labels each word of a message as part of a step of the person's own, of its hours or of its place. "
        "`python -m training.own_steps` writes it and this card.\n\n"
        f"- Trained on {len(rows) - len(held)} messages, tested on {len(held)} that nobody trained on, of which {len(with_one)} "
        "want a step of their own; all by one hand.\n"
        f"- Edge {float(head.edge):.2f}: of the messages with one a step was found in {found} of {len(with_one)}, of those without one in "
        f"{wrong} of {len(held) - len(with_one)}.\n"
        f"- To the very word: {words}.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
