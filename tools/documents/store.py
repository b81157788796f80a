"""The library's single source of truth: one SQLite file with documents, passages, vectors and the FTS5 index.

What Chroma still has to learn stands in `dense_queue`, written in the same transaction as the passages, so a
process may die at any moment and nothing is lost or doubled.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.databases import open_shared
from tools.documents.glossary import words_of
from tools.documents.passages import Cut, from_units
from tools.documents.vectors import decode, encode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SCHEMA = 3
TABLES = f"""
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, stamp TEXT NOT NULL,
    title TEXT NOT NULL, date TEXT, shipped INTEGER NOT NULL, source BLOB);
CREATE TABLE IF NOT EXISTS passages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES documents (id),
    section TEXT, text TEXT NOT NULL, units TEXT NOT NULL, entries TEXT NOT NULL, vectors BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of_document ON passages (document);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (body, tokenize = 'porter unicode61');
CREATE TABLE IF NOT EXISTS dense_queue (id TEXT PRIMARY KEY);
PRAGMA user_version = {SCHEMA};
"""
# What an older library lacks, by its version.
UPGRADES = {2: "ALTER TABLE documents ADD COLUMN source BLOB; PRAGMA user_version = 3;"}
UNIT_SEPARATOR = "\x1f"


@dataclass(frozen=True)
class NewPassage:
    """A passage to write; `vectors` has one row for each of the cut's units."""

    id: str
    cut: Cut
    vectors: "NDArray[np.float32]"


@dataclass(frozen=True)
class DocumentRow:
    """A document of the library. `stamp` is its size and time: an unchanged one spares reading it."""

    file: str
    digest: str
    stamp: str
    title: str
    date: str | None
    shipped: bool


class StoredPassage(NamedTuple):  # hundreds are made for each search: a tuple costs the least
    """A passage as it is kept: `entries` is the JSON of Cut.entries, `vectors` its units' rows, packed."""

    id: str
    text: str
    section: str | None
    file: str
    title: str
    date: str | None
    entries: str
    vectors: bytes


