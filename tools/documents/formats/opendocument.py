"""OpenDocument text, presentations and sheets (.odt, .odp, .ods), after the OASIS standard 1.3, part 3."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.documents.formats import archive
from tools.documents.formats.loaded import Loaded, Part, UnreadableError, not_read
from tools.documents.formats.records import record_lines
from tools.documents.formats.text import clean, in_one_line
from tools.documents.formats.titles import usable

MAX_REPEATED = 1000
LAYOUT_LINES = 3
LEFT_OUT = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "ruby-text"}
)
SPACES = {"tab": " ", "line-break": "\n", "soft-page-break": ""}


def read(path: Path) -> Loaded:
    """Headers, body and footers of a text; slides or sheets one part each."""
    from lxml import etree

    archive.check(path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            if b"encryption-data" in package.read("META-INF/manifest.xml"):
                raise UnreadableError("it is encrypted")
            content = etree.fromstring(package.read("content.xml"), parser)
            styles, about = (
                etree.fromstring(package.read(name), parser) if name in names else etree.Element("none")
                for name in ("styles.xml", "meta.xml")
            )
    except (*archive.BROKEN, etree.XMLSyntaxError, KeyError) as error:
        raise UnreadableError("it is a broken OpenDocument file") from error
    body = content.find("{*}body")
    pages = list(_pages(body)) if body is not None else []
    if len(pages) == 1 and pages[0].label is None:
        top, bottom = ("\n\n".join(_margins(styles, kind)) for kind in ("header", "footer"))
        pages = [Part("\n\n".join(filter(None, (top, pages[0].text, bottom))))]
    comments = not_read(sum(1 for _ in content.iter("{*}annotation")), "comment")
    parts = tuple(Part(clean(page.text), page.label) for page in pages)
    losses = (*archive.pictures(names), *comments)
    # What sheets are called ("Sheet1") is no title.
    named = usable(_meta(about, "title")) or (path.stem if path.suffix.lower() == ".ods" else None)
    return Loaded(parts, named, None, losses)


def _meta(about: Any, name: str) -> str:
    node = next(about.iter("{*}" + name), None)
    return (node.text or "") if node is not None else ""


def _pages(body: Any) -> Iterator[Part]:
    for kind in body:
        tag = _local(kind)
        if tag == "presentation":
            for number, slide in enumerate(kind.iterchildren("{*}page"), 1):
                yield Part("\n\n".join(_blocks(slide)), f"slide {number}")
        elif tag == "spreadsheet":
            for sheet in kind.iterchildren("{*}table"):
                lines = record_lines(_rows(sheet))
                name = " ".join(_value(sheet, "name").split())
                if lines:
                    yield Part(f"# {name}\n\n" + "\n".join(lines), f"sheet {name}")
        else:
            yield Part("\n\n".join(_blocks(kind)))


def _margins(styles: Any, kind: str) -> Iterator[str]:
    """Give headers or footers, equal ones once; a page number alone is none."""
    said: set[str] = set()
    for master in styles.iter("{*}master-page"):
        for node in master.iterchildren("{*}" + kind, "{*}" + kind + "-left", "{*}" + kind + "-first"):
            text = "\n\n".join(_blocks(node))
            if text not in said and (
                len(text.split()) > 5 or next(node.iter("{*}page-number"), None) is None
            ):
                said.add(text)
                yield text


def _blocks(node: Any) -> Iterator[str]:
    for child in node:
        tag = _local(child)
        if tag in {"h", "p"}:
            yield from _paragraph(child)
        elif tag == "list-item":
            first, *rest = [*_blocks(child), ""]
            yield from filter(None, (f"- {first}" if first and first[:2] != "- " else first, *rest))
        elif tag == "table":
            yield from _table(child)
        elif tag not in LEFT_OUT:
            yield from _blocks(child)


def _paragraph(node: Any) -> Iterator[str]:
    boxes: list[Any] = []
    lines = [" ".join(line.split()) for line in "".join(_inline(node, boxes)).split("\n")]
    text = "\n".join(line for line in lines if line)
    if text and _local(node) == "h":
        level = min(int(_value(node, "outline-level") or 1), 6)
        yield f"{'#' * level} {' '.join(text.split())}"
    elif text:
        yield text
    for box in boxes:
        yield from _blocks(box)


def _inline(node: Any, boxes: list[Any]) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        tag = _local(child)
        if tag in SPACES:
            yield SPACES[tag]
        elif tag == "s":
            yield " "
        elif tag == "frame":
            boxes.append(child)
        elif tag == "note":
            yield f" ({' '.join(' '.join(_blocks(body)) for body in child.iterchildren('{*}note-body'))})"
        elif tag and tag not in LEFT_OUT:
            yield from _inline(child, boxes)
        yield child.tail or ""


def _table(node: Any) -> Iterator[str]:
    """Give rows of cells; a table that only arranges a page, cell after cell."""
    rows = [[list(_blocks(cell)) for cell in _cells(row)] for row in node.iter("{*}table-row")]
    cells = [cell for row in rows for cell in row]
    arranges = any(len("\n".join(cell).split("\n")) >= LAYOUT_LINES for cell in cells)
    if arranges or max((len(row) for row in rows), default=0) < 2:
        for cell in cells:
            yield from cell
        return
    texts = [[in_one_line(cell) for cell in row] for row in rows]
    yield "\n".join(f"| {' | '.join(row)} |" for row in texts if any(row))


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter("{*}table-row"):
        cells = []
        for cell in _cells(row):
            again = min(int(_value(cell, "number-columns-repeated") or 1), MAX_REPEATED)
            cells += [" ".join(" ".join(_blocks(cell)).split())] * again
        while cells and not cells[-1]:
            cells.pop()
        again = int(_value(row, "number-rows-repeated") or 1) if cells else 1
        yield from [cells] * min(again, MAX_REPEATED)


def _cells(row: Any) -> Iterator[Any]:
    """Cells of a row; one that a merged cell covers is empty and keeps its place."""
    yield from row.iterchildren("{*}table-cell", "{*}covered-table-cell")


def _value(node: Any, attribute: str) -> str:
    return next((value for name, value in node.attrib.items() if name.endswith("}" + attribute)), "")


def _local(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
