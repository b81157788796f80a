"""Occupations near others, by the embedded O*NET 29.3: what each lists as related, and what lists it.

O*NET relates occupations by what people do, what they need to know and what they are called; analysts reviewed the
first ten places of each list. Specialties that OEWS counts within a larger occupation keep their own titles here.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tools.evidence import Source
from tools.oews.release import Specialty, oews_code
from tools.oews.tables import occupations, read_table

RELEASE_DATE = "2025-05"
_GENERAL = ".00"  # how the code of an O*NET occupation ends that is no specialty
_REVIEWED = 5  # places that O*NET calls its short list


class Neighbour(NamedTuple):
    """An OEWS occupation near another; `onet_code` is the O*NET occupation that the list names.

    `place` is 1 (nearest) to 25; `listed_here` is false where only the neighbour lists this one.
    """

    code: str
    onet_code: str
    place: int
    listed_here: bool = True

    @property
    def is_specialty(self) -> bool:
        """Whether it is a part of an occupation, whose wages say nothing certain about it."""
        return not self.onet_code.endswith(_GENERAL)

    @property
    def key(self) -> str:
        """What tells it from others: the O*NET code of a specialty, else the OEWS code."""
        return self.onet_code if self.is_specialty else self.code

    @property
    def title(self) -> str:
        """The specialty's own title, else the OEWS occupation's."""
        return specialties()[self.onet_code].title if self.is_specialty else occupations()[self.code].title


def source(locator: str) -> Source:
    """The embedded O*NET release as the source of a fact."""
    return Source(
        title="O*NET 29.3 Database (CC BY 4.0)",
        publisher="U.S. Department of Labor, Employment and Training Administration",
        date=RELEASE_DATE,
        locator=locator,
    )


def neighbours(code: str) -> list[Neighbour]:
    """What O*NET lists as related to an OEWS occupation and, after it, what lists it on its own short list.

    Each occupation and specialty once, nearest first; empty where O*NET has no data (most "All Other" occupations).
    What only a specialty of either is related to, or what only the neighbour lists, counts as five places further away.
    """
    listed = [Neighbour(_code(other), other, place) for other, place in _listed(code)]
    found = [*listed, *_listing().get(code, ())]
    nearest: dict[str, Neighbour] = {}
    for neighbour in sorted(found, key=lambda each: each.place):
        nearest.setdefault(neighbour.key, neighbour)
    return [each for each in nearest.values() if each.code != code]


def zone_of(onet_code: str) -> int | None:
    """The job zone of an O*NET occupation, 1 (little preparation) to 5 (extensive); None where there is none."""
    if specialty := specialties().get(onet_code):
        return int(specialty.zone) if specialty.zone else None
    return _zones().get(onet_code.partition(".")[0])


@lru_cache(maxsize=1)
def specialties() -> dict[str, Specialty]:
    """O*NET occupations that OEWS counts within a larger one, by O*NET code."""
    return {row["onet_code"]: Specialty(**row) for row in read_table("occupation_specialties")}


@lru_cache(maxsize=1)
def related_table() -> dict[str, list[tuple[str, int]]]:
    """By O*NET code: related O*NET codes with their places, nearest first."""
    return {row["onet_code"]: list(_read(row["related"].split())) for row in read_table("occupation_related")}


def _read(entries: Iterable[str]) -> Iterable[tuple[str, int]]:
    for entry in entries:
        code, _, place = entry.partition(":")
        yield code, int(place)


def _listed(code: str) -> list[tuple[str, int]]:
    """The occupation's own list; those of specialties within it come behind it, or stand in its place."""
    own = related_table().get(f"{code}.00", [])
    behind = _REVIEWED if own else 0
    parts = (part for part in _parts().get(code, ()) if part != f"{code}.00")
    return own + [(other, place + behind) for part in parts for other, place in related_table()[part]]


@lru_cache(maxsize=1)
def _parts() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for onet_code in related_table():
        found.setdefault(_code(onet_code), []).append(onet_code)
    return found


@lru_cache(maxsize=1)
def _listing() -> dict[str, list[Neighbour]]:
    """By OEWS code: what lists it among its own nearest; ranked behind what the occupation lists itself."""
    found: dict[str, list[Neighbour]] = {}
    for onet_code, others in related_table().items():
        for other, place in others:
            if place <= _REVIEWED:
                near = Neighbour(_code(onet_code), onet_code, place + _REVIEWED, listed_here=False)
                found.setdefault(_code(other), []).append(near)
    return found


def _code(onet_code: str) -> str:
    return oews_code(onet_code) or onet_code


@lru_cache(maxsize=1)
def _zones() -> dict[str, int]:
    return {row["code"]: int(row["zone"]) for row in read_table("occupation_zones")}
