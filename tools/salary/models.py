"""What the salary lookup and the pay comparison return."""

from typing import Literal

from pydantic import Field

from tools.evidence import Evidence, Number, Source, Value

WageUnit = Literal["USD/year", "USD/hour"]


class OccupationMatch(Value):
    """An occupation that a role may be. `why` says how the role led to it (title, alternate title, proxy)."""

    code: str
    title: str
    why: str


class WageRow(Value):
    """One OEWS row. A number the source does not publish is null and explained in `notes`.

    `occupation` is the SOC code; `area_code` OEWS's seven digits (0000000 is the nation). `mean_rse` and
    `employment_rse` are relative standard errors in percent.
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
    mean_rse: Number | None = None
    employment_rse: Number | None = None


class ReportedBand(Value):
    """A pay figure that somebody other than the statistics office reported; `high` equals `low` for a point.

    `measures` says what is counted (base, cash bonus, total, posted midpoints), `trust` how the figure was
    read, `sample` how many observations it rests on, where that is known.
    """

    label: str
    low: Number
    high: Number
    unit: str
    source: Source
    measures: str | None = None
    trust: str | None = None
    level: str | None = None
    place: str | None = None
    period: str | None = None
    sample: int | None = None


class PayEstimate(Value):
    """Where a person's pay stands in one wage row, interpolated between published percentiles.

    `percentile` is null outside the published percentiles; `at_least` and `at_most` are the percentiles it
    surely lies between. `jobs_above` is the estimated number of jobs that pay more.
    """

    occupation: str
    area: str
    area_code: str
    pay: Number
    unit: WageUnit
    percentile: int | None = None
    at_least: int = 0
    at_most: int = 100
    jobs_above: int | None = None
    text: str


class RankedWage(WageRow):
    """A state's row, or one of a state's areas, with its rank by the median; equal medians share one."""

    rank: int


class SalaryDocument(Value):
    """One wage row for each plausible occupation. `ambiguous` lists the areas a place could be.

    `states` are those ranked by the median, highest first, where they were asked for; with `within`
    the areas of that state.
    """

    role: str
    occupations: list[OccupationMatch] = []
    wages: list[WageRow] = []
    states: list[RankedWage] = []
    within: str | None = None
    reported: list[ReportedBand] = []
    estimates: list[PayEstimate] = []
    ambiguous: list[str] = []
    notes: list[str] = []
    evidence: list[Evidence] = []


class StatesDocument(Value):
    """The states by the median wage of one occupation, highest first; `not_published` names those without one.

    With `within` they are the areas of that state, and `nation` is the state as a whole.
    """

    role: str
    occupation: str | None = None
    title: str | None = None
    within: str | None = None
    states: list[RankedWage] = []
    nation: WageRow | None = None
    not_published: list[str] = []
    notes: list[str] = []
    evidence: list[Evidence] = []


class PayRequest(Value):
    """One line of a comparison. `period` (an ISO year or month) asks for an earlier edition's median."""

    role: str
    location: str | None = None
    period: str | None = None


class ComparisonRow(Value):
    """One line of the table. The gaps are this row's median less the first comparable row's, in `unit` and percent."""

    role: str
    location: str | None = None
    occupation: str | None = None
    title: str | None = None
    area: str | None = None
    area_code: str | None = None
    period: str | None = None
    p10: Number | None = None
    p25: Number | None = None
    p50: Number | None = None
    p75: Number | None = None
    p90: Number | None = None
    unit: WageUnit | None = None
    gap: Number | None = Field(default=None, description="median less the first row's, in `unit`")
    gap_percent: float | None = Field(default=None, description="the same in percent of the first row's")


class ComparisonDocument(Value):
    """Rows in the order they were asked for; a row without figures has its reason in `notes`."""

    rows: list[ComparisonRow] = []
    notes: list[str] = []
    evidence: list[Evidence] = []
