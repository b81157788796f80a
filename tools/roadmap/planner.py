"""The roadmap generator: gap, milestones, weeks, finish range and what to do when time does not suffice.

`step_plan.py` makes the one of an occupation that no skill table covers.
"""

import math
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tools.roadmap import tables
from tools.roadmap.arguments import check_number, check_role, texts_of
from tools.roadmap.calendars import DEFAULT_HOURS, Calendar, Period, make_calendar
from tools.roadmap.chosen_steps import Wanted
from tools.roadmap.experience import Experience, Implied, imply
from tools.roadmap.first import begin_with
from tools.roadmap.forecast import simulate
from tools.roadmap.graph import longest_chain
from tools.roadmap.horizon import figure, ways_out
from tools.roadmap.knowledge import Knowledge, left_to_learn, read_gap, read_knowledge
from tools.roadmap.milestones import Group, gather, proof_of, titles_of
from tools.roadmap.models import Milestone, OwnStep, Resource, RoadmapDocument
from tools.roadmap.own_milestones import own_evidence, own_milestone, own_spreads, with_own_spans
from tools.roadmap.own_steps import OwnPart, Pace, own_notes, own_parts
from tools.roadmap.report import (
    basis_note,
    finish_note,
    finish_range,
    knowledge_notes,
    milestone_evidence,
    number,
    options_evidence,
    pace_notes,
    totals_evidence,
    work_notes,
)
from tools.roadmap.schedule import Span, place
from tools.roadmap.step_plan import way_to_door
from tools.roadmap.steps import door_of, had_by
from tools.roadmap.subjects import skills_named, subjects_in, with_subjects
from tools.roadmap.tables import Skill
from tools.roadmap.targets import Target, link_target

HOURS_IN_A_WEEK = 168
ENOUGH_RESOURCES = 2
_PACE_NOTE = f"Assumed {DEFAULT_HOURS:g} hours a week, because none were given."


def generate(
    role: str,
    skills: Iterable[str] = (),
    hours_per_week: float | None = None,
    weeks: float | None = None,
    *,
    some: Iterable[str] = (),
    missing: Iterable[str] = (),
    start: date | None = None,
    busy: Iterable[Period] = (),
    busy_weeks: Iterable[int | date] = (),
    done: Iterable[str] = (),
    without: Iterable[str] = (),
    first: Iterable[str] = (),
    experience: Experience | tuple[str, float | None] | None = None,
    slow: Iterable[str] = (),
    brief: Iterable[str] = (),
    own: Iterable[OwnStep] = (),
    subjects: Iterable[str] = (),
    keep: Iterable[str] = (),
) -> RoadmapDocument:
    """Make the ordered, scheduled way to `role` (a role, an area or a skill such as "RAG").

    `skills` are those they have in their words, `some` those they know a little (half the hours), `missing` those they
    said they lack, `done` those finished since, `without` those they do not want, `first` those to begin with, as far
    as what they build on allows, `slow` and `brief` those that take the upper and the lower end of their hours, `own`
    steps of theirs, `subjects` what else they named to learn, a part each: steps that are not core wait for these where
    time is short, but for those to `keep`. `weeks` is the horizon. Week 1 begins on `start`; the days of `busy` have
    the hours told of them (or none), `busy_weeks` (numbers, or days in them) none. What work held implies
    (`experience`) is known, said in the notes, and taken back by `missing`. A role that only the table of steps covers
    gives steps to the door of its occupation, named by their titles; one that no table covers gives empty lists and a
    note.
    Raises UsageError for an empty role or number.
    """
    asked = check_role(role)
    hours = check_number("hours_per_week", hours_per_week, HOURS_IN_A_WEEK)
    horizon = check_number("weeks", weeks, None)
    calendar = make_calendar(hours or DEFAULT_HOURS, busy_weeks, start, busy)
    named = map(texts_of, (skills, some, missing, done, without, first, slow, brief, subjects, keep))
    told, target = _Told([*own], *named), link_target(asked)
    if target is None:
        held = experience[0] if experience is not None else ""
        return _by_steps(asked, told, calendar, horizon, held=held, pace_told=hours is not None)
    work = imply(Experience(*experience)) if experience is not None else None
    return _by_skills(asked, target, told, calendar, horizon=horizon, hours=hours, work=work)


