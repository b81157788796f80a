"""Plain text: its encoding found, and its characters as a person types them."""

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tools.documents.formats.loaded import Loaded, Part, UnreadableError
from tools.documents.formats.titles import usable

MAIL_FIELD = re.compile(r"^(From|To|Date|Sent|Subject):[ \t]*(\S.*)$", re.MULTILINE)
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
MARKDOWN = frozenset({".md", ".markdown"})
ENCODING_SAMPLE = 200_000
# Signs of Western encodings that stand between words, not within: no letters, quotation marks or hyphens.
SYMBOL_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[\x80-\x9f\xa1-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u2020-\u2022\u2026\u2030\u20ac\u2122](?=[^\W\d_])"
)
# Compatibility characters that mean something: 10² is not 102, and 1½ is not 11/2.
MEANT = frozenset({"<super>", "<sub>", "<fraction>", "<circle>", "<square>", "<vertical>"})
# Signs of figures in East Asian width; the width of other punctuation is part of how the text is written.
WIDE_SIGNS = frozenset("＄％＋－．／")  # noqa: RUF001 - these are meant
# Shown as nothing, or as a bullet by fonts that keep their signs in the private area.
REPLACED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"), "") | {
    0x2011: "-",
    **dict.fromkeys((0xF0A7, 0xF0B7, 0xF0D8, 0xF076, 0xF0FC), "•"),
}


class _Folding(dict[int, str]):
    """Each character's replacement, looked up once; for str.translate."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _folded(chr(code))
        return found


def _folded(char: str) -> str:
    kind, _, plain = unicodedata.decomposition(char).partition(" ")
    if not kind.startswith("<") or kind in MEANT or plain.startswith("0020 "):
        return char
    radical = "\u2e80" <= char <= "\u2fdf"
    if char.isalnum() or char.isspace() or radical or char in WIDE_SIGNS:
        return unicodedata.normalize("NFKC", char)
    return char


_folding = _Folding(REPLACED)


def fold(text: str) -> str:
    """Write ligatures, wide letters and other compatibility characters (Unicode NFKC) in plain ones.

    Superscripts, fractions and signs that would change their meaning stay as they are.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text.translate(_folding))


def clean(text: str) -> str:
    """Newlines as line ends, plain characters, no surrogates. Raises UnreadableError for binary data."""
    if "\0" in text:
        raise UnreadableError("it holds binary data, not text")
    return fold(LINE_ENDS.sub("\n", text).encode("utf-8", "replace").decode("utf-8"))


def in_one_line(blocks: Iterable[str]) -> str:
    """The lines of a table's cell, told apart ("Nurse · Bay Clinic")."""
    lines = (" ".join(line.split()) for block in blocks for line in block.split("\n"))
    return " · ".join(line for line in lines if line)


def read(path: Path) -> Loaded:
    """Read a text file as it stands, Markdown without its comments; a saved message is called by its subject."""
    text = decode(path.read_bytes())
    if path.suffix.lower() in MARKDOWN:
        text = COMMENT.sub("", text)
    return Loaded((Part(text),), _subject(text))


def _subject(text: str) -> str | None:
    head = dict(MAIL_FIELD.findall(text.lstrip().partition("\n\n")[0]))
    return usable(head.get("Subject")) if {"From", "Subject"} <= head.keys() else None


def decode(content: bytes) -> str:
    """Find the encoding by its mark, else UTF-8, else Western if that reads well, else by what the bytes look like."""
    from charset_normalizer import from_bytes

    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return clean(content.decode(encoding, "replace"))
    if wide := _unmarked_utf16(content[:ENCODING_SAMPLE]):
        return clean(content.decode(wide, "replace"))
    with suppress(UnicodeDecodeError):
        return clean(content.decode("utf-8"))
    with suppress(UnicodeDecodeError):
        if _reads_well(western := content.decode("cp1252")):
            return clean(western)
    best = from_bytes(content[:ENCODING_SAMPLE]).best()
    if best is None:
        raise UnreadableError("it is not text in any known encoding")
    return clean(content.decode(best.encoding, "replace"))


def _unmarked_utf16(sample: bytes) -> str | None:
    """Tell UTF-16 without its mark: every other byte of Western text is zero, and no other one."""
    half = len(sample) // 2
    for encoding, zeros, others in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        if half >= 4 and zeros.count(0) > 0.9 * half and not others.count(0):
            return encoding
    return None


def _reads_well(western: str) -> bool:
    """Tell whether text that was read as Western European looks like it: few accents, and no symbols within words.

    In another single-byte encoding most letters, or symbols such as "³" and "¿", stand where letters belong.
    """
    letters = sum(char.isalpha() for char in western)
    accents = sum(char.isalpha() and not char.isascii() for char in western)
    return accents * 4 < letters and "\0" not in western and not SYMBOL_IN_WORD.search(western)
