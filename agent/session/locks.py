"""One writer at a time for a thread, across processes."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.errors import HomeError, ThreadBusyError


@contextmanager
def writing(home: Path, thread: str) -> Iterator[None]:
    """Hold the thread's lock file; the operating system frees it when the process dies.

    Raises ThreadBusyError at once if another process holds it.
    """
    from filelock import FileLock, Timeout

    folder = home / "locks"
    name = hashlib.sha256(thread.encode()).hexdigest()[:32]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A turn may be told from several threads of the program, one after the other.
        lock = FileLock(folder / f"{name}.lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise busy(thread) from error
    except OSError as error:
        raise HomeError(
            f"Cannot lock thread {thread}: {error}.", "Check that COACH_HOME can be written to."
        ) from error
    try:
        yield
    finally:
        lock.release()


def busy(thread: str) -> ThreadBusyError:
    """What a second writer is told."""
    return ThreadBusyError(
        f"Thread {thread} is in use by another process.",
        "Wait until it is done, or use another --thread.",
    )
