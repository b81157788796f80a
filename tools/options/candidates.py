"""Which occupations are near a person's work: one step away, or two where one is not enough."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from tools.oews.models import OccupationLink
from tools.oews.neighbours import Neighbour, neighbours, zone_of
from tools.oews.tables import read_table
from tools.options.thresholds import FIRST_STEP_PLACES


class Candidate(NamedTuple):
    """An occupation near `base`, a SOC code of the person's work; `via` is what lies between in two steps.

    `known` says what somebody brings to it from the work, where O*NET lists nothing.
    """

    near: Neighbour
    base: str
    place: int
    steps: Literal[1, 2] = 1
    via: Neighbour | None = None
    known: str | None = None


def work_of(links: Sequence[OccupationLink]) -> list[str]:
    """SOC codes that a role in words is the daily work of: its first meaning, and others of the same preparation.

    "Warehouse worker" is stockers and freight movers; "nurse" is registered nurses, not nursing assistants.
    """
    first = links[0].occupation.code
    zone = zone_of(f"{first}.00")
    others = [link.occupation.code for link in links[1:]]
    return [first, *(code for code in others if zone is not None and zone_of(f"{code}.00") == zone)]


def one_step(work: Sequence[str]) -> list[Candidate]:
    """Occupations related to the work, each once, nearest first; other meanings of the role may be among them."""
    found: dict[str, Candidate] = {}
    for base in work:
        for near in neighbours(base):
            known = found.get(near.key)
            if near.code != work[0] and (known is None or near.place < known.place):
                found[near.key] = Candidate(near, base, near.place)
    return sorted(found.values(), key=lambda each: each.place)


def two_steps(work: Sequence[str], first: Sequence[Candidate]) -> list[Candidate]:
    """Occupations on the short list of one that is on the work's own short list, nearest first."""
    known = {*work, *(candidate.near.key for candidate in first)}
    found: dict[str, Candidate] = {}
    for between in first:
        if between.place > FIRST_STEP_PLACES or between.near.is_specialty:
            continue
        for near in neighbours(between.near.code):
            place = between.place + near.place
            held = found.get(near.key)
            if near.place > FIRST_STEP_PLACES or near.key in known or (held and held.place <= place):
                continue
            found[near.key] = Candidate(near, between.base, place, 2, between.near)
    return sorted(found.values(), key=lambda each: each.place)


def by_knowledge(work: Sequence[str], first: Sequence[Candidate]) -> list[Candidate]:
    """Occupations under other conditions in which what is known from the work counts.

    O*NET goes by tasks and lists few of them. Our own table, by the major group of the work
    (seeds/tables/occupation_lighter.csv).
    """
    known = {*work, *(candidate.near.key for candidate in first)}
    rows = [row for row in read_table("occupation_lighter") if work[0].startswith(row["from"])]
    return [
        Candidate(Neighbour(row["code"], f"{row['code']}.00", place), work[0], place, known=row["why"])
        for place, row in enumerate(rows, start=FIRST_STEP_PLACES)
        if row["code"] not in known
    ]
