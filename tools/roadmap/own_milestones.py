"""Steps of the person's own among milestones of skills: where they go, their weeks, and what holds their hours."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tools.evidence import Evidence
from tools.roadmap.calendars import Calendar
from tools.roadmap.forecast import Spread
from tools.roadmap.horizon import figure
from tools.roadmap.milestones import Group
from tools.roadmap.models import Milestone
from tools.roadmap.own_steps import SOURCE, OwnPart
from tools.roadmap.report import evidence_of, number
from tools.roadmap.schedule import Span
from tools.roadmap.steps import Step
from tools.roadmap.subjects import SOURCE as SUBJECT_SOURCE
from tools.roadmap.tables import skills

_ROUNDING = 1e-9


def with_own_spans(spans: Sequence[Span], groups: Sequence[Group], own: Sequence[OwnPart]) -> list[Span]:
    """The spans with one for each own step, whose `item` goes on after the groups; all behind it moves by its hours."""
    found = list(spans)
    for place, each in enumerate(own, start=len(groups)):
        at, hours = _at(each, found, groups), each.step.typical
        found = [_moved(span, at, hours) for span in found]
        found.append(Span(place, at, at + hours))
        found.sort(key=lambda span: (span.begin, span.end))
    return found


def _moved(span: Span, at: float, hours: float) -> Span:
    """Moved behind what goes in at `at`; what runs then goes on after it."""
    if span.begin >= at - _ROUNDING:
        return replace(span, begin=span.begin + hours, end=span.end + hours)
    return replace(span, end=span.end + hours) if span.end > at + _ROUNDING else span


def _at(own: OwnPart, spans: Sequence[Span], groups: Sequence[Group]) -> float:
    """The study hour at which it begins."""
    ends = sorted(span.end for span in spans)
    whole = ends[-1] if ends else 0.0
    named = [span for span in spans if span.item < len(groups) and _teaches(groups[span.item], own.of)]
    if own.place == "before" and named:
        return min(span.begin for span in named)
    if own.place == "after" and named:
        return max(span.end for span in named)
    if own.place == "start":
        return 0.0
    # A subject that they put nowhere begins neither late nor ahead of what all the rest builds on.
    return (
        min(ends, key=lambda end: abs(end - whole / 2)) if own.place in ("middle", None) and ends else whole
    )


def _teaches(group: Group, names: Iterable[str]) -> bool:
    return any(skills()[skill].name in set(names) for skill in group.skills)


def own_milestone(step: Step, span: Span, number_: int, calendar: Calendar) -> Milestone:
    """A step of theirs with its weeks."""
    first = calendar.begin(span.begin)
    last = max(first, calendar.finish(span.end))
    return Milestone(
        id=f"M{number_}",
        title=step.title,
        skills=[step.title],
        start_week=first,
        end_week=last,
        hours=number(step.typical),
        proof=step.proof,
        does=step.does,
        own=True,
        subject=step.subject,
        start_date=calendar.first_day(first),
        end_date=calendar.last_day(last),
    )


def own_evidence(milestone: Milestone, calendar: Calendar) -> Evidence:
    """One piece of evidence for it: its hours and weeks."""
    rows = [
        ("study hours", milestone.hours, "hours", "typical"),
        ("first week", milestone.start_week, "week", "start"),
        ("last week", milestone.end_week, "week", "end"),
        (f"hours for {milestone.title}", milestone.hours, "hours", "typical"),
    ]
    weeks = f"weeks {milestone.start_week} to {milestone.end_week}"
    text = f"{milestone.title}: {figure(float(milestone.hours))} hours, {weeks}."
    source = SUBJECT_SOURCE if milestone.subject else SOURCE
    return evidence_of(text, milestone.title, rows, calendar, source)


def own_spreads(own: Iterable[OwnPart]) -> list[Spread]:
    """The ranges of their hours."""
    return [Spread(each.step.low, each.step.typical, each.step.high) for each in own]
