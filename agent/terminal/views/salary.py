"""The view of a salary document."""

from collections.abc import Sequence

from agent import wording
from agent.terminal.render import RangeBar, Screen
from agent.terminal.views.parts import cell, listed, source_line, sources, trust_of
from tools.salary.estimate import ordinal
from tools.salary.models import PayEstimate, ReportedBand, SalaryDocument, StatesDocument, WageRow

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
        screen.ranges(_NAMES, [_bar(row, titles, document.estimates) for row in rows])
    listed(
        screen,
        "Where your pay stands",
        (f"{titles.get(found.occupation, found.occupation)}: {found.text}" for found in document.estimates),
    )
    _reported(screen, document.reported)
    listed(screen, "Which place do you mean?", document.ambiguous)
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


def view_states(screen: Screen, document: StatesDocument) -> None:
    """The states, or one's areas, in a table, the whole below them, notes and sources."""
    where = f"area of {document.within}" if document.within else "state"
    screen.heading(f"Pay by {where}: {document.title or document.role}")
    nation = [("", document.nation)] if document.nation is not None else []
    rows = [(str(row.rank), row) for row in document.states]
    if rows:
        lines = [
            (
                row.area,
                rank,
                *(cell(getattr(row, name), row.unit) for name in ("p10", "p50", "p90")),
                cell(row.employment),
            )
            for rank, row in [*rows, *nation]
        ]
        head = (
            "Area" if document.within else "State",
            "Rank",
            "10th percentile",
            "Median",
            "90th percentile",
            "Jobs",
        )
        screen.table(head, lines, numeric=(1, 2, 3, 4, 5))
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


def _bar(row: WageRow, titles: dict[str, str], estimates: Sequence[PayEstimate]) -> RangeBar:
    values = (row.p10, row.p25, row.p50, row.p75, row.p90)
    jobs = f", {wording.number(row.employment)} jobs" if row.employment is not None else ""
    title = titles.get(row.occupation, row.occupation)
    texts = tuple(cell(value, row.unit) for value in values)
    label = f"{title}, {row.area}{jobs}"
    cell_of = (row.occupation, row.area_code)
    own = next((found for found in estimates if (found.occupation, found.area_code) == cell_of), None)
    if own is None:
        return RangeBar(label, values, texts)
    return RangeBar(label, values, texts, float(own.pay), f"yours, {_standing(own)}")


def _standing(found: PayEstimate) -> str:
    """The estimated percentile, or the published ones that the pay lies between."""
    if found.percentile is not None:
        return f"about the {ordinal(found.percentile)} percentile"
    if found.at_least == 0:
        return f"below the {ordinal(found.at_most)} percentile"
    if found.at_most == 100:
        return f"above the {ordinal(found.at_least)} percentile"
    return f"{ordinal(found.at_least)} to {ordinal(found.at_most)} percentile"


def _reported(screen: Screen, bands: Sequence[ReportedBand]) -> None:
    """Each source once, with how it was read, and under it what it says."""
    if not bands:
        return
    screen.line()
    screen.line("Also reported", "strong")
    by_source: dict[str, list[ReportedBand]] = {}
    for band in bands:
        trust = trust_of(band.trust)
        by_source.setdefault(f"{source_line(band.source)}{f' ({trust})' if trust else ''}", []).append(band)
    for source, found in by_source.items():
        screen.line(source, "quiet")
        for band in found:
            screen.bullet(f"{band.label}: {_amount(band)}")


def _amount(band: ReportedBand) -> str:
    if band.high == band.low:
        return wording.money(band.low, band.unit, rate=True)
    return f"{wording.money(band.low, band.unit)} to {wording.money(band.high, band.unit, rate=True)}"
