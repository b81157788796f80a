"""The characters of a PDF page gathered into runs: pieces of lines without a wide space in them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional, east_asian_width

from tools.documents.formats.pdf_characters import (
    SLANTED,
    SMALL,
    Char,
    TextObjects,
    characters,
    is_bold,
    is_high,
    is_raised,
)

if TYPE_CHECKING:
    import pypdfium2

# In sizes of type: the space between words, between cells, and between words of a line that is spread.
SPACE = 0.2
HAIR = 0.05
BREAK = 0.75
SPREAD = 5.0
BACKWARD = 0.8
SAME_LINE = 0.35
# So many spaces set something apart, as tabs do.
APART_SPACES = 3
# A space that is seen but not written.
SEEN_SPACE = "\x1f"
FEW_GAPS = 3
WIDE = frozenset({"W", "F"})
RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass
class Run:
    """Text from `left` to `right` on one line, between `bottom` and `top`; `order` is its place in the file.

    `turn` is how many quarters it was turned to stand upright, SLANTED for any other angle; `gaps` are the spaces
    between its letters, `seen` those that look like spaces between words (points).
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    order: int
    bold: bool
    turn: int = 0
    gaps: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def tell_words(self) -> None:
        """Put spaces where letters stand wider apart than they usually do in this run, which may be spaced out."""
        narrow = sorted(self.gaps)[len(self.gaps) // 5] if len(self.gaps) >= FEW_GAPS else 0.0
        pieces = self.text.split(SEEN_SPACE)
        self.text = pieces[0]
        for gap, piece in zip(self.seen, pieces[1:], strict=True):
            self.text += (" " if gap > max(narrow, 0.0) + SPACE * self.height else "") + piece


def page_runs(page: "pypdfium2.PdfPage") -> list[Run]:
    """Give the runs of a page in the file's order."""
    textpage = page.get_textpage()
    writer = _Writer(textpage, TextObjects(page))
    for char in characters(textpage):
        writer.add(char)
    textpage.close()
    for run in writer.runs:
        run.tell_words()
    return writer.runs


class _Writer:
    """Adds one character after the other to the last run, or begins a new one."""

    def __init__(self, textpage: Any, objects: TextObjects) -> None:
        self.runs: list[Run] = []
        self._textpage = textpage
        self._objects = objects
        self._last: Char | None = None
        self._spaces: list[Char] = []

    def add(self, char: Char) -> None:
        if char.text.isspace():
            self._spaces.append(char)
            return
        if self._last is None or not self._continues(self._last, char):
            bold = is_bold(self._textpage, char)
            self.runs.append(
                Run(char.text, char.left, char.bottom, char.right, char.top, char.number, bold, char.turn)
            )
        else:
            self._append(self._last, char)
        self._last = char
        self._spaces.clear()

    def _continues(self, last: Char, char: Char) -> bool:
        """Tell whether a character goes on with the line of the one before, without a wide space between."""
        size = max(last.top - last.bottom, char.top - char.bottom)
        if last.turn == char.turn == SLANTED:
            return abs(char.left - last.left) < 2 * size and abs(char.top - last.top) < 2 * size
        level = abs(last.bottom - char.bottom) <= SAME_LINE * size
        if last.turn != char.turn or not (level or is_raised(char, last) or is_raised(last, char)):
            return False
        gap = _gap(last, char)
        if gap <= -BACKWARD * size or len(self._spaces) >= APART_SPACES:
            return False
        if self._spaces and last.object == char.object:  # one line, however far it is spread
            return gap < SPREAD * size
        if gap > BREAK * size:
            gap = self._gap_after_space(last, char)
        return gap < BREAK * size

    def _gap_after_space(self, last: Char, char: Char) -> float:
        """Give the distance to the end of the space before a character, which may stand in an object of its own."""
        if self._spaces:
            return _gap(self._spaces[-1], char)
        space = self._objects.space_between(last, char)
        return char.left - space[0] if space else _gap(last, char)

    def _append(self, last: Char, char: Char) -> None:
        run = self.runs[-1]
        run.left, run.right = min(run.left, char.left), max(run.right, char.right)
        if run.text.isdigit() and is_raised(last, char):  # the number of a footnote before its text
            run.text += " " + char.text
            run.bottom, run.top = char.bottom, char.top
        elif (
            last[1:5] == char[1:5] and bidirectional(char.text) in RIGHT_TO_LEFT
        ):  # one glyph for two letters
            run.text = run.text[:-1] + char.text + run.text[-1]
        else:
            run.text += self._between(run, last, char) + char.text
            if not is_raised(char, last) and char.top - char.bottom > SMALL * run.height:
                run.bottom, run.top = min(run.bottom, char.bottom), max(run.top, char.top)

    def _between(self, run: Run, last: Char, char: Char) -> str:
        """Give what stands between two characters: a space, or the sign of a power (10^6 is not 106), or nothing."""
        space = self._objects.space_between(last, char)
        # A soft hyphen is an object of its own as a space is, but has no width.
        if self._spaces or (space and abs(char.left - space[0]) > HAIR * run.height):
            return " "
        gap = _gap(last, char)
        if {east_asian_width(last.text), east_asian_width(char.text)} <= WIDE:
            return ""  # scripts that have no spaces between words
        if last.text.isalnum() and char.text.isalnum():
            run.gaps.append(gap)
        if gap > SPACE * run.height:
            run.seen.append(gap)
            return SEEN_SPACE
        if not char.text.isdigit() or not last.text.isalnum():
            return ""
        high = is_high(self._textpage, char) and not is_high(self._textpage, last)
        return "^" if high or is_raised(char, last) else ""


def _gap(last: Char, char: Char) -> float:
    """Give the space between two characters, none within a ligature; scripts from right to left go on to the left."""
    if last[1:7] == char[1:7]:
        return 0.0
    if char.left < last.left and {bidirectional(char.text), bidirectional(last.text)} & RIGHT_TO_LEFT:
        return last.left - char.right
    return char.left - last.right
