"""condition: what was told beside the questions and bears on the answer, held against the job that is asked about."""

from collections.abc import Mapping

from agent.coaching import conditions
from agent.coaching.lines import Line, Said, line
from agent.coaching.names import is_same_work, people
from agent.coaching.view import View
from agent.models import Wish
from tools.options.conditions import Condition
from tools.roadmap.aspects import Aspect, told_of

# How the work is to be, where the work of most jobs tells whether it is.
_JUDGED: tuple[Condition, ...] = ("light", "desk", "days")
# Who has others to look after or little time asks for the hours.
_OF_THE_HOURS: Mapping[str, list[Condition]] = {"family": ["days"], "time": ["days"]}
# What is told of the way into a job that bears on it.
_OF_THE_WAY: Mapping[str, Aspect] = {"money": "cost"}
_HALFWAY = 1


def say(wish: Wish, view: View) -> Said:
    """One sentence; nothing where nothing is held of it."""
    said = _against_job(wish, view)
    return Said((said,)) if said else Said()


def _against_job(wish: Wish, view: View) -> Line | None:
    """How the job that is asked about stands to it."""
    kind, role = wish.kind or "", _job(wish, view)
    if role is None:
        return None
    held = conditions.of_role(role)
    wanted = [each for each in wish.conditions if each in _JUDGED] or _OF_THE_HOURS.get(kind, [])
    if wanted and held:
        by = max(wanted, key=held.lacks)
        lacks = held.lacks(by)
        key = "suits" if not lacks else "halfway" if lacks == _HALFWAY else "against"
        return line(f"condition.{key}", people=people(role), part=conditions.part(held, by))
    aspect = _OF_THE_WAY.get(kind)
    told = told_of(role, aspect) if aspect else None
    return line("condition.way", told=told.removesuffix(".")) if told else None


def _job(wish: Wish, view: View) -> str | None:
    """The job that is asked about, where it is none of theirs."""
    own = (view.profile.current_role, view.profile.former_role)
    role = next((each.role for each in wish.subjects if each.role), None) or view.dialogue.topic.role
    return role if role and not any(is_same_work(role, work) for work in own) else None
