"""Questions about the plan that waits, answered from the draft itself and the evidence it names."""

import re
from collections.abc import Iterator
from datetime import date

from agent import wording
from agent.models import Claim, Understanding
from agent.policy.offline.answering.draft_parts import (
    Draft,
    milestone_named,
    milestone_told,
    neighbours_told,
    skill_told,
)
from agent.policy.offline.answering.markdown import bullets, cited
from agent.state import CoachState
from tools.roadmap.models import Milestone

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_MOST = 5  # lines of one list
_KEPT_WORDS = 60  # of a piece of evidence that is quoted


def draft_reply(state: CoachState, understanding: Understanding, today: date) -> str:
    """What the plan that waits, else the delivered one, says to the question; empty when it is about something else."""
    plan = state.get("draft") or state.get("plan")
    if plan is None or not understanding.details.get("about_plan"):
        return ""
    waits = state.get("draft") is not None
    draft = Draft(plan, list(state.get("evidence") or []), state["profile"], today, waits=waits)
    asked = _Asked(understanding)
    parts = [*_named(draft, asked), *_dates(draft, asked), *_wanted(draft, asked)]
    return "\n\n".join(parts or [_overview(draft)])


class _Asked:
    """What `Understanding.details` says the question names and wants to know."""

    def __init__(self, understanding: Understanding) -> None:
        self.details = understanding.details

    def names(self, key: str) -> list[str]:
        held = self.details.get(key)
        return [item for item in held if isinstance(item, str)] if isinstance(held, list) else []

    def weeks(self) -> list[int]:
        held = self.details.get("weeks")
        return [item for item in held if isinstance(item, int)] if isinstance(held, list) else []

    def wants(self, name: str) -> bool:
        return name in self.names("wants")


def _named(draft: Draft, asked: _Asked) -> Iterator[str]:
    """One part for each thing the question names."""
    for number in asked.names("milestones"):
        milestone = draft.milestone(number)
        if milestone is None:
            yield (
                f"The {draft.name} has no {number}; its milestones go from M1 to {draft.plan.milestones[-1].id}."
                if draft.plan.milestones
                else f"The {draft.name} has no milestones."
            )
        elif asked.wants("order"):
            yield neighbours_told(draft, milestone)
        else:
            yield milestone_told(draft, milestone)
    for skill in asked.names("skills"):
        yield skill_told(draft, skill, why=asked.wants("why"))
    for week in asked.weeks():
        yield _week(draft, week)
    for number in asked.names("evidence"):
        yield _evidence(draft, number)
    for name in asked.names("sections"):
        section = next((each for each in draft.plan.sections if each.id == name), None)
        if section is not None and section.claims:
            yield f"Under “{section.title}” the {draft.name} says:\n\n{bullets(section.claims[:_MOST])}"
        else:
            yield f"The {draft.name} says nothing about that."


def _dates(draft: Draft, asked: _Asked) -> Iterator[str]:
    """When it begins and ends, what is on now, how much it is, and who approved it."""
    if asked.wants("finish"):
        yield _finish(draft)
    if asked.wants("start"):
        yield f"Week 1 begins on {wording.spoken_date(draft.start)}. {_first(draft)}"
    if asked.wants("now") or asked.wants("next_week"):
        yield _running(draft, later=asked.wants("next_week"))
    if asked.wants("approval"):
        yield _approval(draft)
    if asked.wants("hours") and not asked.names("milestones") and not asked.names("skills"):
        yield _hours(draft)


def _wanted(draft: Draft, asked: _Asked) -> Iterator[str]:
    """Order, proofs, reasons and sources of the whole draft, where no part of it answers already."""
    if any(asked.names(key) for key in ("milestones", "skills", "sections", "evidence")) or asked.weeks():
        return
    if asked.wants("why"):
        yield _reason(draft)
    if asked.wants("order") and not asked.wants("next_week"):
        yield _next(draft)
    if asked.wants("proof"):
        proofs = [Claim(text=f"{each.id}: {each.proof}") for each in draft.plan.milestones]
        yield f"Each milestone ends with something you can show:\n\n{bullets(proofs)}"
    if asked.wants("resources"):
        named = [
            f"{each.id}: {resource.title} ({resource.url})"
            for each in draft.plan.milestones
            for resource in each.resources[:1]
        ]
        yield f"The {draft.name} works with these, one for each milestone here:\n\n" + "\n".join(
            f"- {item}" for item in named
        )
    if asked.wants("evidence"):
        sources = list(dict.fromkeys(source.title for source in draft.plan.sources))[:_MOST]
        yield f"Every figure in the {draft.name} carries the number of its evidence. They come from, among others, {wording.listing(sources)}."


