"""How the work is to be, as the person told it, and how near to that most jobs of an occupation come."""

from collections.abc import Mapping, Sequence

from agent import wording
from agent.coaching import names
from agent.coaching.lines import Line, line
from agent.coaching.view import View
from agent.models import Wish
from tools.oews.role_links import link_role
from tools.options.conditions import CONDITIONS, Condition, WorkConditions, conditions_of

# What of the work a wish is about.
_SIDES: Mapping[Condition, str] = {
    **dict.fromkeys(("desk", "outdoors", "home", "settled"), "place"),
    "light": "effort",
    "hands": "effort",
    "days": "hours",
    "quiet": "among",
    "people": "among",
}
_HALFWAY = 1


def wanted(wish: Wish, view: View) -> tuple[Condition, ...]:
    """How the work is to be: by this message and those before."""
    told = {*wish.conditions, *view.dialogue.conditions}
    return tuple(each for each in CONDITIONS if each in told)


def of_role(role: str | None) -> WorkConditions | None:
    """How most jobs of a role in words are; None where that is not known."""
    links = link_role(role or "")
    return conditions_of(links[0].occupation.code) if links else None


def all_of(roles: Sequence[str]) -> list[WorkConditions] | None:
    """The conditions of each; None where one is not known."""
    held = [found for role in roles if (found := of_role(role))]
    return held if len(held) == len(roles) else None


def lacking(held: WorkConditions, told: Sequence[Condition]) -> int:
    """How far it is from all that was told."""
    return sum(held.lacks(each) for each in told)


def tell_apart(roles: Sequence[str], told: Sequence[Condition]) -> bool:
    """Whether some of several roles are nearer to what was told than others."""
    return len({lacking(held, told) for held in all_of(roles) or []}) > 1


def part(held: WorkConditions, of: Condition) -> str:
    """What it is like where a wish is about it ("in shifts")."""
    return _words(held)[_SIDES[of]]


def whole(held: WorkConditions) -> str:
    """How heavy, where, when and among whom."""
    return wording.listing([*_words(held).values()])


def telling(one: WorkConditions, other: WorkConditions, told: Sequence[Condition]) -> Condition:
    """The wish by which two differ most; the first where they are alike."""
    return max(told, key=lambda each: abs(one.lacks(each) - other.lacks(each)))


def judged(role: str, held: WorkConditions, told: Sequence[Condition]) -> list[Line]:
    """Whether the work of a role suits what was told, and what to look at before it is believed."""
    by = max(told, key=held.lacks)
    lacks = held.lacks(by)
    key = "suits" if not lacks else "halfway" if lacks == _HALFWAY and by in ("light", "days") else "against"
    return [line(f"work_like.{key}", people=names.people(role), part=part(held, by))]


def check(told: Sequence[Condition]) -> Line:
    """What to ask about the very job."""
    return line(f"work_like.check_{_SIDES[told[0]]}")


def _words(held: WorkConditions) -> dict[str, str]:
    kinds = {"effort": held.effort, "place": held.place, "hours": held.hours, "among": held.people}
    return {side: line(f"work_like.{side}_{kind}").text.rstrip(".").lower() for side, kind in kinds.items()}
