"""Runs of a PDF page in reading order: bands from top to bottom, columns within them, tables row by row.

Bands and gutters after the recursive X-Y cut (Nagy and Seth 1984); whether two columns are text or a table is told
by the order in the file, by how their lines are level, and by whether sentences run on within each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from tools.documents.formats.pdf_characters import Run

SAME_ROW = 0.55
LEVEL = 0.15
MIN_GUTTER = 0.8
WORD_SPACE = 0.18
APART = 1.6
HEADING_ROWS = 2
RUNNING_ON = 0.2
TABLE_ROWS = 0.6
FEW_LETTERS = 18

Interval = tuple[float, float]


@dataclass
class Line:
    """A line of the page in reading order; `gap` is the space above it in line heights, 0 at a column's top."""

    text: str
    height: float
    bold: bool
    gap: float
    table: bool = False


@dataclass
class _Row:
    runs: list[Run]

    @property
    def top(self) -> float:
        return max(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        return min(run.bottom for run in self.runs)


def in_order(runs: Sequence[Run]) -> list[Line]:
    """Give the lines of a page; text that is turned another way follows what most of the page holds."""
    by_turn = sorted(runs, key=lambda run: run.turn)
    groups = [list(group) for _, group in groupby(by_turn, key=lambda run: run.turn)]
    groups.sort(key=lambda group: -sum(len(run.text) for run in group))
    lines: list[Line] = []
    for group in groups:
        if group[0].turn == 4:  # stands at an angle: no rows to speak of
            lines += [Line(run.text, run.height, run.bold, APART) for run in group]
        else:
            lines += _lines(group)
    return lines


def _lines(runs: list[Run]) -> list[Line]:
    found: list[Line] = []
    for band, gutters in _bands(_rows(runs)):
        columns = _columns(band, gutters)
        if not gutters or len(columns) < 2:
            found += _flat(band)
        elif _are_text(band, columns):
            for column in columns:
                inner = _lines(column)
                inner[0].gap = APART
                found += inner
        else:
            found += _table(band, gutters)
    return found


def _rows(runs: Sequence[Run]) -> list[_Row]:
    """Gather runs that stand about level, from top to bottom."""
    rows: list[_Row] = []
    for run in sorted(runs, key=lambda run: (-(run.bottom + run.top), run.left)):
        if rows:
            first = rows[-1].runs[0]
            apart = abs((first.bottom + first.top) - (run.bottom + run.top)) / 2
            if apart < SAME_ROW * max(min(first.height, run.height), 1.0):
                rows[-1].runs.append(run)
                continue
        rows.append(_Row([run]))
    for row in rows:
        row.runs.sort(key=lambda run: run.left)
    return rows


def _bands(rows: list[_Row]) -> Iterator[tuple[list[_Row], list[Interval]]]:
    """Cut rows into bands that share gutters: strips that no run of the band crosses."""
    band: list[_Row] = []
    gutters: list[Interval] = []
    for row in rows:
        gaps = _gaps(row)
        if not gutters and gaps:
            # Rows above that keep clear of the gutter belong to its columns.
            at = len(band)
            while at and not _apart(band[at - 1], row) and _clear(gaps, band[at - 1]):
                at -= 1
                gaps = _clear(gaps, band[at])
            if band[:at]:
                yield band[:at], []
            band, gutters = [*band[at:], row], gaps
        elif gutters:
            left = _clear(gutters, row)
            if left:
                band.append(row)
                gutters = left
            else:
                yield from _ended(band, gutters)
                band, gutters = [row], gaps
        else:
            band.append(row)
    if band:
        yield band, gutters


def _ended(band: list[_Row], gutters: list[Interval]) -> Iterator[tuple[list[_Row], list[Interval]]]:
    """Give a band that a row across its gutters ended; a heading just above that row goes with it."""
    last = max(
        (at for at, row in enumerate(band) if len(_columns([row], gutters)) > 1), default=len(band) - 1
    )
    first = max(last + 1, len(band) - HEADING_ROWS)
    cut = next((at for at in range(first, len(band)) if _apart(band[at - 1], band[at])), len(band))
    yield band[:cut], gutters
    if band[cut:]:
        yield band[cut:], []


def _apart(above: _Row, below: _Row) -> bool:
    size = min(run.height for run in (*above.runs, *below.runs))
    return above.bottom - below.top > (APART - 1) * size


def _gaps(row: _Row) -> list[Interval]:
    """Give the strips between a row's runs that are wide enough for a gutter."""
    gaps = []
    right = row.runs[0].right
    for run in row.runs[1:]:
        if run.left - right > MIN_GUTTER * min(run.height, row.runs[0].height):
            gaps.append((right, run.left))
        right = max(right, run.right)
    return gaps


def _clear(gutters: list[Interval], row: _Row) -> list[Interval]:
    """Give what is left of gutters when a row's runs are taken from them: of each the widest piece."""
    left = []
    for start, end in gutters:
        pieces, at = [], start
        for run in row.runs:
            if run.right > start and run.left < end:
                pieces.append((at, run.left))
                at = max(at, run.right)
        piece = max([*pieces, (at, end)], key=lambda piece: piece[1] - piece[0])
        if piece[1] - piece[0] > MIN_GUTTER * 0.8 * min(run.height for run in row.runs):
            left.append(piece)
    return left


def _columns(rows: Sequence[_Row], gutters: list[Interval]) -> list[list[Run]]:
    """Sort runs into the columns between gutters; empty ones are left out."""
    columns: list[list[Run]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        for run in row.runs:
            columns[_column(run, gutters)].append(run)
    return [column for column in columns if column]


def _column(run: Run, gutters: list[Interval]) -> int:
    middle = (run.left + run.right) / 2
    return sum(middle > (start + end) / 2 for start, end in gutters)


def _are_text(band: list[_Row], columns: list[list[Run]]) -> bool:
    """Tell columns of text, each read to its end, from the cells of a table."""
    shared = [
        row
        for row in band
        if len({id(column) for column in columns for run in row.runs if run in column}) > 1
    ]
    if len(shared) < 2:
        return False
    place = {id(run): at for at, column in enumerate(columns) for run in column}
    order = [
        place[id(run)] for run in sorted((run for row in band for run in row.runs), key=lambda run: run.order)
    ]
    changes = sum(one != other for one, other in pairwise(order))
    if changes < len(columns) and len(shared) > 2:
        return True
    uneven = sum(_unlevel(row) for row in shared)
    if uneven * 2 > len(shared) > 3:
        return True
    return all(_runs_on(column) for column in columns) and len(shared) > 2


def _unlevel(row: _Row) -> bool:
    bottoms = [run.bottom for run in row.runs]
    return max(bottoms) - min(bottoms) > LEVEL * row.runs[0].height


def _runs_on(column: list[Run]) -> bool:
    """Tell whether sentences go on from line to line: long lines, some of which begin with a small letter."""
    lines = [run.text for run in column]
    small = sum(line[0].islower() for line in lines)
    return median(map(len, lines)) >= FEW_LETTERS and small >= RUNNING_ON * len(lines)


def _flat(band: list[_Row]) -> list[Line]:
    lines: list[Line] = []
    above: _Row | None = None
    for row in band:
        gap = _space(above, row)
        lines.append(Line(_text(row.runs), _height(row.runs), all(run.bold for run in row.runs), gap))
        above = row
    return lines


def _table(band: list[_Row], gutters: list[Interval]) -> list[Line]:
    """Give rows with their cells; if most have only one, lines with what stands at their end."""
    begun = [row for row in band if any(_column(run, gutters) == 0 for run in row.runs)]
    shared = sum(len(_columns([row], gutters)) > 1 for row in begun)
    if shared < 2 or shared < TABLE_ROWS * len(begun):
        return _flat(band)
    lines: list[Line] = []
    cells: list[list[str]] = []
    above: _Row | None = None
    for row in band:
        texts = ["" for _ in range(len(gutters) + 1)]
        for run in row.runs:
            at = _column(run, gutters)
            texts[at] = f"{texts[at]} {run.text}".strip()
        gap = _space(above, row)
        if cells and not texts[0] and gap < 0.5:  # a cell's text that goes on
            cells[-1] = [f"{one} {other}".strip() for one, other in zip(cells[-1], texts, strict=True)]
        else:
            cells.append(texts)
            lines.append(Line("", _height(row.runs), all(run.bold for run in row.runs), gap, table=True))
        above = row
    for line, texts in zip(lines, cells, strict=True):
        line.text = f"| {' | '.join(texts)} |"
    return lines


def _text(runs: Sequence[Run]) -> str:
    """Join what stands on one line; from right to left where the script does."""
    from unicodedata import bidirectional

    letters = [bidirectional(char) for run in runs for char in run.text]
    ordered = list(runs)
    if letters.count("R") + letters.count("AL") > letters.count("L"):
        ordered.reverse()
    text = ordered[0].text
    for before, run in pairwise(ordered):
        gap = max(run.left, before.left) - min(run.right, before.right)
        same = run.text == before.text and gap < -0.7 * min(run.right - run.left, before.right - before.left)
        if not same:  # bold type is at times the same text set twice
            text += (" " if gap > WORD_SPACE * run.height else "") + run.text
    return text


def _height(runs: Sequence[Run]) -> float:
    return max(runs, key=lambda run: len(run.text)).height


def _space(above: _Row | None, row: _Row) -> float:
    return (above.bottom - row.top) / max(_height(row.runs), 1.0) if above else APART
