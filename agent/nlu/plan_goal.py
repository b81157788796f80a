"""Another goal in what is said to a plan, and jobs that are only asked about beside it."""

import re
from collections.abc import Iterable, Sequence

from agent.models import Plan, ProfileChange
from agent.nlu.kinds import kind_of
from agent.nlu.mentions import Message
from tools.oews.titles import find_title
from tools.roadmap.fields import field_of
from tools.roadmap.targets import link_target

_CLAUSE = re.compile(r"[,.;:!?]+|\s-\s")
# Who only asks about a job while there is a plan, wants to know of it and is not led there.
_SETS_A_GOAL = frozenset({"plan", "feedback", "correct", "tell", "answer", "approve", "progress"})


def other_goal(message: Message, plan: Plan) -> str | None:
    """The job or field that a clause of what sounds like consent is nothing but the name of, where the plan leads elsewhere.

    "No wait, cloud" agrees to nothing while a draft leads to data analyst.
    """
    if message.wishes != ("approve",) or message.mentions or plan.outlook is None:
        return None
    refuses = message.summary is not None and kind_of("sure", message.summary).label == "no"
    for clause in _CLAUSE.split(message.text):
        field, words = field_of(clause), clause.strip()
        # "Yes, captain" names no goal: a title counts that has a roadmap, or that stands beside a refusal.
        title = link_target(words) if words and not refuses else find_title(words.casefold())
        goals = field.roles if field else (words,) if title else ()
        # Who refuses and names the field of the plan's job means the first job of that field.
        meant = goals[:1] if refuses else goals
        if goals and _job(plan.outlook.target) not in map(_job, meant):
            return field.name if field else words
    return None


def _job(words: str) -> str:
    """A job by what it is linked to, so that two names of it are one."""
    linked = link_target(words)
    return linked.id if linked else words.casefold()


def about_the_plan(told: Sequence[ProfileChange], wishes: Iterable[str]) -> list[ProfileChange]:
    """What a message tells, beside a plan that leads somewhere: a job that is only asked about is no other goal."""
    tells = bool(_SETS_A_GOAL & {*wishes})
    return [change for change in told if tells or change.field != "target_role"]
