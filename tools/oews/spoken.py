"""Occupations in people's words: "Cooks, Restaurant" is "restaurant cooks"."""

import re
from functools import lru_cache

from tools.oews.role_links import link_role
from tools.oews.tables import read_table

_EXCEPTIONS = re.compile(r", Except .*|, (?:General|Including) .*|, General$|, Metal and Plastic$| \(.*\)$")
_LONG_ENDINGS = (
    ("Setters, Operators, and Tenders", "Operators"),
    ("Operators and Tenders", "Operators"),
    ("Technologists and Technicians", "Technicians"),
    ("Installers and Repairers", "Technicians"),
    ("First-Line Supervisors of", "Supervisors of"),
)
_COLLEGE = ", Postsecondary"
_PLAIN = re.compile(r"[A-Z][a-z]+(?:[-/'][A-Z]?[a-z]+)*[,;]?")


def spoken_title(title: str, code: str | None = None) -> str:
    """A title in the plural and in small letters, as people say it; `code` is its SOC code where it has one.

    Names written by hand come first; else exceptions are left out and what stands behind a comma goes ahead.
    """
    if code is not None and (name := _by_hand().get(code)):
        return name
    plain = _EXCEPTIONS.sub("", title)
    for long, short in _LONG_ENDINGS:
        plain = plain.replace(long, short)
    if plain.endswith(_COLLEGE):
        plain = f"college {plain.removesuffix(_COLLEGE)}"
    head, comma, rest = plain.partition(", ")
    if comma and " and " not in plain and "," not in rest:
        ahead = "other" if rest == "All Other" else rest
        plain = f"{ahead} {head}"
    elif plain.endswith(", All Other"):
        plain = f"other {plain.removesuffix(', All Other')}"
    return " ".join(word.lower() if _PLAIN.fullmatch(word) else word for word in plain.split())


@lru_cache(maxsize=1)
def _by_hand() -> dict[str, str]:
    return {row["code"]: row["name"] for row in read_table("occupation_names")}


@lru_cache(maxsize=2048)
def told_name(role: str) -> str | None:
    """What those are called who do what `role` tells ("drove trucks": "heavy truck drivers"); None for a title."""
    links = link_role(role)
    if not links or links[0].read == "title":
        return None
    return spoken_title(links[0].occupation.title, links[0].occupation.code)
