"""Build this room's fact tables: `python -m tools.oews.build ONET_FOLDER`.

Reads the bundled OEWS release and an unpacked O*NET text release, writes `seeds/tables/*.csv`. What is
written by hand (families, proxies, places, countries, words) is left alone.
"""

import csv
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from tools.oews import release
from tools.oews.snapshot import connection
from tools.oews.tables import occupation_employment, occupations

_TABLES = Path(__file__).parents[2] / "seeds" / "tables"

# Whole groups that people plan careers in, and beyond them the occupations with the most jobs.
_CORE_GROUPS = (
    "11-",
    "13-",
    "15-",
    "17-2",
    "29-1",
    "29-2",
    "31-",
    "25-2",
    "27-1",
    "27-3",
    "33-",
    "47-2",
    "49-",
)
_CORE_BY_JOBS = 220
_MOST_WORDS = 5
_WEIGHT_ANY = 4
_WEIGHT_CORE = 3
_MOST_CODES = 6
_TECHNOLOGIES_EACH = 25
_TECHNOLOGIES_IN_COMPUTING = 80
_RELATED_EACH = 10


def build(onet: Path) -> None:
    """Write every derived table from the snapshot and the O*NET release in `onet`."""
    _write("occupations", ("code", "title", "employment"), _occupations())
    _write("areas", ("code", "kind", "state", "name", "employment"), _areas())
    _write("occupation_titles", ("title", "key", "codes"), _titles(onet))
    _write("occupation_technologies", ("code", "technology", "hot", "in_demand"), _technologies(onet))
    _write("occupation_zones", ("code", "zone", "date"), _zones(onet))
    _write("occupation_related", ("code", "related"), _related(onet))


def _write(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    # Rows are complete before the old table goes, which some of them are read from.
    complete = list(rows)
    with (_TABLES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(complete)


def _occupations() -> Iterable[tuple[str, ...]]:
    query = (
        "SELECT occupation_code, occupation_name, v01 FROM occupation JOIN cell"
        " ON key = 'OEUN0000000000000' || occupation_code WHERE display_level = 3"
    )
    for code, title, jobs in connection().execute(query):
        yield f"{code[:2]}-{code[2:]}", title, _published(jobs)


def _areas() -> Iterable[tuple[str, ...]]:
    query = (
        "SELECT area_code, areatype_code, state_code, area_name, v01 FROM area JOIN cell"
        " ON key = 'OEU' || areatype_code || area_code || '000000000000'"
    )
    for code, kind, state, name, jobs in connection().execute(query):
        if kind == "N":
            yield code, "nation", state, "United States", _published(jobs)
        elif kind == "S":
            yield code, "state", state, name, _published(jobs)
        else:
            yield code, "nonmetro" if "nonmetropolitan" in name else "metro", state, name, _published(jobs)


def _published(value: str) -> str:
    return value if value.isdigit() else ""


def _titles(onet: Path) -> Iterable[tuple[str, ...]]:
    """Titles, their comparable form where it differs, and codes with what speaks for each, heaviest first."""
    core = _core()
    own = chain.from_iterable(release.own_titles(each.code, each.title) for each in occupations().values())
    titles = release.weigh(chain(release.title_uses(onet), own))
    for key in sorted(titles):
        found = titles[key]
        least = _WEIGHT_CORE if core & set(found.codes) else _WEIGHT_ANY
        if max(found.codes.values()) < least or not 0 < len(key.split()) <= _MOST_WORDS:
            continue
        written = found.title.lower()
        yield written, "" if written == key else key, release.packed(found, _MOST_CODES)


def _core() -> set[str]:
    jobs = occupation_employment()
    largest = sorted(jobs, key=jobs.__getitem__, reverse=True)[:_CORE_BY_JOBS]
    return set(largest) | {code for code in jobs if code.startswith(_CORE_GROUPS)}


def _technologies(onet: Path) -> Iterable[tuple[str, ...]]:
    """Technologies marked hot or in demand, for every occupation, in demand first."""
    for code, marks in sorted(release.technologies(onet).items()):
        marked = [(name, hot, demand) for name, (hot, demand) in marks.items() if hot or demand]
        marked.sort(key=lambda row: (-row[2], -row[1], row[0].casefold()))
        most = _TECHNOLOGIES_IN_COMPUTING if code.startswith("15-") else _TECHNOLOGIES_EACH
        for name, hot, demand in marked[:most]:
            yield code, name, str(hot), str(demand)


def _zones(onet: Path) -> Iterable[tuple[str, ...]]:
    for code, zone in sorted(release.job_zones(onet).items()):
        yield code, *zone


def _related(onet: Path) -> Iterable[tuple[str, ...]]:
    for code, others in sorted(release.related(onet).items()):
        yield code, " ".join(others[:_RELATED_EACH])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.oews.build ONET_FOLDER")
    build(Path(sys.argv[1]))
    sys.stdout.write(f"{len(occupations())} occupations; tables in {_TABLES.name}\n")
