"""Hours that somebody gives one part of a plan ("blueprint reading gets 30 hours", "half and half"): none of every week."""

import re
from typing import NamedTuple

from agent.models import Plan, PlanChange
from agent.nlu.mentions import Mention, Message
from agent.nlu.own_steps import OwnWords, Span, names_a_subject
from agent.nlu.plan_marks import NAMES, marks_in
from agent.nlu.values.dates import weekdays_in
from agent.nlu.values.hours import is_weekly, parse_hours
from agent.nlu.values.numbers import NUMBER
from agent.plans.named import named, telling_words
from agent.plans.unmade import left_out
from tools.roadmap.subjects import is_named_by

_BETWEEN = 28  # characters between a part and its hours
_A_WEEK = len(" a week")
_LENGTH = re.compile(
    rf"(?:\b(?:about|around|maybe)\s+)?(?:{NUMBER})\s*-?\s*(?:hours?|hrs?|h)\b", re.IGNORECASE
)
# Who says that they have hours, or that "it" has, speaks of the week.
_OF_THE_WEEK = re.compile(r"\b(?:i|i['\u2019]?ve|we|me|my|it)\b|[.;!?\n]", re.IGNORECASE)
_EVENLY = re.compile(
    r"\b(?:half\s*(?:and|&|-|/|n)\s*half|fifty[\s-]*fifty|50\s*[-/:]\s*50|evenly|equally)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.;!?\n]+")
_PAIR = 2


class PartHours(NamedTuple):
    """The changes that give parts their hours, and the words of both."""

    changes: list[PlanChange]
    spans: list[Span]


def part_hours(message: Message, plan: Plan) -> PartHours:
    """For each length that stands beside a part of theirs, or a new subject, in the same breath; even shares need none."""
    found, text = PartHours([], []), message.text
    names = [mark for mark in marks_in(message, plan) if mark.label in (*NAMES, "have")]
    for hours in lengths_in(text):
        near = [name for name in names if _beside(name, hours, text)]
        change = _change(near[-1], parse_hours(hours.text), plan) if near else None
        found.spans.extend([hours] if near else [])
        if change is not None:
            found.changes.append(change)
            found.spans.append(Span(near[-1].start, near[-1].end, near[-1].text))
    for said in _SENTENCE.finditer(text):
        shared = [name for name in names if said.start() <= name.start < said.end()]
        if not _EVENLY.search(said[0]) or len(shared) < _PAIR:
            continue
        changes = [change for name in shared if (change := _change(name, None, plan))]
        found.changes.extend(changes)
        found.spans.extend([Span(*said.span(), said[0])] if changes else [])
    return found


def lengths_in(text: str) -> list[Span]:
    """The hours in a text that are of no week and no weekday."""
    told = [Span(*match.span(), match[0]) for match in _LENGTH.finditer(text)]
    around = [(each, text[each.start : each.end + _A_WEEK]) for each in told]
    return [each for each, said in around if not is_weekly(said) and not weekdays_in(said)]


def with_hours(step: OwnWords, text: str) -> OwnWords:
    """A step of theirs with the hours that stand right behind it."""
    if step.hours:
        return step
    behind = [
        each for each in lengths_in(text) if each.start >= step.step.end and _beside(step.step, each, text)
    ]
    return step._replace(hours=behind[0]) if behind else step


def _beside(name: Mention | Span, hours: Span, text: str) -> bool:
    between = text[min(name.end, hours.end) : max(name.start, hours.start)]
    return len(between) <= _BETWEEN and not _OF_THE_WEEK.search(between)


def _change(name: Mention, hours: float | None, plan: Plan) -> PlanChange | None:
    found = named(name.text, plan)
    own = next((each for each in plan.milestones if each.own and each.id in found.parts), None)
    if own is not None:
        return PlanChange(kind="own_step", words=own.title, hours=hours, subject=own.subject)
    held = bool(found.skills) or any(is_named_by(name.text, each.title) for each in plan.milestones)
    if held or name.label == "avoid" or not telling_words(name.text) or left_out(name.text, plan):
        return None
    return PlanChange(kind="own_step", words=name.text, hours=hours, subject=names_a_subject(name.text))
