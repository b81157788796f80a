"""Fields of work ("data", "something with AI") and the roles in them, the nearest first (seeds/tables/fields.csv)."""

from dataclasses import dataclass
from functools import cache, lru_cache

from tools.roadmap.tables import read_table

# Words around the name of a field that tell nothing of which one it is.
_AROUND = frozenset(
    (
        *("a", "an", "the", "in", "with", "of", "to", "do", "some", "something", "anything"),
        *("job", "jobs", "career", "work", "role", "field", "stuff", "things", "world", "business"),
    )
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field as people call it, and its roles in the order in which they are reached."""

    name: str
    roles: tuple[str, ...]


@lru_cache(maxsize=2048)
def field_of(words: str | None) -> Field | None:
    """The field that `words` name; None where they name a job, or nothing known."""
    if not words:
        return None
    said = words.casefold().strip(" .,!?").split()
    return _fields().get(" ".join(said)) or _fields().get(
        " ".join(word for word in said if word not in _AROUND)
    )


@cache
def _fields() -> dict[str, Field]:
    return {
        name: Field(row["field"], tuple(row["roles"].split(";")))
        for row in read_table("fields")
        for name in row["words"].split(";")
    }
