"""The view of a salary document."""

from agent import wording
from agent.terminal.render import RangeBar, Screen
from agent.terminal.views.parts import cell, listed, source_line, sources
from tools.salary.models import ReportedBand, SalaryDocument, WageRow

_NAMES = ("p10", "p25", "median", "p75", "p90")


def view(screen: Screen, document: SalaryDocument) -> None:
    """Percentile bars for each occupation, then what others report, notes and sources."""
    screen.heading(f"Pay: {document.role}")
    titles = {match.code: match.title for match in document.occupations}
    for match in document.occupations:
        screen.line(f"{match.title} ({match.code}): {match.why}", "quiet")
    for unit in dict.fromkeys(row.unit for row in document.wages):
        rows = [row for row in document.wages if row.unit == unit]
        screen.line()
        screen.line("US dollars an hour" if unit == "USD/hour" else "US dollars a year", "strong")
        screen.ranges(_NAMES, [_bar(row, titles) for row in rows])
    listed(screen, "Where your pay stands", (estimate.text for estimate in document.estimates))
    listed(screen, "Also reported", (_band(band) for band in document.reported))
    listed(screen, "Which place do you mean?", document.ambiguous)
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


def _bar(row: WageRow, titles: dict[str, str]) -> RangeBar:
    values = (row.p10, row.p25, row.p50, row.p75, row.p90)
    jobs = f", {wording.number(row.employment)} jobs" if row.employment is not None else ""
    title = titles.get(row.occupation, row.occupation)
    texts = tuple(cell(value, row.unit) for value in values)
    return RangeBar(f"{title}, {row.area}{jobs}", values, texts)


def _band(band: ReportedBand) -> str:
    amount = wording.money(band.low, band.unit)
    if band.high != band.low:
        amount += f" to {wording.money(band.high, band.unit)}"
    return f"{band.label}: {amount} ({band.unit}; {source_line(band.source)})"
