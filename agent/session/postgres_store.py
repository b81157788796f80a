"""Threads in PostgreSQL: for several workers on one database (COACH_DATABASE_URL)."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, ClassVar

from langgraph.checkpoint.postgres import PostgresSaver

from agent.session.locks import busy
from agent.session.saver import InThreads
from agent.session.serializer import make_serializer
from agent.session.threads import TABLES, Threads
from tools.postgres import Database, database_errors

_CHECKPOINTS = "checkpoints, checkpoint_blobs, checkpoint_writes"


class PostgresThreadSaver(InThreads, PostgresSaver):
    """The library's saver, also awaited. Values of pruned checkpoints stay until their thread is deleted."""

    tables: ClassVar = {
        "checkpoints": "checkpoint_ns, checkpoint_id, parent_checkpoint_id, type, checkpoint, metadata",
        "checkpoint_blobs": "checkpoint_ns, channel, version, type, blob",
        "checkpoint_writes": "checkpoint_ns, checkpoint_id, task_id, task_path, idx, channel, type, blob",
    }
    writes = "checkpoint_writes"
    run_id = "metadata->>'run_id'"

    def do(self, statements: Sequence[str], *values: str) -> None:
        with self._cursor(pipeline=True) as cursor:
            for statement in statements:
                cursor.execute(statement.replace("?", "%s"), values)


class PostgresThreads(Threads):
    """A view of the process's database; closing it leaves the database open for the others who use it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.name = f"PostgreSQL, database {database.name}"
        database.set_up("threads", lambda connection: connection.execute(TABLES))
        database.set_up("checkpoints", lambda connection: PostgresSaver(connection).setup())

    def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._database.run(sql.replace("?", "%s"), *values)

    def errors(self) -> AbstractContextManager[None]:
        return database_errors(self._database.name)

    def checkpointer(self) -> PostgresThreadSaver:
        return PostgresThreadSaver(self._database.pool, serde=make_serializer())

    @contextmanager
    def writing(self, thread: str) -> Iterator[None]:
        with self._database.holding(f"thread {thread}") as taken:
            if not taken:
                raise busy(thread)
            yield

    def scrub(self) -> None:
        self._database.run(f"VACUUM {_CHECKPOINTS}, coach_threads, coach_profiles")

    def close(self) -> None:
        """Nothing: the database is the process's."""
