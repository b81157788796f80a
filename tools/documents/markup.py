"""HTML as plain text with headings, lists and tables marked as Markdown marks them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "svg",
    "iframe",
)
BLOCKS = frozenset(
    {
        "p",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "blockquote",
        "dt",
        "dd",
        "figcaption",
        "caption",
    }
)
DATES = (
    "article:published_time",
    "article:modified_time",
    "date",
    "dcterms.date",
    "dc.date",
    "last-modified",
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def html_text(markup: str) -> tuple[str, str | None, str | None]:
    """Give marked text, title and date (ISO day) of an HTML document."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(markup, "html.parser")
    title = _words(soup.title) if soup.title else None
    date = _date(soup)
    for tag in soup(DROPPED):
        tag.decompose()
    return "\n\n".join(_blocks(soup.body or soup)), title or None, date


def _blocks(tag: "Tag") -> Iterator[str]:
    """Give each block once, the innermost that holds text; loose text between blocks as blocks of its own."""
    from bs4 import Tag
    from bs4.element import NavigableString

    loose: list[str] = []
    for child in tag.children:
        inner = isinstance(child, Tag) and (child.name in BLOCKS or child.find(list(BLOCKS)) is not None)
        if isinstance(child, Tag) and inner:
            yield from _flush(loose)
            # A row of a table within a layout's table is a block of its own; other cells may hold paragraphs.
            parts = "table" if child.name == "tr" else list(BLOCKS)
            whole = child.name in BLOCKS and child.find(parts) is None
            yield from [_marked(child)] if whole else _blocks(child)
        elif isinstance(child, Tag):
            loose.append(child.get_text(" ", strip=True))
        elif type(child) is NavigableString:
            loose.append(str(child))
    text = list(_flush(loose))
    yield from (f"- {part}" for part in text) if tag.name == "li" else text


def _flush(loose: list[str]) -> Iterator[str]:
    text = " ".join(" ".join(loose).split())
    loose.clear()
    if text:
        yield text


def _marked(tag: "Tag") -> str:
    text = _words(tag)
    if tag.name[0] == "h" and tag.name[1:].isdigit():
        return f"{'#' * int(tag.name[1:])} {text}" if text else ""
    if tag.name == "tr":
        return "| " + " | ".join(_words(cell) for cell in _cells(tag)) + " |"
    return f"- {text}" if tag.name == "li" and text else text


def _cells(row: "Tag") -> "Iterator[Tag]":
    """Give the cells of a row, outermost only: in broken markup a cell that was not closed holds the next."""
    for cell in row.find_all(["td", "th"]):
        outer = cell.find_parent(["td", "th"])
        if outer is None or not any(parent is row for parent in outer.parents):
            yield cell


def _words(tag: "Tag") -> str:
    return " ".join(tag.get_text(" ").split())


def _date(soup: "Tag") -> str | None:
    for meta in soup.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower()
        day = DAY.match(str(meta.get("content") or ""))
        if name in DATES and day:
            return day.group()
    return None
