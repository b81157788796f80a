"""Rich Text Format."""

import re
from pathlib import Path

from tools.documents.formats.loaded import Loaded, Part, UnreadableError, not_read
from tools.documents.formats.text import clean
from tools.documents.formats.titles import usable

TITLE = re.compile(r"\{\\title\s+((?:[^{}\\]|\\'[0-9a-f]{2})*)\}", re.IGNORECASE)
LEFT_OUT = {
    "image": re.compile(r"\{\\pict\b"),
    "header": re.compile(r"\{\\header[lrf]?\b"),
    "footer": re.compile(r"\{\\footer[lrf]?\b"),
}
_TOKEN = re.compile(r"\\([a-z]+)(-?\d*) ?|\\'[0-9a-f]{2}|\\.|[{}]|[^\\{}]+", re.DOTALL | re.IGNORECASE)
_HIDES = re.compile(r"\\v(?![a-z0])")
_SHOWN = frozenset(
    {"par", "line", "tab", "cell", "row", "u", "emdash", "endash", "bullet", "lquote", "rquote"}
)


def read(path: Path) -> Loaded:
    """Give the text; its title stands in its info group."""
    from striprtf.striprtf import rtf_to_text

    source = path.read_bytes().decode("cp1252", "replace")
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableError("it is not RTF")
    source, hidden = _without_hidden(source)
    try:
        text = clean(rtf_to_text(source, errors="replace"))
        title = TITLE.search(source)
        named = usable(rtf_to_text("{\\rtf1\\ansi " + title.group(1) + "}")) if title else None
    except (ValueError, LookupError, IndexError, TypeError) as error:
        raise UnreadableError("it is broken RTF") from error
    losses = [said for name, mark in LEFT_OUT.items() for said in not_read(len(mark.findall(source)), name)]
    losses += not_read(hidden, "hidden text")
    text = "\n".join(_line(line) for line in text.split("\n"))
    return Loaded((Part(text),), named, None, tuple(losses))


def _line(line: str) -> str:
    """A table's row comes with a bar after each cell."""
    if not line.rstrip().endswith("|"):
        return line.strip()
    return "| " + " | ".join(cell.strip() for cell in line.rstrip().removesuffix("|").split("|")) + " |"


def _without_hidden(source: str) -> tuple[str, int]:
    """The source without the text that Word hides, up to where that ends or its group does, and how many there were."""
    if not _HIDES.search(source):
        return source, 0
    kept: list[str] = []
    states, hidden, count = [], False, 0
    for token in _TOKEN.finditer(source):
        word, written = token[1], token[0]
        if written == "{":
            states.append(hidden)
        elif written == "}":
            hidden = states.pop() if states else False
        elif word in ("v", "plain"):
            before, hidden = hidden, word == "v" and token[2] != "0"
            count += hidden and not before
        elif hidden and (word in _SHOWN if word else written != "\\*"):
            continue
        kept.append(written)
    return "".join(kept), count
