"""The characters of a PDF page as pdfium finds them, turned upright, with their places in points."""

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pypdfium2

QUARTER = math.pi / 2
SLANTED = 4
HIGH = 0.15
# Where letters stand about the line, in sizes of type: fonts often say nothing or something false of it.
ASCENT, DESCENT = 0.8, 0.2
SMALL = 0.85
# What pdfium puts in where it sees a word or line end, and how it marks a hyphen there.
PUT_IN = frozenset({0x20, 0x0A, 0x0D, 0x2D})
LINE_END_HYPHENS = {0xFFFE: "-", 0x02: "-", 0xAD: "-"}
BOLD = ("bold", "black", "heavy", "demi")
FORCE_BOLD = 1 << 18


class Char(NamedTuple):  # thousands are made for each page: a tuple costs the least
    """A character on its line; `turn` is how many quarters it was turned, SLANTED for any other angle.

    `object` is the address of its text object, `number` its own on the page.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    turn: int
    object: int
    number: int


def characters(textpage: Any) -> Iterator[Char]:
    """Give characters as the file has them; spaces and line ends that pdfium put in are left out."""
    import pypdfium2.raw as pdfium

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    handle, current, turn, size = textpage.raw, -1, 0, 0.0
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if not code or (code in PUT_IN and pdfium.FPDFText_IsGenerated(handle, index) == 1):
            continue
        pdfium.FPDFText_GetLooseCharBox(handle, index, box)
        found = address(pdfium.FPDFText_GetTextObject(handle, index))
        if found != current:  # all characters of a text object have one size and stand at the same angle
            current, turn, size = found, _turn(handle, index), _size(handle, index, box)
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        left, _, right, _ = turned(turn, box.left, box.bottom, box.right, box.top)
        _, base, _, _ = turned(turn, x.value, y.value, x.value, y.value)
        text = LINE_END_HYPHENS.get(code) or chr(code)
        yield Char(text, left, base - DESCENT * size, right, base + ASCENT * size, turn, current, index)


def _turn(handle: Any, index: int) -> int:
    import pypdfium2.raw as pdfium

    angle = pdfium.FPDFText_GetCharAngle(handle, index) / QUARTER
    return round(angle) % 4 if abs(angle - round(angle)) < 0.1 else SLANTED


def _size(handle: Any, index: int, box: Any) -> float:
    """Give the size of type; of fonts whose size is not in points (Type 3), the height of the character's box."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, index, matrix)
    size = float(pdfium.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d))
    height = max(abs(box.top - box.bottom), abs(box.right - box.left))
    return size if height / 4 < size < height * 4 else height


def address(handle: Any) -> int:
    """Give where a pdfium object stands in memory, to know it again."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def turned(
    turn: int, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    """Turn a box about the origin until its text runs from left to right: left, bottom, right, top."""
    if turn == 1:
        return -top, left, -bottom, right
    if turn == 2:
        return -right, -top, -left, -bottom
    if turn == 3:
        return bottom, -right, top, -left
    return left, bottom, right, top


def is_raised(char: Char, beside: Char) -> bool:
    """Tell a superscript: smaller than what stands beside it, and higher."""
    size = beside.top - beside.bottom
    return char.top - char.bottom < SMALL * size and HIGH * size < char.bottom - beside.bottom < 0.8 * size


def is_high(textpage: Any, char: Char) -> bool:
    """Tell whether a glyph is drawn well above the line on which it stands, as superscript figures are."""
    import pypdfium2.raw as pdfium

    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharBox(textpage, char.number, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(textpage, char.number, x, y)
    glyph = turned(char.turn, left.value, bottom.value, right.value, top.value)
    origin = turned(char.turn, x.value, y.value, x.value, y.value)
    return glyph[1] - origin[1] > HIGH * (char.top - char.bottom)


def is_bold(textpage: Any, char: Char) -> bool:
    """Tell by the name or the flags of a character's font."""
    import pypdfium2.raw as pdfium

    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, char.number, name, 256, flags)
    called = name.value.decode("utf-8", "replace").lower()
    return any(word in called for word in BOLD) or bool(flags.value & FORCE_BOLD)


class TextObjects:
    """The text objects of a page in the file's order, among them those that only hold a space."""

    def __init__(self, page: "pypdfium2.PdfPage") -> None:
        import pypdfium2.raw as pdfium

        self._objects = list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5))
        self._places = {address(each.raw): at for at, each in enumerate(self._objects)}

    def space_between(self, last: Char, char: Char) -> tuple[float, float] | None:
        """Give where a space begins that stands as an object of its own between two characters (left, bottom)."""
        at, before = self._places.get(char.object), self._places.get(last.object)
        if at is None or before is None or at - before < 2:
            return None
        matrix = self._objects[at - 1].get_matrix()
        left, bottom, *_ = turned(char.turn, matrix.e, matrix.f, matrix.e, matrix.f)
        return left, bottom
