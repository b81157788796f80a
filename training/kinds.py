"""`python -m training.kinds [HEAD ...]`: from the kinds of messages in `prompts/nlu/corpus/kinds` to the heads of `agent/nlu/kinds.py`.

Writes `prompts/nlu/kinds.npz` and its card, `prompts/nlu/KINDS.md`: all heads, or the named ones beside the others as they
are. Takes minutes on one core for all; the same messages on the same machine give the same file.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_predict
from threadpoolctl import threadpool_limits

from agent.nlu.kinds import (
    FILE,
    HEADS,
    NAMELESS,
    OF_WORK,
    OTHER,
    WORDED,
    YES,
    Head,
    HeadName,
    nameless_vector,
)
from agent.nlu.pieces import nameless
from agent.nlu.tagger import default_tagger
from training.asked import read_felt
from training.corpus import FOLDER, CorpusError, corpus_files, is_test, parse_text, read_file
from training.spans import OF_SPANS, clauses_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Names = NDArray[np.str_]

# The share of a kind's readings that are to be right, by cross-validation; below it the kind is not read. A yes or no is
# always read: each of its three kinds has a consequence, and none is a way out. Of the many feelings none has enough texts
# for a share of its own: one edge holds for all.
_LEAST_RIGHT: dict[HeadName, float] = {
    "feeling": 0.8,
    "sure": 0.0,
    # What is not read is answered with the finish, which seldom was asked.
    "about_plan": 0.65,
    "letter": 0.7,
    "remark": 0.7,
    "change": 0.65,
    "progress": 0.8,
    # The reply says how work was taken to be wished, so that a wrong one is mended by a word.
    **dict.fromkeys(OF_WORK, 0.6),
    "criterion": 0.6,
    "whose": 0.6,
    "aspect": 0.6,
    "where": 0.7,
    "sentence": 0.0,
    "asks": 0.0,
    "condition": 0.75,
    "leaning": 0.75,
    "years": 0.75,
    "news": 0.7,
    "wanted": 0.0,
    "act": 0.0,
    **dict.fromkeys(OF_SPANS, 0.75),
}
# Below this nothing is changed in a plan, however often the head would be right there, and no text is written.
_LEAST_SURE: dict[HeadName, float] = {"change": 0.25, "letter": 0.18}
_ONE_EDGE: frozenset[HeadName] = frozenset({"feeling"})
_EDGES = np.arange(0.0, 0.9, 0.02)
_FEWEST = 8  # readings that a share rests on
_NEVER = 1.0
_FOLDS, _SEED = 5, 0
_STRENGTHS = [0.5, 1.0, 2.0, 4.0, 8.0]  # inverse of the weight decay
_OF_TWO = 4.0  # the same, of a head that says yes or nothing


class Annotated(NamedTuple):
    """Texts and their kinds, those to train with and those of test files."""

    train: list[tuple[str, str]]
    test: list[tuple[str, str]]


@dataclass(frozen=True)
class Trained:
    """A head and how it read the test texts: the likeliest kinds, and those that it is sure of (else "other")."""

    name: HeadName
    head: Head
    strength: float
    folds: float
    trained: "Names"
    given: "Names"
    likeliest: "Names"
    read: "Names"


def main() -> int:
    if unknown := set(sys.argv[1:]) - set(HEADS):
        print(f"No such head: {', '.join(sorted(unknown))}. There are: {', '.join(HEADS)}.", file=sys.stderr)
        return 1
    try:
        with threadpool_limits(1):  # sums of another number of threads differ in their last bits
            heads = [train(name, read_kinds(name)) for name in HEADS if name in (sys.argv[1:] or HEADS)]
    except CorpusError as error:
        print(f"{error}. Mend the line, or add the message to a file of the corpus.", file=sys.stderr)
        return 1
    file, written = FOLDER.parent / FILE, FOLDER.parent / "KINDS.md"
    content = to_file(heads, file)
    file.write_bytes(content)
    written.write_text(_card(content, heads, written), encoding="utf-8")
    print(*(_section(each) for each in heads), sep="\n")
    return 0


def read_kinds(name: HeadName) -> Annotated:
    """The annotated texts of a head; a row that is no message of the corpus says itself whether it is held back.

    Raises CorpusError for a text that stands twice, or in no file of the corpus and does not say so.
    """
    from_test = _test_texts()
    found = Annotated([], [])
    seen = set[str]()
    path = FOLDER / "kinds" / f"{'conditions' if name in OF_WORK else name}.jsonl"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        text, spans = parse_text(str(row["t"]))
        held = row.get("held", from_test.get(text))
        if held is None or text in seen:
            raise CorpusError(f"{path.name}:{number}: stands twice or is no message of the corpus: {text!r}")
        seen.add(text)
        said = nameless(text, spans) if name in NAMELESS else text
        kind = (YES if name in row["kinds"] else OTHER) if name in OF_WORK else str(row["kind"])
        (found.test if held else found.train).append((said, kind))
    if name == "feeling":
        found.train.extend((text, felt) for text, felt in read_felt() if text not in seen)
    if name in OF_SPANS:
        found.train.extend((text, kind) for text, kind in clauses_of(name) if text not in seen)
    return found


def train(name: HeadName, annotated: Annotated) -> Trained:
    """Fit a head, its decay and its edges by cross-validation on the texts to train with alone."""
    texts, kinds = zip(*annotated.train, strict=True)
    test_texts, test_kinds = zip(*annotated.test, strict=True)
    vectors, given = vectors_of(name, texts), np.array(kinds)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    search = GridSearchCV(
        LogisticRegression(class_weight=None if name in OF_WORK else "balanced", max_iter=5000),
        {"C": [_OF_TWO] if name in OF_WORK else _STRENGTHS},
        scoring="balanced_accuracy",
        cv=folds,
    ).fit(vectors, given)
    best = search.best_estimator_
    labels = tuple(str(label) for label in best.classes_)
    held_out = cross_val_predict(best, vectors, given, cv=folds, method="predict_proba")
    coefficients, intercepts = best.coef_, best.intercept_
    if len(coefficients) == 1:  # of two labels only the second has scores
        coefficients = np.vstack([np.zeros_like(coefficients), coefficients])
        intercepts = np.concatenate([np.zeros_like(intercepts), intercepts])
    head = Head(
        labels,
        coefficients.astype(np.float16),
        intercepts.astype(np.float32),
        np.maximum(
            _edges(held_out, given, labels, _LEAST_RIGHT[name], together=name in _ONE_EDGE),
            np.float32(_LEAST_SURE.get(name, 0.0)),
        ),
    )
    likeliest, read = _apply(head, vectors_of(name, test_texts))
    right = float(np.mean(np.array(labels)[held_out.argmax(axis=1)] == given))
    return Trained(name, head, float(best.C), right, given, np.array(test_kinds), likeliest, read)


def vectors_of(name: HeadName, texts: Sequence[str]) -> "Floats":
    """What a head reads of each text, a row each."""
    rows = default_tagger().summaries(texts)
    if name not in WORDED:
        return rows
    return np.array([nameless_vector(row, text) for row, text in zip(rows, texts, strict=True)])


def to_file(heads: list[Trained], file: Path) -> bytes:
    """All heads in numpy's format; those that were not trained as `file` has them."""
    trained = {each.name: each.head for each in heads}
    arrays = {}
    for name in HEADS:
        for part in Head._fields:
            key = f"{name}.{part}"
            arrays[key] = np.array(getattr(trained[name], part)) if name in trained else np.load(file)[key]
    held = BytesIO()
    np.savez(held, allow_pickle=False, **arrays)
    return held.getvalue()


