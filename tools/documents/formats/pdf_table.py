"""Rows with cells in the same columns, as the lines of a table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tools.documents.formats.pdf_rows import Interval, Line, Row, column_of, columns_of, text_of

TABLE_ROWS = 0.6
SAME_CELL = 1.3
WIDE = 1.5


def flat(band: Sequence[Row]) -> list[Line]:
    """Give each row as one line."""
    return [row.line(band[at - 1] if at else None) for at, row in enumerate(band)]


def table(band: Sequence[Row], gutters: Sequence[Interval]) -> list[Line]:
    """Give a row of cells as one line; if most rows have only one cell, lines with what stands at their end."""
    shared = [at for at, row in enumerate(band) if len(columns_of([row], gutters)) > 1]
    begun = [row for row in band if _begins(row, gutters)]
    if sum(_begins(band[at], gutters) for at in shared) < max(2, TABLE_ROWS * len(begun)):
        return flat(band)
    if len(shared) == 2 and min(end - start for start, end in gutters) < WIDE * band[0].height:
        return flat(band)  # two lines may have a space at the same place by chance
    first, last = shared[0], shared[-1] + 1
    while last < len(band) and not _begins(band[last], gutters):
        last += 1
    lines = flat(band[:first])
    for cluster in _clusters(band[first:last], gutters):
        lines += _records(cluster, gutters)
    after = flat(band[last:])
    for one, (above, row) in zip(after[:1], pairwise(band[last - 1 : last + 1]), strict=False):
        one.gap = row.space(above)
    return [*lines, *after]


def _begins(row: Row, gutters: Sequence[Interval]) -> bool:
    return any(column_of(run, gutters) == 0 for run in row.runs)


def _clusters(band: Sequence[Row], gutters: Sequence[Interval]) -> Iterator[list[Row]]:
    """Give rows together that have no more space between them than the lines of a cell."""
    columns = columns_of(band, gutters)
    spaces = [(above.bottom - run.top) / run.height for column in columns for above, run in pairwise(column)]
    within = min((space for space in spaces if space > 0), default=0.0) * SAME_CELL
    cluster = [band[0]]
    for above, row in pairwise(band):
        if row.space(above) > within:
            yield cluster
            cluster = []
        cluster.append(row)
    yield cluster


def _records(cluster: Sequence[Row], gutters: Sequence[Interval]) -> list[Line]:
    """Give the records of a cluster: one, if only one row has a first cell and the others go on with its texts."""
    cells = [_cells(row, gutters) for row in cluster]
    whole: list[list[str]] = []
    together = sum(bool(row[0]) for row in cells) == 1 and _is_one_record(cells)
    for row in cells:
        if whole and (together or _goes_on(whole[-1], row)):
            whole[-1] = [f"{one} {other}".strip() for one, other in zip(whole[-1], row, strict=True)]
        else:
            whole.append(row)
    height, bold = cluster[0].height, all(run.bold for row in cluster for run in row.runs)
    return [Line(f"| {' | '.join(row)} |", height, bold, 0.0, table=True) for row in whole]


def _cells(row: Row, gutters: Sequence[Interval]) -> list[str]:
    runs = [[run for run in row.runs if column_of(run, gutters) == at] for at in range(len(gutters) + 1)]
    return [text_of(cell) if cell else "" for cell in runs]


def _is_one_record(cells: Sequence[Sequence[str]]) -> bool:
    columns = ([text for text in column if text] for column in zip(*cells, strict=True))
    return all(_within_sentence(one, other) for column in columns for one, other in pairwise(column))


def _goes_on(above: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether a row without a first cell goes on with the texts of the row above."""
    pairs = [(cell, text) for cell, text in zip(above, row, strict=True) if text]
    return not row[0] and all(cell and _within_sentence(cell, text) for cell, text in pairs)


def _within_sentence(text: str, following: str) -> bool:
    return following[0].islower() or text[-1].isalpha() or text[-1] in ",-"
