"""An O*NET release that the person added: one SQLite file in COACH_HOME, written whole or not at all."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path

from tools.databases import ConnectionPerThread
from tools.errors import HomeError
from tools.settings import home_folder

_SCHEMA = """
CREATE TABLE alternate_title (onet_code TEXT NOT NULL, title TEXT NOT NULL);
CREATE TABLE title (joined TEXT PRIMARY KEY, title TEXT NOT NULL, codes TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE title_words USING fts5(key, tokenize = "unicode61 tokenchars '+#'");
CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE start (word TEXT PRIMARY KEY, lengths TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE technology (code TEXT NOT NULL, name TEXT NOT NULL, hot INTEGER NOT NULL, in_demand INTEGER NOT NULL);
CREATE TABLE zone (code TEXT PRIMARY KEY, zone INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE related (code TEXT NOT NULL, related TEXT NOT NULL);
CREATE INDEX technology_of ON technology (code);
CREATE INDEX related_to ON related (code);
"""


class AddedRelease:
    """Read access to an added release, for all threads of a process: each has a connection of its own."""

    def __init__(self, path: Path) -> None:
        address = f"{path.as_uri()}?mode=ro"
        self._connections = ConnectionPerThread(lambda: sqlite3.connect(address, uri=True))
        self._words: frozenset[str] | None = None

    def find(self, joined: str) -> tuple[str, str] | None:
        """A title in comparable form without spaces: how people write it, and its codes with their weights."""
        rows = self._rows("SELECT title, codes FROM title WHERE joined = ?", joined)
        return (str(rows[0][0]), str(rows[0][1])) if rows else None

    def find_words(self, words: list[str]) -> str | None:
        """Comparable form of the title that has exactly these words in any order."""
        query = " AND ".join(f'"{word}"' for word in words)
        for (key,) in self._rows("SELECT key FROM title_words WHERE title_words MATCH ? LIMIT 200", query):
            if sorted(key.split()) == sorted(words):
                return str(key)
        return None

    def words(self) -> frozenset[str]:
        """All words that occur in its titles."""
        if self._words is None:
            self._words = frozenset(word for (word,) in self._rows("SELECT word FROM word"))
        return self._words

    def lengths(self, first: str) -> frozenset[int]:
        """How many words the titles have that begin with `first`."""
        rows = self._rows("SELECT lengths FROM start WHERE word = ?", first)
        return frozenset(int(length) for (lengths,) in rows for length in lengths.split())

    def technologies(self, code: str) -> list[tuple[str, bool, bool]]:
        """Technologies of an occupation with their marks (hot, in demand), marked ones first."""
        query = "SELECT name, hot, in_demand FROM technology WHERE code = ? ORDER BY in_demand DESC, hot DESC, name"
        return [(str(name), bool(hot), bool(demand)) for name, hot, demand in self._rows(query, code)]

    def job_zone(self, code: str) -> int | None:
        """The job zone of an occupation."""
        rows = self._rows("SELECT zone FROM zone WHERE code = ?", code)
        return int(rows[0][0]) if rows else None

    def related(self, code: str) -> list[str]:
        """Related occupations, nearest first."""
        return [str(other) for (other,) in self._rows("SELECT related FROM related WHERE code = ?", code)]

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        try:
            return self._connections.get().execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise _damaged() from error


def added_release() -> AddedRelease | None:
    """The release in COACH_HOME, None where none was added. Raises HomeError when it is damaged."""
    path = release_file()
    try:
        state = path.stat()
    except OSError:
        return None
    return _opened(path, state.st_mtime_ns, state.st_ino)


@contextmanager
def new_release() -> Iterator[sqlite3.Connection]:
    """A database to fill; it takes the place of the added release when the block ends well, and only then.

    A process that dies in between leaves the release that was there before, and a draft that the next one removes.
    """
    path = release_file()
    draft = path.with_name(f"{path.stem}.{os.getpid()}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob(f"{path.stem}.*.draft*"):
            left.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as database:
            database.executescript(_SCHEMA)
            yield database
            database.commit()
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise HomeError(
            f"Cannot write the O*NET data: {error}.",
            "Make sure that COACH_HOME can be written and has 60 MB free.",
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def write_titles(database: sqlite3.Connection, titles: Mapping[str, tuple[str, str]]) -> None:
    """Store titles by comparable form (as written, codes) with what finding them in texts needs."""
    joined = {key.replace(" ", ""): (title, codes) for key, (title, codes) in titles.items()}
    _insert(database, "title", ((key, *found) for key, found in joined.items()))
    _insert(database, "title_words", ((key,) for key in titles))
    _insert(database, "word", ((word,) for word in {word for key in titles for word in key.split()}))
    lengths: dict[str, set[int]] = {}
    for key in titles:
        words = key.split()
        lengths.setdefault(words[0], set()).add(len(words))
    _insert(database, "start", ((word, " ".join(map(str, sorted(found)))) for word, found in lengths.items()))


def write_rows(database: sqlite3.Connection, table: str, rows: Iterable[tuple[str | int, ...]]) -> int:
    """Store rows of one table; returns how many."""
    return _insert(database, table, rows)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[str | int, ...]]) -> int:
    found = list(rows)
    if found:
        marks = ",".join("?" * len(found[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608 - our own table names
    return len(found)


@lru_cache(maxsize=4)
def _opened(path: Path, _modified: int, _inode: int) -> AddedRelease:
    release = AddedRelease(path)
    release.job_zone("")
    return release


def release_file() -> Path:
    """Where an added release lies, whether there is one or not."""
    return home_folder() / "onet" / "onet.sqlite"


def _damaged() -> HomeError:
    return HomeError("The O*NET data in COACH_HOME is damaged.", "Add it again: coach data add onet FOLDER.")
