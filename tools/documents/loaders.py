"""Files of every known kind as plain text, headings marked as Markdown marks them.

Kinds that hide their size or run a parser are read in a process of its own (tools.documents.sandbox).
The only file that imports langchain-community.
"""

import csv
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.documents.markup import html_text

MAX_TEXT_CHARS = 2_000_000
MAX_UNPACKED_BYTES = 200_000_000
MAX_JSON_DEPTH = 60
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
ENCODING_SAMPLE = 200_000
# Signs of Western encodings that stand between words, not within: no letters, quotation marks or hyphens.
SYMBOL_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[\x80-\x9f\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u2020-\u2022\u2026\u2030\u20ac\u2122](?=[^\W\d_])"
)


class UnreadableError(Exception):
    """A file cannot be taken in; the message is the reason a person reads."""


@dataclass(frozen=True)
class Part:
    """A run of text, with newlines as line ends; `label` says where it stands ("page 3")."""

    text: str
    label: str | None = None


@dataclass(frozen=True)
class Loaded:
    """A document's parts, and what its file says of its title and date (ISO 8601)."""

    parts: tuple[Part, ...]
    title: str | None = None
    date: str | None = None


def load(path: Path) -> Loaded:
    """Read a document in this process. Raises UnreadableError with the reason, OSError as reading does."""
    loaded = READERS[path.suffix.lower()](path)
    size = sum(len(part.text) for part in loaded.parts)
    if size > MAX_TEXT_CHARS:
        raise UnreadableError(f"it holds more than {MAX_TEXT_CHARS // 1_000_000} million characters of text")
    return loaded


def _text(path: Path) -> Loaded:
    return Loaded((Part(_decode(path.read_bytes())),))


def _html(path: Path) -> Loaded:
    text, title, date = html_text(_decode(path.read_bytes()))
    return Loaded((Part(text),), title, date)


def _csv(path: Path) -> Loaded:
    """One line a row, each value under its column's name."""
    content = _decode(path.read_bytes())
    csv.field_size_limit(MAX_TEXT_CHARS)
    try:
        dialect: Any = csv.Sniffer().sniff(content[:4096], ",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = list(csv.DictReader(io.StringIO(content), dialect=dialect, restkey="more", restval=""))
    except csv.Error as error:
        raise UnreadableError(f"it is not a table: {error}") from error
    return Loaded((Part("\n".join(_row(row) for row in rows)),))


def _row(row: dict[Any, Any]) -> str:
    pairs = ((key, " ".join(value) if isinstance(value, list) else value) for key, value in row.items())
    return "- " + "; ".join(
        f"{key}: {' '.join(str(value).split())}" for key, value in pairs if value not in {"", None}
    )


def _json(path: Path) -> Loaded:
    content = _decode(path.read_bytes())
    try:
        if path.suffix.lower() == ".jsonl":
            value: Any = [json.loads(line) for line in content.splitlines() if line.strip()]
        else:
            value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"it is not JSON: {error}") from error
    title = value.get("title") if isinstance(value, dict) else None
    return Loaded((Part("\n".join(_json_lines(value, ()))),), title if isinstance(title, str) else path.stem)


