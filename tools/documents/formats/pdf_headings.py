"""Which lines of a PDF are headings: set larger or bolder than the text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from tools.documents.formats.pdf_layout import Line

LARGER = 1.12
MAX_HEADING = 120
MAX_LEVELS = 3
MANY_BOLD = 0.3
NEW_PARAGRAPH = 0.45


@dataclass(frozen=True)
class Type:
    """The sizes (points) a document is set in: of its text, and of its headings from the largest down."""

    body: float
    sizes: tuple[float, ...]
    bold: bool

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
        return cls(body, tuple(sorted(larger, reverse=True)), bold < MANY_BOLD * max(letters.total(), 1))

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
        return line is first or (self.level(line) == self.level(first) and line.gap < NEW_PARAGRAPH)


def marked(lines: Sequence[Line], kind: Type) -> Iterator[str]:
    """Give lines with headings marked and paragraphs apart (an empty line)."""
    before: Line | None = None
    heading = ""
    for line in lines:
        level = kind.level(line)
        joins = before is not None and level == kind.level(before) and line.gap < NEW_PARAGRAPH
        if heading and level and joins:
            heading += " " + line.text
            before = line
            continue
        if heading:
            yield from (heading, "")
            heading = ""
        if level:
            if before is not None:
                yield ""
            heading = f"{'#' * level} {line.text}"
        else:
            if (
                before is not None
                and kind.level(before) is None
                and (line.gap >= NEW_PARAGRAPH or line.table != before.table)
            ):
                yield ""
            yield line.text
        before = line
    if heading:
        yield heading


def _size(line: Line) -> float:
    return round(line.height * 2) / 2


def _may_head(line: Line) -> bool:
    return (
        not line.table
        and len(line.text) <= MAX_HEADING
        and any(char.isalpha() for char in line.text)
        and line.text[-1] not in ".,;"
    )
