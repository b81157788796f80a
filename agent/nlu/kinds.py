"""Which feeling, answer, question about a plan or text a message is about: a small trained head for each.

A head is a multinomial logistic regression on a message's sentence vector. `python -m training.kinds` writes all of them to
`prompts/nlu/kinds.npz`; what they are good and bad at stands in `prompts/nlu/KINDS.md`.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

HeadName = Literal["feeling", "sure", "about_plan", "letter"]
HEADS: tuple[HeadName, ...] = ("feeling", "sure", "about_plan", "letter")
OTHER = "other"
FILE = "kinds.npz"


class Kind(NamedTuple):
    """The likeliest label of a head and its probability, 0 to 1."""

    label: str
    confidence: float


class Head(NamedTuple):
    """`weights` are of shape (labels, 384). A label counts as read from its `edges` value on, a probability."""

    labels: tuple[str, ...]
    weights: "Floats"
    bias: "Floats"
    edges: "Floats"


def kind_of(name: HeadName, vector: "Floats") -> Kind:
    """The likeliest kind by a message's sentence vector (384, of length 1), however unlikely; it may be "other"."""
    import numpy as np

    head = _heads()[name]
    scores = head.weights @ vector + head.bias
    chances = np.exp(scores - scores.max())
    best = int(chances.argmax())
    return Kind(head.labels[best], float(chances[best] / chances.sum()))


def read_kind(name: HeadName, vector: "Floats | None") -> str | None:
    """The kind where the head is sure enough of it; None where it is not, or where it is none of the named ones."""
    if vector is None:
        return None
    head = _heads()[name]
    kind = kind_of(name, vector)
    sure = kind.label != OTHER and kind.confidence >= head.edges[head.labels.index(kind.label)]
    return kind.label if sure else None


@cache
def _heads() -> dict[HeadName, Head]:
    """Load the shipped heads once for the process."""
    import numpy as np

    content = files("prompts").joinpath("nlu", FILE).read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as held:
        return {
            name: Head(
                tuple(str(label) for label in held[f"{name}.labels"]),
                held[f"{name}.weights"].astype(np.float32),
                held[f"{name}.bias"],
                held[f"{name}.edges"],
            )
            for name in HEADS
        }
