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
