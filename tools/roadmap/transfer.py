"""What is learned faster because something like it is known: a second language, a second web framework.

Source: seeds/tables/skill_transfer.csv, this project's own judgement (basis "editorial", 2026). A second cloud needs no
row: the platforms are one skill.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from tools.roadmap.graph import implied_by
from tools.roadmap.models import Have
from tools.roadmap.tables import read_table

LANGUAGE = "language"


class Transfer(NamedTuple):
    """`share` of a skill's hours is left for somebody who knows its like; `why` names what it is to them."""

    share: float
    why: str


class _Row(NamedTuple):
    """A skill of a group. `gives` says whether knowing it makes the others of the group easier."""

    group: str
    skill: str
    gives: bool
    share: float
    why: str


def transfers(
    have: Mapping[str, Have], languages: Iterable[str], groups: frozenset[str]
) -> dict[str, Transfer]:
    """Skills not yet known that are learned faster, by skill id; the greatest saving where there are several.

    `languages` are those known outside the learning graph, `groups` what the person's work implies one of.
    """
    known = {row.group for row in _rows() if row.gives and have.get(row.skill) == "yes"} | groups
    known |= {LANGUAGE} if set(languages) else set()
    outside = groups | ({LANGUAGE} if set(languages) else set())
    found: dict[str, Transfer] = {}
    for row in _rows():
        if row.group in known and have.get(row.skill) != "yes" and _helps(row, have, outside):
            best = found.get(row.skill)
            if best is None or row.share < best.share:
                found[row.skill] = Transfer(row.share, row.why)
    return found


@cache
def programming_languages() -> frozenset[str]:
    """Languages to program in that the learning graph does not hold, in their usual spelling."""
    return frozenset(row["name"] for row in read_table("known_technologies") if row["kind"] == LANGUAGE)


def _helps(row: _Row, have: Mapping[str, Have], outside: Iterable[str]) -> bool:
    """Whether something like it is known that it does not itself build on: typed Python is no second language."""
    like = [
        other.skill
        for other in _rows()
        if other.gives and other.group == row.group and have.get(other.skill) == "yes"
    ]
    own = [skill for skill in like if skill in implied_by(row.skill)]
    return len(like) > len(own) or (row.group in outside and not own)


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(row["group"], row["skill"], row["gives"] == "yes", float(row["share"]), row["why"])
        for row in read_table("skill_transfer")
    )
