"""The characters of a PDF page gathered into runs: pieces of lines, turned upright, with their places in points."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

if TYPE_CHECKING:
    import pypdfium2

SPACE = 0.18
BREAK = 1.0
SAME_LINE = 0.35
LINE_END_HYPHENS = {0xFFFE: "-", 0x02: "-", 0xAD: "-"}
BOLD = ("bold", "black", "heavy", "demi")
FORCE_BOLD = 1 << 18
QUARTER = math.pi / 2


@dataclass
class Run:
    """Text from `left` to `right` on one line, between `bottom` and `top`; `order` is its place in the file.

    `turn` is how many quarters it was turned to stand upright, 4 for any other angle.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    order: int
    bold: bool
    turn: int = 0

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True)
class _Char:
    text: str
    left: float
    bottom: float
    right: float
    top: float
    turn: int
    object: int
    index: int


def page_runs(page: "pypdfium2.PdfPage") -> list[Run]:
    """Give the runs of a page in the file's order."""
    textpage = page.get_textpage()
    places = _places(page)
    runs: list[Run] = []
    last: _Char | None = None
    pending = False
    for char in _chars(textpage):
        if char.text.isspace():
            pending = True
            continue
        gap = _gap(last, char) if last else None
        if gap is None:
            runs.append(_begin(textpage, char))
        else:
            run = runs[-1]
            skipped = last is not None and _between(places, last.object, char.object)
            spaced = pending or skipped or gap > SPACE * run.height
            run.text += (" " if spaced else "") + char.text
            run.left, run.right = min(run.left, char.left), max(run.right, char.right)
            run.bottom, run.top = min(run.bottom, char.bottom), max(run.top, char.top)
        last, pending = char, False
    textpage.close()
    return runs


def _begin(textpage: Any, char: _Char) -> Run:
    bold = _is_bold(textpage, char.index)
    return Run(char.text, char.left, char.bottom, char.right, char.top, char.index, bold, char.turn)


def _chars(textpage: Any) -> Iterator[_Char]:
    """Give characters as the file has them; spaces and line ends that pdfium put in are left out."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if not code or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        angle = pdfium.FPDFText_GetCharAngle(textpage, index) / QUARTER
        turn = round(angle) % 4 if abs(angle - round(angle)) < 0.1 else 4
        found = pdfium.FPDFText_GetTextObject(textpage, index)
        text = LINE_END_HYPHENS.get(code) or chr(code)
        place = ctypes.cast(found, ctypes.c_void_p).value or 0
        yield _Char(text, *_upright(box, turn), turn, place, index)


def _upright(box: Any, turn: int) -> tuple[float, float, float, float]:
    """Turn a box about the origin until its text runs from left to right: left, bottom, right, top."""
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    if turn == 1:
        return -top, left, -bottom, right
    if turn == 2:
        return -right, -top, -left, -bottom
    if turn == 3:
        return bottom, -right, top, -left
    return left, bottom, right, top


def _gap(last: _Char, char: _Char) -> float | None:
    """Give the space between two characters; None where a new run begins."""
    size = max(last.top - last.bottom, char.top - char.bottom)
    if last.turn == char.turn == 4:
        return 0.0 if abs(char.left - last.left) < 2 * size and abs(char.top - last.top) < 2 * size else None
    if last.turn != char.turn or abs(last.bottom - char.bottom) > SAME_LINE * size:
        return None
    leftward = bidirectional(char.text[0]) in {"R", "AL"} or bidirectional(last.text[0]) in {"R", "AL"}
    gap = char.left - last.right
    if leftward and char.left < last.left:
        gap = last.left - char.right
    return gap if -0.8 * size < gap < BREAK * size else None


def _places(page: Any) -> dict[int, int]:
    """Give the place of each text object in the file's order, by its address."""
    import pypdfium2.raw as pdfium

    texts = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5)
    return {ctypes.cast(each.raw, ctypes.c_void_p).value or 0: at for at, each in enumerate(texts)}


def _between(places: dict[int, int], last: int, now: int) -> bool:
    """Tell whether a text object without a character of its own stands between two: a space that was set apart."""
    return last in places and now in places and places[now] - places[last] > 1


def _is_bold(textpage: Any, index: int) -> bool:
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 256, flags)
    called = name.value.decode("utf-8", "replace").lower()
    return any(word in called for word in BOLD) or bool(flags.value & FORCE_BOLD)
