"""How an occupation is entered, in O*NET's job zones, for roles that no roadmap leads to."""

from dataclasses import dataclass

from agent.coaching.findings import Found, answering
from agent.coaching.requests import options_request
from agent.coaching.view import View
from agent.models import ToolRequest
from tools.options.models import OptionsDocument

DEGREE = 4  # the job zone from which on a degree is usual


@dataclass(frozen=True)
class Entry:
    """`words` say what those who enter usually have, `zone` is O*NET's, 1 to 5; `id` is the evidence.

    `people` are those who do the work, as the statistics count them, in the plural.
    """

    people: str
    words: str
    zone: int
    id: str
    found: Found[OptionsDocument]


def entry_request(role: str, view: View) -> ToolRequest:
    """The tool says of a role itself how it is entered; where they live plays no part in that."""
    return options_request(role, None, view)


def was_looked_up(role: str, view: View) -> bool:
    """Whether the call was made and worked: only then "not known" is true."""
    return answering(view.findings.options, entry_request(role, view)) is not None


def entry_of(role: str, view: View) -> Entry | None:
    """How a role is entered; None where it is no occupation that O*NET describes, or the call failed."""
    found = answering(view.findings.options, entry_request(role, view))
    present = found.document.present if found else None
    if found is None or present is None or present.entry is None or present.job_zone is None:
        return None
    held = next((item.id for item in found.evidence if present.entry in item.text), "")
    return Entry(present.name, present.entry.removeprefix("usually "), present.job_zone, held, found)