def _test_texts() -> dict[str, bool]:
    """Each text of the corpus and whether a test file holds it."""
    found = dict[str, bool]()
    for path in corpus_files():
        for example in read_file(path):
            found[example.text] = found.get(example.text, False) or is_test(path)
    return found


def _edges(
    chances: "Floats", given: "Names", labels: tuple[str, ...], least: float, *, together: bool = False
) -> "Floats":
    """For each label the lowest probability from which on, however high, at least `least` of its readings are right.

    With `together` the same for all labels.
    """
    likeliest, surest = np.array(labels)[chances.argmax(axis=1)], chances.max(axis=1)
    edges = []
    for label in labels:
        lowest, of_it = _NEVER, (likeliest != OTHER) if together else (likeliest == label)
        for edge in _EDGES[::-1]:
            right = (given == likeliest)[of_it & (surest >= edge)]
            if len(right) < _FEWEST:
                continue
            if right.mean() < least:
                break
            lowest = float(edge)
        edges.append(lowest if least else 0.0)
    return np.array(edges, dtype=np.float32)


def _apply(head: Head, vectors: "Floats") -> "tuple[Names, Names]":
    scores = vectors @ head.weights.astype(np.float32).T + head.bias
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    best = chances.argmax(axis=1)
    likeliest = np.array(head.labels)[best]
    return likeliest, np.where(chances.max(axis=1) >= head.edges[best], likeliest, OTHER)


