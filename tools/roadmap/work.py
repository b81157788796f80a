"""What people in a job do all day: one sentence each in our own words, general knowledge without figures."""

from functools import cache

from tools.oews.role_links import link_role
from tools.oews.tables import read_table
from tools.oews.wording import title_key
from tools.roadmap.targets import link_target


def work_of(role: str) -> str | None:
    """What they do, as words that go on after "they"; None where neither target nor occupation is known."""
    target, links = link_target(role), link_role(role)
    for key in (target.id if target else "", title_key(role)):
        if key in _works():
            return _works()[key]
    return _works().get(links[0].occupation.code) if links and not links[0].proxy else None


@cache
def _works() -> dict[str, str]:
    """By SOC code, the id of a role with a roadmap, or titles whose work is not that of most counted there."""
    return {key: row["work"] for row in read_table("occupation_work") for key in row["code"].split("|")}