def _week(draft: Draft, week: int) -> str:
    running = [each for each in draft.plan.milestones if each.start_week <= week <= each.end_week]
    if not running:
        return f"Nothing is planned for that week. {_finish(draft)}"
    day = wording.spoken_date(wording.week_start(draft.start, week))
    return f"In week {week}, from {day}, you work on {' and on '.join(milestone_named(draft, each).rstrip('.') for each in running)}."


def _running(draft: Draft, *, later: bool) -> str:
    """The work of the week that runs, or of the one after it; before the first day, of week 1."""
    week = max(0, (draft.today - draft.start).days // 7) + 1 + later
    return " ".join([_week(draft, week), *(draft.plan.next_actions[:1] if week == 1 else [])])


def _approval(draft: Draft) -> str:
    given, version = draft.plan.approval, f"version {draft.plan.version}"
    if given is None:
        return f"This is {version}, and nobody has approved it yet."
    return f"This is {version}, approved by {wording.inline(given.by)} at {given.at}."


def _evidence(draft: Draft, number: str) -> str:
    item = next((each for each in draft.evidence if each.id == number), None)
    if item is None:
        return f"There is no {number} in this conversation."
    words = item.text.split()
    text = " ".join(words[:_KEPT_WORDS]) + (" ..." if len(words) > _KEPT_WORDS else "")
    said = [Claim(text=each, evidence=[number]) for each in _SENTENCE_END.split(wording.inline(text))]
    publisher = f", {item.source.publisher}" if item.source.publisher else ""
    return f"{number} stands for {item.source.title}{publisher}:\n\n{bullets(said)}"


def _finish(draft: Draft) -> str:
    if not draft.plan.milestones:
        return f"The {draft.name} has no milestones, so it names no date."
    last = max(draft.plan.milestones, key=lambda each: each.end_week)
    day = wording.spoken_date(wording.week_end(draft.start, last.end_week))
    text = f"By this {draft.name} you are done at the end of week {last.end_week}, on {day}."
    ids = draft.behind(last.title, "last week", last.end_week)
    timeline = next((each.claims for each in draft.plan.sections if each.id == "timeline"), [])
    spread = [cited(claim) for claim in timeline if "simulation" in claim.text]
    return " ".join([cited(Claim(text=text, evidence=ids)), *spread])


def _hours(draft: Draft) -> str:
    total = _sum(draft.plan.milestones)
    ids = _totals(draft, total)
    count = len(draft.plan.milestones)
    text = f"The {count} milestones add up to {wording.hours(total)} of study."
    pace = draft.profile.hours_per_week
    return cited(Claim(text=text, evidence=ids)) + (
        f" You plan with {wording.hours(pace)} a week." if pace else ""
    )


def _sum(milestones: list[Milestone]) -> float:
    total = round(sum(each.hours for each in milestones), 1)
    return int(total) if total == int(total) else total


def _totals(draft: Draft, total: float) -> list[str]:
    for item in reversed(draft.evidence):
        if any(each.label == "study hours in all" and each.value == total for each in item.figures):
            return [item.id]
    return [
        number
        for each in draft.plan.milestones
        for number in draft.behind(each.title, "study hours", each.hours)
    ]


def _reason(draft: Draft) -> str:
    timeline = next((each.claims for each in draft.plan.sections if each.id == "timeline"), [])
    lead = f"The {draft.name} takes what your target asks for, leaves out what you know, and puts each skill after those it builds on."
    return " ".join([lead, *(cited(claim) for claim in timeline[:1])])


def _first(draft: Draft) -> str:
    shown = draft.plan.milestones[:1]
    lines = [f"It begins with {milestone_named(draft, each)}" for each in shown]
    return " ".join([*lines, *draft.plan.next_actions[:1]])


def _next(draft: Draft) -> str:
    """What it begins with, and all the next actions."""
    begins = [f"It begins with {milestone_named(draft, each)}" for each in draft.plan.milestones[:1]]
    actions = [f"{place}. {text}" for place, text in enumerate(draft.plan.next_actions, start=1)]
    return "\n\n".join([*begins, *(["\n".join(["Your next actions:\n", *actions])] if actions else [])])


def _overview(draft: Draft) -> str:
    lines = "\n".join(f"- {milestone_named(draft, each)}" for each in draft.plan.milestones)
    return f"The {draft.name} goes like this:\n\n{lines}" if lines else f"The {draft.name} has no milestones."
