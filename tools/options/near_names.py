"""Names that were perhaps meant where a role or a place is not known: asked back, or taken openly, never in silence."""

from functools import cache

from tools.oews.places import meaning, place_keys
from tools.oews.spelling import stands_for_itself
from tools.oews.titles import known_titles
from tools.oews.wording import place_key, title_key

_MOST = 3
_NEAR_ROLE = 80.0  # percent of letters in common, words in any order
_NEAR_PLACE = 78.0


def near_roles(role: str) -> list[str]:
    """Job titles that are written nearly like `role`, nearest first, word for word; none where it is plain English."""
    key = title_key(role)
    words = key.split()
    if all(stands_for_itself(word) for word in words):
        return []  # no typing error: "insurance" is no "insurance csr"
    return _nearest(key, _titles_by_length().get(len(words), []), _NEAR_ROLE)


@cache
def _titles_by_length() -> dict[int, list[str]]:
    """All titles in order, by how many words they have: sorted once, as tens of thousands take a while."""
    found: dict[int, list[str]] = {}
    for title in sorted(known_titles()):
        found.setdefault(len(title.split()), []).append(title)
    return found


def near_places(place: str) -> list[str]:
    """US places whose names are written nearly like `place`, nearest first."""
    keys = _nearest(place_key(place), sorted(place_keys()), _NEAR_PLACE)
    found = [known.name for key in keys if (known := meaning(key)) and not known.country]
    return list(dict.fromkeys(found))


def _nearest(written: str, names: list[str], least: float) -> list[str]:
    from rapidfuzz import fuzz, process

    found = process.extract(written, names, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=_MOST)
    return [str(name) for name, _, _ in found]
