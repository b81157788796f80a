"""Which files an ingest takes: regular, readable, of a known kind and a sane size; the rest with a reason."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.documents.loaders import READING, objection
from tools.documents.models import SkippedFile

MAX_BYTES = 50_000_000
MAX_NAME_CHARS = 1000


@dataclass(frozen=True)
class FoundFile:
    """A file to take in. `stamp` changes when its size, its time of change or what reads it does."""

    path: Path
    stamp: str


def walk(roots: Iterable[Path], skipped: list[SkippedFile], own: Path | None = None) -> Iterator[FoundFile]:
    """Give each file under the roots once, by name; add what is left out to `skipped`, `own` among it.

    `own` is the folder that the coach itself writes to.
    """
    seen: set[Path] = set()
    for root in roots:
        paths = _under(root, skipped, own) if root.is_dir() else [root]
        for path in paths:
            if path in seen:
                continue
            seen.add(path)
            found = _examine(path)
            if isinstance(found, FoundFile):
                yield found
            else:
                skipped.append(SkippedFile(path=printable(path), reason=found))


def printable(path: Path) -> str:
    """Give a path as one line of valid text."""
    text = os.fspath(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _under(root: Path, skipped: list[SkippedFile], own: Path | None) -> Iterator[Path]:
    """Files below a folder; links to folders are not followed, hidden folders not entered."""

    def unreadable(error: OSError) -> None:
        reason = f"the folder cannot be read: {error.strerror}"
        skipped.append(SkippedFile(path=printable(Path(error.filename)), reason=reason))

    for folder, subfolders, names in os.walk(root, onerror=unreadable):
        here = Path(folder)
        if here == own:
            skipped.append(SkippedFile(path=printable(here), reason="it is the coach's own folder"))
            subfolders.clear()
            continue
        links = [here / name for name in sorted(subfolders) if (here / name).is_symlink()]
        reason = "a link to a folder is not followed"
        skipped.extend(SkippedFile(path=printable(link), reason=reason) for link in links)
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (here / name for name in sorted(names))


def refusal(path: Path) -> str | None:
    """Say why one named file is not read; None for one that may be."""
    found = _examine(path)
    return found if isinstance(found, str) else None


def _examine(path: Path) -> FoundFile | str:
    """Give the file, or the reason for leaving it out."""
    name = os.fspath(path)
    if not name.isprintable() or len(name) > MAX_NAME_CHARS:
        return "its name holds characters that cannot be shown, or is too long"
    try:
        state = path.stat()
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    return _objection(path, state) or FoundFile(path, f"{state.st_size}:{state.st_mtime_ns}:{READING}")


def _objection(path: Path, state: os.stat_result) -> str | None:
    if not stat.S_ISREG(state.st_mode):
        return "it is not a regular file"
    if reason := objection(path):
        return reason
    if state.st_size > MAX_BYTES:
        return f"it is larger than {MAX_BYTES // 1_000_000} MB"
    return "it is empty" if state.st_size == 0 else None
