"""The prerequisite graph: what a skill builds on, and the longest chain through what is left to learn."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from tools.roadmap.tables import skills

Graph = Any  # networkx.DiGraph, which is imported only where a graph is built


@cache
def prerequisites() -> Graph:
    """Every skill of the table, each edge from a prerequisite to what builds on it."""
    return build({skill.id: skill.prerequisites for skill in skills().values()})


@cache
def implications() -> Graph:
    """The same with those edges only that knowing the later skill proves."""
    return build({skill.id: skill.implied for skill in skills().values()})


def build(needed: Mapping[str, Iterable[str]]) -> Graph:
    """A directed graph from each prerequisite to its dependent."""
    import networkx as nx

    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(needed)
    graph.add_edges_from((item, after) for after, listed in needed.items() for item in listed)
    return graph


@cache
def before(skill: str) -> frozenset[str]:
    """All that a skill of the table builds on, near and far."""
    import networkx as nx

    return frozenset(nx.ancestors(prerequisites(), skill))


@cache
def implied_by(skill: str) -> frozenset[str]:
    """Skill ids that somebody who has `skill` has as well."""
    import networkx as nx

    return frozenset(nx.ancestors(implications(), skill))


def needed_for(goals: Iterable[str], known: Collection[str]) -> set[str]:
    """The goals and all they build on; a known skill does not ask for its own prerequisites."""
    wanted, waiting = set(goals), list(goals)
    while waiting:
        skill = waiting.pop()
        if skill in known:
            continue
        new = set(skills()[skill].prerequisites) - wanted
        wanted |= new
        waiting.extend(new)
    return wanted


def longest_chain(hours: Mapping[str, float]) -> list[str]:
    """The chain of prerequisites within `hours` (skill id to hours) that takes longest, first skill first."""
    import networkx as nx

    weighted: Graph = nx.DiGraph()
    weighted.add_nodes_from(["start", *sorted(hours)])
    for skill in sorted(hours):
        needed = [item for item in skills()[skill].prerequisites if item in hours] or ["start"]
        weighted.add_edges_from((item, skill, {"hours": hours[skill]}) for item in needed)
    chain: list[str] = nx.dag_longest_path(weighted, weight="hours")
    return chain[1:]


def without_shortcuts(needed: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The same dependencies without those that follow from others."""
    import networkx as nx

    reduced = nx.transitive_reduction(build(needed))
    return {item: sorted(reduced.predecessors(item)) for item in needed}
