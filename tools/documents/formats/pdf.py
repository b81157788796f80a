"""PDF: text as pdfium finds it, put in reading order by where it stands; what holds no text is counted."""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.documents.formats.hyphens import Joiner
from tools.documents.formats.loaded import MAX_TEXT_CHARS, Loaded, Part, UnreadableError, not_read
from tools.documents.formats.pdf_headings import Type, marked
from tools.documents.formats.pdf_layout import in_order
from tools.documents.formats.pdf_rows import Line
from tools.documents.formats.pdf_runs import page_runs
from tools.documents.formats.text import clean
from tools.documents.formats.titles import usable

if TYPE_CHECKING:
    import pypdfium2

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


@dataclass
class _Pages:
    """The lines of each page, and what the pages hold besides."""

    lines: list[list[Line]] = field(default_factory=list)
    empty: int = 0
    scanned: int = 0
    images: int = 0
    comments: int = 0
    boxes: int = 0
    broken: int = 0

    def add(self, document: "pypdfium2.PdfDocument", number: int) -> None:
        images, comments, boxes = _shown(document, number)
        lines = in_order(page_runs(document[number]))
        self.lines.append(lines)
        self.empty += not lines
        self.scanned += not lines and images > 0
        self.images += images if lines else 0
        self.comments += comments
        self.boxes += boxes

    def without_text(self) -> list[str]:
        """Say which pages hold no text ("3 of 4 pages hold no text: scanned")."""
        if not self.empty:
            return []
        pages, hold = len(self.lines), "holds" if self.empty == 1 else "hold"
        some = f": {self.scanned} scanned" if self.scanned else ""
        why = ": scanned" if self.scanned == self.empty else some
        return [f"{self.empty} of {pages} page{'s' if pages > 1 else ''} {hold} no text{why}"]


def _read(document: "pypdfium2.PdfDocument") -> Loaded:
    pages = _pages(document)
    told = pages.without_text()
    if told and pages.empty == len(pages.lines):
        raise UnreadableError(told[0])
    _drop_repeated(pages.lines)
    kind = Type.of(pages.lines)
    joiner = Joiner(line.text for page in pages.lines for line in page)
    texts = [clean(text) for text in joiner.across([joiner.join(marked(page, kind)) for page in pages.lines])]
    parts = tuple(Part(text, f"page {number}") for number, text in enumerate(texts, 1) if text)
    about = document.get_metadata_dict()
    title = usable(about.get("Title")) or next((usable(kind.title(page)) for page in pages.lines[:1]), None)
    losses = (
        *told,
        *not_read(pages.broken, "broken page"),
        *not_read(pages.images, "image"),
        *not_read(pages.comments, "comment"),
        *not_read(pages.boxes, "tick box", "tick boxes"),
        *not_read(document.count_attachments(), "attached file"),
    )
    return Loaded(parts, title, None, losses)


def _pages(document: "pypdfium2.PdfDocument") -> _Pages:
    """Read page after page; one that is broken leaves the others readable."""
    import pypdfium2

    if document.get_formtype():
        document.init_forms()
    pages = _Pages()
    size = 0
    for number in range(len(document)):
        try:
            pages.add(document, number)
        except pypdfium2.PdfiumError:
            pages.broken += 1
            pages.lines.append([])
        size += sum(len(line.text) for line in pages.lines[-1])
        if size > MAX_TEXT_CHARS:
            break
    if pages.broken and pages.broken == len(document):
        raise UnreadableError("it is a broken PDF")
    return pages


def _shown(document: "pypdfium2.PdfDocument", number: int) -> tuple[int, int, int]:
    """Write what forms and notes show into the page's content; count its images, comments and tick boxes."""
    import pypdfium2.raw as pdfium

    page = document[number]
    comments = boxes = 0
    annotations = pdfium.FPDFPage_GetAnnotCount(page)
    for at in range(annotations):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        comments += pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_TEXT
        if document.formenv:
            kind = pdfium.FPDFAnnot_GetFormFieldType(document.formenv, annotation)
            boxes += kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
        pdfium.FPDFPage_CloseAnnot(annotation)
    if annotations:
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    found = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    images = sum(_is_picture(each) for each in found)
    page.close()
    return images, comments, boxes


def _is_picture(image: Any) -> bool:
    left, bottom, right, top = image.get_bounds()
    return bool(right - left >= MIN_IMAGE and top - bottom >= MIN_IMAGE)


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
