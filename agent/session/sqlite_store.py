"""Threads in SQLite under COACH_HOME: what the coach uses by itself."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, ClassVar

from langgraph.checkpoint.sqlite import SqliteSaver

from agent.session.locks import writing
from agent.session.saver import InThreads
from agent.session.serializer import make_serializer
from agent.session.threads import TABLES, Threads
from tools.databases import open_shared
from tools.errors import HomeError

DATABASE = "threads.sqlite"


class SqliteThreadSaver(InThreads, SqliteSaver):
    """The library's saver, also awaited."""

    tables: ClassVar = {
        "checkpoints": "checkpoint_ns, checkpoint_id, parent_checkpoint_id, type, checkpoint, metadata",
        "writes": "checkpoint_ns, checkpoint_id, task_id, task_path, idx, channel, type, value",
    }
    writes = "writes"
    run_id = "json_extract(CAST(metadata AS TEXT), '$.run_id')"

    def do(self, statements: Sequence[str], *values: str) -> None:
        with self.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement, values)


class SqliteThreads(Threads):
    """One file, one connection and one lock for it, which LangGraph's saver waits for, too."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / DATABASE
        self.name = f"SQLite in {self.path}"
        self._lock = threading.Lock()
        with self.errors():
            self._connection = open_shared(self.path, isolation_level="DEFERRED", locked=True)
            # What is forgotten is overwritten, not just unlinked.
            self._connection.execute("PRAGMA secure_delete=ON")
            self._connection.executescript(TABLES)
            self._connection.commit()

    def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self.errors(), self._lock, self._connection:
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise HomeError(
                f"The conversation store {self.path} cannot be used: {error}.",
                "Check the folder's permissions and space; a damaged file can be moved away to start anew.",
            ) from error

    def checkpointer(self) -> SqliteThreadSaver:
        with self.errors(), self._lock:
            saver = SqliteThreadSaver(self._connection, serde=make_serializer())
            saver.setup()
        saver.lock = self._lock
        return saver

    def writing(self, thread: str) -> AbstractContextManager[None]:
        return writing(self.home, thread)

    def scrub(self) -> None:
        with self.errors(), self._lock:
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._connection.close()
