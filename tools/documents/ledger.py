"""What a person ingested, beside the index that is made from it: it survives a damaged one.

Alone the coach keeps a list of paths, which says what to take in again. Several workers on one PostgreSQL
(COACH_DATABASE_URL) share the documents themselves: each keeps an index of its own in step with them.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from tools import postgres
from tools.documents.store import DocumentRow
from tools.errors import IndexUnavailableError

FILE = "ingested.json"
WRITE_WAIT_SECONDS = 900.0


@dataclass(frozen=True)
class Entry:
    """A document that came, changed or (`row` null) went at `revision`.

    `source` is the document as tools.documents.cutting packs it, `vectors` the packed rows of all its units in order,
    which fit what `recipe` cuts from it.
    """

    revision: int
    file: str
    row: DocumentRow | None
    source: bytes = b""
    vectors: bytes = b""
    recipe: str = ""


class Ledger(Protocol):
    """`folder` holds the index; `shared` names the library among all workers, null where it is this home's own."""

    folder: Path
    shared: str | None

    def writing(self) -> AbstractContextManager[None]:
        """Be the only worker that takes documents in. Raises IndexUnavailableError after 15 minutes."""

    def remember(self, add: Sequence[str] = (), drop: Sequence[str] = ()) -> None:
        """Note which paths a person ingested, and which are theirs no more."""

    def put(self, entry: Entry) -> int:
        """Keep a document or, without its row, forget it; the revision it got. Call within `writing`."""

    def revision(self) -> int:
        """The revision of the last change."""

    def newer(self, than: int) -> list[Entry]:
        """What came after the revision `than`, in order."""


class LocalLedger:
    """A list of paths in the folder itself."""

    shared: str | None = None

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def writing(self) -> AbstractContextManager[None]:
        return nullcontext()  # the index has a lock of its own

    def remember(self, add: Sequence[str] = (), drop: Sequence[str] = ()) -> None:
        """Change the list in one step."""
        before = paths(self.folder)
        after = [path for path in dict.fromkeys([*before, *add]) if path not in drop]
        if after != before:
            partial = self.folder / (FILE + ".partial")
            partial.write_text(json.dumps(after, indent=1), encoding="utf-8")
            partial.replace(self.folder / FILE)

    def put(self, entry: Entry) -> int:  # noqa: ARG002 - nobody shares it
        return 0

    def revision(self) -> int:
        return 0

    def newer(self, than: int) -> list[Entry]:  # noqa: ARG002 - nobody else changes it
        return []


_TABLES = """
CREATE TABLE IF NOT EXISTS library (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), revision bigint NOT NULL);
INSERT INTO library (revision) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM library);
CREATE TABLE IF NOT EXISTS library_documents (
    file text PRIMARY KEY, revision bigint NOT NULL UNIQUE, digest text, stamp text, title text, date text,
    source bytea, vectors bytea, recipe text);
"""


class PostgresLedger:
    """The documents in PostgreSQL, each with the revision of the library that brought its last change."""

    def __init__(self, database: postgres.Database, home: Path) -> None:
        self._database = database
        database.set_up("library", lambda new: new.execute(_TABLES))
        name = str(database.run("SELECT id FROM library")[0][0])
        self.shared: str | None = name
        # Apart from the library that this home had alone, and from that of another database.
        self.folder = home / f"library-{name[:8]}"

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._database.holding("library", WRITE_WAIT_SECONDS) as taken:
            if not taken:
                raise busy()
            yield

    def remember(self, add: Sequence[str] = (), drop: Sequence[str] = ()) -> None:
        """Nothing: the documents themselves are kept."""

    def put(self, entry: Entry) -> int:
        row = entry.row
        values = (row.digest, row.stamp, row.title, row.date) if row else (None,) * 4
        kept = (entry.source, entry.vectors, entry.recipe) if row else (None,) * 3
        changed = self._database.run(
            "WITH next AS (UPDATE library SET revision = revision + 1 RETURNING revision) "
            "INSERT INTO library_documents SELECT %s, revision, %s, %s, %s, %s, %s, %s, %s FROM next "
            "ON CONFLICT (file) DO UPDATE SET (revision, digest, stamp, title, date, source, vectors, recipe) = "
            "(excluded.revision, excluded.digest, excluded.stamp, excluded.title, excluded.date, excluded.source, "
            "excluded.vectors, excluded.recipe) RETURNING revision",
            entry.file, *values, *kept,
        )  # fmt: skip
        return int(changed[0][0])

    def revision(self) -> int:
        return int(self._database.run("SELECT revision FROM library")[0][0])

    def newer(self, than: int) -> list[Entry]:
        rows = self._database.run(
            "SELECT revision, file, digest, stamp, title, date, source, vectors, recipe FROM library_documents "
            "WHERE revision > %s ORDER BY revision",
            than,
        )
        return [_entry(*row) for row in rows]


def _entry(revision: int, file: str, digest: str | None, *rest: Any) -> Entry:
    if digest is None:
        return Entry(revision, file, None)
    stamp, title, date, source, vectors, recipe = rest
    row = DocumentRow(file, digest, stamp, title, date, shipped=False)
    return Entry(revision, file, row, source, vectors, recipe)


def open_ledger(home: Path) -> Ledger:
    """The ledger in the database that COACH_DATABASE_URL names, else that of `home`."""
    database = postgres.configured()
    return LocalLedger(home / "library") if database is None else _in_database(database, home)


@lru_cache(maxsize=8)
def _in_database(database: postgres.Database, home: Path) -> PostgresLedger:
    return PostgresLedger(database, home)


def paths(folder: Path) -> list[str]:
    """Give the paths a person ingested, in order; none when there is no list."""
    try:
        found: list[str] = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return found


def busy() -> IndexUnavailableError:
    """What is said when another process does not come to its end."""
    return IndexUnavailableError(
        "Another process is writing to the document library and did not finish.", "Try again when it has."
    )
