"""From what people call a place to OEWS areas."""

from functools import lru_cache

from tools.evidence import Value
from tools.oews.models import Area, PlaceLink
from tools.oews.tables import areas
from tools.oews.wording import place_key


class PlaceMention(Value):
    """A place in a text: where it stands, how it reads with typing errors mended, what it is."""

    start: int
    end: int
    text: str
    link: PlaceLink


def area(code: str) -> Area | None:
    """The OEWS area of a seven-digit code."""
    return areas().get(code)


def fallback_area(area: Area) -> Area | None:
    """The next larger area to look at: of a metropolitan or other area its state, of a state the nation."""
    if area.kind == "nation":
        return None
    return areas()["0000000" if area.kind == "state" else f"{area.state}00000"]


def link_place(text: str) -> PlaceLink:
    """What a place in words is. All of `area`, `candidates` and `outside_us` empty: it is not known."""
    found = _names().get(place_key(text), [])
    if len(found) == 1:
        return PlaceLink(place=text, area=found[0])
    return PlaceLink(place=text, candidates=found)


def find_places(text: str) -> list[PlaceMention]:
    """Places in free text in reading order, longest match first, none overlapping."""
    mentions: list[PlaceMention] = []
    for name, found in _names().items():
        start = text.lower().find(name)
        if start >= 0 and len(name) > 4:
            written = text[start : start + len(name)]
            link = PlaceLink(
                place=written, area=found[0] if len(found) == 1 else None, candidates=found[1:] and found
            )
            mentions.append(PlaceMention(start=start, end=start + len(name), text=written, link=link))
    return sorted(mentions, key=lambda mention: mention.start)


@lru_cache(maxsize=1)
def _names() -> dict[str, list[Area]]:
    names: dict[str, list[Area]] = {}
    for found in areas().values():
        names.setdefault(place_key(found.name), []).append(found)
        if found.kind == "metro":
            cities, _, _ = found.name.rpartition(", ")
            for city in cities.split("-"):
                names.setdefault(place_key(city), []).append(found)
    return names
