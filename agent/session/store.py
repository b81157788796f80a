"""Where threads live: the SQLite checkpointer under COACH_HOME, its serializer and the list of threads."""

import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tools.databases import open_shared
from tools.errors import HomeError, ThreadError

if TYPE_CHECKING:
    from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer

    from agent.session.saver import ThreadSaver

DATABASE = "threads.sqlite"

# Every class that state may hold. Anything else in a checkpoint comes back as plain data, never as code.
CHECKPOINT_TYPES = {
    "agent.models.dialogue": ("Amount", "DialogueState", "Offer", "Posting", "Subject", "Wish"),
    "agent.models.plan": (
        "Approval",
        "CitedFigure",
        "Claim",
        "Outlook",
        "Plan",
        "PlanChange",
        "PlanEdit",
        "Progress",
        "Section",
        "Skipped",
        "Violation",
    ),
    "agent.models.profile": ("Profile", "ProfileChange"),
    "agent.models.review": ("Review",),
    "agent.models.turn": ("ModelCall", "ToolRequest", "ToolResult", "Understanding"),
    "agent.plans.review": (
        "ReviewReply",
        "ApproveDecision",
        "RejectDecision",
        "EditDecision",
        "RespondDecision",
    ),
    "tools.evidence": ("Evidence", "Figure", "Source"),
    "tools.roadmap.models": ("FinishRange", "Milestone", "Resource"),
}

# Where version 0.1.0 kept the same classes: a checkpoint names a class by its module's path.
_ROOMS_OF_0_1_0 = {
    "agent.models": ("agent.models.plan", "agent.models.profile", "agent.models.review", "agent.models.turn"),
    "agent.review": ("agent.plans.review",),
}

_SCHEMA = """
CREATE TABLE IF NOT EXISTS coach_threads (
    thread TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    title TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    abandoned INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS coach_profiles (user TEXT PRIMARY KEY, profile TEXT NOT NULL, confirmed TEXT NOT NULL);
"""


@dataclass(frozen=True)
class ThreadRow:
    """A line of the list of threads; times are ISO 8601, UTC."""

    thread: str
    user: str
    title: str
    created: str
    updated: str


def make_serializer() -> "JsonPlusSerializer":
    """A serializer that revives the coach's own types and nothing else."""
    from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer

    allowed = [(module, name) for module, names in CHECKPOINT_TYPES.items() for name in names]
    for old, rooms in _ROOMS_OF_0_1_0.items():
        # Only a module that is gone needs a stand-in under its old path.
        if find_spec(old) is None:
            sys.modules.setdefault(old, import_module(rooms[0]))
        allowed += [(old, name) for room in rooms for name in CHECKPOINT_TYPES[room]]
    return JsonPlusSerializer(allowed_msgpack_modules=allowed)


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Say a damaged or unwritable database in one line."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise HomeError(
            f"The conversation store {path} cannot be used: {error}.",
            "Check the folder's permissions and space; a damaged file can be moved away to start anew.",
        ) from error


class Threads:
    """One database: LangGraph's checkpoints, who owns which thread, and confirmed profiles.

    Several threads of the program may use it at once. Raises HomeError where the file cannot be used.
    """

    def __init__(self, home: Path) -> None:
        self.path = home / DATABASE
        self._lock = threading.Lock()
        with database_errors(self.path):
            self._connection = open_shared(self.path, isolation_level="DEFERRED", locked=True)
            # What is forgotten is overwritten, not just unlinked.
            self._connection.execute("PRAGMA secure_delete=ON")
            self._connection.executescript(_SCHEMA)
            self._connection.commit()

    def errors(self) -> AbstractContextManager[None]:
        """Within it a damaged or unwritable database is said in one line."""
        return database_errors(self.path)

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread of the program at a time: the saver waits for the same lock."""
        with database_errors(self.path), self._lock:
            yield self._connection

    def checkpointer(self) -> "ThreadSaver":
        """LangGraph's saver over the same connection."""
        from agent.session.saver import ThreadSaver

        with self._using() as connection:
            saver = ThreadSaver(connection, serde=make_serializer())
            saver.setup()
        saver.lock = self._lock
        return saver

    def claim(self, thread: str, user: str, title: str) -> None:
        """Note that `user` writes to `thread` now. Raises ThreadError if it is somebody else's."""
        self.check_owner(thread, user)
        at = now()
        with self._using() as connection, connection:
            connection.execute(
                "INSERT INTO coach_threads (thread, user, title, created, updated) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (thread) DO UPDATE SET updated = excluded.updated",
                (thread, user, title, at, at),
            )

    def check_owner(self, thread: str, user: str) -> bool:
        """Whether the thread exists. Raises ThreadError if it is somebody else's."""
        return check_owned(self.find(thread), user)

    def find(self, thread: str) -> ThreadRow | None:
        rows = self._select("WHERE thread = ?", thread)
        return rows[0] if rows else None

    def rows(self, user: str | None = None) -> list[ThreadRow]:
        """The threads of `user` (None: everybody's), the newest first."""
        return self._select("WHERE user = ?", user) if user is not None else self._select("")

    def mark_abandoned(self, thread: str, *, abandoned: bool) -> None:
        """Note whether the thread's last turn was broken off (by Ctrl-C or an error), not just cut short."""
        with self._using() as connection, connection:
            connection.execute(
                "UPDATE coach_threads SET abandoned = ? WHERE thread = ?", (int(abandoned), thread)
            )

    def is_abandoned(self, thread: str) -> bool:
        with self._using() as connection:
            row = connection.execute(
                "SELECT abandoned FROM coach_threads WHERE thread = ?", (thread,)
            ).fetchone()
        return bool(row and row[0])

    def delete(self, threads: list[str]) -> None:
        """Delete for good: rows, checkpoints, and their traces in the write-ahead log."""
        saver = self.checkpointer()
        for thread in threads:
            with database_errors(self.path):
                saver.delete_thread(thread)
            with self._using() as connection, connection:
                connection.execute("DELETE FROM coach_threads WHERE thread = ?", (thread,))
        self._scrub()

    def read_profile(self, user: str) -> str | None:
        """The confirmed profile of `user` as JSON."""
        with self._using() as connection:
            row = connection.execute("SELECT profile FROM coach_profiles WHERE user = ?", (user,)).fetchone()
        return str(row[0]) if row else None

    def write_profile(self, user: str, profile: str | None) -> None:
        """Keep `profile` (JSON) for `user`; None forgets it for good."""
        with self._using() as connection, connection:
            if profile is None:
                connection.execute("DELETE FROM coach_profiles WHERE user = ?", (user,))
            else:
                connection.execute(
                    "INSERT OR REPLACE INTO coach_profiles VALUES (?, ?, ?)", (user, profile, now())
                )
        if profile is None:
            self._scrub()

    def close(self) -> None:
        self._connection.close()

    def _select(self, where: str, *values: str) -> list[ThreadRow]:
        query = (
            f"SELECT thread, user, title, created, updated FROM coach_threads {where} ORDER BY updated DESC"  # noqa: S608 - `where` is one of two constants
        )
        with self._using() as connection:
            return [ThreadRow(*row) for row in connection.execute(query, values)]

    def _scrub(self) -> None:
        """What was deleted leaves the file and its log."""
        with self._using() as connection:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


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
