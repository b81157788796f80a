"""A linear-chain conditional random field over the tags of words: the likeliest tags, and how likely each is.

J. Lafferty, A. McCallum, F. Pereira, "Conditional Random Fields", ICML 2001.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Chain(NamedTuple):
    """Scores of a tag at the begin (tags,), of one after another (tags before, tags) and at the end (tags,)."""

    begin: Floats
    follow: Floats
    end: Floats


def best_tags(scores: Floats, chain: Chain) -> list[int]:
    """The likeliest tags of words whose scores have shape (words, tags), by Viterbi's algorithm."""
    if not len(scores):
        return []
    came_from = np.empty(scores.shape, dtype=np.int64)
    # Rows are the tag after, so that the maximum runs along memory.
    follow = np.ascontiguousarray(chain.follow.T)
    every = np.arange(scores.shape[1])
    score = chain.begin + scores[0]
    for at in range(1, len(scores)):
        paths = follow + score
        came_from[at] = paths.argmax(axis=1)
        score = paths[every, came_from[at]] + scores[at]
    tags = [int((score + chain.end).argmax())]
    for at in range(len(scores) - 1, 0, -1):
        tags.append(int(came_from[at, tags[-1]]))
    return tags[::-1]


def marginals(scores: Floats, chain: Chain) -> Floats:
    """How likely each tag of each word is, of shape (words, tags); rows sum to 1. Forward-backward algorithm."""
    if not len(scores):
        return np.zeros_like(scores)
    follow = np.exp(chain.follow)
    local = np.exp(scores - scores.max(axis=1, keepdims=True))
    local[0] *= np.exp(chain.begin)
    local[-1] *= np.exp(chain.end)
    forward, backward = np.empty_like(local), np.ones_like(local)
    forward[0] = local[0] / local[0].sum()
    for at in range(1, len(local)):
        reached = (forward[at - 1] @ follow) * local[at]
        forward[at] = reached / reached.sum()
    for at in range(len(local) - 2, -1, -1):
        after = follow @ (backward[at + 1] * local[at + 1])
        backward[at] = after / after.sum()
    both: Floats = forward * backward
    both /= both.sum(axis=1, keepdims=True)
    return both
