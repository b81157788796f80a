"""Word documents (.docx): every part that a reader of the printed page sees, each once.

Follows ECMA-376 part 1, chapter 17 (WordprocessingML): tracked insertions stand, deletions do not.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.documents.formats import archive
from tools.documents.formats.html_page import page
from tools.documents.formats.loaded import Loaded, Part, UnreadableError, not_read
from tools.documents.formats.text import clean, decode, in_one_line
from tools.documents.formats.titles import usable

LAYOUT_LINES = 3
# Wrappers of what stands in a document; what is in them counts as if they were not there.
WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple"}
)
LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "rPr", "pPr", "sdtPr", "rt", "fldData", "annotation"}
)
BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
PAGE_FIELD = re.compile(r"\b(?:NUM)?PAGES?\b")


def read(path: Path) -> Loaded:
    """Headers, body, footnotes and footers in this order."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    archive.check(path)
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
        document = Document(str(path))
        words = _Words(_styles(document), document.part.rels)
        body = list(words.blocks(document.element.body))
        headers, footers = (list(words.margins(document.part, kind)) for kind in ("header", "footer"))
        notes = [note for kind in ("footnotes", "endnotes") for note in words.notes(document.part, kind)]
        about = document.core_properties
        title = usable(about.title) or words.title
    except (
        *archive.BROKEN,
        PackageNotFoundError,
        SyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
    ) as error:
        raise UnreadableError("it is a broken or protected Word document") from error
    text = "\n\n".join([*headers, *body, *notes, *footers])
    losses = (
        *archive.pictures(names),
        *not_read(words.comments, "comment"),
        *not_read(words.inserted, "inserted document"),
    )
    return Loaded((Part(clean(text)),), title, None, losses)


@dataclass(frozen=True)
class _Style:
    level: int | None
    listed: bool
    title: bool


def _styles(document: Any) -> dict[str, _Style]:
    """Give each paragraph style's heading level and whether it makes lists, from itself or what it is based on."""
    nodes = {_value(style, "styleId"): style for style in document.styles.element.iterchildren("{*}style")}
    return {name: _style(nodes, name) for name in nodes}


def _style(nodes: dict[str, Any], name: str) -> _Style:
    level: int | None = None
    listed = title = False
    seen: set[str] = set()
    while name in nodes and name not in seen:
        seen.add(name)
        node = nodes[name]
        called = _value(node.find("{*}name"), "val").lower()
        title = title or called == "title"
        listed = listed or called.startswith("list ") or node.find("{*}pPr/{*}numPr") is not None
        if level is None:
            level = _outline_level(node.find("{*}pPr"))
        if level is None and (match := HEADING.fullmatch(called)):
            level = int(match[1])
        based = node.find("{*}basedOn")
        name = _value(based, "val") if based is not None else ""
    return _Style(1 if title else level, listed and level is None, title)


def _outline_level(properties: Any) -> int | None:
    node = properties.find("{*}outlineLvl") if properties is not None else None
    level = int(_value(node, "val") or 9) if node is not None else 9
    return level + 1 if level < 9 else None


def _value(node: Any, attribute: str) -> str:
    if node is None:
        return ""
    return next((value for name, value in node.attrib.items() if _local(name) == attribute), "")


