"""O*NET: technologies, job zones and related occupations; the embedded facts, or a release that was added."""

import csv
import time
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tools.errors import DataError
from tools.evidence import Value
from tools.oews import release
from tools.oews.neighbours import related_table
from tools.oews.onet_store import added_release, new_release, write_rows, write_titles
from tools.oews.tables import read_lines, read_table

_MOST_CODES = 6


class Technology(NamedTuple):
    """`hot`: asked for often over all postings; `in_demand`: often in postings of this occupation."""

    name: str
    hot: bool
    in_demand: bool


class ImportReport(Value):
    """What a release brought. `titles` counts its alternate titles; `seconds` is wall time.

    `titles_without_wages` are those of occupations that OEWS does not publish (the armed forces, legislators).
    """

    titles: int
    titles_without_wages: int
    technologies: int
    job_zones: int
    related_occupations: int
    seconds: float


def technologies(code: str) -> list[Technology]:
    """Technologies of a SOC code, those in demand first; empty where O*NET names none."""
    if added := added_release():
        return [Technology(*found) for found in added.technologies(code)]
    return list(_technologies(code))


def job_zone(code: str) -> int | None:
    """O*NET's job zone, 1 (little preparation) to 5 (extensive); None where it gives none."""
    if added := added_release():
        return added.job_zone(code)
    return _zones().get(code)


def related(code: str) -> list[str]:
    """SOC codes of related occupations, nearest first."""
    if added := added_release():
        return added.related(code)
    return _related().get(code, [])


def add_onet(folder: Path | str) -> ImportReport:
    """Read an unpacked O*NET text release into COACH_HOME, in place of one added before.

    Raises DataError when the folder is no such release, HomeError when COACH_HOME cannot take it; what was
    there before stays in both cases.
    """
    started = time.perf_counter()
    source = Path(folder).expanduser()
    if not source.is_dir():
        raise DataError(f"{source} is not a folder.", "Give the folder of an unpacked O*NET text release.")
    alternates = [
        (row["O*NET-SOC Code"], row["Alternate Title"])
        for row in release.rows(source, release.ALTERNATE_TITLES)
    ]
    titles = release.weigh(release.title_uses(source))
    found_technologies = release.technologies(source)
    zones = release.job_zones(source)
    neighbours = release.related_codes(release.related(source))
    if not (titles and zones):
        raise DataError(f"{source} holds no titles.", "Give the folder of an unpacked O*NET text release.")
    with new_release() as database:
        write_rows(database, "alternate_title", alternates)
        write_titles(
            database, {key: (each.title, release.packed(each, _MOST_CODES)) for key, each in titles.items()}
        )
        technology_count = write_rows(
            database,
            "technology",
            (
                (code, name, *marks)
                for code, named in found_technologies.items()
                for name, marks in named.items()
            ),
        )
        write_rows(database, "zone", ((code, int(zone)) for code, (zone, _) in zones.items()))
        related_count = write_rows(
            database, "related", ((code, other) for code, others in neighbours.items() for other in others)
        )
    return ImportReport(
        titles=len(alternates),
        titles_without_wages=sum(release.oews_code(code) is None for code, _ in alternates),
        technologies=technology_count,
        job_zones=len(zones),
        related_occupations=related_count,
        seconds=round(time.perf_counter() - started, 2),
    )


@lru_cache(maxsize=64)
def _technologies(code: str) -> tuple[Technology, ...]:
    """Those of one code; the table is long, and only its lines are taken apart."""
    header, *lines = read_lines("occupation_technologies")
    rows = csv.DictReader([header, *(line for line in lines if line.startswith(f"{code},"))])
    return tuple(Technology(row["technology"], row["hot"] == "1", row["in_demand"] == "1") for row in rows)


@lru_cache(maxsize=1)
def _zones() -> dict[str, int]:
    return {row["code"]: int(row["zone"]) for row in read_table("occupation_zones")}


@lru_cache(maxsize=1)
def _related() -> dict[str, list[str]]:
    return release.related_codes(related_table())
