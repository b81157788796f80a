"""What tables know of a text: where roles, places and skills stand.

An annotator is any function from a text to hits; the reader is trained with the very one it runs with.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

Kind = Literal["role", "place", "skill"]
KINDS: tuple[Kind, ...] = ("role", "place", "skill")


class Hit(NamedTuple):
    """`start` and `end` are offsets of characters in the text."""

    start: int
    end: int
    kind: Kind


Annotator = Callable[[str], Sequence[Hit]]


def table_hits(text: str) -> list[Hit]:
    """Roles of OEWS and O*NET, places of OEWS and skills of the skill graph, about 1 ms for 30 words."""
    from tools.oews.place_scan import find_places
    from tools.oews.role_scan import find_roles
    from tools.roadmap.skills import find_in_text

    hits = [Hit(role.start, role.end, "role") for role in find_roles(text)]
    hits += [Hit(place.start, place.end, "place") for place in find_places(text)]
    return hits + [Hit(skill.start, skill.end, "skill") for skill in find_in_text(text)]
