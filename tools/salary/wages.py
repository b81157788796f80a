"""Official wages: OEWS cells as rows, with their notes and evidence."""

from tools.evidence import Evidence, Figure
from tools.oews import snapshot
from tools.oews.cells import CROSS_INDUSTRY, read_cell, read_hourly_cell
from tools.oews.models import Area, Cell, Occupation
from tools.salary.fields import bare_money, money
from tools.salary.models import WageRow
from tools.salary.place import area_name, wider

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
_LABELS = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p50": "median",
    "p75": "75th percentile",
    "p90": "90th percentile",
    "mean": "mean",
}
LARGE_WAGE_ERROR = 10.0  # percent; about one local cell in twenty lies above
FULL_TIME = "full-time hours"  # statistic of the hours by which annual wages are divided
_LARGE_EMPLOYMENT_ERROR = 30.0
_AREA_TYPES = {"nation": "N", "state": "S"}


def rows_for(
    occupation: Occupation, area: Area, *, hourly: bool = False
) -> tuple[list[WageRow], list[str], list[Evidence]]:
    """The row of an area; where it has no wage at all, the state's and the nation's beside it.

    With `hourly` all wages are by the hour, annual ones at 2,080 hours a year.
    """
    own, notes, evidence = _row(occupation, area, hourly=hourly)
    rows = [own]
    if not has_wages(own):
        for other in wider(area):
            row, more_notes, more_evidence = _row(occupation, other, hourly=hourly)
            rows.append(row)
            if has_wages(row):
                notes.append(
                    f"{occupation.title}: {area_name(other)} is shown beside {area_name(area)} in its place; "
                    f"it is not the figure of {area_name(area)}."
                )
            notes += more_notes
            evidence += more_evidence
    return rows, notes, evidence


def has_wages(row: WageRow) -> bool:
    """Whether the source publishes any wage in this row."""
    return any(getattr(row, name) is not None for name in (*PERCENTILES, "mean"))


def _row(occupation: Occupation, area: Area, *, hourly: bool) -> tuple[WageRow, list[str], list[Evidence]]:
    cell = (read_hourly_cell if hourly else read_cell)(occupation.code, area.code)
    where = f"{occupation.title}, {area_name(area)}"
    if cell is None:
        row = WageRow(occupation=occupation.code, area=area_name(area), area_code=area.code)
        return row, [f"{where}: no figure; the source has no row for this occupation here."], []
    row = wage_row(cell)
    notes = [f"{where}: {_in_words(note)}" for note in cell.notes]
    if cell.hours_a_year and has_wages(row):
        notes.append(
            f"{where}: the source publishes annual wages only; they are divided by {cell.hours_a_year:,} hours, a "
            "full-time year. Who works fewer hours for them is paid more for each."
        )
    return row, notes + _errors(where, row), wage_evidence(cell)


def wage_row(cell: Cell) -> WageRow:
    """A cell's wages and jobs as a row."""
    return WageRow(
        occupation=cell.occupation.code,
        area=area_name(cell.area),
        area_code=cell.area.code,
        unit=cell.unit,
        **{
            name: getattr(cell, name)
            for name in (*PERCENTILES, "mean", "employment", "mean_rse", "employment_rse")
        },
    )


def _in_words(note: str) -> str:
    """A cell's note about unpublished numbers with their names in words, of what a row shows."""
    names, colon, reason = note.partition(": ")
    unpublished = names.split(", ")
    if not colon or not set(unpublished) <= set(Cell.model_fields):
        return note
    shown = [_LABELS.get(name, name) for name in unpublished if name in _LABELS or name == "employment"]
    return f"{', '.join(shown) or 'standard error'}: {reason}"


def _errors(where: str, row: WageRow) -> list[str]:
    notes = []
    if row.mean_rse is not None and row.mean_rse >= LARGE_WAGE_ERROR and has_wages(row):
        notes.append(
            f"{where}: the wages are uncertain (relative standard error of the mean {row.mean_rse} %)."
        )
    if row.employment_rse is not None and row.employment_rse >= _LARGE_EMPLOYMENT_ERROR:
        notes.append(f"{where}: employment is uncertain (relative standard error {row.employment_rse} %).")
    return notes


def wage_evidence(cell: Cell) -> list[Evidence]:
    """The evidence of one cell; none when it publishes no number."""
    name = area_name(cell.area)
    subject = f"{cell.occupation.title} ({cell.occupation.code})"
    computed = f" (annual at {cell.hours_a_year:,} hours)" if cell.hours_a_year else ""
    per = "hourly" if cell.unit == "USD/hour" else "annual"
    period = snapshot.period()

    def figure(label: str, value: float, unit: str, statistic: str) -> Figure:
        return Figure(
            label=label,
            value=value,
            unit=unit,
            subject=subject,
            place=name,
            period=period,
            statistic=statistic,
        )

    figures = [
        figure(f"{label} {per} wage{computed}", value, cell.unit, statistic)
        for statistic, label in _LABELS.items()
        if (value := getattr(cell, statistic)) is not None
    ]
    if cell.employment is not None:
        figures.append(figure("employment", cell.employment, "jobs", "employment"))
    if not figures:
        return []
    if cell.hours_a_year:
        figures.append(figure("hours of a full-time year", cell.hours_a_year, "hours", FULL_TIME))
    text = _sentence(subject, f"{name}{computed}", cell, snapshot.source("").title.rpartition(", ")[2])
    source = snapshot.source(f"series {series(cell)} (OEWS table of occupations by area)")
    return [Evidence(kind="salary", text=text, figures=figures, source=source)]


def series(cell: Cell) -> str:
    """The source's key of a cell: survey, area type, area, industry, occupation."""
    kind = _AREA_TYPES.get(cell.area.kind, "M")
    return (
        f"OEU{kind}{cell.area.code}{cell.industry or CROSS_INDUSTRY}{cell.occupation.code.replace('-', '')}"
    )


def _sentence(subject: str, place: str, cell: Cell, release: str) -> str:
    parts = [f"median {money(cell.p50, cell.unit)}"] if cell.p50 is not None else []
    parts += [
        f"{_LABELS[name]} {bare_money(value, cell.unit)}"
        for name in ("p10", "p25", "p75", "p90", "mean")
        if (value := getattr(cell, name)) is not None
    ]
    if cell.employment is not None:
        parts.append(f"{cell.employment:,} jobs")
    return f"{subject} in {place}: {', '.join(parts)} ({release})."
