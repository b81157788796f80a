"""Fits the answerability decision of tools.documents.ranking, and tells by cross-validation what to expect of it.

`python -m benchmarks.documents_fit`: each set of questions is judged by weights that were fitted on the others.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.documents import OTHER, OTHER_HALF, SEEDS, TUNED, filled_home, questions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARE = 0.01  # of the answerable questions fitted on may be declined
PENALTY = 0.02
ROUNDS = 5000


class Sample(NamedTuple):
    half: str
    answerable: bool
    signs: tuple[float, ...]


def samples() -> list[Sample]:
    """Ask all questions that are tuned on, of the documents they are about and of the whole library with them in it."""
    found = list(_asked((), TUNED, (None,)))
    found += _asked((SEEDS,), TUNED, (SEEDS, None))
    return [*found, *_asked((OTHER,), (OTHER_HALF,), (OTHER, None))]


def _asked(folders: Sequence[Path], halves: Sequence[str], within: Sequence[Path | None]) -> Iterator[Sample]:
    from tools.documents.index import open_library
    from tools.documents.retrieval import ranked

    with filled_home(*folders), open_library() as library:
        for question in questions():
            if question.half not in halves:
                continue
            for place in within:
                if found := ranked(library, question.text, place):
                    yield Sample(question.half, bool(question.gold), found.signs.values())


def fitted(some: Sequence[Sample]) -> "NDArray[np.float64]":
    """Give logistic weights and, last, the bias that declines SHARE of the answerable ones; both sides count alike."""
    import numpy as np

    signs = np.array([sample.signs for sample in some])
    truth = np.array([sample.answerable for sample in some])
    centre, spread = signs.mean(0), signs.std(0)
    scaled = np.c_[(signs - centre) / spread, np.ones(len(signs))]
    balance = np.where(truth, 0.5 / truth.sum(), 0.5 / (~truth).sum())
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        error = (1 / (1 + np.exp(-scaled @ weights)) - truth) * balance
        weights -= 0.5 * (scaled.T @ error + PENALTY * np.r_[weights[:-1], 0])
    plain = weights[:-1] / spread
    found: NDArray[np.float64] = np.r_[plain, -np.quantile(signs[truth] @ plain, SHARE)]
    return found


def fit() -> None:
    import numpy as np

    found = samples()
    for half in (*TUNED, OTHER_HALF):
        weights = fitted([sample for sample in found if sample.half != half])
        judged = [sample for sample in found if sample.half == half]
        for answerable in (False, True):
            declined = [
                np.dot(weights[:-1], sample.signs) + weights[-1] < 0
                for sample in judged
                if sample.answerable is answerable
            ]
            if declined:
                kind = "answerable" if answerable else "unanswerable"
                print(
                    f"documents, {half}, fitted on the others: declined {np.mean(declined):.0%} of the {kind}"
                )
    print("ANSWERABLE =", tuple(round(float(value), 2) for value in fitted(found)))


if __name__ == "__main__":
    os.environ.pop("COACH_HOME", None)
    fit()
