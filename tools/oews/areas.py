"""US areas and the places people name: the face of this half of the room."""

from tools.oews.models import Area
from tools.oews.place_links import NATION, link_place
from tools.oews.place_scan import PlaceMention, find_places
from tools.oews.tables import areas

__all__ = ["NATION", "PlaceMention", "area", "fallback_area", "find_places", "link_place"]


def area(code: str) -> Area | None:
    """The OEWS area of a seven-digit code."""
    return areas().get(code)


def fallback_area(area: Area) -> Area | None:
    """The next larger area to look at: of a metropolitan or other area its state, of a state the nation."""
    if area.kind == "nation":
        return None
    return areas()[NATION if area.kind == "state" else f"{area.state}00000"]
