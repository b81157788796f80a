"""Wage cells: what OEWS publishes for an occupation in an area, and in the nation's industries.

A series key is OEU, the area's type (N, S or M), seven digits of area, six of industry, six of occupation.
Seventeen values stand beside each key; an unpublished one is "-" with the number of the footnote that says why:
4 (paid by the hour or by the year only), 5 (at or above the published ceiling) or 8 (not released).
"""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from tools.evidence import Number
from tools.oews.models import Area, AreaKind, Cell
from tools.oews.snapshot import connection
from tools.oews.tables import areas, occupations

CROSS_INDUSTRY = "000000"
NATION = "0000000"

_WAGES = ("p10", "p25", "p50", "p75", "p90", "mean")
_HOURLY = ("06", "07", "08", "09", "10", "03")
_ANNUAL = ("11", "12", "13", "14", "15", "04")
_HOURLY_OR_ANNUAL, _AT_CEILING = "4", "5"
HOURS_A_YEAR = 2080  # the source's own factor between hourly and annual wages


class Industry(NamedTuple):
    """`level` is 2 for sectors and ownerships, 3 to 6 for finer groups (0 and 1: all industries together)."""

    code: str
    title: str
    level: int


class Rank(NamedTuple):
    """What the cell of a key is ranked by. `beyond` says that its median is at or above the published ceiling."""

    key: str
    employment: Number | None
    p50: Number | None
    beyond: bool


def read_cell(occupation_code: str, area_code: str, industry: str = CROSS_INDUSTRY) -> Cell | None:
    """Read one cell by SOC code, seven-digit area and six-character industry; None where OEWS has no row."""
    return _cell_at(_key(occupation_code, area_code, industry))


def read_hourly_cell(occupation_code: str, area_code: str) -> Cell | None:
    """Read one cell with wages by the hour; where OEWS has annual ones only, those at 2,080 hours a year.

    `hours_a_year` then says so. None where OEWS has no row.
    """
    row = _rows([_key(occupation_code, area_code, CROSS_INDUSTRY)])[:1]
    if not row:
        return None
    if row[0]["f03"] != _HOURLY_OR_ANNUAL:
        return _cell(row[0], hourly=True)
    cell = _cell(row[0])
    return cell and cell.model_copy(update=_by_the_hour(cell))


def _by_the_hour(cell: Cell) -> dict[str, object]:
    wages = {
        name: round(value / HOURS_A_YEAR, 2) for name in _WAGES if (value := getattr(cell, name)) is not None
    }
    return {**wages, "unit": "USD/hour", "hours_a_year": HOURS_A_YEAR}


def area_cells(occupation_code: str, kind: AreaKind) -> list[Cell]:
    """All rows of an occupation over areas of one kind, in order of area code."""
    codes = [area.code for area in areas().values() if area.kind == kind]
    return _read(_key(occupation_code, code, CROSS_INDUSTRY) for code in codes)


def cells_within(occupation_code: str, state: str) -> list[Cell]:
    """All rows of an occupation over the metropolitan and other areas of a state, by its FIPS code."""
    within = [
        area.code for area in areas().values() if area.state == state and area.kind in ("metro", "nonmetro")
    ]
    return _read(_key(occupation_code, code, CROSS_INDUSTRY) for code in within)


def industry_cells(occupation_code: str, level: int | None = None) -> list[Cell]:
    """All national rows of an occupation by industry (those of one `level` only, if given)."""
    codes = [code for code, found in industries().items() if level is None or found.level == level]
    return _read(_key(occupation_code, NATION, code) for code in codes if code != CROSS_INDUSTRY)


@lru_cache(maxsize=512)
def area_ranks(occupation_code: str, kind: AreaKind) -> tuple[Rank, ...]:
    """What the areas of one kind are ranked by: a whole cell is made only of those that are shown."""
    codes = [area.code for area in areas().values() if area.kind == kind]
    return _ranks([_key(occupation_code, code, CROSS_INDUSTRY) for code in codes])


@lru_cache(maxsize=512)
def industry_ranks(occupation_code: str, level: int) -> tuple[Rank, ...]:
    """What the nation's industries of one level are ranked by."""
    codes = [code for code, found in industries().items() if found.level == level]
    return _ranks([_key(occupation_code, NATION, code) for code in codes])


def cells_of(ranks: Iterable[Rank]) -> list[Cell]:
    """The cells that were ranked, in the order of `ranks`."""
    return [cell for rank in ranks if (cell := _cell_at(rank.key))]


def area_of(rank: Rank) -> Area:
    return areas()[rank.key[4:11]]


