"""The project's own sets of roles and places: what was looked at while developing, and a third that was not."""

import csv
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent / "data"


class Sets(NamedTuple):
    developed: list[tuple[str, str]]
    held_out: list[tuple[str, str]]


def read_set(name: str) -> Sets:
    """Pairs of what is typed and what must come out; every third one is held out."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(row[0], row[1]) for row in csv.reader(file)][1:]
    held_out = pairs[2::3]
    return Sets([pair for at, pair in enumerate(pairs) if at % 3 != 2], held_out)
