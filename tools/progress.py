"""Who is told how far long work on the library is: whoever called for it, else who listens in this context."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# Called with what is done now, steps done and steps in all.
Progress = Callable[[str, int, int], None]

_listener: ContextVar[Progress | None] = ContextVar("library_progress", default=None)


@contextmanager
def telling(progress: Progress) -> Iterator[None]:
    """Within this context `progress` is told of long work that nobody else watches, such as an index built anew."""
    token = _listener.set(progress)
    try:
        yield
    finally:
        _listener.reset(token)


def listener() -> Progress | None:
    """Give who listens here."""
    return _listener.get()
