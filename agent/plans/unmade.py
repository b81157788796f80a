"""What a redraft does not make of a person's words: said in a sentence, with the question that would help."""

from collections.abc import Iterable
from typing import NamedTuple

import prompts
from agent import wording
from agent.models import Plan, PlanChange, PlanChangeKind, Slot
from agent.plans.progress import usual_name

_SLOTS: dict[PlanChangeKind, Slot] = {
    "slower": "hours",
    "hours": "hours",
    "start": "start",
    "deadline": "horizon",
    "target": "target",
    "place": "place",
}


class Unmade(NamedTuple):
    """A change that was not made: why, and what to ask about it; `slot` is what the answer tells."""

    said: str
    question: str = ""
    slot: Slot | None = None


def unmade(change: PlanChange, names: Iterable[str] = ()) -> Unmade:
    """What was understood of a change that no redraft makes, or that names nothing to make it with."""
    wording_of, what = prompts.replies("feedback"), wording.listing(list(names))
    key = f"{change.kind}_of" if what and f"{change.kind}_of" in wording_of else change.kind
    said = prompts.reply(f"feedback.{key}")
    given = {"what": what} if "what" in prompts.placeholders(said) else {}
    question = wording_of.get(f"{key}_ask", "")
    said = prompts.fill(said, **given)
    return Unmade(said[:1].upper() + said[1:], question, _SLOTS.get(change.kind))


def untaught(skill: str, plan: Plan) -> Unmade:
    """That a skill is no part of the plan, and why where it was left out."""
    groups, name = plan.outlook.skipped if plan.outlook else [], usual_name(skill)
    if why := next((group.why for group in groups if name in group.skills), None):
        return Unmade(f"{name} is left out already ({why}).")
    return Unmade(f"The plan does not teach {skill}.")


def ways_to_say_it(plan: Plan) -> str:
    """How changes can be said, in words of this plan."""
    first = plan.milestones[0] if plan.milestones else None
    if first is None:
        return prompts.reply("feedback.no_steps")
    skill = next(iter(first.skills), first.title)
    how = prompts.fill(prompts.reply("feedback.how"), skill=skill)
    return f"{how} {prompts.fill(prompts.reply('feedback.edit'), title=first.title)}"


def told(unmade_: Iterable[Unmade]) -> tuple[list[str], Slot | None]:
    """The sentences, each once, with the first question after them; and what that asks for."""
    found = list(dict.fromkeys(unmade_))
    asking = next((each for each in found if each.question), None)
    lines = [each.said for each in found]
    return ([*lines, asking.question], asking.slot) if asking else (lines, None)
