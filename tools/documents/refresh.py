"""What makes a library stale, and how it is brought up to date: embedded documents, cuts, vectors, dense index."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.documents import cutting, glossary, shipped
from tools.documents.consistency import Library
from tools.documents.loaders import UnreadableError, digest
from tools.documents.passages import Cut
from tools.documents.sandbox import Reader
from tools.documents.store import DocumentRow, NewPassage, Store
from tools.progress import Progress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.documents.embedder import Embedder


def is_stale(library: Library) -> bool:
    """Tell whether the library was built by another version or embedder."""
    store = library.store
    return store.meta("recipe") != _recipe(library) or store.meta("shipped") != shipped.digest(
        library.embedder.name
    )


def refresh(library: Library, progress: Progress | None) -> None:
    """Bring a stale library up to date; call within `writing`."""
    store, embedder = library.store, library.embedder
    if store.meta("recipe") not in {None, _recipe(library)}:
        _build_anew(library, progress)
    if store.meta("shipped") != shipped.digest(embedder.name):
        with store.transaction():
            _put_shipped(store, embedder)
            store.set_meta("shipped", shipped.digest(embedder.name))
            store.set_meta("recipe", _recipe(library))
    if store.meta("dense") != library.dense.identity:
        library.adopt_dense()
    library.flush(progress)


def _recipe(library: Library) -> str:
    """What the index is built with: another embedder, glossary or way of cutting means building it again."""
    return f"{library.embedder.name} {glossary.digest()}-{cutting.RULES}"


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
        store.set_meta("recipe", _recipe(library))
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
