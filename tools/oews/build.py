"""Build this room's fact tables: `python -m tools.oews.build ONET_FOLDER`.

Reads the bundled OEWS release and an unpacked O*NET text release, writes `seeds/tables/*.csv`. What is
written by hand (families, proxies, places, countries, words) is left alone.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from tools.oews import release
from tools.oews.snapshot import connection
from tools.oews.tables import occupation_employment, occupations
from tools.oews.titles import find_title

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
_FEWEST_LONGER = 3
_LEAST_SAME = 0.35
_LEAST_SAME_OF_ONE_WORD = 0.5
_TECHNOLOGIES_EACH = 25
_TECHNOLOGIES_IN_COMPUTING = 80


def build(onet: Path) -> None:
    """Write every derived table from the snapshot and the O*NET release in `onet`."""
    _write("occupations", ("code", "title", "employment"), _occupations())
    _write("areas", ("code", "kind", "state", "name", "employment"), _areas())
    titles = _weighed(onet)
    _write("occupation_titles", ("title", "key", "codes"), _titles(titles))
    _write("occupation_titles_rare", ("key", "codes"), _rare_titles(titles))
    _write("occupation_tails", ("title", "longer", "same"), _tails(titles))
    _write("occupation_technologies", ("code", "technology", "hot", "in_demand"), _technologies(onet))
    _write("occupation_zones", ("code", "zone", "date"), _zones(onet))
    _write("occupation_related", ("onet_code", "related"), _related(onet))
    _write("occupation_specialties", release.Specialty._fields, release.specialties(onet))


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


def _weighed(onet: Path) -> dict[str, release.Weighed]:
    own = chain.from_iterable(release.own_titles(each.code, each.title) for each in occupations().values())
    return release.weigh(chain(release.title_uses(onet), own))


def _titles(titles: dict[str, release.Weighed]) -> Iterable[tuple[str, ...]]:
    """Titles, their comparable form where it differs, and codes with what speaks for each, heaviest first."""
    core = _core()
    for key in sorted(titles):
        if _is_common(key, titles[key], core):
            written = titles[key].title.lower()
            yield written, "" if written == key else key, release.packed(titles[key], _MOST_CODES)


def _rare_titles(titles: dict[str, release.Weighed]) -> Iterable[tuple[str, ...]]:
    """Titles that little speaks for: found when they are asked for as they stand, and never in a sentence."""
    core = _core()
    for key in sorted(titles):
        if key and not _is_common(key, titles[key], core):
            yield key, release.packed(titles[key], _MOST_CODES)


def _is_common(key: str, found: release.Weighed, core: set[str]) -> bool:
    least = _WEIGHT_CORE if core & set(found.codes) else _WEIGHT_ANY
    return max(found.codes.values()) >= least and 0 < len(key.split()) <= _MOST_WORDS


def _tails(titles: dict[str, release.Weighed]) -> Iterable[tuple[str, ...]]:
    """Titles that say little when words before them are left aside: few longer ones are of the same occupations."""
    longer: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for key, found in titles.items():
        words = key.split()
        for tail in (" ".join(words[first:]) for first in range(1, len(words))):
            hits = find_title(tail)
            if hits and hits[0].origin != "proxy":
                longer[tail] += 1
                same[tail] += any(hit.code in found.codes for hit in hits)
    for tail in sorted(longer):
        least = _LEAST_SAME_OF_ONE_WORD if " " not in tail else _LEAST_SAME
        if longer[tail] >= _FEWEST_LONGER and same[tail] < least * longer[tail]:
            yield tail, str(longer[tail]), str(same[tail])


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
    """O*NET codes with the codes related to each and their places ("35-1011.00:4")."""
    for code, others in sorted(release.related(onet).items()):
        yield code, " ".join(f"{other}:{place}" for other, place in others)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.oews.build ONET_FOLDER")
    build(Path(sys.argv[1]))
    sys.stdout.write(f"{len(occupations())} occupations; tables in {_TABLES.name}\n")
