"""Which lines of a PDF are headings: set larger or bolder than the text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Self

from tools.documents.formats.pdf_rows import Line

LARGER = 1.12
MAX_HEADING = 120
MAX_LEVELS = 3
MANY_BOLD = 0.3
# In sizes of type: the space within a heading, and what sets a paragraph apart, at least and beyond the usual.
SAME_HEADING = 0.6
PARAGRAPH, MORE = 0.6, 0.3
DOUBLE_SPACED = 1.5


@dataclass(frozen=True)
class Type:
    """The sizes (points) a document is set in: of its text, and of its headings from the largest down.

    `bold` tells whether bold lines are headings, `paragraph` from which space on (in sizes) a paragraph begins.
    """

    body: float
    sizes: tuple[float, ...]
    bold: bool
    paragraph: float

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]]) -> Self:
        """Take the size most characters have as the text's; bold tells headings only while little is bold."""
        letters: Counter[float] = Counter()
        bold = 0
        for page in pages:
            for line in page:
                letters[_size(line)] += len(line.text)
                bold += len(line.text) if line.bold else 0
        body = letters.most_common(1)[0][0] if letters else 0.0
        larger = {
            _size(line) for page in pages for line in page if _may_head(line) and _size(line) >= LARGER * body
        }
        gaps = [line.gap for page in pages for line in page[1:] if 0 < line.gap < DOUBLE_SPACED]
        paragraph = max(PARAGRAPH, median(gaps) + MORE if gaps else 0)
        few_bold = bold < MANY_BOLD * max(letters.total(), 1)
        return cls(body, tuple(sorted(larger, reverse=True)), few_bold, paragraph)

    def level(self, line: Line) -> int | None:
        """Give a line's heading level; None for text."""
        if not _may_head(line):
            return None
        if _size(line) in self.sizes:
            return min(self.sizes.index(_size(line)), MAX_LEVELS - 1) + 1
        if line.bold and self.bold and _size(line) >= self.body:
            return min(len(self.sizes), MAX_LEVELS) + 1
        return None

    def title(self, first: Sequence[Line]) -> str | None:
        """Give what is set largest on the first page, if that is larger than the text."""
        for level in range(1, MAX_LEVELS + 1):
            for at, line in enumerate(first):
                if self.level(line) == level and _size(line) in self.sizes:
                    return " ".join(each.text for each in first[at : at + 2] if self._continues(line, each))
        return None

    def _continues(self, first: Line, line: Line) -> bool:
        return line is first or (self.level(line) == self.level(first) and line.gap < SAME_HEADING)


def marked(lines: Sequence[Line], kind: Type) -> list[str]:
    """Give lines with headings marked, each on one line, and paragraphs apart (an empty line)."""
    found: list[str] = []
    before: Line | None = None
    for line in lines:
        level, level_before = kind.level(line), kind.level(before) if before else None
        if level and level == level_before and line.gap < SAME_HEADING:
            found[-1] += " " + line.text
        else:
            ends = level or level_before or (before and line.table != before.table)
            if before and (ends or line.gap >= kind.paragraph):
                found.append("")
            found.append(f"{'#' * level} {line.text}" if level else line.text)
        before = line
    return found


def _size(line: Line) -> float:
    return round(line.height * 2) / 2


def _may_head(line: Line) -> bool:
    return (
        not line.table
        and len(line.text) <= MAX_HEADING
        and any(char.isalpha() for char in line.text)
        and line.text[-1] not in ".,;"
        and " … " not in line.text  # a line of a table of contents
    )
