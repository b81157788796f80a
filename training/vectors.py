"""Sentence vectors of many texts, kept in `build/reader` from one training to the next."""

from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tools.documents.embedder import built_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_KEPT = Path("build/reader/vectors.npz")
_CHUNK = 256


def vectors_of(texts: Sequence[str]) -> "Floats":
    """The vectors of texts, of shape (texts, 384) and length 1, as halves tell them."""
    kept = _read()
    missing = sorted({text for text in texts if text not in kept}, key=len)
    chunks = [missing[at : at + _CHUNK] for at in range(0, len(missing), _CHUNK)]
    with get_context("spawn").Pool() as pool:
        for chunk, vectors in zip(chunks, pool.imap(_embedded, chunks), strict=True):
            kept.update(zip(chunk, vectors, strict=True))
    if missing:
        _KEPT.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            _KEPT,
            texts=np.frombuffer("\n".join(kept).encode(), dtype=np.uint8),
            vectors=np.stack([*kept.values()]),
        )
    return np.stack([kept[text] for text in texts]).astype(np.float32)


def _read() -> dict[str, "NDArray[np.float16]"]:
    if not _KEPT.exists():
        return {}
    with np.load(_KEPT) as file:
        return dict(zip(bytes(file["texts"]).decode().split("\n"), file["vectors"], strict=True))


def _embedded(texts: list[str]) -> "NDArray[np.float16]":
    return built_in().embed(texts).astype(np.float16)