def _json_lines(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    """Objects that hold more than plain values become headings, plain values lines under them."""
    if len(path) > MAX_JSON_DEPTH:
        raise UnreadableError("its values are nested too deeply")
    if isinstance(value, dict):
        plain = {key: item for key, item in value.items() if not isinstance(item, dict | list)}
        if plain:
            yield _row(plain)
        for key, item in value.items():
            if isinstance(item, dict | list) and item:
                yield f"{'#' * min(len(path) + 1, 6)} {' '.join(str(key).split())}"
                yield from _json_lines(item, (*path, key))
    elif isinstance(value, list):
        for item in value:
            yield from _json_lines(item, (*path, ""))
    else:
        yield f"- {' '.join(str(value).split())}"


def _pdf(path: Path) -> Loaded:
    """One part a page."""
    import zlib

    from langchain_community.document_loaders import PyPDFLoader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    broken = (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        zlib.error,
        OverflowError,
    )
    try:
        pages = PyPDFLoader(str(path), mode="page").load()
    except (FileNotDecryptedError, DependencyError) as error:  # a strong cipher wants a package we do without
        raise UnreadableError("it is encrypted") from error
    except broken as error:
        reason = "it is encrypted" if "decrypt" in str(error).lower() else "it is a broken PDF"
        raise UnreadableError(reason) from error
    parts = [
        Part(_clean(page.page_content), f"page {page.metadata.get('page', number) + 1}")
        for number, page in enumerate(pages)
    ]
    about = pages[0].metadata if pages else {}
    made = str(about.get("moddate") or about.get("creationdate") or "")[:10]
    return Loaded(
        tuple(parts), about.get("title") or None, made if re.fullmatch(r"\d{4}-\d\d-\d\d", made) else None
    )


def _docx(path: Path) -> Loaded:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    _check_zip(path)
    try:
        document = Document(str(path))
        blocks = [
            _table(block) if isinstance(block, Table) else _paragraph(block)
            for block in document.iter_inner_content()
        ]
    except (PackageNotFoundError, SyntaxError, KeyError, ValueError, AttributeError) as error:
        raise UnreadableError("it is a broken Word document") from error
    about = document.core_properties
    date = about.modified or about.created
    text = "\n\n".join(block for block in blocks if block)
    return Loaded((Part(_clean(text)),), about.title or None, date.date().isoformat() if date else None)


def _paragraph(paragraph: Any) -> str:
    style = (paragraph.style.name if paragraph.style else "") or ""
    text = " ".join(paragraph.text.split())
    level = re.fullmatch(r"Heading (\d)", style)
    if not text:
        return ""
    if level or style == "Title":
        return f"{'#' * (int(level.group(1)) if level else 1)} {text}"
    return f"- {text}" if style.startswith("List") else text


def _table(table: Any) -> str:
    rows = (" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in table.rows)
    return "\n".join(f"| {row} |" for row in rows)


def _epub(path: Path) -> Loaded:
    from bs4 import BeautifulSoup

    _check_zip(path)
    try:
        with zipfile.ZipFile(path) as book:
            container = BeautifulSoup(book.read("META-INF/container.xml"), "html.parser")
            package = str(container.find("rootfile")["full-path"])  # type: ignore[index]  # absent: TypeError below
            contents = BeautifulSoup(book.read(package), "html.parser")
            places = {str(item["id"]): str(item["href"]) for item in contents.find_all("item")}
            chapters = [places[str(item["idref"])] for item in contents.find_all("itemref")]
            folder = posixpath.dirname(package)
            texts = [html_text(_decode(book.read(posixpath.join(folder, name))))[0] for name in chapters]
    # zipfile says NotImplementedError for a compression it does not know, RuntimeError for a password.
    except (zipfile.BadZipFile, KeyError, TypeError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("it is a broken or protected EPUB") from error
    title, date = contents.find("dc:title"), contents.find("dc:date")
    return Loaded(
        (Part("\n\n".join(texts)),),
        title.get_text(strip=True) if title else None,
        date.get_text()[:10] if date else None,
    )


def _check_zip(path: Path) -> None:
    """Refuse an archive that unpacks to more than a document holds."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise UnreadableError("it is not a valid archive") from error
    if size > MAX_UNPACKED_BYTES:
        raise UnreadableError("it unpacks to more than a document holds")


def _decode(content: bytes) -> str:
    """Find the encoding by its mark, else UTF-8, else Western if that reads well, else by what the bytes look like."""
    from charset_normalizer import from_bytes

    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _clean(content.decode(encoding, "replace"))
    with suppress(UnicodeDecodeError):
        return _clean(content.decode("utf-8"))
    with suppress(UnicodeDecodeError):
        if _reads_well(western := content.decode("cp1252")):
            return _clean(western)
    best = from_bytes(content[:ENCODING_SAMPLE]).best()
    if best is None:
        raise UnreadableError("it is not text in any known encoding")
    return _clean(content.decode(best.encoding, "replace"))


def _reads_well(western: str) -> bool:
    """Tell whether text that was read as Western European looks like it: few accents, and no symbols within words.

    In another single-byte encoding most letters, or symbols such as "³" and "¿", stand where letters belong.
    """
    letters = sum(char.isalpha() for char in western)
    accents = sum(char.isalpha() and not char.isascii() for char in western)
    return accents * 4 < letters and "\0" not in western and not SYMBOL_IN_WORD.search(western)


def _clean(text: str) -> str:
    """Newlines as line ends, no control characters, no surrogates. Raises UnreadableError for binary data."""
    if "\0" in text:
        raise UnreadableError("it holds binary data, not text")
    return LINE_ENDS.sub("\n", text).encode("utf-8", "replace").decode("utf-8")


READERS: dict[str, Callable[[Path], Loaded]] = {
    **dict.fromkeys((".md", ".markdown", ".txt", ".text", ".rst"), _text),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _html),
    **dict.fromkeys((".csv", ".tsv"), _csv),
    **dict.fromkeys((".json", ".jsonl"), _json),
    ".pdf": _pdf,
    ".docx": _docx,
    ".epub": _epub,
}
SUFFIXES = frozenset(READERS)
PLAIN_SUFFIXES = frozenset(suffix for suffix, reader in READERS.items() if reader is _text)
