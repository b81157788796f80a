"""Rows of a PDF page: runs that stand level, the gutters between them and the text they hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import bidirectional

from tools.documents.formats.pdf_runs import Run

# In sizes of type.
SAME_ROW = 0.6
MIN_GUTTER = 0.75
WORD_SPACE = 0.2
APART = 0.85
SET_TWICE = 0.7
LIST_MARK = re.compile(r"[•‣▪▫◦●○·∙■□➢➤✓✔*\u2013\u2022-]|\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,5})[.)]")
FROM_MARK = 4.0
# pdfium takes a stop to the left of a figure, where scripts from right to left have it, for the figure's beginning.
STOP_BEFORE_FIGURE = re.compile(r"(?<!\S)([.,;:!?]+)(\d+(?:[.,]\d+)*)(?!\S)")
LEADERS = re.compile(r"(?:\s?[.·…]){5,}\s*")

Interval = tuple[float, float]


@dataclass
class Line:
    """A line of the page in reading order; `gap` is the space above it in sizes of type."""

    text: str
    height: float
    bold: bool
    gap: float
    table: bool = False


@dataclass
class Row:
    """Runs about level with one another, from left to right."""

    runs: list[Run]

    @property
    def top(self) -> float:
        return max(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        return min(run.bottom for run in self.runs)

    @property
    def height(self) -> float:
        """The height (points) of most of the text."""
        return max(self.runs, key=lambda run: len(run.text)).height

    def line(self, above: "Row | None") -> Line:
        """Give the row as one line under the row above, if there is one."""
        bold = all(run.bold for run in self.runs)
        return Line(text_of(self.runs), self.height, bold, self.space(above))

    def space(self, above: "Row | None") -> float:
        """Give the space to the row above in heights; that of a new block for none."""
        return (above.bottom - self.top) / max(self.height, 1.0) if above else APART


def rows_of(runs: Sequence[Run]) -> list[Row]:
    """Gather runs into rows, from top to bottom."""
    rows: list[Row] = []
    for run in sorted(runs, key=lambda run: (-(run.bottom + run.top), run.left)):
        if rows:
            first = rows[-1].runs[0]
            apart = abs((first.bottom + first.top) - (run.bottom + run.top)) / 2
            if apart < SAME_ROW * max(min(first.height, run.height), 1.0):
                rows[-1].runs.append(run)
                continue
        rows.append(Row([run]))
    return [Row(_with_marks(sorted(row.runs, key=lambda run: run.left))) for row in rows]


def _with_marks(runs: list[Run]) -> list[Run]:
    """Join list marks with what they mark, which is often set well to their right."""
    joined: list[Run] = []
    for run in runs:
        mark = joined[-1] if joined else None
        if mark and LIST_MARK.fullmatch(mark.text) and run.left - mark.right < FROM_MARK * run.height:
            bottom, top = min(run.bottom, mark.bottom), max(run.top, mark.top)
            text = f"{mark.text} {run.text}"
            joined[-1] = replace(run, text=text, left=mark.left, bottom=bottom, top=top, order=mark.order)
        else:
            joined.append(run)
    return joined


def gaps_in(row: Row) -> list[Interval]:
    """Give the strips between a row's runs that are wide enough for a gutter."""
    gaps = []
    right = row.runs[0].right
    for run in row.runs[1:]:
        if run.left - right > MIN_GUTTER * min(run.height, row.runs[0].height):
            gaps.append((right, run.left))
        right = max(right, run.right)
    return gaps


def clear_of(gutters: Sequence[Interval], row: Row) -> list[Interval]:
    """Give what a row's runs leave of gutters: every piece that is still wide enough."""
    least = MIN_GUTTER * 0.8 * min(run.height for run in row.runs)
    left: list[Interval] = []
    for start, end in gutters:
        at = start
        for run in row.runs:
            if run.right > start and run.left < end:
                left.append((at, run.left))
                at = max(at, run.right)
        left.append((at, end))
    return [(start, end) for start, end in left if end - start > least]


def column_of(run: Run, gutters: Sequence[Interval]) -> int:
    """Give the number of the column between gutters in which a run stands."""
    middle = (run.left + run.right) / 2
    return sum(middle > (start + end) / 2 for start, end in gutters)


def columns_of(rows: Sequence[Row], gutters: Sequence[Interval]) -> list[list[Run]]:
    """Sort runs into the columns between gutters; empty ones are left out."""
    columns: list[list[Run]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        for run in row.runs:
            columns[column_of(run, gutters)].append(run)
    return [column for column in columns if column]


def text_of(runs: Sequence[Run]) -> str:
    """Join what stands on one line; from right to left where the script does."""
    letters = [bidirectional(char) for run in runs for char in run.text]
    ordered, leftward = list(runs), letters.count("R") + letters.count("AL") > letters.count("L")
    if leftward:
        ordered.reverse()
    text = ordered[0].text
    for before, run in pairwise(ordered):
        gap = max(run.left, before.left) - min(run.right, before.right)
        narrow = min(run.right - run.left, before.right - before.left)
        if run.text == before.text and gap < -SET_TWICE * narrow:
            continue  # bold type is at times the same text set twice
        text += (" " if gap > WORD_SPACE * run.height else "") + run.text
    text = STOP_BEFORE_FIGURE.sub(r"\2\1", text) if leftward else text
    return LEADERS.sub(" … ", text).strip()
