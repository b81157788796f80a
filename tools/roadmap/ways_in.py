"""What stands on paper between a person and a job, and the first step towards it: our own words, no figure."""

from functools import cache

from tools.oews.role_links import link_role
from tools.oews.tables import read_table


def papers_of(role: str) -> str | None:
    """What the job takes on paper, as words that go on after "on paper it takes"; None where nothing is."""
    return (_way(role) or {}).get("papers") or None


def first_step_of(role: str) -> str | None:
    """What to do this week, as a sentence in the imperative; None where the occupation is not known."""
    return (_way(role) or {}).get("step")


def _way(role: str) -> dict[str, str] | None:
    """The row of the occupation that a role in words is, where it is one by itself."""
    links = link_role(role)
    return _ways().get(links[0].occupation.code) if links and not links[0].proxy else None


@cache
def _ways() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in read_table("occupation_ways")}
