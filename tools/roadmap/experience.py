"""What a job held implies: skills by years of it, as assumptions that a person's own word takes back.

Source: seeds/tables/experience.csv, this project's own judgement (basis "editorial", 2026), for some hundred kinds of
work. A skill is taken as known from the years the table gives on, and as half known from half of them on.
"""

import math
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from tools.errors import UsageError
from tools.roadmap.models import Have
from tools.roadmap.tables import read_table, skills
from tools.roadmap.targets import RANK, WORD, before_place_or_field, normal

YEARS_WHEN_NOT_TOLD = 1.0
MOST_YEARS = 70
_FEWEST_WORDS_OF_AN_ENDING = 2
# Last words that name no kind of work by themselves: "process engineer" is no "engineer" of another kind.
_GENERIC = frozenset({"engineer", "developer", "analyst", "manager", "scientist", "specialist", "consultant"})
_GENERIC_MORE = frozenset(
    {"technician", "coordinator", "assistant", "officer", "driver", "editor", "trainer"}
)


_VOWEL_SOUNDS = (*"aeiouAEIOU", "HR ", "MLOps ")


class Experience(NamedTuple):
    """Work held, in the person's own words, and for how many years (null where not told)."""

    role: str
    years: float | None = None


@dataclass(frozen=True, slots=True)
class Implied:
    """What work implies: skill ids with their level, and groups of skills of which one is known (a language).

    `role` is the kind of work as the table calls it, null where it knows none; `reason` says it in words.
    """

    role: str | None
    reason: str
    skills: dict[str, Have] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Entry:
    """A skill or group of one kind of work: the years it takes; `partly` where more years bring no more than a part."""

    years: float
    partly: bool


def imply(experience: Experience) -> Implied:
    """Skills that so many years of this work imply. Raises UsageError for an empty role or impossible years."""
    years = _checked(experience)
    role = kind_of_work(experience.role)
    if role is None:
        return Implied(None, f'work as "{experience.role.strip()[:80]}"')
    found: dict[str, Have] = {}
    for name, entries in _work()[role].items():
        if level := _level(entries, YEARS_WHEN_NOT_TOLD if years is None else years):
            found[name] = level
    return Implied(
        role,
        _reason(role, years),
        {name: level for name, level in found.items() if name in skills()},
        frozenset(name for name, level in found.items() if name not in skills() and level == "yes"),
    )


def kind_of_work(text: str) -> str | None:
    """The kind of work that a role in words is, by its names, else by its occupation; None where none fits."""
    for written in (text, before_place_or_field(text)):
        words = normal(written)
        while words:
            if named := _aliases().get(words):
                return named
            if words[0] not in RANK:
                break
            words = words[1:]
        if named := _by_ending(normal(written, ranks=False)):
            return named
    return _by_occupation(text)


def _checked(experience: Experience) -> float | None:
    if not experience.role.strip():
        raise UsageError("The work held is empty.", 'Name it, for example "front-end developer".')
    years = experience.years
    if years is None:
        return None
    if isinstance(years, bool) or not math.isfinite(years) or not 0 <= years <= MOST_YEARS:
        raise UsageError(f"{years!r} is no number of years at work.", f"Give 0 to {MOST_YEARS}.")
    return float(years)


def _level(entries: list[_Entry], years: float) -> Have | None:
    if any(not entry.partly and years >= entry.years for entry in entries):
        return "yes"
    partly = any(years >= (entry.years if entry.partly else entry.years / 2) for entry in entries)
    return "some" if partly else None


def _reason(role: str, years: float | None) -> str:
    article = "an" if role.startswith(_VOWEL_SOUNDS) and not role.startswith("UX") else "a"
    if years is None:
        return f"work as {article} {role}, years not told and counted as one"
    return f"{years:g} {'year' if years == 1 else 'years'} as {article} {role}"


@cache
def _work() -> dict[str, dict[str, list[_Entry]]]:
    """By kind of work: skill ids and groups with the years they take, what it builds on included."""
    rows = {row["role"]: row for row in read_table("experience")}
    return {role: _entries(role, rows) for role in rows}


def _entries(role: str, rows: dict[str, dict[str, str]]) -> dict[str, list[_Entry]]:
    row = rows[role]
    found: dict[str, list[_Entry]] = {}
    for item in row["skills"].split():
        name, _, years = item.removeprefix("~").partition(":")
        found.setdefault(name, []).append(_Entry(float(years), item.startswith("~")))
    for name, entries in _entries(row["builds_on"], rows).items() if row["builds_on"] else ():
        found.setdefault(name, []).extend(entries)
    return found


@cache
def _aliases() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in read_table("experience"):
        for alias in filter(None, row["aliases"].split(";")):
            found.setdefault(tuple(WORD.findall(alias)), row["role"])
            found.setdefault(normal(alias), row["role"])
    return found


def _by_ending(words: tuple[str, ...]) -> str | None:
    """English names the job last: "clinical data analyst" is a data analyst."""
    for start in range(1, len(words)):
        ending = words[start:]
        alone = len(ending) < _FEWEST_WORDS_OF_AN_ENDING and ending[0] in _GENERIC | _GENERIC_MORE
        if not alone and (named := _aliases().get(ending)):
            return named
    return None


def _by_occupation(text: str) -> str | None:
    """The kind of work that counts as the occupation the role is linked to."""
    from tools.oews.occupations import link_role

    links = [link for link in link_role(text) if not link.proxy]
    return _by_code().get(links[0].occupation.code) if links else None


@cache
def _by_code() -> dict[str, str]:
    return {code: row["role"] for row in read_table("experience") for code in row["codes"].split()}
