"""Whether somebody may be in danger: what the reader takes for it, weighed with the words it is said in.

The reader hears danger from a small chance on, and much that only sounds dark with it. A logistic regression on the message's
summary, its words and the reader's chance (`training/danger.py`) hears as much and is wrong less often; what it is good and bad at
stands in `prompts/nlu/DANGER.md`.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.kinds import nameless_vector

Floats = NDArray[np.float32]

FILE = "danger.npz"
_LEAST = 1e-6
_OF_THE_READER = np.float32(0.3)  # weight of the reader's log odds beside the summary


class Weights(NamedTuple):
    """`weights` of shape (vector,), the bias, and the chances from which on danger is heard, and from which on it is sure."""

    weights: Floats
    bias: float
    edge: float
    sure: float


def danger_vector(text: str, summary: Floats, chance: float) -> Floats:
    """What is read of a message: its summary and words, and the reader's `chance` of danger, 0 to 1."""
    held = min(max(chance, _LEAST), 1.0 - _LEAST)
    odds = np.array([np.log(held / (1.0 - held))], np.float32) * _OF_THE_READER
    return np.concatenate([nameless_vector(summary, text), odds])


def chance_of_danger(text: str, summary: Floats, chance: float) -> float:
    """The chance that a message tells of danger to somebody's own life, 0 to 1; `chance` is the reader's."""
    held = _weights()
    score = float(np.vecdot(held.weights, danger_vector(text, summary, chance))) + held.bias
    return float(1.0 / (1.0 + np.exp(-score)))


def is_heard(chance: float) -> bool:
    """Whether a chance of danger counts: help is named."""
    return chance >= _weights().edge


def is_sure(chance: float) -> bool:
    """Whether a chance of danger is so sure that nothing else is spoken of."""
    return chance >= _weights().sure


@cache
def _weights() -> Weights:
    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        edges = (float(held[name]) for name in ("bias", "edge", "sure"))
        return Weights(held["weights"].astype(np.float32), *edges)
