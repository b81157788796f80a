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
    """`weights` of shape (vector,), the bias, and the chance from which on danger is heard."""

    weights: Floats
    bias: float
    edge: float


def danger_vector(text: str, summary: Floats, chance: float) -> Floats:
    """What is read of a message: its summary and words, and the reader's `chance` of danger, 0 to 1."""
    held = min(max(chance, _LEAST), 1.0 - _LEAST)
    odds = np.array([np.log(held / (1.0 - held))], np.float32) * _OF_THE_READER
    return np.concatenate([nameless_vector(summary, text), odds])


def is_danger(text: str, summary: Floats, chance: float) -> bool:
    """Whether a message may tell of danger to somebody's life."""
    held = _weights()
    score = float(np.vecdot(held.weights, danger_vector(text, summary, chance))) + held.bias
    return float(1.0 / (1.0 + np.exp(-score))) >= held.edge


@cache
def _weights() -> Weights:
    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return Weights(held["weights"].astype(np.float32), float(held["bias"]), float(held["edge"]))
