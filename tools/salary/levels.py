"""Levels in words and years, and the reported bands that are about them. Levels are never percentiles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tools.oews.tables import read_table
from tools.salary.families import words
from tools.salary.reported import ENDLESS, PayRow

_COUNTED = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LADDER = ("entry", "mid", "senior", "staff", "expert")
_NUMBER_WORDS = re.compile(rf"\b(?:{_COUNTED})\b")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:-|\u2013|to|and)\s*(\d+(?:\.\d+)?)")
_OPEN = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:\+|or more|and more|plus)|(?:over|more than|at least)\s*(\d+(?:\.\d+)?)"
)
_UNDER = re.compile(r"(?:under|below|less than|fewer than|up to)\s*(\d+(?:\.\d+)?)")
# A grade ("GS-12") counts no years.
_NUMBER = re.compile(r"(?<![\w.-])(\d+(?:\.\d+)?)(?!\w)")


@dataclass(frozen=True)
class Level:
    """A level as asked for: `names` of levels, or a span of `years`; neither when it was not understood."""

    text: str
    names: tuple[str, ...] = ()
    years: tuple[float, float] | None = None

    @property
    def understood(self) -> bool:
        """Whether a level or years were found in the text."""
        return bool(self.names) or self.years is not None


def parse(text: str) -> Level:
    """Read "senior", "mid-level", "1-3 years", "7+", "6 yrs"."""
    plain = _NUMBER_WORDS.sub(lambda found: str(_COUNTED.split("|").index(found[0])), text.lower())
    plain = re.sub(r"less than (?:a|1) year|no experience", "0 years", plain)
    if found := _RANGE.search(plain):
        first, second = sorted((float(found[1]), float(found[2])))
        return Level(text, years=(first, second))
    if found := _UNDER.search(plain):
        return Level(text, years=(0.0, float(found[1])))
    if found := _OPEN.search(plain):
        return Level(text, years=(float(found[1] or found[2]), ENDLESS))
    if found := _NUMBER.search(plain):
        return Level(text, years=(float(found[1]), float(found[1])))
    names = (_levels()[word].level for word in words(plain) if word in _levels())
    return Level(text, names=tuple(dict.fromkeys(names)))


def in_title(role: str) -> str | None:
    """The level a title itself names ("Sr. AI engineer" -> "senior"), if it can only be one."""
    names = {_levels()[word].level for word in words(role) if word in _levels() and _levels()[word].in_title}
    return names.pop() if len(names) == 1 else None


class _Word(NamedTuple):
    """A word of level; `in_title` when it can mean nothing else in a job title ("senior", but not "lead")."""

    level: str
    in_title: bool


@cache
def _levels() -> dict[str, _Word]:
    return {row["word"]: _Word(row["level"], bool(row["in_title"])) for row in read_table("level_words")}


@dataclass(frozen=True)
class Match:
    """Rows about the level, and `neighbours` (below, above) of a gap that the level falls into.

    `partly` says that the rows lie inside the years asked for without covering them.
    """

    rows: tuple[PayRow, ...] = ()
    neighbours: tuple[PayRow | None, PayRow | None] | None = None
    partly: bool = False


def match(level: Level, rows: Iterable[PayRow]) -> Match:
    """The rows that are about `level`: by its name, or by years where a row states them."""
    rows = tuple(rows)
    if level.years is None:
        if len(level.names) == 1:
            return Match(tuple(row for row in rows if row.level == level.names[0]))
        return Match(neighbours=_between_names(level.names, rows))
    banded = sorted((row for row in rows if row.years is not None), key=lambda row: row.years or (0, 0))
    low, high = level.years
    inside = tuple(row for row in banded if row.years and row.years[0] <= low and high <= row.years[1])
    if inside:
        return Match(inside)
    spanned = tuple(row for row in banded if row.years and low <= row.years[0] and row.years[1] <= high)
    if spanned:
        return Match(spanned, partly=True)
    below = [row for row in banded if row.years and row.years[1] <= high]
    above = [row for row in banded if row.years and row.years[0] >= low]
    return (
        Match(neighbours=(below[-1] if below else None, above[0] if above else None)) if banded else Match()
    )


def _between_names(
    names: tuple[str, ...], rows: tuple[PayRow, ...]
) -> tuple[PayRow | None, PayRow | None] | None:
    """Two levels in one ("mid-senior"): no row is about it; those of either side that state their years."""
    if len(names) != 2:
        return None
    low, high = (
        next((row for row in rows if row.level == name and row.years is not None), None)
        for name in sorted(names, key=_LADDER.index)
    )
    return (low, high) if low or high else None
