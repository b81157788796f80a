"""Runs of a PDF page in reading order: bands from top to bottom, columns within them, tables row by row.

Bands and gutters after the recursive X-Y cut (Nagy and Seth 1984); whether two columns are text or a table is told
by the order in the file, by how their lines are level, and by whether sentences run on within each.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import inf

from tools.documents.formats.pdf_characters import SLANTED
from tools.documents.formats.pdf_rows import (
    APART,
    Interval,
    Line,
    Row,
    clear_of,
    column_of,
    columns_of,
    gaps_in,
    rows_of,
)
from tools.documents.formats.pdf_runs import Run
from tools.documents.formats.pdf_table import flat, table

LEVEL = 0.15
HEADING_ROWS = 2
FULL_LINE = 0.7
LONG_LINE = 18
LARGER = 1.12
GOES_ON = 2
FAR = 3.0  # sizes of type: what stands so far above a line heads it no more


def in_order(runs: Sequence[Run]) -> list[Line]:
    """Give the lines of a page; text that is turned another way follows what most of the page holds."""
    by_turn = sorted(runs, key=lambda run: run.turn)
    groups = [list(group) for _, group in groupby(by_turn, key=lambda run: run.turn)]
    groups.sort(key=lambda group: -sum(len(run.text) for run in group))
    lines: list[Line] = []
    for group in groups:
        if group[0].turn == SLANTED:  # no rows to speak of, and no height that says what a line is
            lines += [Line(run.text, 0.0, False, inf) for run in group]
        else:
            lines += _column(group)
    return lines


def _lines(runs: list[Run]) -> list[Line]:
    found: list[Line] = []
    above: Row | None = None
    for band, gutters in _bands(rows_of(runs)):
        columns = columns_of(band, gutters)
        if len(columns) < 2:
            lines = flat(band)
        elif _are_text(band, gutters, columns):
            lines = [line for column in columns for line in _column(column)]
        else:
            lines = table(band, gutters)
        lines[0].gap = band[0].space(above)
        found += lines
        above = band[-1]
    return found


def _column(runs: list[Run]) -> list[Line]:
    lines = _lines(runs)
    lines[0].gap = inf
    return lines


def _bands(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Interval]]]:
    """Cut rows into bands that share gutters: strips that no run of the band crosses."""
    above: list[Row] = []
    for band, gutters in _cut(rows):
        if not gutters:
            above += band
            continue
        # Rows above that keep clear of the gutters belong to the columns.
        at = len(above)
        while at and not _apart(above[at - 1], [*above, *band][at]) and _keeps_clear(above[at - 1], gutters):
            at -= 1
        if above[:at]:
            yield above[:at], []
        yield [*above[at:], *band], gutters
        above = []
    if above:
        yield above, []


def _keeps_clear(row: Row, gutters: list[Interval]) -> bool:
    return all(run.right <= start or run.left >= end for run in row.runs for start, end in gutters)


def _cut(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Interval]]]:
    band: list[Row] = []
    gutters: list[Interval] = []
    for at, row in enumerate(rows):
        gaps = gaps_in(row)
        if band and _parts_running_line(rows, at):
            yield from _ended(band, gutters, row)
            band, gutters = [], []
        if gutters and (left := clear_of(gutters, row)) and not _begins_columns(band, left, gaps):
            band.append(row)
            gutters = left
        elif gutters or gaps:
            if band:
                yield from _ended(band, gutters, row)
            band, gutters = [row], gaps
        else:
            band.append(row)
    if band:
        yield band, gutters


def _begins_columns(band: Sequence[Row], gutters: Sequence[Interval], gaps: Sequence[Interval]) -> bool:
    """Tell whether a row has columns of its own, below one row that stood apart elsewhere, as a running head does."""
    elsewhere = all(end <= first or start >= last for start, end in gaps for first, last in gutters)
    return bool(gaps) and elsewhere and sum(len(columns_of([row], gutters)) > 1 for row in band) == 1


def _parts_running_line(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a row follows a page's running head or is its foot: far off, or the head was written last."""
    if at not in (1, len(rows) - 1):
        return False
    written_last = at == 1 and min(run.order for run in rows[0].runs) > max(
        run.order for row in rows[1:] for run in row.runs
    )
    return written_last or rows[at].space(rows[at - 1]) > FAR


def _ended(band: list[Row], gutters: list[Interval], row: Row) -> Iterator[tuple[list[Row], list[Interval]]]:
    """Give a band that a row across its gutters ended; a heading just above that row goes with it."""
    if not gutters or row.space(band[-1]) > FAR:
        yield band, gutters
        return
    last = max(
        (at for at, row in enumerate(band) if len(columns_of([row], gutters)) > 1), default=len(band) - 1
    )
    first = max(last + 1, len(band) - HEADING_ROWS)
    cut = next((at for at in range(first, len(band)) if _apart(band[at - 1], band[at])), len(band))
    yield band[:cut], gutters
    if band[cut:]:
        yield band[cut:], []


def _apart(above: Row, below: Row) -> bool:
    size = min(run.height for run in (*above.runs, *below.runs))
    return above.bottom - below.top > APART * size


def _are_text(band: list[Row], gutters: list[Interval], columns: list[list[Run]]) -> bool:
    """Tell columns of text, each read to its end, from the cells of a table."""
    shared = [row for row in band if len(columns_of([row], gutters)) > 1]
    if len(shared) < 2:
        return False
    place = {id(run): at for at, column in enumerate(columns) for run in column}
    runs = sorted((run for row in band for run in row.runs), key=lambda run: run.order)
    order = [place[id(run)] for run in runs]
    changes = sum(one != other for one, other in pairwise(order))
    # Beside two rows alone a table may be written column by column, unless a column goes on far below them.
    if changes < len(columns) and (len(shared) > 2 or len(band) > GOES_ON * len(shared)):
        return True
    if sum(_unlevel(row) for row in shared) * 2 > len(shared) > 3:
        return True
    return _headed(shared, gutters) or _runs_on(band, gutters)


def _headed(shared: list[Row], gutters: list[Interval]) -> bool:
    """Tell whether two columns have headings of their own, set larger than what is beside them, as cells are not."""
    larger: set[int] = set()
    for row in shared:
        least = LARGER * min(run.height for run in row.runs)
        larger |= {column_of(run, gutters) for run in row.runs if run.height > least}
    return len(larger) > 1


def _unlevel(row: Row) -> bool:
    bottoms = [run.bottom for run in row.runs]
    return max(bottoms) - min(bottoms) > LEVEL * row.runs[0].height


def _runs_on(band: list[Row], gutters: list[Interval]) -> bool:
    """Tell whether sentences go on from line to line beside other text: in a table nothing stands beside such a line.

    A line goes on with the one above if that is full; small letters below short lines are the entries of a list.
    """
    on = beside = listed = 0
    spans: dict[int, Interval] = {}
    last: dict[int, Run] = {}
    runs = [(column_of(run, gutters), run, row) for row in band for run in row.runs]
    for at, run, _ in runs:
        left, right = spans.get(at, (run.left, run.right))
        spans[at] = min(left, run.left), max(right, run.right)
    for at, run, row in runs:
        left, right = spans[at]
        above, last[at] = last.get(at), run
        if not above or not run.text[0].islower():
            continue
        if len(above.text) >= LONG_LINE and above.right - left > FULL_LINE * (right - left):
            on += 1
            beside += len(columns_of([row], gutters)) > 1
        else:
            listed += 1
    return beside >= 2 and beside * 2 >= on and listed * 3 <= on
