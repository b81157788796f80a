"""From what people call a place to OEWS areas.

A name is read as it stands, then without words around it ("near", "metro area"), then as a city with its state
or country, then as a town of the states that have one of that name, then with a typing error mended. A city that
OEWS has no area for is never given another city's figures: its state is linked, and `note` says so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tools.oews.models import PlaceLink
from tools.oews.places import (
    Place,
    cities_in,
    country_of,
    meaning,
    meaning_in_state,
    place_keys,
    state_of,
    states_of_town,
)
from tools.oews.spelling import mend_name, near_names
from tools.oews.tables import areas, words_of
from tools.oews.wording import place_key

NATION = "0000000"

_LONGEST = 200  # characters; the longest name that OEWS prints has 73
_LONGEST_QUALIFIER = 3
# "OR" in capitals is Oregon.
_ALTERNATIVES = re.compile(r"\s*[/;&]\s*|,?\s+(?:or|and|vs\.?|versus)\s+")


def link_place(text: str) -> PlaceLink:
    """What a place in words is. All of `area`, `candidates` and `outside_us` empty: it is not known."""
    written = text.strip()
    return _link(written).model_copy() if len(written) <= _LONGEST else PlaceLink(place=written)


@lru_cache(maxsize=2048)
def _link(text: str) -> PlaceLink:
    key = place_key(text)
    if not key:
        return PlaceLink(place=text)
    readings = list(_stripped(key))
    for find in (meaning, _rural, _city_in_state):
        for reading in readings:
            if place := find(reading):
                return as_link(text, place)
    core = readings[-1]
    known = _turned(text) or _alternatives(text) or link_qualified(text, core)
    # "Dodge City" is no Dodge with a word around it.
    known = known or next((town for reading in readings if (town := _town(text, reading))), None)
    return known or _mended(text, core) or PlaceLink(place=text)


def _turned(text: str) -> PlaceLink | None:
    """A city that stands behind its state ("Texas, Houston"); None where the state has no area of that name."""
    head, _, rest = text.partition(",")
    state = state_of(place_key(head))
    place = meaning_in_state(place_key(rest), state) if state and place_key(rest) else None
    return as_link(text, place) if place else None


def _alternatives(text: str) -> PlaceLink | None:
    """Several US places named at once ("Texas or Oklahoma") are candidates; None where a part is no such place."""
    parts = [part for part in _ALTERNATIVES.split(text) if part]
    if len(parts) < 2:
        return None
    links = [link_place(part) for part in parts]
    areas_of = [[link.area] if link.area else link.candidates for link in links]
    if not all(areas_of):
        return None
    found = list({area.code: area for areas in areas_of for area in areas if area}.values())
    if len(found) == 1:
        return PlaceLink(place=text, area=found[0])
    return PlaceLink(place=text, candidates=found, by_name_alone=any(link.by_name_alone for link in links))


def as_link(text: str, place: Place) -> PlaceLink:
    """The link for a known meaning: one area, several candidates, or a country."""
    if place.country:
        return PlaceLink(place=text, outside_us=place.country)
    found = [areas()[code] for code in place.codes]
    if len(found) == 1:
        return PlaceLink(place=text, area=found[0])
    return PlaceLink(place=text, candidates=found)


def link_qualified(text: str, key: str) -> PlaceLink | None:
    """Read a key as "city, state" or "city, country"; None when it does not end in either."""
    words = key.split()
    for length in range(min(_LONGEST_QUALIFIER, len(words) - 1), 0, -1):
        city, qualifier = " ".join(words[:-length]), " ".join(words[-length:])
        if state := state_of(qualifier):
            return _in_state(text, city, state)
        if country := country_of(qualifier):
            return PlaceLink(place=text, outside_us=f"{city.title()}, {country}")
    return None


def _city_in_state(key: str) -> Place | None:
    """A city that OEWS has an area for, before its state, the country or both ("austin tx usa")."""
    words = key.split()
    for length in range(min(_LONGEST_QUALIFIER, len(words) - 1), 0, -1):
        city, qualifier = " ".join(words[:-length]), " ".join(words[-length:])
        if state := state_of(qualifier):
            return meaning_in_state(city, state)
        if (whole := meaning(qualifier)) and whole.codes == (NATION,):
            place = meaning(city)
            return place if place and not place.country else _city_in_state(city)
    return None


def _in_state(text: str, city: str, state: str) -> PlaceLink:
    """A city within a state; the state itself, with a note, where OEWS has no such city."""
    first = place_key(text.partition("-")[0]) if "-" in text else city
    for name in (city, first):
        if place := meaning_in_state(name, state):
            return as_link(text, place)
    if mended := mend_name(city, cities_in(state)):
        found = meaning_in_state(mended, state)
        if found:
            return as_link(f"{mended.title()}, {areas()[state].name}", found)
    name = areas()[state].name
    abroad = meaning(city)
    if abroad and f"{name} (country)" in abroad.country:
        return as_link(text, abroad)
    return _as_state(text, city, state)


def _town(text: str, key: str) -> PlaceLink | None:
    """A town that OEWS has no area for: its state, or the states that have one of that name, the largest town's first.

    A name that a letter parts from that of a metropolitan area may be meant for that ("Pittsburg").
    """
    states = states_of_town(key)
    if not states:
        return None
    near = [place for name in near_names(key, place_keys(), most=1) if (place := meaning(name))]
    metros = [areas()[code] for place in near for code in place.codes if areas()[code].kind == "metro"]
    if len(states) == 1 and not metros:
        return _as_state(text, key, states[0]).model_copy(update={"by_name_alone": True})
    several = [*metros, *(areas()[state] for state in states)]
    return PlaceLink(place=text, candidates=several, town=key.title(), by_name_alone=True)


def _as_state(text: str, city: str, state: str) -> PlaceLink:
    name = areas()[state].name
    note = f"OEWS has no area called {city.title()} in {name}; {name} as a whole is what it publishes."
    return PlaceLink(place=text, area=areas()[state], note=note, town=city.title())


def _rural(key: str) -> Place | None:
    """The nonmetropolitan areas of a state, for "rural Kansas"."""
    kind, _, rest = key.partition(" ")
    state = state_of(rest)
    if kind not in {"rural", "nonmetro", "nonmetropolitan"} or state is None:
        return None
    codes = tuple(
        area.code for area in areas().values() if area.kind == "nonmetro" and area.state == state[:2]
    )
    return Place(key.title(), codes or (state,))


def _stripped(key: str) -> Iterator[str]:
    """The name with ever fewer words around it: "the greater denver metro area" ... "denver"."""
    words = key.split()
    leading = _run(words, "before")
    trailing = _run(words[::-1], "after")
    for dropped in range(leading + trailing + 1):
        for first in range(max(0, dropped - trailing), min(leading, dropped) + 1):
            if rest := words[first : len(words) - (dropped - first)]:
                yield " ".join(rest)


def _run(words: list[str], kind: str) -> int:
    """How many of the first words, not counting the last one, only surround a name."""
    known = words_of("place_words", kind)
    return next((at for at, word in enumerate(words[:-1]) if word not in known), len(words) - 1)


def _mended(text: str, key: str) -> PlaceLink | None:
    """What a name with a typing error or two stands for; candidates where it may be several places."""
    links = [as_link(place.name, place) for name in near_names(key, place_keys()) if (place := meaning(name))]
    areas_of = {link.area.code: link.area for link in links if link.area}
    if len(areas_of) > 1:
        return PlaceLink(place=text, candidates=[*areas_of.values()])
    return links[0] if len(links) == 1 or areas_of else None
