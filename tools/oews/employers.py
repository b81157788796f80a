"""What kind of place well-known employers are: "crew at McDonald's" is a crew at a fast food restaurant."""

from functools import lru_cache

from tools.oews.tables import read_table
from tools.oews.wording import split_words, title_key

# Words that an employer's name stands behind.
_BEFORE = frozenset({"at", "for", "with", "in", "by", "from", "a", "an", "the", "drive", "driving"})


def with_kind_of_employer(text: str) -> str:
    """The words with the kind of place for an employer that they name behind "at", "for" and the like; else as they are."""
    words = split_words(text)
    for at in range(1, len(words)):
        if words[at - 1].norm not in _BEFORE:
            continue
        for end in range(min(len(words), at + _longest()), at, -1):
            if kind := _kinds().get(" ".join(word.norm for word in words[at:end])):
                return f"{text[: words[at].start]}{kind}{text[words[end - 1].end :]}"
    return text


def employers() -> list[str]:
    """The names of employers, as they write them."""
    return [name for row in read_table("employers") for name in row["names"].split("|")]


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """By an employer's name in comparable form what kind of place it is."""
    rows = read_table("employers")
    return {title_key(name): row["kind"] for row in rows for name in row["names"].split("|")}


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(len(name.split()) for name in _kinds())
