"""The fact tables in `seeds/tables/` that this room reads, each read once."""

import csv
from functools import lru_cache
from importlib import resources

from tools.errors import DataError
from tools.oews.models import Area, AreaKind, Occupation


def read_table(name: str) -> list[dict[str, str]]:
    """Rows of `seeds/tables/<name>.csv` as dictionaries. Raises DataError when it is missing."""
    lines = read_lines(name)
    return list(csv.DictReader(lines))


def read_lines(name: str) -> list[str]:
    """Lines of `seeds/tables/<name>.csv`, its header first. Raises DataError when it is missing."""
    try:
        text = resources.files("seeds").joinpath("tables", f"{name}.csv").read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise DataError(
            f"The table {name}.csv is missing or damaged.", "Install career-coach again."
        ) from error
    return text.splitlines()


@lru_cache(maxsize=1)
def occupations() -> dict[str, Occupation]:
    """All 830 detailed OEWS occupations by SOC code ("15-1252")."""
    return {
        row["code"]: Occupation(code=row["code"], title=row["title"]) for row in read_table("occupations")
    }


@lru_cache(maxsize=1)
def occupation_employment() -> dict[str, int]:
    """Jobs in the nation by SOC code, for ordering what a word could mean; 0 where none is published."""
    return {row["code"]: int(row["employment"] or 0) for row in read_table("occupations")}


@lru_cache(maxsize=1)
def areas() -> dict[str, Area]:
    """The nation, 54 states and territories and 528 metropolitan and nonmetropolitan areas by code."""
    return {
        row["code"]: Area(code=row["code"], name=row["name"], kind=_kind(row["kind"]), state=row["state"])
        for row in read_table("areas")
    }


@lru_cache(maxsize=1)
def area_employment() -> dict[str, int]:
    """Jobs in each area by code, for telling which of two cities of one name is far larger."""
    return {row["code"]: int(row["employment"] or 0) for row in read_table("areas")}


@lru_cache(maxsize=32)
def words_of(table: str, kind: str) -> frozenset[str]:
    """Words of one kind in a table of words."""
    return frozenset(row["word"] for row in read_table(table) if row["kind"] == kind)


def _kind(value: str) -> AreaKind:
    kinds: dict[str, AreaKind] = {
        "nation": "nation",
        "state": "state",
        "metro": "metro",
        "nonmetro": "nonmetro",
    }
    return kinds[value]
