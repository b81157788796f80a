"""What the salary lookup returns."""

from typing import Literal

from tools.evidence import Evidence, Number, Source, Value

WageUnit = Literal["USD/year", "USD/hour"]


class OccupationMatch(Value):
    """An occupation that a role may be. `why` says how the role led to it (title, alternate title, proxy)."""

    code: str
    title: str
    why: str


class WageRow(Value):
    """One OEWS row. A number the source does not publish is null and explained in `notes`.

    `occupation` is the SOC code; `area_code` OEWS's seven digits (0000000 is the nation).
    """

    occupation: str
    area: str
    area_code: str
    p10: Number | None = None
    p25: Number | None = None
    p50: Number | None = None
    p75: Number | None = None
    p90: Number | None = None
    mean: Number | None = None
    employment: int | None = None
    unit: WageUnit = "USD/year"


class ReportedBand(Value):
    """A pay figure that somebody other than the statistics office reported; `high` equals `low` for a point."""

    label: str
    low: Number
    high: Number
    unit: str
    source: Source


class SalaryDocument(Value):
    """One wage row for each plausible occupation. `ambiguous` lists the areas a place could be."""

    role: str
    occupations: list[OccupationMatch] = []
    wages: list[WageRow] = []
    reported: list[ReportedBand] = []
    ambiguous: list[str] = []
    notes: list[str] = []
    evidence: list[Evidence] = []
