"""Which families of roles a title belongs to: what decides whom a reported figure is about.

Occupations are too coarse for it: an AI engineer and a web shop's developer share 15-1252.
"""

import re
from functools import cache

from tools.oews.tables import read_table
from tools.salary.fields import items

_FUZZY_FROM = 6  # shorter words differ too much by one letter
_SAME_WORD = 86.0  # "enginer" passes, "engineering" does not


def words(text: str) -> list[str]:
    """Lower-case words, plural s dropped ("AI Back-End Engineers" -> ai, back, end, engineer)."""
    text = text.lower().replace("a.i.", "ai").replace("m.l.", "ml")
    return [word.rstrip("s") if len(word) > 3 else word for word in re.findall(r"[^\W_]+", text)]


def families(role: str) -> frozenset[str]:
    """Families of `role`; empty for most roles. A phrase matches when all its words stand in the title."""
    found = words(role)
    return frozenset(
        family
        for family, phrase, unless in _phrases()
        if all(_holds(found, word) for word in phrase) and not any(word in found for word in unless)
    )


def applies(targets: str, role_families: frozenset[str], codes: list[str]) -> bool:
    """Whether a figure for `targets` ("ai-engineer;15-1252;15-12*") is about these families or SOC codes."""
    for target in items(targets):
        if target in role_families or target in codes:
            return True
        if target.endswith("*") and any(code.startswith(target[:-1]) for code in codes):
            return True
    return False


@cache
def _phrases() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (row["family"], tuple(words(phrase)), tuple(words(row["unless"])))
        for row in read_table("role_families")
        for phrase in items(row["phrases"])
    )


def _holds(found: list[str], word: str) -> bool:
    if word in found:
        return True
    near = [other for other in found if len(other) >= _FUZZY_FROM]
    if len(word) < _FUZZY_FROM or not near:
        return False
    from rapidfuzz import fuzz

    return any(fuzz.ratio(other, word) >= _SAME_WORD for other in near)
