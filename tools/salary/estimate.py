"""Where a pay stands among the published percentiles: interpolation, always called an estimate."""

from itertools import pairwise

from tools.evidence import Number
from tools.oews.cells import HOURS_A_YEAR
from tools.salary.fields import money
from tools.salary.models import PayEstimate, WageRow
from tools.salary.wages import PERCENTILES

CEILING = {"USD/year": 239_200, "USD/hour": 115.0}  # at or above it the source prints no number
HOURLY_BELOW = 1_000  # no annual pay is as low, no hourly one as high


def estimate(row: WageRow, pay: Number) -> PayEstimate | None:
    """Place `pay` in a row (per hour when below 1,000, else per year). None when the row has no percentile."""
    known = [(int(name[1:]), value) for name in PERCENTILES if (value := getattr(row, name)) is not None]
    if not known:
        return None
    own = in_unit(pay, row.unit)
    low, high = _bracket(row, known, own)
    percentile = _interpolate(known, own) if low >= known[0][0] and high <= known[-1][0] else None
    above = None
    if percentile is not None and row.employment is not None:
        above = _three_digits(row.employment * (100 - percentile) / 100)
    found = PayEstimate(
        occupation=row.occupation,
        area=row.area,
        area_code=row.area_code,
        pay=own,
        unit=row.unit,
        percentile=percentile,
        at_least=low,
        at_most=high,
        jobs_above=above,
        text="",
    )
    found.text = _sentence(found)
    return found


def in_unit(pay: Number, unit: str) -> Number:
    """Pay in a row's unit, at the source's 2,080 hours a year."""
    hourly = pay < HOURLY_BELOW
    if unit == "USD/hour":
        return pay if hourly else round(pay / HOURS_A_YEAR, 2)
    return round(pay * HOURS_A_YEAR) if hourly else pay


def _bracket(row: WageRow, known: list[tuple[int, Number]], pay: Number) -> tuple[int, int]:
    """The percentiles that `pay` surely lies between (0 and 100 are the open ends)."""
    low = max((percentile for percentile, value in known if value <= pay), default=0)
    high = min((percentile for percentile, value in known if value >= pay), default=100)
    if high < 100 or known[-1][0] == 90 or pay >= CEILING[row.unit]:
        return min(low, high), max(low, high)
    # The next percentile is unpublished because it reaches the ceiling, which this pay does not.
    following = [int(name[1:]) for name in PERCENTILES if int(name[1:]) > known[-1][0]]
    return low, following[0]


def _interpolate(known: list[tuple[int, Number]], pay: Number) -> int:
    for (low, at_low), (high, at_high) in pairwise(known):
        if at_low <= pay <= at_high:
            share = (pay - at_low) / (at_high - at_low) if at_high > at_low else 0.5
            return round(low + share * (high - low))
    return known[0][0]


def _three_digits(value: float) -> int:
    """An estimate to three significant digits: more would claim what a whole percentile does not hold."""
    return int(float(f"{value:.3g}"))


def _sentence(found: PayEstimate) -> str:
    said = f"{money(found.pay, found.unit)} in {found.area}"
    low, high = found.at_least, found.at_most
    if found.percentile is not None:
        jobs = "" if found.jobs_above is None else f", some {found.jobs_above:,} jobs"
        return (
            f"{said} is at about the {ordinal(found.percentile)} percentile (an estimate, interpolated between "
            f"published percentiles): about {100 - found.percentile} % earn more{jobs}."
        )
    if low == 0:
        return (
            f"{said} is below the {ordinal(high)} percentile: "
            f"at least {100 - high} % earn more. No estimate is made below it."
        )
    if high == 100:
        return (
            f"{said} is above the {ordinal(low)} percentile: "
            f"at most {100 - low} % earn more. No estimate is made above it."
        )
    return (
        f"{said} is between the {ordinal(low)} and the {ordinal(high)} percentile; "
        "the upper one is not published, so no closer estimate is made."
    )


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th..."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"
