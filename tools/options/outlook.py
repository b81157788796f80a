"""What is held about an occupation elsewhere: projected growth, and roadmaps that lead to it."""

from functools import cache

from tools.market import facts
from tools.market.facts import Fact
from tools.roadmap.tables import roles


def growth_of(code: str) -> Fact | None:
    """The newest projection of employment growth for exactly this occupation, null where none is held."""
    found = [
        fact
        for fact in facts.facts_for(frozenset(), [code])
        if fact.topic == "outlook"
        and fact.figure.statistic == "growth"
        and fact.population == code
        and not facts.is_superseded(fact)
    ]
    return found[0] if found else None


def roadmaps_of(code: str, onet_code: str) -> list[str]:
    """Titles of the roadmap tool's roles that are this occupation, or a specialty within it that is named."""
    named = _roadmaps()
    return named.get(onet_code) or named.get(code, [])


@cache
def _roadmaps() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for role in roles().values():
        for code in role.occupations:
            found.setdefault(code, []).append(role.title)
    return found
