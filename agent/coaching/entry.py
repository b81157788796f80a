"""How an occupation is entered, and how many years of school that takes, for roles that no roadmap leads to."""

from dataclasses import dataclass
from typing import Literal

from agent.coaching.findings import Found, answering
from agent.coaching.requests import options_request
from agent.coaching.view import View
from agent.models import ToolRequest
from tools.options.models import OptionsDocument

_DEGREE, _GRADUATE = 4, 6  # years of college
Level = Literal["none", "some", "degree", "graduate"]


@dataclass(frozen=True)
class Entry:
    """`words` say what those who enter usually have, `years` are those of school after high school that most have.

    `zone` is O*NET's, 1 to 5: of as many years of school it tells how long the training is. `people` are those who do
    the work, as the statistics count them, in the plural; `id` is the evidence.
    """

    people: str
    words: str
    years: int
    zone: int
    id: str
    found: Found[OptionsDocument]

    @property
    def level(self) -> Level:
        """No school after high school, some, a four-year degree, graduate school."""
        if self.years >= _DEGREE:
            return "graduate" if self.years >= _GRADUATE else "degree"
        return "some" if self.years else "none"

    @property
    def preparation(self) -> tuple[int, int]:
        """What orders occupations by how much has to come before them."""
        return self.years, self.zone

    @property
    def asks_degree(self) -> bool:
        """Whether a four-year degree is the usual way in."""
        return self.years >= _DEGREE


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
    if found is None or present is None or present.entry is None or present.school_years is None:
        return None
    held = next((item.id for item in found.evidence if present.entry in item.text), "")
    words, zone = present.entry.removeprefix("usually "), present.job_zone or 0
    return Entry(present.name, words, present.school_years, zone, held, found)
