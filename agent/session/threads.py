"""Where threads live, whichever database keeps them: who owns which, confirmed profiles, checkpoints and locks."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tools.errors import ThreadError

if TYPE_CHECKING:
    from langgraph.checkpoint.base import BaseCheckpointSaver

TABLES = """
CREATE TABLE IF NOT EXISTS coach_threads (
    thread TEXT PRIMARY KEY, "user" TEXT NOT NULL, title TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL,
    abandoned INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS coach_profiles ("user" TEXT PRIMARY KEY, profile TEXT NOT NULL, confirmed TEXT NOT NULL);
"""


@dataclass(frozen=True)
class ThreadRow:
    """A line of the list of threads; times are ISO 8601, UTC."""

    thread: str
    user: str
    title: str
    created: str
    updated: str


class Threads(ABC):
    """LangGraph's checkpoints, who owns which thread, and confirmed profiles, in one database.

    Several threads of the program may use it at once. Raises HomeError or DatabaseError where it cannot be used.
    """

    name: str

    @abstractmethod
    def run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run one statement with ? for its values, all or nothing; its rows."""

    @abstractmethod
    def errors(self) -> AbstractContextManager[None]:
        """Say in one line what goes wrong with the database, also within LangGraph's saver."""

    @abstractmethod
    def checkpointer(self) -> "BaseCheckpointSaver[str]":
        """LangGraph's saver over the same database."""

    @abstractmethod
    def writing(self, thread: str) -> AbstractContextManager[None]:
        """Be the thread's only writer among all processes. Raises ThreadBusyError at once where another is."""

    @abstractmethod
    def scrub(self) -> None:
        """What was deleted leaves the database's files."""

    @abstractmethod
    def close(self) -> None:
        """Close the database."""

    def claim(self, thread: str, user: str, title: str) -> None:
        """Note that `user` writes to `thread` now. Raises ThreadError if it is somebody else's."""
        at = now()
        # In one statement: of two processes that make the same thread, the second one finds it taken.
        self.run(
            'INSERT INTO coach_threads (thread, "user", title, created, updated) VALUES (?, ?, ?, ?, ?) '
            "ON CONFLICT (thread) DO UPDATE SET updated = excluded.updated "
            'WHERE coach_threads."user" = excluded."user"',
            thread, user, title, at, at,
        )  # fmt: skip
        self.check_owner(thread, user)

    def check_owner(self, thread: str, user: str) -> bool:
        """Whether the thread exists. Raises ThreadError if it is somebody else's."""
        return check_owned(self.find(thread), user)

    def find(self, thread: str) -> ThreadRow | None:
        return next(iter(self._rows("WHERE thread = ?", thread)), None)

    def rows(self, user: str | None = None) -> list[ThreadRow]:
        """The threads of `user` (None: everybody's), the newest first."""
        return self._rows('WHERE "user" = ?', user) if user is not None else self._rows("")

    def mark_abandoned(self, thread: str, *, abandoned: bool) -> None:
        """Note whether the thread's last turn was broken off (by Ctrl-C or an error), not just cut short."""
        self.run("UPDATE coach_threads SET abandoned = ? WHERE thread = ?", int(abandoned), thread)

    def is_abandoned(self, thread: str) -> bool:
        return self.run("SELECT abandoned FROM coach_threads WHERE thread = ?", thread) == [(1,)]

    def delete(self, threads: list[str]) -> None:
        """Delete for good: rows, checkpoints, and what the database keeps of them."""
        saver = self.checkpointer()
        for thread in threads:
            with self.errors():
                saver.delete_thread(thread)
            self.run("DELETE FROM coach_threads WHERE thread = ?", thread)
        self.scrub()

    def read_profile(self, user: str) -> str | None:
        """The confirmed profile of `user` as JSON."""
        found = self.run('SELECT profile FROM coach_profiles WHERE "user" = ?', user)
        return str(found[0][0]) if found else None

    def write_profile(self, user: str, profile: str | None) -> None:
        """Keep `profile` (JSON) for `user`; None forgets it for good."""
        if profile is None:
            self.run('DELETE FROM coach_profiles WHERE "user" = ?', user)
            self.scrub()
            return
        self.run(
            'INSERT INTO coach_profiles ("user", profile, confirmed) VALUES (?, ?, ?) ON CONFLICT ("user") '
            "DO UPDATE SET profile = excluded.profile, confirmed = excluded.confirmed",
            user, profile, now(),
        )  # fmt: skip

    def _rows(self, where: str, *values: str) -> list[ThreadRow]:
        query = (
            f'SELECT thread, "user", title, created, updated FROM coach_threads {where} ORDER BY updated DESC'  # noqa: S608 - `where` is one of three constants
        )
        return [ThreadRow(*row) for row in self.run(query, *values)]


def check_owned(row: ThreadRow | None, user: str) -> bool:
    """Whether there is such a thread. Raises ThreadError if it is not this user's."""
    if row is not None and row.user != user:
        raise ThreadError(
            f"Thread {row.thread} belongs to another user.",
            "Use another --thread, or the --user it belongs to.",
        )
    return row is not None


def now() -> str:
    """The time as it is kept: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
