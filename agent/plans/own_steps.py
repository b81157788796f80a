"""A step of the person's own as an edit that every later draft keeps: added, moved, or with other hours."""

from collections.abc import Sequence

import prompts
from agent.models import Plan, PlanChange, PlanEdit
from agent.plans.change_names import meant
from agent.plans.constraints import OWN
from agent.plans.unmade import Unmade
from tools.roadmap.models import OwnStep

_LONGEST = 90  # characters of a title


def added(change: PlanChange, plan: Plan) -> tuple[list[PlanEdit], list[Unmade]]:
    """The step that a change asks for, in the person's words."""
    title = _title(change.words or "")
    if not title:
        return [], [Unmade(prompts.reply("feedback.own_step"), prompts.reply("feedback.own_step_ask"))]
    named, notes = meant(change, plan) if change.at in ("before", "after") else ([], [])
    there = any(each.title.casefold() == title.casefold() for each in plan.milestones if each.own)
    place = change.at or (None if change.subject or there else "end")
    if place in ("before", "after") and not named:
        place = "end"
    hours = change.hours or (None if change.subject else _hours_of_skill(title))
    step = OwnStep(title=title, hours=hours, place=place, of=named, subject=change.subject)
    return [PlanEdit(path=f"{OWN}/{title}", after=step.model_dump(mode="json"))], notes


def kept(edits: Sequence[PlanEdit], new: PlanEdit) -> PlanEdit:
    """A step of theirs anew with what the newer word does not tell: its hours and place, and that it is a subject."""
    before = next((edit for edit in edits if edit.path == new.path), None)
    if before is None or not isinstance(before.after, dict) or not isinstance(new.after, dict):
        return new
    had = {name: new.after.get(name) or before.after.get(name) for name in ("hours", "place", "subject")}
    of = new.after.get("of") if new.after.get("place") else before.after.get("of")
    return new.model_copy(update={"after": {**new.after, **had, "of": of}})


def _title(words: str) -> str:
    said = " ".join(words.split()).strip(" .,;:!?-\"'")[:_LONGEST]
    return said[:1].upper() + said[1:]


def _hours_of_skill(title: str) -> float | None:
    """The typical hours of a skill that the step is the name of."""
    from tools.roadmap.skills import link_skill
    from tools.roadmap.tables import skills

    linked = link_skill(title)
    return skills()[linked.id].typical if linked else None
