"""Which formats are read, and by what: tools.documents.formats has one file for each.

Formats that hide their size or run a parser are read in a process of its own (tools.documents.sandbox).
"""

import hashlib
from importlib import import_module
from pathlib import Path

from tools.documents.formats.loaded import MAX_TEXT_CHARS, Loaded, Part, UnreadableError

__all__ = [
    "PLAIN_SUFFIXES",
    "READING",
    "Loaded",
    "Part",
    "UnreadableError",
    "digest",
    "load",
    "objection",
]

# Raised with what any reader makes of a file, so that the next ingest reads files again that did not change.
READING = 7
READERS = {
    **dict.fromkeys((".md", ".markdown", ".txt", ".text", ".rst"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mht", ".mhtml"), "html_page"),
    **dict.fromkeys((".csv", ".tsv"), "csv_table"),
    **dict.fromkeys((".json", ".jsonl"), "json_values"),
    **dict.fromkeys((".odt", ".odp", ".ods"), "opendocument"),
    ".pdf": "pdf",
    ".docx": "word",
    ".pptx": "powerpoint",
    ".xlsx": "excel",
    ".rtf": "rtf",
    ".epub": "epub",
}
PLAIN_SUFFIXES = frozenset(suffix for suffix, reader in READERS.items() if reader == "text")
READ = (
    "PDF, Word (.docx), OpenDocument (.odt, .odp, .ods), RTF, PowerPoint (.pptx), Excel (.xlsx), CSV, HTML, EPUB, "
    "JSON, Markdown and plain text"
)
# Formats with a near relative that is read, and how a file becomes one.
SAVE_AS = {
    **dict.fromkeys((".doc", ".dot", ".docm", ".dotx", ".wps", ".wpd"), "Word (.docx) or PDF"),
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".numbers"), "Excel (.xlsx) or CSV"),
    **dict.fromkeys((".ppt", ".pptm", ".pps", ".ppsx", ".key"), "PowerPoint (.pptx) or PDF"),
    **dict.fromkeys((".pages", ".tex", ".indd", ".djvu", ".ps", ".xps", ".mobi", ".azw3"), "PDF"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".heic", ".gif", ".tif", ".tiff", ".webp"), "PDF with its text"
    ),
}


def load(path: Path) -> Loaded:
    """Read a document in this process. Raises UnreadableError with the reason, OSError as reading does."""
    reader = import_module(f"tools.documents.formats.{READERS[path.suffix.lower()]}")
    loaded: Loaded = reader.read(path)
    size = sum(len(part.text) for part in loaded.parts)
    if size > MAX_TEXT_CHARS:
        raise UnreadableError(f"it holds more than {MAX_TEXT_CHARS // 1_000_000} million characters of text")
    return loaded


def digest(content: bytes) -> str:
    """Give what changes when a file's content does, or what the readers make of it."""
    return hashlib.sha256(b"%d:" % READING + content).hexdigest()


def objection(path: Path) -> str | None:
    """Say why a file's format is not read, and which are; None for one that is."""
    suffix = path.suffix.lower()
    if suffix in READERS:
        return None
    if suffix in SAVE_AS:
        return f"no reader for {suffix}: save it as {SAVE_AS[suffix]}; read are {READ}"
    return f"no reader for {suffix or 'files without a suffix'}: read are {READ}"
