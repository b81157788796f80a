"""The roadmap's tables (`seeds/tables/*.csv`), read once and checked as they are read."""

import csv
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Literal

import seeds
from tools.errors import DataError
from tools.roadmap.models import Need, Resource

EDITION = "2026"
Basis = Literal["measured", "provider-stated", "derived", "estimate"]


@dataclass(frozen=True, slots=True)
class HoursSource:
    """Who an hour figure comes from; `url` is empty for this project's own estimates."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Track:
    """A part of the field; tracks of one `family` may share a milestone. `theory` tracks have little to build."""

    id: str
    title: str
    family: str
    theory: bool
    order: int


@dataclass(frozen=True, slots=True)
class Skill:
    """One row of the learning graph. Hours are study hours; `basis` says how good they are.

    `prerequisites` come before it in a roadmap; `implied` are those of them that nobody can lack who has it
    (someone who designs REST APIs may do so in Java, so Python is a prerequisite there but not implied).
    """

    id: str
    name: str
    track: str
    prerequisites: tuple[str, ...]
    implied: tuple[str, ...]
    low: float
    typical: float
    high: float
    basis: Basis
    source: HoursSource
    note: str
    proof: str
    resources: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A target: a role, or an area of learning. `needs` maps skill ids to how much they are needed.

    `occupations` are SOC codes ("15-1252") or O*NET specialties ("15-2051.01") that people in the role are.
    """

    id: str
    title: str
    kind: Literal["role", "area"]
    aliases: tuple[str, ...]
    needs: dict[str, Need]
    occupations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpellingRow:
    """How people write one skill or technology. `skill` is None outside the learning graph.

    `guarded` aliases are ordinary words too.
    """

    name: str
    skill: str | None
    aliases: tuple[str, ...]
    guarded: tuple[str, ...]


def read_table(name: str) -> list[dict[str, str]]:
    """Rows of `seeds/tables/<name>.csv`. Raises DataError when the file is missing or damaged."""
    path = Path(seeds.__file__).parent / "tables" / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"Cannot read the table {name}.csv: {error}.", "Install the coach again.") from error


@cache
def tracks() -> dict[str, Track]:
    """Tracks by id, in the order in which they are best taken up."""
    return {
        row["id"]: Track(row["id"], row["title"], row["family"], row["kind"] == "theory", order)
        for order, row in enumerate(read_table("skill_tracks"))
    }


@cache
def skills() -> dict[str, Skill]:
    """The learning graph by skill id. Raises DataError for an unknown prerequisite or a cycle."""
    sources = {row["id"]: HoursSource(**row) for row in read_table("skill_sources")}
    resources: dict[str, list[Resource]] = {}
    for row in read_table("skill_resources"):
        title = f"{row['title']} ({row['provider']})"
        resources.setdefault(row["skill"], []).append(Resource(title=title, url=row["url"]))
    try:
        table = {
            row["id"]: _skill(row, sources, tuple(resources.get(row["id"], ())))
            for row in read_table("skills")
        }
    except (KeyError, ValueError) as error:
        raise DataError(f"skills.csv is damaged: {error}.", "Install the coach again.") from error
    check_prerequisites({skill.id: skill.prerequisites for skill in table.values()})
    return table


def _skill(row: dict[str, str], sources: dict[str, HoursSource], resources: tuple[Resource, ...]) -> Skill:
    listed = row["prerequisites"].split()
    low, typical, high = (float(row[f"hours_{name}"]) for name in ("low", "typical", "high"))
    if not 0 < low <= typical <= high:
        raise ValueError(f"hours of {row['id']} are not in order")
    basis: dict[str, Basis] = {
        "measured": "measured",
        "provider-stated": "provider-stated",
        "derived": "derived",
        "estimate": "estimate",
    }
    return Skill(
        id=row["id"],
        name=row["name"],
        track=row["track"],
        prerequisites=tuple(item.removeprefix("~") for item in listed),
        implied=tuple(item for item in listed if not item.startswith("~")),
        low=low,
        typical=typical,
        high=high,
        basis=basis[row["hours_basis"]],
        source=sources[row["hours_source"]],
        note=row["hours_note"],
        proof=row["proof"],
        resources=resources,
    )


def check_prerequisites(graph: dict[str, tuple[str, ...]]) -> None:
    """Raise DataError unless every prerequisite exists and none leads back to its own skill."""
    unknown = sorted({item for needed in graph.values() for item in needed} - set(graph))
    if unknown:
        raise DataError(f"skills.csv names unknown prerequisites: {', '.join(unknown)}.")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise DataError(
            f"Prerequisites in skills.csv go in a circle: {' -> '.join(error.args[1])}."
        ) from error


@cache
def roles() -> dict[str, Role]:
    """Roles and areas by id. Raises DataError when one names a skill that is not in the graph, or an unknown need."""
    needs: dict[str, dict[str, Need]] = {}
    levels: dict[str, Need] = {"must": "must", "should": "should", "nice": "nice"}
    for row in read_table("role_skills"):
        if row["skill"] not in skills():
            raise DataError(f"role_skills.csv names the unknown skill {row['skill']}.")
        if row["need"] not in levels:
            raise DataError(f"role_skills.csv: {row['need']} is no need; there are {', '.join(levels)}.")
        needs.setdefault(row["role"], {})[row["skill"]] = levels[row["need"]]
    return {
        row["id"]: Role(
            id=row["id"],
            title=row["title"],
            kind="role" if row["kind"] == "role" else "area",
            aliases=tuple(row["aliases"].split(";")),
            needs=needs[row["id"]],
            occupations=tuple(row["occupations"].split()),
        )
        for row in read_table("roles")
    }


@cache
def spellings() -> tuple[SpellingRow, ...]:
    """Every skill and technology that is recognised in text, those of the learning graph first."""
    rows = [_spelling(row, row["skill"]) for row in read_table("skill_aliases")]
    rows += [
        SpellingRow(name=skill.name, skill=skill.id, aliases=(), guarded=()) for skill in skills().values()
    ]
    return (*rows, *(_spelling(row, None) for row in read_table("known_technologies")))


def _spelling(row: dict[str, str], skill: str | None) -> SpellingRow:
    return SpellingRow(
        name=row["name"],
        skill=skill,
        aliases=tuple(item for item in row["aliases"].split(";") if item),
        guarded=tuple(item for item in row["guarded"].split(";") if item),
    )
