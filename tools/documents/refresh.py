"""What makes a library stale, and how it is brought up to date: embedded documents, cuts, vectors, dense index."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tools.documents import cutting, shipped
from tools.documents.consistency import Library, recipe
from tools.documents.ledger import Entry
from tools.documents.loaders import UnreadableError, digest
from tools.documents.passages import Cut
from tools.documents.sandbox import Reader
from tools.documents.store import DocumentRow, NewPassage, Store
from tools.documents.vectors import decode, encode
from tools.progress import Progress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.documents.embedder import Embedder


def is_stale(library: Library) -> bool:
    """Tell whether the library was built by another version or embedder."""
    store = library.store
    return store.meta("recipe") != recipe(library.embedder) or store.meta("shipped") != shipped.digest(
        library.embedder.name
    )


def refresh(library: Library, progress: Progress | None) -> None:
    """Bring a stale library up to date; call within `writing`."""
    store, embedder = library.store, library.embedder
    if store.meta("recipe") not in {None, recipe(library.embedder)}:
        _build_anew(library, progress)
    if store.meta("shipped") != shipped.digest(embedder.name):
        with store.transaction():
            _put_shipped(store, embedder)
            store.set_meta("shipped", shipped.digest(embedder.name))
            store.set_meta("recipe", recipe(library.embedder))
    if store.meta("dense") != library.dense.identity:
        library.adopt_dense()
    library.flush(progress)


def keep(
    library: Library, row: DocumentRow, cuts: Sequence[Cut], rows: "NDArray[np.float32]", source: bytes
) -> None:
    """Take a document in; call within `changing`. The ledger comes first: what dies before the store is caught up."""
    with_vectors = Entry(0, row.file, row, source, encode(rows), recipe(library.embedder))
    revision = library.ledger.put(with_vectors)
    with library.store.transaction():
        library.store.put_document(row, new_passages(row.file, cuts, rows), source)
        library.store.set_meta("revision", str(revision))


def forget(library: Library, files: Iterable[str]) -> None:
    """Forget documents; call within `changing`."""
    for file in files:
        revision = library.ledger.put(Entry(0, file, None))
        with library.store.transaction():
            library.store.remove_document(file)
            library.store.set_meta("revision", str(revision))


def catch_up(library: Library) -> None:
    """Take over from the ledger what other workers changed; call within `writing`."""
    store, own = library.store, recipe(library.embedder)
    for entry in library.ledger.newer(library.revision):
        row, found, passages = entry.row, None, []
        if row is not None:
            loaded = cutting.unpack(entry.source)
            title, date, cuts = cutting.cut_document(loaded, Path(row.file).stem)
            found = replace(row, title=title, date=date)
            fitting = entry.recipe == own
            units = sum(len(cut.units) for cut in cuts)
            rows = decode(entry.vectors, units) if fitting else embedded(library, row.file, cuts)
            passages = new_passages(row.file, cuts, rows)
        with store.transaction():
            if found is None:
                store.remove_document(entry.file)
            else:
                store.put_document(found, passages, entry.source)
            store.set_meta("revision", str(entry.revision))


def _build_anew(library: Library, progress: Progress | None) -> None:
    """Build the person's documents again from what the store keeps of them; the embedded ones come after.

    Only another embedder means embedding texts again that did not change.
    """
    store = library.store
    embedder, _, rest = (store.meta("recipe") or "").rpartition(" ")
    same_rules = rest.rpartition("-")[2] == str(cutting.RULES)
    rows = [row for row, _ in store.documents() if not row.shipped]
    with store.transaction(), Reader() as reader:
        for done, row in enumerate(rows):
            if progress:
                progress("Building the library's index anew", done, len(rows))
            source = store.source(row.file)
            found, cuts = (row, None) if same_rules else _cut_again(row, source, reader)
            cuts = cuts or store.cuts(row.file)
            vectors = embedded(library, row.file, cuts, reuse=embedder == library.embedder.name)
            store.put_document(found, new_passages(row.file, cuts, vectors), source)
        store.set_meta("recipe", recipe(library.embedder))
        store.set_meta("shipped", "")
        store.set_meta("dense", "")
    library.reset_dense()


def _cut_again(
    row: DocumentRow, source: bytes | None, reader: Reader
) -> tuple[DocumentRow, list[Cut] | None]:
    """Cut a document from what was kept of it, else from its file while that is unchanged; None from neither."""
    file = Path(row.file)
    try:
        if source is None and digest(file.read_bytes()) != row.digest:
            return row, None
        loaded = cutting.unpack(source) if source else reader.load(file)
    except (OSError, UnreadableError):
        return row, None
    title, date, cuts = cutting.cut_document(loaded, file.stem)
    return DocumentRow(row.file, row.digest, row.stamp, title, date, shipped=False), cuts


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
