"""The OEWS release that comes with the coach, unpacked once into COACH_HOME and opened read-only.

`seeds/wages/` holds the database compressed and a manifest with its SHA-256, that of each file of the Bureau it was
built from, and who built it (`tools.oews.pack` brings both here). Hashing 52 MB at every start would be slow: a stamp
beside the unpacked file keeps what was verified (size, modification time, inode), and while that holds nobody hashes.
"""

import hashlib
import json
import lzma
import os
import sqlite3
import tempfile
import threading
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from tools.databases import ConnectionPerThread
from tools.errors import DataError, HomeError
from tools.evidence import Source
from tools.settings import home_folder

FOLDER = resources.files("seeds").joinpath("wages")
MANIFEST = "manifest.json"
_BLOCK = 1 << 20

_lock = threading.Lock()


def connection() -> sqlite3.Connection:
    """The calling thread's own read-only connection; use it within this thread.

    Raises HomeError when the database cannot be unpacked into COACH_HOME.
    """
    return _connections.get()


@lru_cache(maxsize=1)
def manifest() -> dict[str, Any]:
    """What the release is and what it was built from. Raises DataError when it is missing."""
    try:
        found: dict[str, Any] = json.loads(FOLDER.joinpath(MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _not_whole() from error
    return found


def period() -> str:
    """The reference month of the wages as an ISO month. OEWS estimates always refer to May."""
    return f"{manifest()['data_year']}-05"


def published() -> str:
    """The ISO day on which the Bureau published the estimates."""
    return str(manifest()["sources"]["oe.data.0.Current"]["last_modified"])


def source(locator: str) -> Source:
    """Name the release as the source of a figure; `locator` says which table, cell or series."""
    return Source(
        title=f"Occupational Employment and Wage Statistics, {manifest()['release']['description']}",
        publisher="U.S. Bureau of Labor Statistics",
        date=period(),
        locator=locator,
    )


def _open() -> sqlite3.Connection:
    with _lock:
        path = _verified_path()
        if not path.exists():  # the home it was unpacked into is gone
            _verified_path.cache_clear()
            path = _verified_path()
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        database.execute("SELECT value FROM meta LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        database.close()
        raise DataError(
            "The unpacked wage database is damaged.", f"Delete {path.parent}; it is unpacked again."
        ) from error
    return database


_connections = ConnectionPerThread(_open)


@lru_cache(maxsize=1)
def _verified_path() -> Path:
    """Where the unpacked database lies, verified now or under an unbroken stamp; one copy serves the process."""
    meta = manifest()
    expected = str(meta["database_sha256"])
    path = home_folder() / "oews" / f"oews-{meta['data_year']}-{expected[:16]}.sqlite"
    stamp = path.with_suffix(".verified")
    if _read(stamp) == _seal(path, expected):
        return path
    try:
        if not _is_whole(path, expected):
            _unpack(path, str(meta["file"]), expected)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise HomeError(
            f"Cannot unpack the wage database: {error}.",
            "Make sure that COACH_HOME can be written and has 60 MB free.",
        ) from error
    _write_stamp(stamp, _seal(path, expected))
    return path


def _is_whole(path: Path, expected: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == expected


def _unpack(path: Path, packed: str, expected: str) -> None:
    """Write the database beside its place, and move it there when its digest is the manifest's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    draft = tempfile.NamedTemporaryFile(prefix=".oews-", suffix=".tmp", dir=path.parent, delete=False)  # noqa: SIM115 - closed below, before it is moved
    try:
        with draft, FOLDER.joinpath(packed).open("rb") as raw, lzma.open(raw) as database:
            while block := database.read(_BLOCK):
                digest.update(block)
                draft.write(block)
        if digest.hexdigest() != expected:
            raise _not_whole()
        Path(draft.name).replace(path)
    finally:
        Path(draft.name).unlink(missing_ok=True)


def _not_whole() -> DataError:
    return DataError("The wages that come with the coach are not whole.", "Install career-coach again.")


def _seal(path: Path, digest: str) -> str:
    """What changes whenever the file does; empty when there is no file."""
    try:
        state = path.stat()
    except OSError:
        return ""
    return f"{digest} {state.st_size} {state.st_mtime_ns} {state.st_ino}"


def _read(stamp: Path) -> str | None:
    try:
        return stamp.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write_stamp(stamp: Path, seal: str) -> None:
    """Best effort: without a stamp the next process hashes again, nothing else."""
    draft = stamp.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_text(seal, encoding="utf-8")
        draft.replace(stamp)
    except OSError:
        draft.unlink(missing_ok=True)
