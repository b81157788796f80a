"""Vectors as bytes: one scale and one byte a number for each row, a quarter of float32 at no loss that shows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SCALE_BYTES = 4


def encode(rows: "NDArray[np.float32]") -> bytes:
    """Pack rows: all scales as float32, then all numbers as int8."""
    import numpy as np

    scales = np.maximum(np.abs(rows).max(axis=1), 1e-9).astype(np.float32) / 127
    packed: bytes = scales.tobytes() + np.rint(rows / scales[:, None]).astype(np.int8).tobytes()
    return packed


def count(blob: bytes, dimension: int) -> int:
    """Tell how many rows are packed."""
    return len(blob) // (dimension + SCALE_BYTES)


def first(blob: bytes, dimension: int) -> "NDArray[np.float32]":
    """Unpack the first row."""
    import numpy as np

    start = count(blob, dimension) * SCALE_BYTES
    scale = np.frombuffer(blob, dtype=np.float32, count=1)
    row: NDArray[np.float32] = scale * np.frombuffer(blob, dtype=np.int8, count=dimension, offset=start)
    return row


def decode(blob: bytes, rows: int) -> "NDArray[np.float32]":
    """Unpack all of `rows` rows."""
    import numpy as np

    scales = np.frombuffer(blob, dtype=np.float32, count=rows)
    numbers = np.frombuffer(blob, dtype=np.int8, offset=rows * SCALE_BYTES).reshape(rows, -1)
    unpacked: NDArray[np.float32] = scales[:, None] * numbers
    return unpacked


def products(
    blobs: Sequence[bytes], vector: "NDArray[np.float32]"
) -> "tuple[NDArray[np.float32], NDArray[np.int64]]":
    """Give the products of all rows with `vector`, one after the other, and how many belong to each blob."""
    import numpy as np

    counts = [count(blob, len(vector)) for blob in blobs]
    scales = b"".join(blob[: rows * SCALE_BYTES] for blob, rows in zip(blobs, counts, strict=True))
    numbers = b"".join(blob[rows * SCALE_BYTES :] for blob, rows in zip(blobs, counts, strict=True))
    matrix = np.frombuffer(numbers, dtype=np.int8).reshape(-1, len(vector)).astype(np.float32)
    # Each row by itself: a threaded product of BLAS leaves its threads spinning for 25 ms, longer than a search.
    scaled: NDArray[np.float32] = np.vecdot(matrix, vector) * np.frombuffer(scales, dtype=np.float32)
    return scaled, np.array(counts, dtype=np.int64)
