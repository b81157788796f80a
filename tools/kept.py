"""What follows from a value that never changes, reckoned once for it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Any, Generic, TypeVar

_Value = TypeVar("_Value")
_Result = TypeVar("_Result")
_Key = TypeVar("_Key", bound=Hashable)


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


class Latest(Generic[_Key, _Value]):
    """The values of the last `most` keys put in or asked for, where several are reckoned at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = OrderedDict[_Key, _Value]()
        self._lock = threading.Lock()

    def get(self, key: _Key) -> _Value | None:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: _Key, value: _Value) -> None:
        with self._lock:
            self._held[key] = value
            self._held.move_to_end(key)
            if len(self._held) > self._most:
                self._held.popitem(last=False)
