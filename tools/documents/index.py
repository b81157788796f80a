"""The library under COACH_HOME: opens store and dense index, keeps the two in step and mends what is damaged."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from tools.documents import vectors
from tools.documents.dense import DamagedError, DenseIndex, forget_local
from tools.documents.ledger import WRITE_WAIT_SECONDS, Ledger, busy, open_ledger, paths
from tools.documents.progress import Progress, listener
from tools.documents.refresh import catch_up, is_stale, recipe, refresh
from tools.documents.store import Store
from tools.errors import HomeError, IndexUnavailableError
from tools.settings import home_folder, read_settings

if TYPE_CHECKING:
    from tools.documents.embedder import Embedder

STORE_FILE = "library.sqlite3"
CHROMA_FOLDER = "chroma"
WRITE_LOCK = "write.lock"
OPEN_WAIT_SECONDS = 60.0
FLUSH = 500

_open_dense: dict[tuple[str, str | None], DenseIndex] = {}
_dense_lock = Lock()


class Library:
    """Store and dense index of one home, opened. Use `open_library`."""

    def __init__(self, ledger: Ledger, store: Store, url: str | None, embedder: "Embedder") -> None:
        self.ledger = ledger
        self.folder = ledger.folder
        self.store = store
        self.embedder = embedder
        self._url = url
        self._dense: DenseIndex | None = None

    @property
    def dense(self) -> DenseIndex:
        """The dense index, opened when it is first needed: that takes most of a second."""
        if self._dense is None:
            shared = self.ledger.shared and f"{self.ledger.shared} {recipe(self.embedder)}"
            self._dense = _open_index(self.folder, self._url, shared or str(self.folder))
        return self._dense

    @property
    def revision(self) -> int:
        """The revision of the ledger that the store is in step with."""
        return int(self.store.meta("revision") or 0)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time on one home; others wait. Raises IndexUnavailableError after 15 minutes."""
        with _waiting(self.folder / WRITE_LOCK, WRITE_WAIT_SECONDS):
            yield

    @contextmanager
    def changing(self) -> Iterator[None]:
        """`writing`, and no other worker changes the library that is shared with this one."""
        with self.ledger.writing(), self.writing():
            catch_up(self)
            yield

    def flush(self, progress: Progress | None = None) -> None:
        """Carry over to the dense index what the store has queued; call within `writing`."""
        try:
            self._flush(progress)
        except DamagedError:
            self.replace_dense()
            self._flush(progress)

    def _flush(self, progress: Progress | None) -> None:
        import numpy as np

        if self.store.queued(1) and self.store.meta("dense") != self.dense.identity:
            self.adopt_dense()
        done, total = 0, len(self.store.queued())
        while names := self.store.queued(FLUSH):
            if progress and total > FLUSH:
                progress("Filling the library's index", done, total)
            done += len(names)
            known = self.store.passages(names)
            gone = [name for name in names if name not in known]
            if gone:
                self.dense.delete(gone)
            if known:
                first = [vectors.first(each.vectors, self.embedder.dimension) for each in known.values()]
                self.dense.upsert(list(known), np.stack(first), [each.file for each in known.values()])
            with self.store.transaction():
                self.store.unqueue(names)

    def adopt_dense(self) -> None:
        """Queue everything for a dense index that this store has not filled yet."""
        with self.store.transaction():
            self.store.queue_all()
            self.store.set_meta("dense", self.dense.identity)

    def reset_dense(self) -> None:
        """Empty the dense index; it is to be filled again."""
        self.dense.drop()
        self._close_dense()

    def replace_dense(self) -> None:
        """Throw a damaged local dense index away; a new one is to be filled."""
        self._close_dense()
        _clear(self.folder / CHROMA_FOLDER)
        self.adopt_dense()

    def _close_dense(self) -> None:
        with _dense_lock:
            _open_dense.pop((str(self.folder), self._url), None)
        self._dense = None


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
    with _waiting(folder / WRITE_LOCK, WRITE_WAIT_SECONDS):
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


def _open_index(folder: Path, url: str | None, library: str) -> DenseIndex:
    """Open the dense index once for the process; a damaged local one is thrown away and filled again."""
    key = (str(folder), url)
    with _dense_lock:
        local = folder / CHROMA_FOLDER
        if key in _open_dense and (url or local.exists()):
            return _open_dense[key]
        name = "career-coach"
        if url:
            name += "-" + hashlib.sha256(library.encode()).hexdigest()[:16]
        with _waiting(folder / "open.lock", OPEN_WAIT_SECONDS):
            try:
                _open_dense[key] = DenseIndex(local, url, name)
            except DamagedError:
                _clear(local)
                _open_dense[key] = DenseIndex(local, url, name)
        return _open_dense[key]


def _clear(local: Path) -> None:
    forget_local(local)
    if local.is_file() or local.is_symlink():
        local.unlink()
    shutil.rmtree(local, ignore_errors=True)


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


@contextmanager
def _waiting(lock: Path, seconds: float) -> Iterator[None]:
    try:
        with FileLock(lock, timeout=seconds):
            yield
    except Timeout as error:
        raise busy() from error