def _card(content: bytes, heads: list[Trained], written: Path) -> str:
    """The card with a section for each head; those that were not trained keep theirs."""
    sections: dict[str, str] = {name: f"\n## {name}" for name in HEADS}
    if len(heads) < len(HEADS):
        _, *kept = written.read_text(encoding="utf-8").split("\n## ")
        sections |= {section.split("\n", 1)[0]: f"\n## {section.rstrip()}" for section in kept}
    sections |= {each.name: _section(each) for each in heads}
    head = _HEAD.format(
        heads=len(HEADS), sha256=hashlib.sha256(content).hexdigest(), size=len(content) / 1000
    )
    return "\n".join([head, *(sections[name] for name in HEADS)]) + "\n"


def _section(each: Trained) -> str:
    right, read = np.mean(each.likeliest == each.given), np.mean(each.read == each.given)
    head = (
        f"\n## {each.name}\n\n{len(each.trained)} texts to train with, {len(each.given)} test texts. Likeliest kind right: "
        f"{right:.0%} of test texts ({each.folds:.0%} in cross-validation); right after the edges: {read:.0%}.\n\n{_COLUMNS}"
    )
    lines = [head]
    train, test = Counter(each.trained.tolist()), Counter(each.given.tolist())
    for label, edge in zip(each.head.labels, each.head.edges, strict=True):
        meant, said, sure = each.given == label, each.likeliest == label, each.read == label
        shares = [_share(meant & said, meant), _share(meant & said, said), _share(meant & sure, sure)]
        limit = "never" if edge == _NEVER else f"{edge:.2f}"
        lines.append(
            f"| {label} | {train[label]} | {test[label]} | {' | '.join(shares)} | {'-' if label == OTHER else limit} |"
        )
    return "\n".join(lines)


def _share(part: "NDArray[np.bool_]", whole: "NDArray[np.bool_]") -> str:
    return f"{int(part.sum())} of {int(whole.sum())}"


_HEAD = """# The heads of kinds

`kinds.npz` holds {heads} heads on a message's summary (`agent/nlu/kinds.py`). `python -m training.kinds` writes it and
this card.

- sha256 `{sha256}`, {size:.0f} kB.
- Model: multinomial logistic regression on the summary of a message (`Tagger.summaries`), labels weighted by their rarity.
- Data: `prompts/nlu/corpus/kinds`, annotated by one reader; what the kinds mean stands in its guide. Texts of test files
  are never trained on, and nothing is chosen by them. Sixty of the test texts (file 25: 40 of `sure`, 12 of `about_plan`)
  are by the hand that wrote file 23, so they are easier than a stranger's. So are those of `change`, `progress` and `about_plan`
  whose row says `held`, every fifth of a kind: short pieces that one hand wrote.
- `change` and `progress` read pieces of a message in which each name is replaced by what it is ("drop this part"); here the
  names are those of the annotation, at run time the tagger's and the plan's. They also count the words.
- Found: of the test texts of a kind, those whose likeliest kind it is. Right: of the texts read as a kind, those that are
  it; sure: the same from the edge on, below which nothing is read.
- Feelings are said beside much else, and often more than one: the vector tells what a message is about better than how
  its writer feels. What is not sure is not said."""
_COLUMNS = (
    "| kind | to train | test | found | right | right where sure | edge |\n|---|---|---|---|---|---|---|"
)


if __name__ == "__main__":
    sys.exit(main())
