"""Viterbi and forward-backward against every path written out."""

from itertools import pairwise, product

import numpy as np
import pytest

from agent.nlu.crf import Chain, best_tags, marginals

TAGS = 4


def chain(seed: int) -> Chain:
    rng = np.random.default_rng(seed)
    follow = rng.normal(size=(TAGS, TAGS)).astype(np.float32)
    follow[0, 2] = -1e4
    return Chain(rng.normal(size=TAGS).astype(np.float32), follow, rng.normal(size=TAGS).astype(np.float32))


def score(tags: tuple[int, ...], scores: np.ndarray, given: Chain) -> float:
    total = given.begin[tags[0]] + given.end[tags[-1]] + sum(scores[at, tag] for at, tag in enumerate(tags))
    return float(total + sum(given.follow[a, b] for a, b in pairwise(tags)))


@pytest.mark.parametrize("words", [1, 2, 5])
@pytest.mark.parametrize("seed", range(5))
def test_decoding_agrees_with_every_path_written_out(words: int, seed: int) -> None:
    given = chain(seed)
    scores = np.random.default_rng(seed + 99).normal(size=(words, TAGS)).astype(np.float32)
    paths = list(product(range(TAGS), repeat=words))
    weights = np.exp([score(path, scores, given) for path in paths])
    assert best_tags(scores, given) == list(paths[int(weights.argmax())])
    expected = np.zeros((words, TAGS))
    for path, weight in zip(paths, weights / weights.sum(), strict=True):
        expected[np.arange(words), path] += weight
    np.testing.assert_allclose(marginals(scores, given), expected, atol=1e-5)


def test_a_forbidden_step_is_never_taken() -> None:
    given = chain(3)
    scores = np.zeros((6, TAGS), dtype=np.float32)
    scores[::2, 0] = scores[1::2, 2] = 50
    tags = best_tags(scores, given)
    assert (0, 2) not in set(pairwise(tags))


def test_no_words_have_no_tags() -> None:
    nothing = np.zeros((0, TAGS), dtype=np.float32)
    assert best_tags(nothing, chain(0)) == []
    assert marginals(nothing, chain(0)).shape == (0, TAGS)