def _local(tag: Any) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@dataclass
class _Words:
    """Walks the parts of one document."""

    styles: dict[str, _Style]
    parts: Mapping[str, Any]
    title: str | None = None
    comments: int = 0
    inserted: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)

    def blocks(self, container: Any) -> Iterator[str]:
        """Give paragraphs and tables in order, what stands in text boxes after the paragraph that holds them."""
        for child in container:
            tag = _local(child.tag)
            if tag == "p":
                yield from self._paragraph(child)
            elif tag == "tbl":
                yield from self._table(child)
            elif tag in WRAPPERS and not _is_hidden(child):
                yield from self.blocks(child)
            elif tag == "altChunk":
                yield from self._inserted(child)

    def _inserted(self, node: Any) -> Iterator[str]:
        """Give the text of a page or text that was inserted as a file of its own; others are counted."""
        related = self.parts.get(_value(node, "id"))
        part = related.target_part if related is not None and not related.is_external else None
        kind = part.content_type if part is not None else ""
        if part is not None and kind == "text/plain":
            yield decode(part.blob)
        elif part is not None and kind in {"text/html", "application/xhtml+xml"}:
            yield page(decode(part.blob), saved=False).text
        else:
            self.inserted += 1

    def margins(self, part: Any, kind: str) -> Iterator[str]:
        """Give the text of headers or footers, equal ones once, without page numbers."""
        said: set[str] = set()
        for related in part.rels.values():
            if related.reltype.endswith("/" + kind):
                paragraphs = [node for node in related.target_part.element if not _page_number(node)]
                text = "\n\n".join(self.blocks(paragraphs))
                if text and text not in said:
                    said.add(text)
                    yield text

    def notes(self, part: Any, kind: str) -> Iterator[str]:
        """Give footnotes or endnotes under the numbers that stand in the text."""
        from docx.oxml import parse_xml

        for related in part.rels.values():
            if related.reltype.endswith("/" + kind):
                for note in parse_xml(related.target_part.blob):
                    number = self._numbers.get(f"{kind}:{_value(note, 'id')}")
                    text = " ".join(" ".join(self.blocks(note)).split())
                    if number and text:
                        yield f"[{number}] {text}"

    def _paragraph(self, node: Any) -> Iterator[str]:
        boxes: list[Any] = []
        written = "".join(self._inline(node, boxes))
        lines = [" ".join(line.split()) for line in written.split("\n")]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        if text:
            yield self._marked(node, text)
        for box in boxes:
            yield from self.blocks(box)

    def _marked(self, node: Any, text: str) -> str:
        properties = node.find("{*}pPr")
        style = self.styles.get(_value(node.find("{*}pPr/{*}pStyle"), "val"))
        level = _outline_level(properties) or (style.level if style else None)
        if style and style.title and self.title is None:
            self.title = usable(text)
        if level:
            return f"{'#' * min(level, 6)} {' '.join(text.split())}"
        numbered = properties is not None and properties.find("{*}numPr") is not None
        return f"- {text}" if numbered or (style and style.listed) else text

    def _inline(self, node: Any, boxes: list[Any]) -> Iterator[str]:
        for child in node:
            tag = _local(child.tag)
            if tag == "t":
                yield child.text or ""
            elif tag in BREAKS:
                yield BREAKS[tag]
            elif tag == "sym":
                yield chr(int(_value(child, "char") or "20", 16))
            elif tag in {"footnoteReference", "endnoteReference"}:
                name = f"{tag.removesuffix('Reference')}s:{_value(child, 'id')}"
                yield f" [{self._numbers.setdefault(name, len(self._numbers) + 1)}]"
            elif tag == "commentReference":
                self.comments += 1
            elif tag == "txbxContent":
                boxes.append(child)
            elif tag == "AlternateContent":  # the same content twice, for programs of two generations
                yield from self._inline(_alternative(child), boxes)
            elif tag not in LEFT_OUT and not _is_hidden(child):
                yield from self._inline(child, boxes)

    def _table(self, node: Any) -> Iterator[str]:
        """Give rows of cells; a table that only arranges a page, cell after cell."""
        rows = [[self._cell(cell) for cell in _within(row, "tc")] for row in _within(node, "tr")]
        cells = [cell for row in rows for cell in row]
        if max((len(row) for row in rows), default=0) < 2 or any(_arranges(blocks) for blocks, _ in cells):
            for blocks, nested in cells:
                yield from [*blocks, *nested]
            return
        lines: list[str] = []
        for row in rows:
            texts = [in_one_line(blocks) for blocks, _ in row]
            lines += [f"| {' | '.join(texts)} |"] if any(texts) else []
            lines += [line for _, nested in row for line in nested]
        yield "\n".join(lines)

    def _cell(self, node: Any) -> tuple[list[str], list[str]]:
        """Give a cell's own blocks and the tables within it; neither for one that a merged cell above covers."""
        merged = node.find("{*}tcPr/{*}vMerge")
        if merged is not None and _value(merged, "val") != "restart":
            return [], []
        own: list[str] = []
        nested: list[str] = []
        for child in _children(node):
            if _local(child.tag) == "tbl":
                nested.extend(self._table(child))
            elif _local(child.tag) == "p":
                own.extend(self._paragraph(child))
        return own, nested


def _is_hidden(node: Any) -> bool:
    """Tell text that is not shown, and a form's "Click here to enter text" where nobody did."""
    hidden = node.find("{*}rPr/{*}vanish")
    shown = hidden is None or _value(hidden, "val") in {"0", "false", "off"}
    return not shown or node.find("{*}sdtPr/{*}showingPlcHdr") is not None


def _children(node: Any) -> Iterator[Any]:
    for child in node:
        if _local(child.tag) in WRAPPERS and not _is_hidden(child):
            yield from _children(child)
        else:
            yield child


def _within(node: Any, wanted: str) -> Iterator[Any]:
    """Give rows of a table or cells of a row, also those in content controls; not rows that were deleted."""
    for child in _children(node):
        if _local(child.tag) == wanted and child.find("{*}trPr/{*}del") is None:
            yield child


def _arranges(blocks: list[str]) -> bool:
    lines = [line for block in blocks for line in block.split("\n")]
    return len(lines) >= LAYOUT_LINES or any(block.startswith("#") for block in blocks)


def _alternative(node: Any) -> Any:
    choices = [child for child in node if _local(child.tag) in {"Choice", "Fallback"}]
    return next((child for child in choices if any(child.itertext("{*}t"))), choices[0] if choices else ())


def _page_number(node: Any) -> bool:
    fields = [found.text or "" for found in node.iter("{*}instrText")]
    fields += [_value(found, "instr") for found in node.iter("{*}fldSimple")]
    words = "".join(node.itertext("{*}t")).split()
    return len(words) <= 5 and any(PAGE_FIELD.search(found) for found in fields)
