"""PDF: text as pdfium finds it, put in reading order by where it stands; what holds no text is counted."""

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.documents.formats.hyphens import Joiner
from tools.documents.formats.loaded import MAX_TEXT_CHARS, Loaded, Part, UnreadableError, not_read
from tools.documents.formats.pdf_headings import Type, marked
from tools.documents.formats.pdf_layout import in_order
from tools.documents.formats.pdf_rows import Line
from tools.documents.formats.pdf_runs import page_runs
from tools.documents.formats.text import clean
from tools.documents.formats.titles import dated, usable

if TYPE_CHECKING:
    import pypdfium2

STAMP = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
# An image smaller than this in either direction (points) is a rule, a bullet or an icon.
MIN_IMAGE = 24
RUNNING_PAGES = 3
LONG_PAGE = 10
# A page's number: alone on its line, or within one that is otherwise the same on every page.
PAGE_NUMBER = re.compile(
    r"\A\W*(?:(?:page|seite|p\.)\s*)?\d+\W*\Z|\b(?:page|seite)\s+\d+|\b\d+\s*(?:/|of|von)\s*\d+\b",
    re.IGNORECASE,
)


def read(path: Path) -> Loaded:
    """One part a page. A file without any text is refused with the number of its pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise UnreadableError("it is encrypted" if locked else "it is a broken PDF") from error
    with document:
        try:
            return _read(document)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError("it is a broken PDF") from error


def _read(document: "pypdfium2.PdfDocument") -> Loaded:
    if document.get_formtype():
        document.init_forms()
    pages: list[list[Line]] = []
    empty = scanned = images = size = 0
    for number in range(len(document)):
        pictures = _shown(document, number)
        lines = in_order(page_runs(document[number]))
        pages.append(lines)
        size += sum(len(line.text) for line in lines)
        if size > MAX_TEXT_CHARS:
            break
        empty += not lines
        scanned += not lines and bool(pictures)
        images += pictures if lines else 0
    told = _pages_without_text(len(document), empty, scanned)
    if told and empty == len(document):
        raise UnreadableError(told[0])
    _drop_repeated(pages)
    kind = Type.of(pages)
    joiner = Joiner(line.text for page in pages for line in page)
    texts = [clean(joiner.join(marked(page, kind))) for page in pages]
    parts = tuple(Part(text, f"page {number}") for number, text in enumerate(texts, 1) if text)
    about = document.get_metadata_dict()
    losses = (*told, *not_read(images, "image"), *not_read(document.count_attachments(), "attached file"))
    title = usable(about.get("Title")) or usable(kind.title(pages[0]))
    return Loaded(parts, title, None, _day(about.get("ModDate")) or _day(about.get("CreationDate")), losses)


def _shown(document: "pypdfium2.PdfDocument", number: int) -> int:
    """Write what forms and notes show into the page's content, and count the images on it."""
    import pypdfium2

    page = document[number]
    if pypdfium2.raw.FPDFPage_GetAnnotCount(page):
        pypdfium2.raw.FPDFPage_Flatten(page, pypdfium2.raw.FLAT_NORMALDISPLAY)
    found = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    count = sum(_is_picture(each) for each in found)
    page.close()
    return count


def _is_picture(image: Any) -> bool:
    left, bottom, right, top = image.get_bounds()
    return bool(right - left >= MIN_IMAGE and top - bottom >= MIN_IMAGE)


def _pages_without_text(pages: int, empty: int, scanned: int) -> list[str]:
    if not empty:
        return []
    hold = "holds" if empty == 1 else "hold"
    why = ": scanned" if scanned == empty else f": {scanned} scanned" if scanned else ""
    return [f"{empty} of {pages} page{'s' if pages > 1 else ''} {hold} no text{why}"]


def _drop_repeated(pages: list[list[Line]]) -> None:
    """Keep what stands at the top or foot of several pages (a name, an address, a page's number) only once."""
    edges = [{_same(line) for line in _edges(page)} for page in pages]
    counts = Counter(text for edge in edges for text in edge)
    running = {text for text, count in counts.items() if count >= min(RUNNING_PAGES, len(pages)) > 1}
    seen: set[str] = set()
    for page in pages:
        at_edge = [line for line in _edges(page) if _same(line) in running]
        for line in at_edge:
            if _same(line) in seen and line in page:
                page.remove(line)
        seen |= {_same(line) for line in at_edge}


def _edges(page: list[Line]) -> list[Line]:
    """Give the lines at the top and the foot of a page: two each where the page is long enough."""
    depth = 2 if len(page) >= LONG_PAGE else 1
    return [*page[:depth], *page[depth:][-depth:]]


def _same(line: Line) -> str:
    return PAGE_NUMBER.sub("0", line.text)


def _day(stamp: str | None) -> str | None:
    match = STAMP.match(stamp or "")
    return dated("-".join(match.groups())) if match else None
