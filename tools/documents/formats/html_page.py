"""HTML as plain text with headings, lists and tables marked as in Markdown; of a saved page, what it is about."""

import email
import email.policy
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from tools.documents.formats import job_posting
from tools.documents.formats.loaded import Loaded, Part, UnreadableError, not_read
from tools.documents.formats.text import clean, decode
from tools.documents.formats.titles import usable

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

UNSEEN = (
    "script", "style", "noscript", "template", "svg", "iframe", "canvas", "object", "dialog", "button", "input",
    "select", "textarea", "head", "title",
)  # fmt: skip
AROUND = ("nav", "aside", "footer")
# These run on within a line; every other element begins one.
WITHIN_WORDS = frozenset(
    [
        "b",
        "i",
        "em",
        "strong",
        "u",
        "s",
        "sub",
        "sup",
        "font",
        "mark",
        "small",
        "big",
        "abbr",
        "code",
        "del",
        "ins",
        "wbr",
        "bdi",
        "bdo",
    ]
)
WITHIN_LINES = WITHIN_WORDS | frozenset(
    [
        "a",
        "span",
        "label",
        "cite",
        "q",
        "time",
        "data",
        "dfn",
        "kbd",
        "samp",
        "var",
        "tt",
        "img",
        "ruby",
        "rb",
        "rp",
        "rt",
        "strike",
        "acronym",
        "nobr",
        "picture",
        "source",
    ]
)
# What an element that begins ends, where its own end tag may be left out.
ENDED_BY = {"li": {"li"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"}}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
DATES = (
    "article:published_time",
    "article:modified_time",
    "date",
    "dcterms.date",
    "dc.date",
    "last-modified",
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ROLES_AROUND = ("navigation", "complementary", "contentinfo", "dialog", "alertdialog", "search")
# Names that pages give to what is not about their subject, as they are written in classes and ids.
BANNER = re.compile(
    r"\b(?:cookies?|consent|gdpr|onetrust|cookiebot|cookie ?banner|breadcrumbs?|newsletter|skip link)\b"
    r"|(?:similar|related|recommended) ?(?:jobs|postings|positions|roles)"
)
HIDDEN = re.compile(r"display:none|visibility:hidden")
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
LAYOUT_LINES = 3
MIN_MAIN_CHARS = 100


@dataclass(frozen=True)
class Page:
    """The text of a page, its title, its date (ISO day) and how many pictures stand in the text."""

    text: str
    title: str | None
    date: str | None
    pictures: int


def read(path: Path) -> Loaded:
    """Read a saved page, also one that was saved with its pictures in one file (MHTML)."""
    content = path.read_bytes()
    whole = _archived(content) if path.suffix.lower() in {".mht", ".mhtml"} else decode(content)
    found = page(whole)
    return Loaded((Part(found.text),), found.title, found.date, tuple(not_read(found.pictures, "image")))


def _archived(content: bytes) -> str:
    """Give the first HTML part of a web archive (RFC 2557)."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            return decode(body) if isinstance(body, bytes) else ""
    raise UnreadableError("it is not a web archive")


def page(markup: str, *, saved: bool = True) -> Page:
    """Read a page. Of a `saved` one only the main content counts, without navigation, banners and the like."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(XML_DECLARATION.sub("", markup), "html.parser")
    _close(soup)
    title = usable(soup.title.get_text()) if soup.title else None
    date = job_posting.stated(soup, "datePosted") or _date(soup)
    posting = job_posting.found(soup) if saved else None
    for tag in soup(UNSEEN):
        if tag.name != "head" or tag.find("body") is None:  # a head that was not closed holds everything
            tag.decompose()
    root = _main(soup) if saved else soup.body or soup
    text = clean(_joined(_blocks(root)))
    if posting:
        text = "\n\n".join([text, *posting.lines(text, lambda part: page(part, saved=False).text)]).strip()
    return Page(text, title, date, len(root("img")))


def _joined(blocks: Iterable[str]) -> str:
    """Blocks a blank line apart; the rows of a table stand together."""
    parts = [""]
    for block in blocks:
        rows = parts[-1].startswith("| ") and block.startswith("| ")
        parts += ["\n" if rows else "\n\n", block]
    return "".join(parts[2:])


def _close(soup: "BeautifulSoup") -> None:
    """Set cells, rows and items side by side that were written without their end tags (HTML 13.1.2.4)."""
    for tag in soup(list(ENDED_BY)):
        within = takewhile(lambda parent: parent.name not in {"table", "ul", "ol"}, tag.parents)
        opened = [parent for parent in within if parent.name in ENDED_BY[tag.name]]
        if opened:
            opened[-1].insert_after(tag)


def _main(soup: "BeautifulSoup") -> "Tag":
    """Give what a page is about: its main element or only article, without what stands around it."""
    for tag in soup.find_all(_hidden):
        tag.decompose()
    candidates = soup.select("main, [role=main]") or soup.select("article")
    root: Tag = soup.body or soup
    if candidates and len(candidates[0].get_text(strip=True)) >= MIN_MAIN_CHARS and len(soup("article")) < 2:
        root = candidates[0]
    elif len(soup("h1")) != 1 or soup.select_one("header h1") is None:
        for tag in root("header"):
            tag.decompose()
    for tag in (*root(AROUND), *root.select(", ".join(f"[role={role}]" for role in ROLES_AROUND))):
        tag.decompose()
    return root


def _hidden(tag: "Tag") -> bool:
    if tag.name in {"html", "body", "main"}:
        return False
    style = str(tag.get("style") or "").replace(" ", "").lower()
    named = " ".join([str(tag.get("id") or ""), *(tag.get_attribute_list("class") or ())]).lower()
    banner = BANNER.search(re.sub(r"[-_]", " ", named)) and len(tag.get_text()) < 3000
    return tag.has_attr("hidden") or bool(HIDDEN.search(style)) or bool(banner)


class _Lines:
    """Text as it is met, given out as blocks."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._mark = ""

    def add(self, text: str) -> None:
        self._words.append(text)

    def mark(self, mark: str) -> None:
        self._mark = mark

    def end(self, *, kept: bool = False) -> Iterator[str]:
        """Give what was gathered; `kept` line ends stand as they are."""
        written = "".join(self._words)
        self._words.clear()
        lines = [" ".join(line.split()) for line in (written.split("\n") if kept else [written])]
        text = "\n".join(line for line in lines if line)
        if text:
            yield self._mark + text
            self._mark = ""


def _blocks(root: "Tag") -> Iterator[str]:
    """Give each block once, in order. Walks with a stack of its own: pages may be nested as deep as they like."""
    from bs4 import Tag
    from bs4.element import NavigableString

    lines = _Lines()
    open_tags: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.children))]
    while open_tags:
        tag, children = open_tags[-1]
        child = next(children, None)
        if child is None:
            open_tags.pop()
            yield from _leave(tag, lines)
        elif isinstance(child, Tag) and child.name == "tr" and (row := _row(child)):
            yield from lines.end()
            yield row
        elif isinstance(child, Tag):
            yield from _enter(child, lines)
            open_tags.append((child, iter(child.children)))
        elif type(child) is NavigableString:
            lines.add(str(child))
    yield from lines.end()


def _enter(tag: "Tag", lines: _Lines) -> Iterator[str]:
    if tag.name in WITHIN_LINES:
        if tag.name == "sup" and tag.get_text(strip=True).isdigit():
            lines.add("^")  # a power is not another digit
        elif tag.name not in WITHIN_WORDS:
            lines.add(_between(tag))
        return
    yield from lines.end()
    if tag.name in HEADINGS:
        lines.mark("#" * int(tag.name[1]) + " ")
    elif tag.name == "li":
        lines.mark("- ")


def _leave(tag: "Tag", lines: _Lines) -> Iterator[str]:
    if tag.name in WITHIN_LINES:
        if tag.name not in WITHIN_WORDS:
            lines.add(_between(tag.next_sibling))
        return
    yield from lines.end(kept=tag.name == "pre")
    if tag.name in HEADINGS or tag.name == "li":
        lines.mark("")


def _between(node: object) -> str:
    """Links and spans side by side are words of their own, also where no space stands between them."""
    from bs4 import Tag

    return " " if isinstance(node, Tag) and isinstance(node.previous_sibling, Tag) else ""


def _row(row: "Tag") -> str:
    """Give a row of cells as one line; nothing for one that only arranges a page."""
    cells = list(_cells(row))
    if len(cells) < 2 or row.find(["table", *HEADINGS]) is not None:
        return ""
    if any(len(cell(["p", "li", "div"])) >= LAYOUT_LINES for cell in cells):
        return ""
    texts = [" ".join(cell.get_text(" ").split()) for cell in cells]
    return f"| {' | '.join(texts)} |" if any(texts) else ""


def _cells(row: "Tag") -> "Iterator[Tag]":
    """Give the cells of a row, outermost only: in broken markup a cell that was not closed holds the next."""
    for cell in row.find_all(["td", "th"]):
        outer = cell.find_parent(["td", "th"])
        if outer is None or not any(parent is row for parent in outer.parents):
            yield cell


def _date(soup: "BeautifulSoup") -> str | None:
    for meta in soup.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower()
        day = DAY.match(str(meta.get("content") or ""))
        if name in DATES and day:
            return day.group()
    return job_posting.stated(soup, "datePublished") or job_posting.stated(soup, "dateModified")
