"""What a redraft does not make of a person's words: said in a sentence, with the question that would help."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

import prompts
from agent import wording
from agent.models import Plan, PlanChange, PlanChangeKind, Skipped, Slot
from agent.plans.labels import ENGLISH, label, remark
from agent.plans.named import skills_of_subject, telling_words
from agent.plans.other_words import could_be
from agent.plans.progress import usual_name
from agent.plans.summary import hours_in_all
from tools.roadmap.calendars import make_calendar, read_period

FEWER = 2 / 3  # of the hours a week, where somebody wants it slower and told no hours

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


def unmade(change: PlanChange, names: Iterable[str] = (), language: str = ENGLISH) -> Unmade:
    """What was understood of a change that no redraft makes, or that names nothing to make it with."""
    wording_of, what = prompts.replies("feedback"), wording.listing(list(names))
    key = f"{change.kind}_of" if what and f"{change.kind}_of" in wording_of else change.kind
    given = {"what": what} if "what" in prompts.placeholders(wording_of[key]) else {}
    question = remark(language, f"{key}_ask") if f"{key}_ask" in wording_of else ""
    said = remark(language, key, **given)
    return Unmade(said[:1].upper() + said[1:], question, _SLOTS.get(change.kind))


def untaught(skill: str, plan: Plan, *, gone: bool = False) -> Unmade:
    """That a skill is no part of the plan, and why where it was left out; of one that is to be `gone` that is all there is to say."""
    from tools.roadmap.skills import link_skill

    say = partial(remark, plan.language)
    group = left_out(skill, plan)
    if of_it := group or next(
        filter(None, (left_out(each, plan) for each in sorted(skills_of_subject(skill)))), None
    ):
        why = {"left_out": "out_asked", "later": "out_later"}.get(of_it.kind, "out_known")
        return Unmade(wording.sentence(say(why, what=usual_name(skill) if group else skill)))
    if gone and (linked := link_skill(skill)):
        return Unmade(say("absent", what=linked.name))
    near = [f"“{each.title}”" for each in could_be(skill, plan)]
    if not near:
        return Unmade(say("untaught", what=skill))
    titles = f" {label(plan.language, 'or')} ".join(near)
    return Unmade(say("meant", what=skill), say("meant_ask", titles=titles))


def left_out(skill: str, plan: Plan) -> Skipped | None:
    """The group of skills that a plan does without in which this one is."""
    groups, name = plan.outlook.skipped if plan.outlook else [], usual_name(skill)
    if group := next((group for group in groups if name in group.skills), None):
        return group
    words = telling_words(skill)
    near = [group for group in groups for each in group.skills if words and words <= telling_words(each)]
    return near[0] if len(near) == 1 else None


def passed_over(change: PlanChange, language: str) -> Unmade:
    """That nothing came of words, with the question that would help; of times of day that a plan counts none."""
    said = "days" if change.kind == "hours" else "passed_over"
    words = " ".join((change.words or "").split()).strip(" .,;!?")
    question = prompts.replies("feedback").get(f"{change.kind}_ask", "") if said == "passed_over" else ""
    return Unmade(remark(language, said, words=words), question)


def limited(words: str, plan: Plan) -> tuple[str, Unmade]:
    """A limit on money as a line of the plan, in the person's words, and what the coach cannot see of it.

    Without an amount in it there is no limit to keep, and the question is what should go.
    """
    asked = unmade(PlanChange(kind="cheaper"))
    if not any(character.isdigit() for character in words):
        links = any(each.resources for each in plan.milestones)
        return "", asked if links else Unmade(remark(plan.language, "cheaper_steps"))
    said = wording.sentence(" ".join(words.split()).strip(" .,;"))
    return said, Unmade(remark(plan.language, "cheaper_of", what=said.rstrip(".")))


def slower(plan: Plan) -> Unmade:
    """When it would end at fewer hours a week, and the question how many there are."""
    outlook, asked = plan.outlook, unmade(PlanChange(kind="slower"))
    hours = hours_in_all(plan)
    if outlook is None or not outlook.hours_per_week or not plan.start or not hours:
        return asked
    fewer, start = max(1, round(float(outlook.hours_per_week) * FEWER)), date.fromisoformat(plan.start)
    ends = make_calendar(fewer, (), start, map(read_period, outlook.busy)).finish(hours)
    told = {"hours": wording.hours(fewer), "pace": wording.number(outlook.hours_per_week)}
    day = wording.spoken_date(wording.week_end(start, ends))
    return asked._replace(said=prompts.fill(prompts.reply("feedback.slower_of"), day=day, **told))


def ways_to_say_it(plan: Plan) -> str:
    """How changes can be said, in words of this plan."""
    first = plan.milestones[0] if plan.milestones else None
    if first is None:
        return remark(plan.language, "no_steps")
    skill = first.id if first.does else next(iter(first.skills), first.title)
    how = remark(plan.language, "how", skill=skill)
    return f"{how} {remark(plan.language, 'edit', title=first.title)}"


def told(unmade_: Iterable[Unmade]) -> tuple[list[str], Slot | None]:
    """The sentences, each once, with the first question after them; and what that asks for."""
    found = list(unmade_)
    asking = next((each for each in found if each.question), None)
    lines = list(dict.fromkeys(each.said for each in found))
    return ([*lines, asking.question], asking.slot) if asking else (lines, None)
