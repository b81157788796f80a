"""Pay that others reported, embedded as a table: each row with who said it, when, and what it measures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from tools.evidence import Evidence, Figure, Number, Source
from tools.oews.tables import read_table
from tools.salary.families import applies
from tools.salary.fields import bare_money, money_range, number
from tools.salary.models import ReportedBand

_STATISTICS = ("p10", "p25", "p50", "p75", "p90")
_FEW = 20  # fewer observations are said to be few
_REMOTE = "remote"
ENDLESS = 99.0  # years of a band without an upper end


@dataclass(frozen=True)
class PayRow:
    """One reported figure or band. `years` is the span of experience it states, `area_code` its one place."""

    band: ReportedBand
    applies: str = ""
    area_code: str = ""
    years: tuple[float, float] | None = None
    statistic: str = "range"
    percentiles: dict[str, Number] = field(default_factory=dict)
    note: str = ""

    @property
    def level(self) -> str | None:
        return self.band.level

    @property
    def for_level_only(self) -> bool:
        """Whether the row is shown only when its level is asked for: samples cut small by level."""
        return self.level is not None and bool(self.percentiles)

    @property
    def text(self) -> str:
        """The figure in one sentence, with what it measures and how far it is to be trusted."""
        band = self.band
        spread = money_range(band.low, band.high, band.unit)
        if self.percentiles:
            median = bare_money(self.percentiles["p50"], band.unit)
            spread = f"median {median}, 10th to 90th percentile {spread}"
        origin = ", ".join(part for part in (band.place, band.period, band.measures, band.trust) if part)
        return f"{band.label}: {spread} ({origin})."


def rows_for(families: frozenset[str], area_code: str | None, *, remote: bool = False) -> list[PayRow]:
    """Rows about these families of roles: those of the whole country and those of this very area.

    Those over all levels come first, newest first.
    Figures of one city never stand for another; without an area (a place abroad) there are none.
    """
    if area_code is None:
        return []
    places = {"", area_code} | ({_REMOTE} if remote else set())
    nationwide = area_code == "0000000"
    found = [
        row
        for row in _table()
        if applies(row.applies, families, [])
        and (row.area_code in places or (nationwide and row.area_code == _REMOTE))
    ]
    newest = sorted(found, key=lambda row: row.band.source.date or "", reverse=True)
    return sorted(newest, key=lambda row: row.level is not None)


def evidence(row: PayRow) -> Evidence:
    """One reported row as evidence: a figure for each number in it."""
    band = row.band
    numbers: dict[str, Number] = dict(row.percentiles)
    if not numbers:
        numbers = {row.statistic: band.low} if band.low == band.high else {"low": band.low, "high": band.high}

    def figure(value: Number, statistic: str, *, label: str = "", unit: str = band.unit) -> Figure:
        return Figure(
            label=label or (f"reported pay ({band.measures})" if band.measures else "reported pay"),
            value=value,
            unit=unit,
            subject=band.label,
            place=band.place,
            period=band.period,
            statistic=statistic,
        )

    figures = [figure(value, name) for name, value in numbers.items()]
    if band.sample is not None:
        figures.append(figure(band.sample, "count", label="observations", unit="postings"))
    if row.years is not None:
        spans = [("low", row.years[0]), ("high", row.years[1])]
        figures += [
            figure(int(years), side, label="years of experience", unit="years")
            for side, years in spans
            if years < ENDLESS
        ]
    return Evidence(
        kind="salary",
        text=row.text,
        figures=figures,
        source=band.source,
    )


def remarks(rows: Sequence[PayRow]) -> list[str]:
    """What must be said about the rows, each thing once: few observations, remarks on a source."""
    said = [
        f"{row.band.label}: only {row.band.sample} observations, so a hint rather than a figure."
        for row in rows
        if row.band.sample is not None and row.band.sample < _FEW
    ]
    return list(dict.fromkeys([*said, *(f"{row.note}." for row in rows if row.note)]))


@cache
def _table() -> tuple[PayRow, ...]:
    return tuple(_row(fields) for fields in read_table("reported_pay"))


def _row(fields: dict[str, str]) -> PayRow:
    percentiles = {name: value for name in _STATISTICS if (value := number(fields[name])) is not None}
    low, high = number(fields["low"]), number(fields["high"])
    first, last = number(fields["years_min"]), number(fields["years_max"])
    sample = number(fields["sample"])
    band = ReportedBand(
        label=fields["label"],
        low=percentiles["p10"] if low is None else low,
        high=percentiles["p90"] if high is None else high,
        unit=fields["unit"],
        measures=fields["measures"],
        trust=fields["trust"],
        level=fields["level"] or None,
        place=fields["place"],
        period=fields["period"],
        sample=None if sample is None else int(sample),
        source=Source(
            title=fields["title"],
            publisher=fields["publisher"] or None,
            date=fields["published"] or None,
            locator=fields["url"] or None,
        ),
    )
    years = None if first is None else (float(first), ENDLESS if last is None else float(last))
    return PayRow(
        band=band,
        applies=fields["applies"],
        area_code=fields["area_code"],
        years=years,
        statistic=fields["statistic"],
        percentiles=percentiles,
        note=fields["note"],
    )
