"""Opening SQLite files that several processes, or several threads of one, share.

A connection that threads use at once mixes their rows on CPython 3.12 and newer (python/cpython issue 118172):
values of one query come back as another's, without an error. So no connection here is used by two threads at once.
"""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

BUSY_SECONDS = 30.0

IsolationLevel = Literal["DEFERRED", "EXCLUSIVE", "IMMEDIATE"]


class ConnectionPerThread:
    """A connection for each thread that asks, opened by `connect` and closed when its thread ends."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._held = threading.local()

    def get(self) -> sqlite3.Connection:
        """The calling thread's own connection. Raises what `connect` raises."""
        held: _Held | None = getattr(self._held, "own", None)
        if held is None:
            held = self._held.own = _Held(self._connect())
        return held.connection


class _Held:
    """Goes with its thread, and closes the connection then."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __del__(self) -> None:
        # The last reference may go in another thread, which must not close it: freeing it does.
        with suppress(sqlite3.ProgrammingError):
            self.connection.close()


def open_shared(
    path: Path, *, isolation_level: IsolationLevel | None = None, locked: bool = False
) -> sqlite3.Connection:
    """Open `path` in WAL mode, waiting up to BUSY_SECONDS for others. Raises sqlite3.Error as SQLite does.

    `locked` says that several threads use the connection, one at a time under a lock of the caller's; no statement is
    kept between them then.
    """
    connection = sqlite3.connect(
        path,
        timeout=BUSY_SECONDS,
        isolation_level=isolation_level,
        check_same_thread=not locked,
        cached_statements=0 if locked else 128,
    )
    try:
        _switch_to_wal(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_locked(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """SQLite's timeout does not hold for this statement: of two processes that make a file, one is refused."""
    if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        return
    # It brings asyncio, which the lookups do without.
    from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random

    again = Retrying(
        retry=retry_if_exception(_is_locked),
        stop=stop_after_delay(BUSY_SECONDS),
        wait=wait_random(0.01, 0.1),
        reraise=True,
    )
    again(connection.execute, "PRAGMA journal_mode=WAL")
