"""What every document is made from, made safe for any format."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from agent.models import Plan, Profile, Progress
from agent.plans.availability import milestone_days
from tools.evidence import Evidence, Value
from tools.roadmap.models import Milestone

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BEYOND = re.compile(
    "["
    + "".join(chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_ADDRESS = re.compile(r"https?://\S+")
V = TypeVar("V", bound=Value)


@dataclass(frozen=True)
class Content:
    """A plan with the evidence and profile behind it. Week 1 begins on `start`."""

    plan: Plan
    evidence: list[Evidence]
    profile: Profile
    thread: str
    today: date
    progress: Progress | None = None

    @property
    def start(self) -> date:
        """The plan's own first day, else today."""
        return _day(self.plan.start, self.today)

    def days(self, milestone: Milestone) -> tuple[date, date]:
        """The first and last day of a milestone: those it names, as long as they lie in its weeks."""
        return milestone_days(milestone, self.start)

    @property
    def cited(self) -> list[Evidence]:
        """The evidence that a claim of the plan names."""
        names = {
            name for section in self.plan.sections for claim in section.claims for name in claim.evidence
        }
        return [item for item in self.evidence if item.id in names]

    @property
    def title(self) -> str:
        """What the plan is for, in the person's words."""
        return f"Career plan: {self.profile.target_role}" if self.profile.target_role else "Career plan"


def _day(text: str | None, otherwise: date) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return otherwise


def clean(value: V) -> V:
    """The same value without characters that no document may hold (controls, lone surrogates).

    Web addresses lose all invisible characters too: a copied one leads where the plan says.
    """
    return type(value).model_validate(_clean(value.model_dump()))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        text = _BEYOND.sub("", _UNPRINTABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n")))
        return _ADDRESS.sub(lambda found: _visible(found[0]), text)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    return value


def _visible(address: str) -> str:
    return "".join(character for character in address if unicodedata.category(character) != "Cf")


def safe_link(url: str) -> str | None:
    """The address if it is an ordinary web address, else None: a document must not carry a script."""
    return url if re.fullmatch(r"https?://[^\s\"'<>\\]+", url) else None
