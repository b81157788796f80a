"""Store and dense index of one home, held consistent: the index follows the store, and is filled anew when damaged."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from tools.documents import cutting, glossary, vectors
from tools.documents.dense import DamagedError, DenseIndex, forget_local
from tools.documents.ledger import WRITE_WAIT_SECONDS, Ledger, busy
from tools.documents.store import Store
from tools.progress import Progress

if TYPE_CHECKING:
    from tools.documents.embedder import Embedder

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
        with waiting(self.folder / WRITE_LOCK, WRITE_WAIT_SECONDS):
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
        with waiting(folder / "open.lock", OPEN_WAIT_SECONDS):
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


@contextmanager
def waiting(lock: Path, seconds: float) -> Iterator[None]:
    """Hold a lock of the library. Raises IndexUnavailableError after `seconds`."""
    try:
        with FileLock(lock, timeout=seconds):
            yield
    except Timeout as error:
        raise busy() from error


def recipe(embedder: "Embedder") -> str:
    """What the index is built with: another embedder, glossary or way of cutting means building it again."""
    return f"{embedder.name} {glossary.digest()}-{cutting.RULES}"
