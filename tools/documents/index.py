"""The library under COACH_HOME: opens store and dense index, keeps the two in step and mends what is damaged."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from tools.documents import glossary, ledger, shipped, vectors
from tools.documents.dense import DamagedError, DenseIndex, forget_local
from tools.documents.passages import Cut
from tools.documents.store import DocumentRow, NewPassage, Store
from tools.errors import HomeError, IndexUnavailableError
from tools.settings import home_folder, read_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.documents.embedder import Embedder

STORE_FILE = "library.sqlite3"
CHROMA_FOLDER = "chroma"
WRITE_LOCK = "write.lock"
WRITE_WAIT_SECONDS = 900.0
OPEN_WAIT_SECONDS = 60.0
FLUSH = 500
Progress = Callable[[str, int, int], None]

_open_dense: dict[tuple[str, str | None], DenseIndex] = {}
_dense_lock = Lock()


class Library:
    """Store and dense index of one home, opened. Use `open_library`."""

    def __init__(self, folder: Path, store: Store, dense: DenseIndex, embedder: "Embedder") -> None:
        self.folder = folder
        self.store = store
        self.dense = dense
        self.embedder = embedder

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time on one home; others wait. Raises IndexUnavailableError after 15 minutes."""
        with _waiting(self.folder / WRITE_LOCK, WRITE_WAIT_SECONDS):
            yield

    def flush(self) -> None:
        """Carry over to the dense index what the store has queued; call within `writing`."""
        try:
            self._flush()
        except DamagedError:
            _replace_index(self)
            self._flush()

    def _flush(self) -> None:
        import numpy as np

        while names := self.store.queued(FLUSH):
            known = self.store.passages(names)
            gone = [name for name in names if name not in known]
            if gone:
                self.dense.delete(gone)
            if known:
                first = [vectors.first(each.vectors, self.embedder.dimension) for each in known.values()]
                self.dense.upsert(list(known), np.stack(first), [each.file for each in known.values()])
            with self.store.transaction():
                self.store.unqueue(names)


@contextmanager
def open_library(progress: Progress | None = None) -> Iterator[Library]:
    """Open the library of this home, filled with the embedded documents and consistent.

    Raises HomeError when the folder cannot be written and IndexUnavailableError when the index is damaged
    beyond what can be rebuilt, or a server does not answer.
    """
    from tools.documents.embedder import configured

    folder, settings = home_folder() / "library", read_settings()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = _open_store(folder)
        try:
            library = Library(folder, store, _open_index(folder, settings.chroma_url), configured(settings))
            _bring_up_to_date(library, progress)
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
        if ledger.paths(folder):
            raise _damaged(folder, error) from error
    with _waiting(folder / WRITE_LOCK, WRITE_WAIT_SECONDS):
        try:
            return Store(path)  # another process was quicker
        except sqlite3.DatabaseError:
            for leftover in folder.glob(STORE_FILE + "*"):
                leftover.unlink()
        return Store(path)


def _damaged(folder: Path, error: Exception) -> IndexUnavailableError:
    again = " ".join(f"'{path}'" for path in ledger.paths(folder))
    hint = f"Move {folder / STORE_FILE} away; the embedded documents come back by themselves"
    return IndexUnavailableError(
        f"The document index in {folder} is damaged: {error}.",
        f"{hint}, yours with `coach ingest {again}`." if again else f"{hint}.",
    )


def _open_index(folder: Path, url: str | None) -> DenseIndex:
    """Open the dense index once for the process; a damaged local one is thrown away and filled again."""
    key = (str(folder), url)
    with _dense_lock:
        local = folder / CHROMA_FOLDER
        if key in _open_dense and (url or local.exists()):
            return _open_dense[key]
        name = "career-coach"
        if url:
            name += "-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
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
        _replace_index(library)
        library.flush()


def _replace_index(library: Library) -> None:
    with _dense_lock:
        _open_dense.pop((str(library.folder), None), None)
        _clear(library.folder / CHROMA_FOLDER)
    library.dense = _open_index(library.folder, None)
    _adopt_index(library)


def _bring_up_to_date(library: Library, progress: Progress | None) -> None:
    if _stale(library):
        with library.writing():
            _refresh(library, progress)
    elif library.store.queued(1):
        # A writer at work carries this over itself, and nobody waits for it; one that died left it to us.
        with suppress(Timeout), FileLock(library.folder / WRITE_LOCK, timeout=0):
            library.flush()


