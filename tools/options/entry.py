"""Entry into an occupation: O*NET's job zone in words, and the schooling between two of them in years."""

from functools import cache
from typing import NamedTuple

from tools.oews.tables import read_table
from tools.options.models import SchoolingStep
from tools.options.thresholds import NO_DEGREE_YEARS
from tools.salary.families import applies


class Entry(NamedTuple):
    """What an occupation asks of those who enter it; `low` and `high` are years of schooling after high school."""

    zone: int
    words: str
    low: int
    high: int

    @property
    def without_degree(self) -> bool:
        """Whether it is usually entered without a four-year degree."""
        return self.low <= NO_DEGREE_YEARS


def entry(code: str, zone: int | None) -> Entry | None:
    """Entry into a SOC code of this job zone; None without a zone. Sources: job_zones.csv, occupation_schooling.csv."""
    if zone is None:
        return None
    row = _zones()[zone]
    for special in _schooling() if zone == max(_zones()) else ():
        if applies(special["codes"], frozenset(), [code]):
            return _entry(zone, special["schooling"], special)
    return _entry(zone, row["entry"], row)


def schooling_step(present: Entry | None, option: Entry | None) -> SchoolingStep | None:
    """The schooling that `option` asks for beyond `present`; None where it asks for no more or is not known."""
    if present is None or option is None or option.high <= present.low:
        return None
    if option.zone <= present.zone and option.low <= present.high:
        return None
    return SchoolingStep(
        years_low=max(1, option.low - present.high),
        years_high=option.high - present.low,
        words=option.words,
    )


def years(step: SchoolingStep) -> str:
    """The years of a step in words: "1 to 2 years", "4 years"."""
    span = (
        f"{step.years_low} to {step.years_high}" if step.years_high > step.years_low else f"{step.years_high}"
    )
    return f"{span} {'year' if span == '1' else 'years'}"


def _entry(zone: int, words: str, row: dict[str, str]) -> Entry:
    return Entry(zone, words, int(row["schooling_low"]), int(row["schooling_high"]))


@cache
def _zones() -> dict[int, dict[str, str]]:
    return {int(row["zone"]): row for row in read_table("job_zones")}


@cache
def _schooling() -> list[dict[str, str]]:
    return read_table("occupation_schooling")
