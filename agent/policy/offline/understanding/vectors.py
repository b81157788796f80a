"""The vectors of the example utterances, shipped with the prompts so that no start pays for them.

`python -m agent.policy.offline.understanding.vectors` writes them anew after an example changed.
"""

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from prompts import examples, fill

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "intents.npz"
# What stands for any role, place or skill, in the examples and in what is compared with them.
MASKS = {"role": "this job", "place": "this city", "skill": "this skill"}


@cache
def example_vectors() -> "tuple[list[str], NDArray[np.float32]]":
    """The intent of each example and their vectors (examples x 384); built when the shipped ones do not fit."""
    import numpy as np

    labels, texts = _examples()
    if shipped_key() != wanted_key():
        return labels, _embedded(texts)
    with (files("prompts") / FILE).open("rb") as file, np.load(file, allow_pickle=False) as saved:
        return labels, saved["vectors"].astype(np.float32)


def shipped_key() -> str | None:
    """What the shipped vectors were made of; None when none are shipped."""
    import numpy as np

    shipped = files("prompts") / FILE
    if not shipped.is_file():
        return None
    with shipped.open("rb") as file, np.load(file, allow_pickle=False) as saved:
        return str(saved["key"])


def wanted_key() -> str:
    """What vectors of today's examples are made of."""
    return _key(_examples()[1])


def _examples() -> tuple[list[str], list[str]]:
    pairs = [(intent, text) for intent, texts in examples().items() for text in texts]
    return [intent for intent, _ in pairs], [_masked(str(text)) for _, text in pairs]


def _masked(text: str) -> str:
    return fill(text, **{name: mask for name, mask in MASKS.items() if f"{{{name}}}" in text})


def _key(texts: list[str]) -> str:
    from tools.documents.embedder import MODEL_SHA256

    return hashlib.sha256(json.dumps([MODEL_SHA256, texts]).encode()).hexdigest()


def _embedded(texts: list[str]) -> "NDArray[np.float32]":
    from tools.documents.embedder import embed

    return embed(texts)


def write_vectors(path: Path) -> None:
    """Write the vectors as half floats, with a key that changes when an example or the model does."""
    import numpy as np

    _, texts = _examples()
    np.savez_compressed(path, key=np.array(_key(texts)), vectors=_embedded(texts).astype(np.float16))


if __name__ == "__main__":
    write_vectors(Path(str(files("prompts") / FILE)))
