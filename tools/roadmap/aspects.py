"""What people ask about a job beside pay and papers: an answer for each aspect, in our own words without figures."""

from functools import cache
from typing import Literal, get_args

from tools.oews.role_links import link_role
from tools.oews.tables import read_table
from tools.roadmap.targets import link_target

# `machines`: what software and robots take of it. `employers`: who hires. `chances`: how an outsider gets in.
# `barriers`: what shuts one out. `drawbacks`: why people leave. `onward`: where it leads. `beginning`: the first
# months. `cost`: what the way in costs and who pays. `own`: part time, from home, for oneself. `suits`: what one
# must be good at.
Aspect = Literal[
    "machines",
    "employers",
    "chances",
    "barriers",
    "drawbacks",
    "onward",
    "beginning",
    "cost",
    "own",
    "suits",
]
ASPECTS: tuple[Aspect, ...] = (*get_args(Aspect),)


def told_of(role: str, aspect: Aspect) -> str | None:
    """One or two sentences on an aspect of a job; None where neither it nor its own occupation is known."""
    target, links = link_target(role), link_role(role)
    if target and target.id in _told():
        return _told()[target.id][aspect]
    own = links and not links[0].proxy
    return _told().get(links[0].occupation.code, {}).get(aspect) if own else None


@cache
def _told() -> dict[str, dict[str, str]]:
    """By SOC code, or the id of a role with a roadmap."""
    return {row["code"]: row for row in read_table("occupation_aspects")}
