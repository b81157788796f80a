"""Fits the answerability decision of tools.documents.ranking, and tells by cross-validation what to expect of it.

`python -m benchmarks.documents_fit`: each set of questions is judged by weights that were fitted on the others,
what is asked of documents on other subjects in five parts. The question lists and the glossary were written by
people who knew these sets: what comes near to a question in them is left out, as if it were quite new.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from benchmarks.documents import OTHER, OTHER_HALF, SEEDS, TUNED, Question, filled_home, questions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.documents.scope import Scope

# Of the answerable questions fitted on this share may be declined: about the field, and about other subjects.
SHARE, SHARE_APART = 0.015, 0.06
# Questions of the lists and wordings of the glossary that are this similar to a question are left out.
NEAR_QUESTION, NEAR_WORDING = 0.50, 0.45
PENALTY = 0.01
ROUNDS = 3000
PARTS = 5


class Sample(NamedTuple):
    """`group`: what it is judged together with. `weight`: how much it counts in the fit."""

    group: str
    answerable: bool
    weight: float
    signs: tuple[float, ...]


def samples() -> list[Sample]:
    """Ask the embedded library, the four documents, and documents on other subjects, alone and within the whole."""
    tuned = [question for question in questions() if question.half in TUNED]
    parts = [
        replace(question, half=f"{OTHER_HALF}, part {number % PARTS + 1}")
        for number, question in enumerate(q for q in questions() if q.half == OTHER_HALF)
    ]
    # What the field asks has no answer in documents on other subjects.
    elsewhere = [
        replace(question, half=f"{OTHER_HALF}, part {number % PARTS + 1}", gold=())
        for number, question in enumerate(question for question in tuned if question.gold)
    ]
    found = [*_asked((), tuned, None)]
    found += [sample for place in (SEEDS, None) for sample in _asked((SEEDS,), tuned, place)]
    found += [sample for place in (OTHER, None) for sample in _asked((OTHER,), parts, place, weight=1.5)]
    return [*found, *_asked((OTHER,), elsewhere, OTHER, weight=0.1)]


def _asked(
    folders: Sequence[Path], some: Sequence[Question], within: Path | None, *, weight: float = 1.0
) -> Iterator[Sample]:
    from tools.documents import retrieval, shipped
    from tools.documents.index import open_library

    with filled_home(*folders), open_library() as library:
        wordings = shipped.glossary_vectors(library.embedder)
        for question in some:
            vector = library.embedder.embed([question.text])[0]
            unlike = wordings * (wordings @ vector <= NEAR_WORDING)[:, None]
            scope = _without(question.text)
            with (
                patch.object(shipped, "glossary_vectors", return_value=unlike),
                patch.object(shipped, "question_scope", return_value=scope),
            ):
                found = retrieval.ranked(library, question.text, within)
            if found:
                yield Sample(question.half, bool(question.gold), weight, found.signs.values())


@cache
def _without(text: str) -> "Scope":
    """Give the lists without what comes near to a question, weighed anew."""
    from tools.documents import shipped
    from tools.documents.embedder import built_in
    from tools.documents.scope import Scope, weigh

    lists = shipped.question_scope(built_in())
    far = lists.rows @ built_in().embed([text])[0] <= NEAR_QUESTION
    rows, answered = lists.rows[far], int(far[: lists.answered].sum())
    return Scope(rows, weigh(rows, answered), answered)


def fitted(some: Sequence[Sample]) -> "NDArray[np.float64]":
    """Give logistic weights of the signs and, last, the bias; both sides count alike.

    The bias, and the weight of the last sign, `apart`, are such that SHARE and SHARE_APART are declined.
    """
    import numpy as np

    signs = np.array([sample.signs for sample in some])
    truth = np.array([sample.answerable for sample in some])
    count = np.array([sample.weight for sample in some])
    told, apart = signs[:, :-1], signs[:, -1]
    centre, spread = told.mean(0), told.std(0)
    scaled = np.c_[(told - centre) / spread, np.ones(len(told))]
    balance = count * np.where(truth, 0.5 / count[truth].sum(), 0.5 / count[~truth].sum())
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        error = (1 / (1 + np.exp(-scaled @ weights)) - truth) * balance
        weights -= 0.5 * (scaled.T @ error + PENALTY * np.r_[weights[:-1], 0])
    plain = weights[:-1] / spread
    scores = told @ plain
    bias = -np.quantile(scores[truth & (apart < 0.5)], SHARE)
    more = -np.quantile(scores[truth & (apart >= 0.5)] + bias, SHARE_APART)
    found: NDArray[np.float64] = np.r_[plain, more, bias]
    return found


def fit() -> None:
    import numpy as np

    found = sorted(samples(), key=lambda sample: (sample.group, sample.answerable))
    for (group, answerable), judged in groupby(found, key=lambda sample: (sample.group, sample.answerable)):
        weights = fitted([sample for sample in found if sample.group != group])
        declined = [np.dot(weights[:-1], sample.signs) + weights[-1] < 0 for sample in judged]
        kind = "answerable" if answerable else "unanswerable"
        print(f"documents, {group}, fitted on the others: declined {np.mean(declined):.0%} of the {kind}")
    print("ANSWERABLE =", tuple(round(float(value), 2) for value in fitted(found)))


if __name__ == "__main__":
    os.environ.pop("COACH_HOME", None)
    fit()
