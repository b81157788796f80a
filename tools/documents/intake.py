"""ingest(): documents taken into the library, one transaction each; listing and removing them."""

import time
from collections.abc import Iterable
from pathlib import Path

from tools.documents.consistency import FLUSH, Library
from tools.documents.cutting import cut_document, pack
from tools.documents.index import changing, open_library
from tools.documents.loaders import UnreadableError, digest
from tools.documents.models import IngestDocument, LibraryEntry, Loss, SkippedFile
from tools.documents.refresh import embedded, forget, keep
from tools.documents.retrieval import files_within
from tools.documents.sandbox import Reader
from tools.documents.store import DocumentRow
from tools.documents.walk import FoundFile, printable, walk
from tools.errors import DocumentError, UsageError
from tools.progress import Progress


def ingest(paths: str | Path | Iterable[str | Path], progress: Progress | None = None) -> IngestDocument:
    """Take in files and folders; what did not change costs nothing, what vanished from a folder is removed.

    What cannot be read is skipped with a reason. `progress` is called with a label, steps done and steps in
    all. Raises UsageError without paths, HomeError and IndexUnavailableError as opening the library does.
    """
    started = time.perf_counter()
    roots = [
        Path(path).expanduser().resolve() for path in ([paths] if isinstance(paths, str | Path) else paths)
    ]
    if not roots:
        raise UsageError("There is nothing to ingest.", "Name a file or a folder.")
    result = IngestDocument()
    with open_library(progress, to_search=False) as library, changing(library):
        library.ledger.remember(add=[printable(root) for root in roots if root.exists()])
        _take_in(library, roots, result, progress)
        library.flush()
    result.seconds = round(time.perf_counter() - started, 3)
    return result


def library(progress: Progress | None = None) -> list[LibraryEntry]:
    """List the documents of the library, the embedded ones first; `progress` as in `ingest`."""
    with open_library(progress, to_search=False) as opened:
        return [
            LibraryEntry(file=row.file, title=row.title, date=row.date, passages=count, shipped=row.shipped)
            for row, count in opened.store.documents()
        ]


def remove(paths: str | Path | Iterable[str | Path]) -> int:
    """Forget the documents at or under `paths`; tell how many. Raises DocumentError when there is none."""
    named = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    with open_library(to_search=False) as opened, changing(opened):
        shipped = {row.file for row, _ in opened.store.documents() if row.shipped}
        files = {file for path in named for file in files_within(opened, path)}
        if not files - shipped:
            what = "belongs to the embedded library" if files else "is not in the library"
            raise DocumentError(f"{', '.join(named)} {what}.", "`coach library` lists the documents.")
        forget(opened, files - shipped)
        opened.ledger.remember(drop=[*files, *(str(Path(path).expanduser().resolve()) for path in named)])
        opened.flush()
    return len(files - shipped)


def _take_in(library: Library, roots: list[Path], result: IngestDocument, progress: Progress | None) -> None:
    known = {row.file: row for row, _ in library.store.documents()}
    files = list(walk(roots, result.skipped, library.folder.parent.resolve()))
    with Reader() as reader:
        for done, file in enumerate(files):
            if progress:
                progress(file.path.name, done, len(files))
            _take_in_file(library, reader, file, known.get(str(file.path)), result)
            if len(library.store.queued(FLUSH)) >= FLUSH:
                library.flush(progress)
    if progress and files:
        progress("done", len(files), len(files))
    _remove_vanished(library, roots, result)


def _take_in_file(
    library: Library, reader: Reader, file: FoundFile, known: DocumentRow | None, result: IngestDocument
) -> None:
    if known and known.stamp == file.stamp:
        result.unchanged += 1
        return
    name = str(file.path)
    try:
        content = digest(file.path.read_bytes())
        if known and known.digest == content:
            library.store.restamp(name, file.stamp)
            result.unchanged += 1
            return
        loaded = reader.load(file.path)
    except OSError as error:
        result.skipped.append(SkippedFile(path=name, reason=f"it cannot be read: {error.strerror or error}"))
        return
    except UnreadableError as error:
        result.skipped.append(SkippedFile(path=name, reason=str(error)))
        return
    title, date, cuts = cut_document(loaded, file.path.stem)
    if not cuts:
        reason = ": ".join(["it holds no text", *filter(None, ["; ".join(loaded.losses)])])
        result.skipped.append(SkippedFile(path=name, reason=reason))
        return
    rows = embedded(library, name, cuts)
    row = DocumentRow(name, content, file.stamp, title, date, shipped=False)
    keep(library, row, cuts, rows, pack(loaded))
    result.added += known is None
    result.updated += known is not None
    result.chunks += len(cuts)
    if loaded.losses:
        result.losses.append(Loss(path=name, what="; ".join(loaded.losses)))


def _remove_vanished(library: Library, roots: list[Path], result: IngestDocument) -> None:
    """Forget documents at or under the roots whose files are gone."""
    names = {name for root in roots for name in files_within(library, root)}
    gone = [name for name in sorted(names) if not Path(name).exists()]
    if not gone:
        return
    forget(library, gone)
    library.ledger.remember(drop=gone)
    result.skipped[:] = [each for each in result.skipped if each.path not in gone]
    result.removed += len(gone)
