"""Occupations, places and wage cells: how often they are linked rightly, and how fast."""

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean

from agent.nlu.links import known_role
from benchmarks.table import Row, least
from tests.unit.oews.sets import read_set
from tools.oews.areas import link_place
from tools.oews.cells import area_cells, read_cell
from tools.oews.occupations import find_roles, link_role

_DATA = Path(__file__).parent / "data"
# Of 80 jobs as people type them and 70 phrases that are none: the least share found, of those taken for a job the least
# that are right, in the half that nobody mended from. By the reader, and by the scan of a text.
FLOORS = {"known_role": (0.95, 0.88), "find_roles": (0.97, 0.92)}
_MESSAGE = "I'm a registred nurse in Akron, OH with 6 years and want to be a data analyst, 8 hours a week"
_FIRST_LINK = "from tools.oews.occupations import link_role; link_role('icu nurse')"
_FIRST_LOOKUP = (
    "from tools.oews.occupations import link_role; from tools.oews.areas import link_place;"
    "from tools.oews.cells import read_cell;"
    "read_cell(link_role('icu nurse')[0].occupation.code, link_place('Akron').area.code)"
)


def run() -> Iterator[Row]:
    """Hit rates on our own sets, then times: fresh processes first, warm medians after."""
    for name, meant in (("roles", _role_is_meant), ("places", _place_is_meant)):
        sets = read_set(name)
        for part, pairs in (("developed on", sets.developed), ("held out", sets.held_out)):
            yield least(
                f"occupations and places: {name} linked, {part}", fmean(meant(*pair) for pair in pairs)
            )
    yield from _unlinked()
    for how, (found, right) in FLOORS.items():
        shares = jobs_or_none(how)
        yield least(f"jobs and what is none, unseen: found by {how}", shares[0], found)
        yield least(f"jobs and what is none, unseen: right of what {how} takes", shares[1], right)
    yield Row("fresh process: import and first role", _fresh(_FIRST_LINK), "s", aim=0.30)
    yield Row("fresh process: role, place and wage cell", _fresh(_FIRST_LOOKUP), "s", aim=0.50)
    roles = [role for part in read_set("roles") for role, _ in part]
    places = [place for part in read_set("places") for place, _ in part]
    # A full stop changes the text and not the work, so that no answer is one remembered.
    yield Row(
        "link_role, a new role each time", _median(link_role, [f"{role}." for role in roles]), "ms", aim=5
    )
    yield Row(
        "link_place, a new place each time",
        _median(link_place, [f"{place}." for place in places]),
        "ms",
        aim=5,
    )
    yield Row("find_roles, a message", _median(find_roles, [_MESSAGE] * 50), "ms")
    yield Row("read_cell", _median(lambda code: read_cell("15-1252", code), ["0010420"] * 200), "ms")
    yield Row(
        "area_cells, all metropolitan areas",
        _median(lambda code: area_cells(code, "metro"), ["29-1141"] * 5),
        "ms",
    )


def _role_is_meant(role: str, codes: str) -> bool:
    links = [link.occupation.code for link in link_role(role)]
    return links[0] in codes.split() if codes and links else bool(codes) == bool(links)


def _unlinked() -> Iterator[Row]:
    """Words for a job in unseen messages that were no title: who reads all of them has them all right."""
    with (_DATA / "occupations_unlinked.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["words"], set(row["codes"].split())) for row in csv.DictReader(file)]
    linked = [(codes, links[0]) for words, codes in rows if (links := link_role(words))]
    right = sum(link.occupation.code in codes for codes, link in linked)
    known = sum(bool(codes) for _, codes in rows)
    yield least(f"words that are no title, unseen: linked of {len(rows)}", len(linked) / len(rows))
    yield least("words that are no title, unseen: right of the linked", right / max(1, len(linked)))
    yield least(
        f"words that are no title, unseen: right of the {known} that have an occupation", right / known
    )


def jobs_or_none(how: str, half: str = "frozen") -> tuple[float, float]:
    """The share of jobs found rightly, and of what is taken for a job the right share.

    `known_role` is given the words alone, `find_roles` a sentence with them.
    """
    with (_DATA / "occupations_or_none.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    taken = [(_taken(how, row), row["codes"].split()) for row in rows]
    right = sum(code in codes for code, codes in taken)
    return right / sum(bool(codes) for _, codes in taken), right / max(
        1, sum(code != "" for code, _ in taken)
    )


def _taken(how: str, row: dict[str, str]) -> str:
    """The SOC code that the words are taken for; empty for none."""
    if how == "known_role":
        links = link_role(row["words"]) if known_role(row["words"]) else []
    else:
        links = next((role.links for role in find_roles(row["sentence"]) if role.links), [])
    return links[0].occupation.code if links else ""


def _place_is_meant(place: str, meaning: str) -> bool:
    link = link_place(place)
    if meaning.startswith("!"):
        return bool(link.outside_us and link.outside_us.endswith(meaning[1:]))
    if meaning == "?":
        return len(link.candidates) > 1
    return (link.area.name if link.area and not link.note else "") == meaning and not link.candidates


def _fresh(code: str) -> float:
    """Median seconds of five processes on one home, the first one (which unpacks) not counted."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "COACH_HOME": home}
        walls = []
        for _ in range(6):
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], env=environment, check=True)
            walls.append(time.perf_counter() - started)
    return statistics.median(walls[1:])


def _median(work: Callable[[str], object], inputs: list[str]) -> float:
    work(inputs[0])
    times = []
    for each in inputs:
        started = time.perf_counter()
        work(each)
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000
