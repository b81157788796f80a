"""Files of every known kind as plain text, with headings marked as Markdown marks them."""

from dataclasses import dataclass
from pathlib import Path

MAX_TEXT_CHARS = 5_000_000
TEXT_SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".rst"})
SUFFIXES = TEXT_SUFFIXES


class UnreadableError(Exception):
    """A file cannot be taken in; the message is the reason a person reads."""


@dataclass(frozen=True)
class Loaded:
    """A document's text, with newlines as line ends, and what its file says of its title and date."""

    text: str
    title: str | None = None
    date: str | None = None


def load(path: Path) -> Loaded:
    """Read a document. Raises UnreadableError with the reason."""
    return Loaded(_decode(path.read_bytes()))


def _decode(content: bytes) -> str:
    """Find the encoding by its marks, else UTF-8, else by what the bytes look like."""
    from charset_normalizer import from_bytes

    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _lines(content.decode(encoding, "replace"))
    try:
        return _lines(content.decode("utf-8"))
    except UnicodeDecodeError:
        best = from_bytes(content[:200_000]).best()
    if best is None:
        raise UnreadableError("it is not text in any known encoding")
    return _lines(content.decode(best.encoding, "replace"))


def _lines(text: str) -> str:
    if "\0" in text:
        raise UnreadableError("it holds binary data, not text")
    return text.replace("\r\n", "\n").replace("\r", "\n")[:MAX_TEXT_CHARS]