class Store:
    """One connection; use it within one thread. Raises sqlite3.Error as SQLite does."""

    def __init__(self, path: Path) -> None:
        self._db = open_shared(path)
        try:
            self._db.execute("PRAGMA synchronous = NORMAL")
            if self._version() == 0:
                self._db.executescript(f"BEGIN IMMEDIATE; {TABLES} COMMIT;")
            if (version := self._version()) in UPGRADES:
                self._upgrade()
                version = self._version()
            if version != SCHEMA:
                raise sqlite3.DatabaseError(f"the index has version {version}, this coach reads {SCHEMA}")
        except sqlite3.Error:
            self._db.close()
            raise

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    def _upgrade(self) -> None:
        with self.transaction():
            # Looked up within the transaction: another process may have been quicker.
            for statement in UPGRADES.get(self._version(), "").split(";"):
                self._db.execute(statement)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, also when the process dies within."""
        self._db.execute("BEGIN IMMEDIATE")
        done = False
        try:
            yield
            done = True
        finally:
            self._db.execute("COMMIT" if done else "ROLLBACK")

    def meta(self, key: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    # Documents

    def documents(self) -> list[tuple[DocumentRow, int]]:
        """Give every document with its number of passages, by file name."""
        rows = self._db.execute(
            "SELECT file, digest, stamp, title, date, shipped,"
            " (SELECT count(*) FROM passages WHERE document = documents.id)"
            " FROM documents ORDER BY shipped DESC, file"
        )
        return [
            (DocumentRow(file, digest, stamp, title, date, bool(own)), count)
            for file, digest, stamp, title, date, own, count in rows
        ]

    def restamp(self, file: str, stamp: str) -> None:
        self._db.execute("UPDATE documents SET stamp = ? WHERE file = ?", (stamp, file))

    def source(self, file: str) -> bytes | None:
        """Give what was kept of a document to cut it again; older libraries kept nothing."""
        row = self._db.execute("SELECT source FROM documents WHERE file = ?", (file,)).fetchone()
        return row[0] if row else None

    def put_document(
        self, document: DocumentRow, passages: Sequence[NewPassage], source: bytes | None = None
    ) -> None:
        """Replace exactly this document's passages; call within a transaction.

        `source` as tools.documents.cutting packs it.
        """
        self.remove_document(document.file)
        cursor = self._db.execute(
            "INSERT INTO documents (file, digest, stamp, title, date, shipped, source) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*_fields(document), int(document.shipped), source),
        )
        owner = cursor.lastrowid
        for each in passages:
            cut = each.cut
            units = UNIT_SEPARATOR.join(cut.units)
            row = (
                each.id,
                owner,
                cut.section,
                cut.text,
                units,
                json.dumps(cut.entries),
                encode(each.vectors),
            )
            added = self._db.execute(
                "INSERT INTO passages (id, document, section, text, units, entries, vectors)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            meant = words_of({number for numbers in cut.entries for number in numbers})
            body = "\n".join([document.title, cut.section or "", cut.whole, meant])
            self._db.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (added.lastrowid, body))
            self._db.execute("INSERT OR IGNORE INTO dense_queue VALUES (?)", (each.id,))

    def remove_document(self, file: str) -> None:
        """Forget a document; call within a transaction."""
        owner = self._db.execute("SELECT id FROM documents WHERE file = ?", (file,)).fetchone()
        if owner is None:
            return
        self._db.execute(
            "INSERT OR IGNORE INTO dense_queue SELECT id FROM passages WHERE document = ?", owner
        )
        self._db.execute(
            "DELETE FROM words WHERE rowid IN (SELECT number FROM passages WHERE document = ?)", owner
        )
        self._db.execute("DELETE FROM passages WHERE document = ?", owner)
        self._db.execute("DELETE FROM documents WHERE id = ?", owner)

    # Passages

    def count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM passages").fetchone()[0])

    def ids(self) -> set[str]:
        return {row[0] for row in self._db.execute("SELECT id FROM passages")}

    def lexical_numbers(self) -> set[int]:
        return {row[0] for row in self._db.execute("SELECT rowid FROM words")}

    def numbers(self) -> set[int]:
        return {row[0] for row in self._db.execute("SELECT number FROM passages")}

    def passages(self, ids: Sequence[str]) -> dict[str, StoredPassage]:
        """Give the passages that exist among `ids`."""
        rows = self._db.execute(
            "SELECT p.id, p.text, p.section, d.file, d.title, d.date, p.entries, p.vectors FROM passages p"
            " JOIN documents d ON d.id = p.document WHERE p.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row[0]: StoredPassage(*row) for row in rows}

    def lexical(self, match: str, limit: int, files: Sequence[str] | None) -> dict[str, float]:
        """Give BM25 scores (higher is better) of the best passages for an FTS5 expression."""
        if files is None:
            best = (
                "SELECT rowid AS number, rank FROM words WHERE words MATCH :match ORDER BY rank LIMIT :limit"
            )
        else:
            best = (
                "SELECT words.rowid AS number, rank FROM words JOIN passages p ON p.number = words.rowid"
                " JOIN documents d ON d.id = p.document WHERE words MATCH :match"
                " AND d.file IN (SELECT value FROM json_each(:files)) ORDER BY rank LIMIT :limit"
            )
        rows = self._db.execute(
            f"SELECT p.id, -found.rank FROM ({best}) found"  # noqa: S608 - one of the two texts above
            " JOIN passages p ON p.number = found.number ORDER BY found.rank",
            {"match": match, "limit": limit, "files": json.dumps(list(files or ()))},
        )
        return {row[0]: row[1] for row in rows}

    def holding(self, word: str, limit: int) -> int:
        """Tell how many passages hold a word in any of its forms, counting up to `limit`."""
        row = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", (f'"{word}"', limit)
        )
        return int(row.fetchone()[0])

    def any_holds(self, word: str, ids: Sequence[str]) -> bool:
        """Tell whether one of these passages holds a word in any of its forms."""
        # One row at a time: FTS5 looks a single row up, and would read a whole list for several.
        row = "SELECT 1 FROM words WHERE words MATCH ? AND rowid = (SELECT number FROM passages WHERE id = ?)"
        return any(self._db.execute(row, (f'"{word}"', name)).fetchone() for name in ids)

    def cuts(self, file: str) -> list[Cut]:
        """Give a document's passages as they were cut, with the glossary as it is now."""
        rows = self._db.execute(
            "SELECT p.text, p.section, p.units FROM passages p JOIN documents d ON d.id = p.document"
            " WHERE d.file = ? ORDER BY p.number",
            (file,),
        )
        return [from_units(text, section, units.split(UNIT_SEPARATOR)) for text, section, units in rows]

    def unit_vectors(self, file: str) -> "dict[str, NDArray[np.float32]]":
        """Give the vector of each text that a document is found by."""
        rows = self._db.execute(
            "SELECT p.units, p.vectors FROM passages p JOIN documents d ON d.id = p.document WHERE d.file = ?",
            (file,),
        )
        texts = [(units.split(UNIT_SEPARATOR), blob) for units, blob in rows]
        return {
            text: row
            for units, blob in texts
            for text, row in zip(units, decode(blob, len(units)), strict=True)
        }

    # What Chroma has to learn

    def queue_all(self) -> None:
        self._db.execute("INSERT OR IGNORE INTO dense_queue SELECT id FROM passages")

    def queued(self, limit: int = -1) -> list[str]:
        return [row[0] for row in self._db.execute("SELECT id FROM dense_queue LIMIT ?", (limit,))]

    def unqueue(self, ids: Sequence[str]) -> None:
        self._db.executemany("DELETE FROM dense_queue WHERE id = ?", [(name,) for name in ids])


def _fields(document: DocumentRow) -> tuple[str, str, str, str, str | None]:
    return (document.file, document.digest, document.stamp, document.title, document.date)