@lru_cache(maxsize=1)
def industries() -> dict[str, Industry]:
    """OEWS industries and ownerships by code, with their level of detail."""
    rows = connection().execute("SELECT industry_code, industry_name, display_level FROM industry")
    return {code: Industry(code, title, level) for code, title, level in rows}


def _key(occupation_code: str, area_code: str, industry: str) -> str:
    if area_code == NATION:
        kind = "N"
    elif area_code.endswith("00000"):
        kind = "S"
    else:
        kind = "M"
    return f"OEU{kind}{area_code}{industry}{occupation_code.replace('-', '')}"


# Shown in every conversation on the same job or place, and never changed.
@lru_cache(maxsize=1024)
def _cell_at(key: str) -> Cell | None:
    return next(iter(_read([key])), None)


def _read(keys: Iterable[str]) -> list[Cell]:
    return [cell for row in _rows(keys) if (cell := _cell(row))]


def _rows(keys: Iterable[str]) -> list[sqlite3.Row]:
    wanted = list(keys)
    marks = ",".join("?" * len(wanted))
    cursor = connection().cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(f"SELECT * FROM cell WHERE key IN ({marks}) ORDER BY key", wanted).fetchall()  # noqa: S608 - marks only


def _ranks(keys: list[str]) -> tuple[Rank, ...]:
    marks = ",".join("?" * len(keys))
    rows = connection().execute(
        f"SELECT key, f04, v01, v08, f08, v13, f13 FROM cell WHERE key IN ({marks}) ORDER BY key",  # noqa: S608 - marks only
        keys,
    )
    found = []
    for key, paid, jobs, *medians in rows:
        by_hour = paid == _HOURLY_OR_ANNUAL or key[17:] in _hourly_only()
        median, footnotes = medians[:2] if by_hour else medians[2:]
        value = _number(median)
        beyond = value is None and _AT_CEILING in (footnotes or "").split(",")
        found.append(Rank(key, _number(jobs), value, beyond))
    return tuple(found)


def _cell(row: sqlite3.Row, *, hourly: bool = False) -> Cell | None:
    """A cell with annual wages; with `hourly`, and where there are none, with those by the hour."""
    key = row["key"]
    occupation = occupations().get(f"{key[17:19]}-{key[19:]}")
    area = areas().get(key[4:11])
    if occupation is None or area is None:
        return None
    hourly_only = row["f04"] == _HOURLY_OR_ANNUAL or key[17:] in _hourly_only()
    by_hour = hourly or hourly_only
    unit: Literal["USD/year", "USD/hour"] = "USD/hour" if by_hour else "USD/year"
    columns = dict(zip(_WAGES, _HOURLY if by_hour else _ANNUAL, strict=True))
    columns |= {"mean_rse": "05", "employment": "01", "employment_rse": "02"}
    columns |= {"per_thousand": "16", "location_quotient": "17"}
    industry = None if key[11:17] == CROSS_INDUSTRY else key[11:17]
    values = {name: _number(row[f"v{column}"]) for name, column in columns.items()}
    cell = Cell(occupation=occupation, area=area, industry=industry, unit=unit, **values)
    cell.notes = _notes(row, columns) + ([_footnotes()[_HOURLY_OR_ANNUAL]] if hourly_only else [])
    return cell


def _notes(row: sqlite3.Row, columns: dict[str, str]) -> list[str]:
    """Say for each unpublished number, in the footnote's own words, why it is missing."""
    missing: dict[str, list[str]] = {}
    for name, column in columns.items():
        for code in (row[f"f{column}"] or "").split(","):
            if code.strip():
                missing.setdefault(code.strip(), []).append(name)
    return [f"{', '.join(names)}: {_footnotes()[code]}" for code, names in missing.items()]


@lru_cache(maxsize=1)
def _hourly_only() -> frozenset[str]:
    """Occupations that the nation's row pays by the hour; their unreleased cells are in that unit too."""
    query = "SELECT key FROM cell WHERE key BETWEEN 'OEUN0000000000000000000' AND 'OEUN0000000000000999999' AND f04 = '4'"
    return frozenset(key[17:] for (key,) in connection().execute(query))


@lru_cache(maxsize=1)
def _footnotes() -> dict[str, str]:
    return dict(connection().execute("SELECT footnote_code, footnote_text FROM footnote").fetchall())


def _number(text: str | None) -> Number | None:
    """Read a published value; "-" and absent ones are None."""
    if text is None or not text.replace(".", "", 1).isdigit():
        return None
    return float(text) if "." in text else int(text)
