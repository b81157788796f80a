"""What follows from a value that never changes, reckoned once for it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

_Value = TypeVar("_Value")
_Result = TypeVar("_Result")


class _Same:
    """A value by its identity: it is held, so that no other one can take its place in memory."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value


def once_for_each(most: int) -> Callable[[Callable[[_Value], _Result]], Callable[[_Value], _Result]]:
    """Keep the results for the last `most` values. These need no hash; neither they nor the results may be changed."""

    def keeping(reckon: Callable[[_Value], _Result]) -> Callable[[_Value], _Result]:
        kept = lru_cache(maxsize=most)(lambda same: reckon(same.value))

        @wraps(reckon)
        def found(value: _Value) -> _Result:
            return kept(_Same(value))

        return found

    return keeping
