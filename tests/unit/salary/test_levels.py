"""Levels in words and years against the reported bands, holes included."""

import pytest

from tools.salary import levels, reported
from tools.salary.families import families
from tools.salary.reported import PayRow

ROWS = reported.rows_for(families("AI backend engineer"), "0000000")


def labels(rows: tuple[PayRow, ...]) -> list[tuple[float, float]]:
    return [(row.band.low, row.band.high) for row in rows if row.years is not None]


ENTRY, MID, SENIOR = (80_000, 115_458), (146_246, 153_788), (185_833, 204_416)


@pytest.mark.parametrize(
    ("level", "bands"),
    [
        ("entry", [ENTRY]),
        ("Junior", [ENTRY]),
        ("mid-level", [MID]),
        ("Senior", [SENIOR]),
        ("sr", [SENIOR]),
        ("0", [ENTRY]),
        ("1 year", [ENTRY]),
        ("no experience", [ENTRY]),
        ("3-5 years", [MID]),
        ("4 yrs", [MID]),
        ("7 years", [SENIOR]),
        ("12 years of experience", [SENIOR]),
        ("7+", [SENIOR]),
        ("10 or more years", [SENIOR]),
        ("over 8 years", [SENIOR]),
        ("between 3 and 4 years", [MID]),
        ("four years", [MID]),
        ("less than a year", [ENTRY]),
        ("new grad", [ENTRY]),
        ("under 1 year", [ENTRY]),
    ],
)
def test_a_level_finds_its_band(level: str, bands: list[tuple[float, float]]) -> None:
    assert labels(levels.match(levels.parse(level), ROWS).rows) == bands


@pytest.mark.parametrize(
    ("level", "below", "above"),
    [
        ("1-3 years", ENTRY, MID),
        ("2", ENTRY, MID),
        ("2 years", ENTRY, MID),
        ("two yrs", ENTRY, MID),
        ("1.5 years", ENTRY, MID),
        ("5-7", MID, SENIOR),
        ("6 years", MID, SENIOR),
        ("4-6 years", MID, SENIOR),
        ("mid-senior", MID, SENIOR),
        ("senior to mid", MID, SENIOR),
    ],
)
def test_a_hole_names_its_neighbours(level: str, below: tuple[int, int], above: tuple[int, int]) -> None:
    found = levels.match(levels.parse(level), ROWS)
    assert found.rows == ()
    assert found.neighbours is not None
    low, high = found.neighbours
    assert low is not None and (low.band.low, low.band.high) == below
    assert high is not None and (high.band.low, high.band.high) == above


@pytest.mark.parametrize("level", ["wizard", "purple", "vice president"])
def test_an_unknown_level_matches_nothing(level: str) -> None:
    found = levels.match(levels.parse(level), ROWS)
    assert found.rows == () and found.neighbours is None


@pytest.mark.parametrize(
    ("role", "level"),
    [
        ("Sr. AI engineer", "senior"),
        ("junior ML engineer", "entry"),
        ("school principal", None),
        ("chief of staff", None),
        ("lead paint inspector", None),
        ("sales associate", None),
        ("AI engineer", None),
    ],
)
def test_only_plain_words_of_level_count_in_a_title(role: str, level: str | None) -> None:
    assert levels.in_title(role) == level
