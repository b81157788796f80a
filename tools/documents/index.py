"""The library under COACH_HOME: opens store and dense index, keeps the two in step and mends what is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from tools.documents.consistency import CHROMA_FOLDER, WRITE_LOCK, Library, waiting
from tools.documents.dense import DamagedError
from tools.documents.ledger import WRITE_WAIT_SECONDS, open_ledger, paths
from tools.documents.refresh import catch_up, is_stale, refresh
from tools.documents.store import Store
from tools.errors import HomeError, IndexUnavailableError
from tools.progress import Progress, listener
from tools.settings import home_folder, read_settings

STORE_FILE = "library.sqlite3"


@contextmanager
def changing(library: Library) -> Iterator[None]:
    """`writing`, and no other worker changes the library that is shared with this one."""
    with library.ledger.writing(), library.writing():
        catch_up(library)
        yield


@contextmanager
def open_library(progress: Progress | None = None, *, to_search: bool = True) -> Iterator[Library]:
    """Open the library of this home, filled with the embedded documents and, to search it, consistent.

    Raises HomeError when the folder cannot be written and IndexUnavailableError when the index is damaged
    beyond what can be rebuilt, or a server does not answer.
    """
    from tools.documents.embedder import configured

    ledger, settings = open_ledger(home_folder()), read_settings()
    folder = ledger.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = _open_store(folder)
        try:
            library = Library(ledger, store, settings.chroma_url, configured(settings))
            _bring_up_to_date(library, progress or listener(), to_search=to_search)
            yield library
        finally:
            store.close()
    except (OSError, sqlite3.OperationalError) as error:
        raise HomeError(
            f"The library in {folder} cannot be used: {error}.",
            "Set COACH_HOME to a folder you can write to, on a disk that is not full.",
        ) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(folder, error) from error
    except DamagedError as error:
        raise IndexUnavailableError(
            f"The dense index in {folder / CHROMA_FOLDER} cannot be built: {error}.",
            "Remove that folder; it is filled again from the library beside it.",
        ) from error


def _open_store(folder: Path) -> Store:
    """Open the SQLite file; a damaged one is built anew if all it can have held is the embedded library."""
    path = folder / STORE_FILE
    try:
        return Store(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        if paths(folder):
            raise _damaged(folder, error) from error
    with waiting(folder / WRITE_LOCK, WRITE_WAIT_SECONDS):
        try:
            return Store(path)  # another process was quicker
        except sqlite3.DatabaseError:
            for leftover in folder.glob(STORE_FILE + "*"):
                leftover.unlink()
        return Store(path)


def _damaged(folder: Path, error: Exception) -> IndexUnavailableError:
    again = " ".join(f"'{path}'" for path in paths(folder))
    hint = f"Move {folder / STORE_FILE} away; the embedded documents come back by themselves"
    return IndexUnavailableError(
        f"The document index in {folder} is damaged: {error}.",
        f"{hint}, yours with `coach ingest {again}`." if again else f"{hint}.",
    )


def reopen_damaged(library: Library) -> None:
    """Throw a damaged local dense index away and fill a new one from the store."""
    with library.writing():
        library.replace_dense()
        library.flush()


def _bring_up_to_date(library: Library, progress: Progress | None, *, to_search: bool) -> None:
    if is_stale(library) or (to_search and library.store.meta("dense") != library.dense.identity):
        with library.writing():
            refresh(library, progress)
    if library.ledger.revision() != library.revision:
        with library.writing():
            catch_up(library)
    if to_search and library.store.queued(1):
        # A writer at work carries this over itself, and nobody waits for it; one that died left it to us.
        with suppress(Timeout), FileLock(library.folder / WRITE_LOCK, timeout=0):
            library.flush(progress)
