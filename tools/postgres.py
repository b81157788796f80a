"""PostgreSQL for coaches that run as several processes: connections, tables, locks, and failures in one line.

All that is kept there lies in a schema of its own, so that another program's tables of the same name may
stand beside it.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tools.errors import DatabaseError, UsageError
from tools.settings import read_settings

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMA = "career_coach"
POOL_SIZE = 8
POOL_SECONDS = 2.0
POLL_SECONDS = 0.1
SETUP_SECONDS = 60.0
# How long a server that does not answer is waited for; a connection that broke off unseen is found by keepalives.
_PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "tcp_user_timeout": 15_000,
}
_opening = threading.Lock()
_HINT = "Check COACH_DATABASE_URL and that the server runs; without it all is kept under COACH_HOME."


def configured() -> "Database | None":
    """The database that COACH_DATABASE_URL names, opened once for the process; None without one.

    Raises UsageError where the extra is missing, DatabaseError where the server cannot be used.
    """
    url = read_settings().database_url
    if not url:
        return None
    with _opening:  # a turn's tools ask at once
        return _opened(url.get_secret_value())


@lru_cache(maxsize=4)
def _opened(url: str) -> "Database":
    return Database(url)


@contextmanager
def database_errors(name: str) -> Iterator[None]:
    """Say what goes wrong with the database called `name` in one line."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        said = str(error).strip().splitlines()
        raise DatabaseError(
            f"The PostgreSQL database {name} cannot be used: {(said or [type(error).__name__])[0].rstrip('.')}.",
            _HINT,
        ) from error


class Database:
    """One database; several threads may use it at once. Every method raises DatabaseError."""

    def __init__(self, url: str) -> None:
        try:
            from psycopg import ProgrammingError
            from psycopg.conninfo import conninfo_to_dict
            from psycopg_pool import ConnectionPool
        except ImportError as error:
            raise UsageError(
                "COACH_DATABASE_URL is set, but what speaks to PostgreSQL is not installed.",
                "Run `pip install '.[postgres]'` in the project's folder.",
            ) from error
        logging.getLogger("psycopg.pool").addHandler(logging.NullHandler())  # said once, by us
        try:
            parts = conninfo_to_dict(url)
        except ProgrammingError as error:  # it quotes the address, which may hold a password
            raise UsageError(
                "COACH_DATABASE_URL cannot be read as an address.",
                "Write it as postgresql://user:password@host:5432/database, special characters as %XX.",
            ) from error
        self.name = f"{parts.get('dbname') or 'of the user'} at {parts.get('host') or 'the local socket'}"
        self._url = url
        self._setting_up = threading.Lock()
        self._set_up: set[str] = set()
        self._locks = _Locks(self._connect)
        with database_errors(self.name), self._connect() as connection:
            connection.execute("SELECT 1")  # a refusal is said at once and with its reason
        self.set_up("schema", lambda new: new.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
        self.pool: ConnectionPool[Connection[Any]] = ConnectionPool(
            url,
            min_size=1,
            max_size=POOL_SIZE,
            timeout=POOL_SECONDS,
            reconnect_timeout=1.0,  # then each request tries anew: a server that is back is found at once
            kwargs={"autocommit": True, **_PATIENCE},
            configure=_within_schema,
            check=ConnectionPool.check_connection,
            open=True,
        )

    def _connect(self) -> "Connection[Any]":
        import psycopg

        connection = psycopg.connect(self._url, autocommit=True, **_PATIENCE)  # type: ignore[arg-type]
        _within_schema(connection)
        return connection

    def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run one statement with %s for its values, all or nothing; its rows."""
        with database_errors(self.name), self.pool.connection() as connection:
            cursor = connection.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    def set_up(self, what: str, step: "Callable[[Connection[Any]], object]") -> None:
        """Take `step` once in this process, while no other process sets anything up."""
        with self._setting_up, database_errors(self.name):
            if what in self._set_up:
                return
            with self.holding("set up", SETUP_SECONDS) as taken, self._connect() as connection:
                if not taken:
                    raise DatabaseError(
                        f"Another process has been setting up {self.name} for a minute.", "Try again."
                    )
                step(connection)
            self._set_up.add(what)

    @contextmanager
    def holding(self, name: str, seconds: float = 0.0) -> Iterator[bool]:
        """Hold the lock `name` among all processes and threads, or give False where it is not free within `seconds`.

        The server frees it when this process dies.
        """
        until = time.monotonic() + seconds
        with database_errors(self.name):
            # Asked again and not waited for: who waits within a statement blocks what builds an index concurrently.
            while not (taken := self._locks.take(name)) and time.monotonic() < until:
                time.sleep(POLL_SECONDS)
        try:
            yield taken
        finally:
            if taken:
                self._locks.give_back(name)

    def close(self) -> None:
        """Close what is open; only for a database that is used no more."""
        self._locks.close()
        self.pool.close()


class _Locks:
    """Advisory locks of one session, which is this process's: they live as long as its connection does."""

    def __init__(self, connect: "Callable[[], Connection[Any]]") -> None:
        self._connect = connect
        self._session: Connection[Any] | None = None
        self._held: set[str] = set()
        self._guard = threading.Lock()

    def take(self, name: str) -> bool:
        with self._guard:
            if name in self._held or not self._ask("pg_try_advisory_lock", name):
                return False
            self._held.add(name)
            return True

    def give_back(self, name: str) -> None:
        import psycopg

        # With a session that broke off the lock is gone already.
        with self._guard, suppress(psycopg.Error):
            self._held.discard(name)
            self._ask("pg_advisory_unlock", name)

    def close(self) -> None:
        with self._guard:
            if self._session is not None:
                self._session.close()
            self._session = None
            self._held.clear()

    def _ask(self, function: str, name: str) -> bool:
        import psycopg

        try:
            return self._call(function, name)
        except psycopg.OperationalError:
            # The server was away. A new session takes again what this process holds, unless another was quicker.
            if self._session is not None:
                self._session.close()
            self._session = None
            for held in self._held:
                self._call("pg_try_advisory_lock", held)
            return self._call(function, name)

    def _call(self, function: str, name: str) -> bool:
        if self._session is None:
            self._session = self._connect()
        query = f"SELECT {function}(hashtextextended(%s, 0))"  # one of two names above
        row = self._session.execute(query, (f"{SCHEMA}/{name}",)).fetchone()
        return bool(row and row[0])


def _within_schema(connection: "Connection[Any]") -> None:
    connection.execute(f"SET search_path TO {SCHEMA}")
