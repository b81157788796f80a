"""The view of a comparison of pay."""

from agent import wording
from agent.terminal.render import RangeBar, Screen
from agent.terminal.views.parts import UNKNOWN, cell, listed, sources
from tools.salary.models import ComparisonDocument, ComparisonRow

_NAMES = ("p10", "p25", "median", "p75", "p90")


def view(screen: Screen, document: ComparisonDocument) -> None:
    """All medians with their gaps in one table, then a bar for each on a common scale, notes and sources."""
    screen.heading("Pay compared")
    rows = [
        (
            _asked(row),
            row.title or "not known",
            row.area or "not known",
            cell(row.p50, row.unit or ""),
            _gap(row, document),
        )
        for row in document.rows
    ]
    screen.table(("Asked for", "Occupation", "Place", "Median", "Against the first"), rows, numeric=(3, 4))
    for unit in dict.fromkeys(row.unit for row in document.rows if row.unit):
        screen.line()
        screen.line(f"US dollars {wording.rate(unit)}, {wording.period(_period(document))}", "strong")
        screen.ranges(_NAMES, [_bar(row) for row in document.rows if row.unit == unit])
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


def _asked(row: ComparisonRow) -> str:
    return f"{row.role}, {row.location}" if row.location else row.role


def _gap(row: ComparisonRow, document: ComparisonDocument) -> str:
    """The difference of the medians; nothing for the row that the others are measured against."""
    first = next((each for each in document.rows if each.p50 is not None), None)
    if row is first or row.gap is None or row.gap_percent is None or row.unit is None:
        return ""
    sign = "+" if row.gap > 0 else ""
    return f"{sign}{wording.money(row.gap, row.unit)} ({sign}{wording.number(row.gap_percent)}%)"


def _bar(row: ComparisonRow) -> RangeBar:
    values = (row.p10, row.p25, row.p50, row.p75, row.p90)
    texts = tuple(UNKNOWN if value is None else cell(value, row.unit or "") for value in values)
    return RangeBar(f"{row.title}, {row.area}", values, texts)


def _period(document: ComparisonDocument) -> str | None:
    return next((row.period for row in document.rows if row.p50 is not None), None)
