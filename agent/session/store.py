"""Chooses where threads live."""

from pathlib import Path

from agent.session.threads import Threads
from tools import postgres


def open_threads(home: Path) -> Threads:
    """The threads in the database that COACH_DATABASE_URL names, else in SQLite under `home`."""
    database = postgres.configured()
    if database is not None:
        from agent.session.postgres_store import PostgresThreads

        return PostgresThreads(database)
    from agent.session.sqlite_store import SqliteThreads

    return SqliteThreads(home)
