"""Archives (Word, PowerPoint, Excel, OpenDocument, EPUB): held to a size, their pictures and the like counted."""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tools.documents.formats.loaded import UnreadableError, not_read

# zipfile says NotImplementedError for a compression it does not know, RuntimeError for a password.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
MAX_UNPACKED_BYTES = 200_000_000
# An Office file with a password is not an archive but a compound file that holds one, encrypted.
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KINDS = (
    ("image", re.compile(r"^(?!.*(?:thumbnail|objectreplacements/)).*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$")),
    ("recording", re.compile(r"\.(?:mp[34]|m4[av]|wav|mov|wmv|wma|avi|ogg)$")),
    ("chart", re.compile(r"/charts?/chart\d*\.xml$")),
    ("diagram", re.compile(r"/diagrams/data\d*\.xml$")),
    ("embedded file", re.compile(r"/embeddings/[^/]+$|(?:^|/)object \d+/content\.xml$")),
)  # fmt: skip
COMMENTS = re.compile(r"/comments?(?:/[^/]*|\d*|_[^/]*)\.xml$")
COMMENT = re.compile(rb"<(?:\w+:)?(?:comment|cm)[\s>]")


def check(path: Path) -> None:
    """Refuse an archive that unpacks to more than a document holds. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        with path.open("rb") as file:
            locked = file.read(len(COMPOUND_FILE)) == COMPOUND_FILE
        reason = "it is encrypted, or in a format of before 2007" if locked else "it is not a valid archive"
        raise UnreadableError(reason) from error
    if size > MAX_UNPACKED_BYTES:
        raise UnreadableError("it unpacks to more than a document holds")


def pictures(names: Iterable[str]) -> tuple[str, ...]:
    """Say what the files in an archive tell of pictures, charts, diagrams and files within."""
    found = Counter(kind for name in names for kind, place in KINDS if place.search(name.lower()))
    return tuple(said for kind, _ in KINDS for said in not_read(found[kind], kind))


def comments(package: zipfile.ZipFile) -> list[str]:
    """Say how many comments stand in the parts of a workbook or presentation that hold them."""
    held = (package.read(name) for name in package.namelist() if COMMENTS.search(name.lower()))
    return not_read(sum(len(COMMENT.findall(part)) for part in held), "comment")
