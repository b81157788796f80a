"""Opening SQLite files that several processes share."""

import sqlite3
from pathlib import Path
from typing import Literal

from tenacity import retry, retry_if_exception, stop_after_delay, wait_random

BUSY_SECONDS = 30.0

IsolationLevel = Literal["DEFERRED", "EXCLUSIVE", "IMMEDIATE"]


def open_shared(
    path: Path, *, isolation_level: IsolationLevel | None = None, check_same_thread: bool = True
) -> sqlite3.Connection:
    """Open `path` in WAL mode, waiting up to BUSY_SECONDS for others. Raises sqlite3.Error as SQLite does."""
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=isolation_level, check_same_thread=check_same_thread
    )
    try:
        _switch_to_wal(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_locked(error: BaseException) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


# SQLite's own timeout does not hold for this statement: of two processes that make a file, one is refused at once.
@retry(
    retry=retry_if_exception(_is_locked),
    stop=stop_after_delay(BUSY_SECONDS),
    wait=wait_random(0.01, 0.1),
    reraise=True,
)
def _switch_to_wal(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
