"""What a message wants in its thread: the reader's chances, weighed with what was said before it and with what waits.

The reader knows a message and one thing that its thread stands on. For each wish a logistic regression (`python -m training.in_thread`) adds to its log odds
what the message is about (its summary), what the two messages before it wanted, and what the thread holds; what it is good and bad at stands in
`prompts/nlu/THREAD.md`.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.scheme import WISHES

Floats = NDArray[np.float32]

FILE = "thread.npz"
BEFORE = 2  # messages before it that count
_HELD = ("waits", "approved", "text")
_LEAST = 1e-4
_ODDS, _SPREAD = 6.0, 3.0  # log odds beyond count no more; what they are divided by beside the summary
_LONG = 4.0  # what the logarithm of the words is divided by
_WANTED = 0.5
_BESIDE = frozenset({"followup", "answer"})  # acts beside which something is wanted


class Thread(NamedTuple):
    """What a message is said in: the chances of wishes of those before it, the newest last; whether a plan waits, one was approved, a text is in hand."""

    before: tuple[Mapping[str, float], ...] = ()
    waits: bool = False
    approved: bool = False
    text: bool = False


class Weights(NamedTuple):
    """`weights` of shape (features, wishes); `kept` (wishes,) multiplies the reader's log odds."""

    weights: Floats
    kept: Floats


def features(text: str, summary: Floats, chances: Mapping[str, float], thread: Thread) -> Floats:
    """What is weighed: what the thread holds, how the message is written, its log odds and summary, the wishes before it."""
    before = [_row(each) for each in thread.before[-BEFORE:]]
    before = [np.zeros(len(WISHES), np.float32)] * (BEFORE - len(before)) + before
    held = [float(getattr(thread, name)) for name in _HELD]
    written = [1.0, float(not thread.before), np.log1p(len(text.split())) / _LONG, float("?" in text)]
    own = np.clip(odds(chances), -_ODDS, _ODDS) / _SPREAD
    return np.concatenate([np.array(held + written, np.float32), own, summary, *before]).astype(np.float32)


def odds(chances: Mapping[str, float]) -> Floats:
    """The log odds of each wish, of shape (wishes,)."""
    row = np.clip(_row(chances), _LEAST, 1.0 - _LEAST)
    return np.asarray(np.log(row / (1.0 - row)), dtype=np.float32)


def in_thread(text: str, summary: Floats, chances: Mapping[str, float], thread: Thread) -> dict[str, float]:
    """The chances of wishes of a message in its thread; `chances` are the reader's, who knows one thing that it stands on."""
    held = _weights()
    scores = features(text, summary, chances, thread) @ held.weights + held.kept * odds(chances)
    found = 1.0 / (1.0 + np.exp(-scores))
    return dict(zip(WISHES, found.tolist(), strict=True))


def wanted(chances: Mapping[str, float]) -> tuple[str, ...]:
    """The wishes that are likelier than not, the likeliest first; at least the likeliest that is no mere act beside another."""
    order = sorted((name for name in chances if name != "answer"), key=lambda name: -chances[name])
    first = next(name for name in order if name not in _BESIDE)
    return tuple(name for name in order if chances[name] >= _WANTED or name == first)


def _row(chances: Mapping[str, float]) -> Floats:
    return np.array([chances.get(name, 0.0) for name in WISHES], dtype=np.float32)


@cache
def _weights() -> Weights:
    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return Weights(held["weights"].astype(np.float32), held["kept"].astype(np.float32))