class _Told(NamedTuple):
    """What the person told of skills, steps and subjects; see `generate`."""

    own: list[OwnStep]
    skills: list[str]
    some: list[str]
    missing: list[str]
    done: list[str]
    without: list[str]
    first: list[str]
    slow: list[str]
    brief: list[str]
    subjects: list[str]
    keep: list[str]


def _by_skills(
    asked: str,
    target: Target,
    told: _Told,
    calendar: Calendar,
    *,
    horizon: float | None,
    hours: float | None,
    work: Implied | None,
) -> RoadmapDocument:
    """The skills of the target and those named beside it; a subject that is no such skill is a part of its own."""
    paced = {"some": told.some, "slow": told.slow, "brief": told.brief}
    knowledge = read_knowledge(told.skills, told.missing, told.done, told.without, work, **paced)
    subjects = subjects_in(told.subjects, asked, [*told.skills, *told.done, *told.without])
    target = with_subjects(target, subjects)
    parts, weeks = [each for each in subjects if not skills_named(each)], math.floor(horizon or 0)
    needed = sum(map(knowledge.hours, left_to_learn(target, knowledge)))
    left = None if horizon is None else calendar.until(weeks) - needed
    own = own_parts(told.own, parts, left, Pace(told.slow, told.brief))
    document = _draw_up(asked, target, knowledge, calendar, first=told.first, own=own)
    opening = [*_opening_notes(target, knowledge, hours), *work_notes(target, knowledge, work)]
    document.notes[:] = [*opening, *document.notes, *own_notes(told.own, parts, shared=horizon is not None)]
    return document if horizon is None else _against(document, target, knowledge, calendar, weeks)


def _by_steps(
    asked: str, told: _Told, calendar: Calendar, horizon: float | None, *, held: str, pace_told: bool
) -> RoadmapDocument:
    """The steps to the door of the occupation that the role is, those of the work held as done, else a note."""
    door = door_of(asked)
    if door is None:
        return _unknown(asked)
    had = [step.title for step in had_by(held, door)]
    done = [*told.skills, *told.done, *had]
    wants = (told.without, told.first, told.slow, told.brief, told.own, told.subjects, told.keep)
    weeks = None if horizon is None else math.floor(horizon)
    document = way_to_door(asked, door, Wanted(done, *wants), calendar, weeks)
    own = [f"Counted as done by your work as {held}: {', '.join(had)}."] if had else []
    document.notes[:0] = [*([] if pace_told else [_PACE_NOTE]), *own]
    return document


def _unknown(asked: str) -> RoadmapDocument:
    titles = ", ".join(role.title for role in tables.roles().values() if role.kind == "role")
    note = (
        f'No skill table exists for "{asked[:80]}", so there is no roadmap for it, and none of another role is '
        f"offered in its place. Covered roles: {titles}; single skills such as RAG or Kubernetes work too."
    )
    return RoadmapDocument(role=asked, notes=[note])


def _opening_notes(target: Target, knowledge: Knowledge, hours: float | None) -> list[str]:
    notes = []
    if not target.exact:
        notes.append(f"Read as the {target.kind} {target.title}.")
    if hours is None:
        notes.append(_PACE_NOTE)
    if not knowledge.have and not knowledge.transfers:
        notes.append("Counted from the beginning, because no skills of this learning graph were given.")
    return notes


