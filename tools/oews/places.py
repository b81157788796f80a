"""What a place name alone, or with its state, means: the index behind linking and scanning."""

from functools import lru_cache
from typing import NamedTuple

from tools.oews.models import Area
from tools.oews.tables import area_employment, areas, read_table
from tools.oews.wording import place_key

# A city named first in an area's name is what the area is known for; a later one seldom is.
_POSITION_WEIGHTS = (1.0, 0.3, 0.1)
# One of several cities of a name is meant when its area has this many times the jobs of the next.
_DOMINANCE = 10.0


class Place(NamedTuple):
    """A meaning: OEWS areas (several: ambiguous) or a country; `name` is how it is written."""

    name: str
    codes: tuple[str, ...] = ()
    country: str = ""


def meaning(key: str) -> Place | None:
    """What a place name means by itself, None where no table has it."""
    return _alone().get(key)


def meaning_in_state(city: str, state: str) -> Place | None:
    """What a city's key means within a state ("0600000"), None where no area there has that name."""
    state_key = _state_keys()[state]
    if exact := _alone().get(f"{city} {state_key}"):
        return exact
    place = _alone().get(city)
    known = [*_cities().get(city, ()), *(place.codes if place else ())]
    codes = tuple(dict.fromkeys(code for code in known if state in area_states(code)))
    metros = tuple(code for code in codes if areas()[code].kind == "metro")
    return Place(city.title(), metros or codes) if metros or codes else None


def state_of(key: str) -> str | None:
    """Area code of the state or territory that a name or abbreviation stands for."""
    return _states().get(key)


def abbreviation_of(key: str) -> bool:
    """Whether `key` is a two-letter state abbreviation."""
    return len(key) == 2 and key in _states()


def country_of(key: str) -> str | None:
    """The country that a name stands for, None for cities and for what lies in the US."""
    return _countries().get(key)


def states_of_town(key: str) -> tuple[str, ...]:
    """Area codes of the states that have a town of that name, the largest town's first. Source: GeoNames (CC BY 4.0)."""
    return _towns().get(key, ())


def is_phrase_of_other_meaning(key: str) -> bool:
    """Whether `key` only looks like a place ("bank of america")."""
    return key in _marked("not_a_place")


def is_everyday_word(key: str) -> bool:
    """Whether the name is also an everyday word, an abbreviation or a first name."""
    return key in _marked("careful")


def place_keys() -> frozenset[str]:
    """Every name that means something by itself."""
    return frozenset(_alone())


@lru_cache(maxsize=64)
def cities_in(state: str) -> frozenset[str]:
    """Names of cities with an area in a state."""
    return frozenset(
        name for name, codes in _cities().items() if any(state in area_states(code) for code in codes)
    )


@lru_cache(maxsize=1)
def place_lengths() -> dict[str, frozenset[int]]:
    """For the first word of a name, how many words such names have."""
    lengths: dict[str, set[int]] = {}
    for key in [*_alone(), *_marked("not_a_place")]:
        words = key.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: frozenset(found) for word, found in lengths.items()}


@lru_cache(maxsize=1024)
def area_states(code: str) -> frozenset[str]:
    """Codes of the states that an area lies in: those in a metropolitan area's name, else its own."""
    area = areas()[code]
    _, comma, abbreviations = area.name.rpartition(", ")
    if area.kind == "metro" and comma:
        return frozenset(_states()[part.lower()] for part in abbreviations.split("-"))
    return frozenset({f"{area.state}00000"})


@lru_cache(maxsize=1)
def _alone() -> dict[str, Place]:
    """Meanings in order of precedence: names as printed, states, what is written by hand, cities, countries."""
    found: dict[str, Place] = {}
    dropped: set[str] = set()
    for area in areas().values():
        found[place_key(area.name)] = Place(area.name, (area.code,))
    rows = read_table("places")
    for row in rows:
        if row["kind"] in {"nickname", "settled", "region", "nation"}:
            for name in row["names"].split("|"):
                found.setdefault(place_key(name), Place(_written(name), tuple(row["codes"].split())))
        elif row["kind"] == "drop":
            dropped.update(place_key(name) for name in row["names"].split("|"))
    for key, code in _states().items():
        found.setdefault(key, Place(areas()[code].name, (code,)))
    for key, codes in _cities().items():
        if key not in dropped:
            found.setdefault(key, Place(_written(key), _likely(codes)))
    return _with_countries(found)


def _with_countries(found: dict[str, Place]) -> dict[str, Place]:
    for row in read_table("countries"):
        country = row["country"]
        for name in row["names"].split("|"):
            found.setdefault(place_key(name), Place(name, country=country))
        for name in filter(None, row["cities"].split("|")):
            where = country if name.endswith(country) else f"{name}, {country}"
            found.setdefault(place_key(name), Place(name, country=where))
    return found


@lru_cache(maxsize=1)
def _cities() -> dict[str, dict[str, float]]:
    """Cities in the names of metropolitan areas, with the areas and how much speaks for each."""
    found: dict[str, dict[str, float]] = {}
    for area in areas().values():
        if area.kind != "metro":
            continue
        for position, names in enumerate(_city_names(area)):
            weight = _POSITION_WEIGHTS[min(position, 2)] * area_employment()[area.code]
            for name in names:
                found.setdefault(place_key(name), {})[area.code] = weight
    return found


def _city_names(area: Area) -> list[list[str]]:
    """Cities in an area's name in its order, each with the ways it is written."""
    cities, _, _ = area.name.rpartition(", ")
    if place_key(cities) in _marked("one_city"):
        return [[cities]]
    # A double hyphen joins cities one of which has a hyphen itself ("Scranton--Wilkes-Barre").
    parts = cities.split("--" if "--" in cities else "-")
    return [[part, part.removesuffix(" Town"), *part.split("/")] for part in parts]


def _likely(codes: dict[str, float]) -> tuple[str, ...]:
    ranked = sorted(codes, key=codes.__getitem__, reverse=True)
    if len(ranked) > 1 and codes[ranked[0]] >= _DOMINANCE * codes[ranked[1]]:
        return (ranked[0],)
    return tuple(ranked)


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in read_table("states"):
        for name in [row["abbreviation"], *row["names"].split("|")]:
            found[place_key(name)] = row["code"]
    return found


@lru_cache(maxsize=1)
def _state_keys() -> dict[str, str]:
    return {row["code"]: row["abbreviation"].lower() for row in read_table("states")}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    rows = read_table("countries")
    return {place_key(name): row["country"] for row in rows for name in row["names"].split("|") if name}


@lru_cache(maxsize=4)
def _marked(kind: str) -> frozenset[str]:
    rows = [row for row in read_table("places") if row["kind"] == kind]
    return frozenset(place_key(name) for row in rows for name in row["names"].split("|"))


def _written(name: str) -> str:
    """How a name from a table is shown when it mends a typing error."""
    return name.upper() if len(name) <= 3 else name.title().replace("'S", "'s")


@lru_cache(maxsize=1)
def _towns() -> dict[str, tuple[str, ...]]:
    codes = _states()
    return {
        row["name"]: tuple(
            codes[state.lower()] for state in row["states"].split("|") if state.lower() in codes
        )
        for row in read_table("towns")
    }
