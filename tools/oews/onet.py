"""Technologies, job zones and related occupations from O*NET."""

from functools import lru_cache
from typing import NamedTuple

from tools.oews.tables import read_table


class Technology(NamedTuple):
    """`hot`: asked for often over all postings; `in_demand`: often in postings of this occupation."""

    name: str
    hot: bool
    in_demand: bool


def technologies(code: str) -> list[Technology]:
    """Technologies of a SOC code, those in demand first; empty where O*NET names none."""
    return _technologies().get(code, [])


def job_zone(code: str) -> int | None:
    """O*NET's job zone, 1 (little preparation) to 5 (extensive); None where it gives none."""
    return _zones().get(code)


def related(code: str) -> list[str]:
    """SOC codes of related occupations, nearest first."""
    return _related().get(code, [])


@lru_cache(maxsize=1)
def _technologies() -> dict[str, list[Technology]]:
    found: dict[str, list[Technology]] = {}
    for row in read_table("occupation_technologies"):
        technology = Technology(row["technology"], row["hot"] == "1", row["in_demand"] == "1")
        found.setdefault(row["code"], []).append(technology)
    return found


@lru_cache(maxsize=1)
def _zones() -> dict[str, int]:
    return {row["code"]: int(row["zone"]) for row in read_table("occupation_zones")}


@lru_cache(maxsize=1)
def _related() -> dict[str, list[str]]:
    return {row["code"]: row["related"].split() for row in read_table("occupation_related")}
