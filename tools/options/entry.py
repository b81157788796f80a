"""Entry into an occupation in words: its usual schooling, else its job zone; and the years of school between two."""

from functools import cache, lru_cache
from typing import NamedTuple

from tools.oews.tables import read_table
from tools.options.models import SchoolingStep
from tools.options.thresholds import NO_DEGREE_YEARS
from tools.salary.families import applies


class Schooling(NamedTuple):
    """What most who enter an occupation have, in words, and `low` to `high` years of school after high school."""

    words: str
    low: int
    usual: int
    high: int


class Entry(NamedTuple):
    """What it takes to enter an occupation: `low` to `high` years of school after high school, `usual` for most."""

    zone: int
    words: str
    low: int
    usual: int
    high: int

    @property
    def without_degree(self) -> bool:
        """Whether it is usually entered without a four-year degree."""
        return self.usual <= NO_DEGREE_YEARS


def entry(code: str, zone: int | None) -> Entry | None:
    """Entry into a SOC code of this job zone; None without a zone. Sources: job_zones.csv, occupation_schooling.csv."""
    if zone is None:
        return None
    special = _schooling(code)
    row = special or _zones()[zone]
    return _entry(zone, row["schooling" if special else "entry"], row)


def schooling_of(code: str) -> Schooling | None:
    """What is known of the schooling of this very occupation or of its group; the words come without "usually"."""
    row = _schooling(code)
    if row is None:
        return None
    years_ = (int(row[f"schooling_{name}"]) for name in ("low", "usual", "high"))
    return Schooling(row["schooling"].removeprefix("usually "), *years_)


def schooling_step(present: Entry | None, option: Entry | None) -> SchoolingStep | None:
    """The schooling that `option` asks for beyond `present`; None where it asks for no more or is not known."""
    if present is None or option is None or option.usual <= present.usual:
        return None
    return SchoolingStep(
        years_low=max(1, (option.low or option.usual) - present.high),
        years_high=option.high - present.usual,
        words=option.words,
    )


def years(step: SchoolingStep) -> str:
    """The years of a step in words: "1 to 2 years", "4 years"."""
    span = (
        f"{step.years_low} to {step.years_high}" if step.years_high > step.years_low else f"{step.years_high}"
    )
    return f"{span} {'year' if span == '1' else 'years'}"


def _entry(zone: int, words: str, row: dict[str, str]) -> Entry:
    return Entry(zone, words, *(int(row[f"schooling_{name}"]) for name in ("low", "usual", "high")))


@cache
def _zones() -> dict[int, dict[str, str]]:
    return {int(row["zone"]): row for row in read_table("job_zones")}


@lru_cache(maxsize=1024)
def _schooling(code: str) -> dict[str, str] | None:
    """What is known of the schooling of this very occupation, whose rows stand first, or of the group it belongs to."""
    return next(
        (row for row in read_table("occupation_schooling") if applies(row["codes"], frozenset(), [code])),
        None,
    )