def _stale(library: Library) -> bool:
    store = library.store
    return (
        store.meta("dense") != library.dense.identity
        or store.meta("recipe") != _recipe(library)
        or store.meta("shipped") != shipped.digest(library.embedder.name)
    )


def _refresh(library: Library, progress: Progress | None) -> None:
    store, embedder = library.store, library.embedder
    if store.meta("recipe") not in {None, _recipe(library)}:
        _embed_anew(library, progress)
    if store.meta("shipped") != shipped.digest(embedder.name):
        with store.transaction():
            _put_shipped(store, embedder)
            store.set_meta("shipped", shipped.digest(embedder.name))
            store.set_meta("recipe", _recipe(library))
    if store.meta("dense") != library.dense.identity:
        _adopt_index(library)
    library.flush()


def _adopt_index(library: Library) -> None:
    """Queue everything for a dense index the store has not filled yet."""
    with library.store.transaction():
        library.store.queue_all()
        library.store.set_meta("dense", library.dense.identity)


def _put_shipped(store: Store, embedder: "Embedder") -> None:
    rows = shipped.vectors(embedder)
    current = shipped.documents()
    for row, _ in store.documents():
        if row.shipped and row.file not in {each.file for each in current}:
            store.remove_document(row.file)
    start = 0
    for each in current:
        count = sum(len(cut.units) for cut in each.cuts)
        document = DocumentRow(
            each.file, each.digest, "", each.outline.title, each.outline.date, shipped=True
        )
        store.put_document(document, new_passages(each.file, each.cuts, rows[start : start + count]))
        start += count


def new_passages(file: str, cuts: Sequence[Cut], rows: "NDArray[np.float32]") -> list[NewPassage]:
    """Join cuts with their vectors, which lie in `rows` in the order of the units."""
    found = []
    start = 0
    for position, each in enumerate(cuts):
        stop = start + len(each.units)
        name = hashlib.sha256(f"{file}\n{position}\n{each.text}".encode()).hexdigest()[:20]
        found.append(NewPassage(name, each, rows[start:stop]))
        start = stop
    return found


def embedded(
    library: Library, file: str, cuts: Sequence[Cut], *, reuse: bool = True
) -> "NDArray[np.float32]":
    """Give the vectors of all units of a document; `reuse` takes those the store holds of it already."""
    import numpy as np

    known = library.store.unit_vectors(file) if reuse else {}
    units = [unit for each in cuts for unit in each.units]
    missing = [unit for unit in dict.fromkeys(units) if unit not in known]
    known.update(zip(missing, library.embedder.embed(missing), strict=True))
    return np.stack([known[unit] for unit in units])


def _recipe(library: Library) -> str:
    """What the index is built with: another embedder or glossary means building it again."""
    return f"{library.embedder.name} {glossary.digest()}"


def _embed_anew(library: Library, progress: Progress | None) -> None:
    """Build the person's documents again from what the store keeps of them; the embedded ones come after.

    Another glossary leaves the vectors as they are.
    """
    store = library.store
    same_embedder = (store.meta("recipe") or "").rpartition(" ")[0] == library.embedder.name
    rows = [row for row, _ in store.documents() if not row.shipped]
    with store.transaction():
        for done, row in enumerate(rows):
            if progress:
                progress("building the index anew", done, len(rows))
            cuts = store.cuts(row.file)
            rows_of = embedded(library, row.file, cuts, reuse=same_embedder)
            store.put_document(row, new_passages(row.file, cuts, rows_of))
        store.set_meta("recipe", _recipe(library))
        store.set_meta("shipped", "")
        store.set_meta("dense", "")
    library.dense.drop()
    with _dense_lock:
        _open_dense.pop((str(library.folder), library.dense.url), None)
    library.dense = _open_index(library.folder, library.dense.url)


@contextmanager
def _waiting(lock: Path, seconds: float) -> Iterator[None]:
    try:
        with FileLock(lock, timeout=seconds):
            yield
    except Timeout as error:
        raise IndexUnavailableError(
            "Another process is writing to the document library and did not finish.", "Try again when it has."
        ) from error