def _draw_up(
    asked: str,
    target: Target,
    knowledge: Knowledge,
    calendar: Calendar,
    *,
    first: list[str],
    own: list[OwnPart],
) -> RoadmapDocument:
    left = left_to_learn(target, knowledge)
    gap, notes = read_gap(target, knowledge), knowledge_notes(target, knowledge)
    if not left:
        notes.append(f"By this table nothing that {target.title} must have is left to learn.")
        return RoadmapDocument(role=asked, gap=gap, notes=notes)
    hours = {skill: knowledge.hours(skill) for skill in left}
    titles = {each.step.title for each in own}
    order = begin_with([name for name in first if name not in titles], left)
    groups = gather(hours, order.skills)
    spans = with_own_spans(place(groups, hours, calendar.hours), groups, own)
    milestones = _milestones(groups, hours, spans, calendar, own)
    forecast = simulate({skill: knowledge.share(skill) for skill in left}, beside=own_spreads(own))
    theirs = sum(spread.typical for spread in own_spreads(own))
    finish, total = finish_range(forecast, calendar), sum(hours.values()) + theirs
    evidence = [totals_evidence(target, left, knowledge, forecast, calendar, own=theirs)]
    for milestone, span in zip(milestones, spans, strict=True):
        if milestone.own:
            evidence.append(own_evidence(milestone, calendar))
            continue
        skills = groups[span.item].skills
        evidence.append(milestone_evidence(milestone, skills, knowledge, calendar, evidence[0].source))
    return RoadmapDocument(
        role=asked,
        gap=gap,
        milestones=milestones,
        total_hours=number(total),
        weeks=calendar.finish(total),
        finish=finish,
        critical_path=[tables.skills()[skill].name for skill in longest_chain(hours)],
        notes=[
            *notes,
            *order.notes,
            *pace_notes(spans, milestones, calendar),
            basis_note(left, knowledge),
            finish_note(finish),
        ],
        evidence=evidence,
    )


def _milestones(
    groups: list[Group], hours: dict[str, float], spans: list[Span], calendar: Calendar, own: list[OwnPart]
) -> list[Milestone]:
    titles = titles_of(groups, hours)
    numbers = {span.item: number for number, span in enumerate(spans, start=1)}
    return [
        _milestone(groups[span.item], span, hours, calendar, numbers=numbers, title=titles[span.item])
        if span.item < len(groups)
        else own_milestone(own[span.item - len(groups)].step, span, numbers[span.item], calendar)
        for span in spans
    ]


def _milestone(
    group: Group,
    span: Span,
    hours: dict[str, float],
    calendar: Calendar,
    *,
    numbers: dict[int, int],
    title: str,
) -> Milestone:
    rows = [tables.skills()[skill] for skill in group.skills]
    first = calendar.begin(span.begin)
    last = max(first, calendar.finish(span.end))
    return Milestone(
        id=f"M{numbers[span.item]}",
        title=title,
        skills=[row.name for row in rows],
        start_week=first,
        end_week=last,
        hours=number(sum(hours[skill] for skill in group.skills)),
        after=[f"M{number}" for number in sorted(numbers[before] for before in group.after)],
        resources=_resources(rows),
        proof=proof_of(group).proof,
        start_date=calendar.first_day(first),
        end_date=calendar.last_day(last),
    )


def _resources(rows: list[Skill]) -> list[Resource]:
    """One for each skill, more only where that leaves few: whoever has too much to read begins nothing."""
    first = {row.resources[0].url: row.resources[0] for row in rows if row.resources}
    if len(first) < ENOUGH_RESOURCES:
        first |= {resource.url: resource for row in rows for resource in row.resources}
        first = dict(list(first.items())[:ENOUGH_RESOURCES])
    return [resource.model_copy() for resource in first.values()]


def _against(
    document: RoadmapDocument, target: Target, knowledge: Knowledge, calendar: Calendar, horizon: int
) -> RoadmapDocument:
    """Compare with the horizon; one that cannot be met says by how much, with three ways out."""
    if document.weeks <= horizon:
        return document
    over = document.weeks - horizon
    own = sum(float(each.hours) for each in document.milestones if each.own)
    options = ways_out(target, knowledge, calendar, horizon, own)
    missed = (
        f"Not feasible in {horizon} weeks: it takes {document.weeks} at {figure(calendar.hours)} hours a week, "
        f"{over} {'week' if over == 1 else 'weeks'} more."
    )
    said = options_evidence(target, [missed, *options], left_to_learn(target, knowledge), calendar)
    update = {"notes": [*document.notes, missed, *options], "evidence": [*document.evidence, said]}
    return document.model_copy(update={"feasible": False, "options": options, **update})
