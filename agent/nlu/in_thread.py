"""What the words of a message are and what it wants in its thread: one layer more over the reader's states.

The reader knows a message and one thing that its thread stands on. The layer also looks at the words of the two messages before it, and knows
whether it is the first, whether a plan waits or was approved, whether a text is in hand and a job was spoken of.
`python -m training.in_thread` trains it; what it is good and bad at stands in `prompts/nlu/THREAD.md`.
"""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.crf import Chain
from agent.nlu.scheme import TAGS, WISHES
from agent.nlu.windows import Window
from tools import onnx
from tools.errors import DataError

Floats = NDArray[np.float32]

FILE = "thread.onnx"
BEFORE, TOKENS = 2, 32  # messages before it that count, and tokens of each
HELD = ("first", "waits", "approved", "text", "topic")
_WANTED = 0.5
_BESIDE = frozenset({"followup", "answer"})  # acts beside which something is wanted


class Thread(NamedTuple):
    """What a message is said in.

    `before` are the messages before it, the newest last; it is the `first` where there are none. A plan `waits` or was `approved`, a `text` is in hand, a job is the `topic`.
    """

    before: tuple[str, ...] = ()
    first: bool = False
    waits: bool = False
    approved: bool = False
    text: bool = False
    topic: bool = False

    def after(self, said: str) -> "Thread":
        """The thread in which something is said after that as well."""
        return self._replace(before=(*self.before, said), first=False)


class Layer:
    """The layer's weights in memory. Raises DataError when the file is none that this version can use."""

    def __init__(self, weights: bytes) -> None:
        from onnxruntime.capi.onnxruntime_pybind11_state import InvalidProtobuf

        try:
            self._session = onnx.session(weights)
        except InvalidProtobuf as error:
            raise DataError(f"{FILE} is no model.", "Take the file of this release.") from error
        told = self._session.get_modelmeta().custom_metadata_map
        for key, names in (("tags", TAGS), ("wishes", WISHES), ("held", HELD)):
            if json.loads(told.get(key, "[]")) != list(names):
                raise DataError(
                    f"{FILE} was trained for other {key} than this version reads.",
                    "Run `python -m training.in_thread`, or take the file of this release.",
                )
        chain = json.loads(told["chain"])
        self.chain = Chain(*(np.array(chain[name], dtype=np.float32) for name in Chain._fields))

    def run(self, given: Mapping[str, NDArray[np.generic]]) -> tuple[Floats, Floats]:
        """Scores of tags of shape (words, tags) and logits of wishes (wishes,) of what `feed` gives."""
        scores, logits = self._session.run(["scores", "logits"], dict(given))
        return scores, logits


def feed(
    window: Window, states: Floats, vector: Floats, before: Sequence[Floats], thread: Thread
) -> dict[str, NDArray[np.generic]]:
    """The inputs of the layer's graph.

    `states` (tokens, 384) and the sentence `vector` (384,) are the window's, `before` the states of the messages before it, the newest last.
    """
    recent = [each[:TOKENS] for each in before[::-1][:BEFORE]]
    none = np.zeros((0, states.shape[1]), dtype=np.float32)
    return {
        "states": states,
        "vector": vector,
        "first": np.array(window.first, dtype=np.int64),
        "last": np.array(window.last, dtype=np.int64),
        "before": np.concatenate([none, *recent]),
        "back": np.repeat(np.arange(len(recent), dtype=np.int64), [len(each) for each in recent]),
        "held": held(thread),
    }


def held(thread: Thread) -> Floats:
    """Ones and zeros of shape (len(HELD),)."""
    return np.array([float(getattr(thread, name)) for name in HELD], dtype=np.float32)


def wanted(chances: Mapping[str, float]) -> tuple[str, ...]:
    """The wishes that are likelier than not, the likeliest first; at least the likeliest that is no mere act beside another."""
    order = sorted((name for name in chances if name != "answer"), key=lambda name: -chances[name])
    first = next(name for name in order if name not in _BESIDE)
    return tuple(name for name in order if chances[name] >= _WANTED or name == first)
