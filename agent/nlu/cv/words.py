"""The words a CV is built with, from `prompts/nlu/cv.yaml`."""

import re
from functools import cache
from typing import Any

from prompts import table

_SPACES = re.compile(r"[^\w'+#]+")


def normal(text: str) -> str:
    """Lower case, one space between words, no punctuation, "&" written out, "(s)" as a plural."""
    plain = text.casefold().replace("&", " and ").replace("\u2019", "'").replace("(s)", "s")
    return " ".join(_SPACES.sub(" ", plain).split())


@cache
def headings() -> dict[str, str]:
    """Section by heading in normal form."""
    told: dict[str, list[str]] = _table()["headings"]
    return {normal(name): kind for kind, names in told.items() for name in names}


@cache
def heading_words() -> dict[str, str]:
    """Section by a word that only its headings hold."""
    told: dict[str, str] = _table()["heading_words"]
    return {word: kind for kind, listed in told.items() for word in listed.split()}


@cache
def labels(*kinds: str) -> frozenset[str]:
    """What stands before a colon: "title", "place", "skills", "clients" or "dates"."""
    return frozenset(normal(name) for kind in kinds for name in _table()["labels"][kind])


@cache
def abroad() -> dict[str, str]:
    """Country by what a postal code begins with or is shaped like, and by dialling code."""
    told: dict[str, str] = {str(name): country for name, country in _table()["abroad"].items()}
    return told


@cache
def listed(kind: str) -> frozenset[str]:
    """Words of "employers" and "low_levels", what "breaks" and "trainings" begin with, and what CVs ("documents") call themselves."""
    words = _table()[kind]
    return frozenset(words.split() if isinstance(words, str) else words)


def _table() -> dict[str, Any]:
    found: dict[str, Any] = table("nlu/cv")
    return found
