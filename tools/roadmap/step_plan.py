"""A roadmap of steps to the door of an occupation: one after the other, over the weeks with time."""

from collections.abc import Sequence

from tools.evidence import Evidence, Number, Source
from tools.roadmap.calendars import Calendar
from tools.roadmap.chosen_steps import Wanted, choose
from tools.roadmap.forecast import DRAWS, Forecast, Spread, draw
from tools.roadmap.horizon import figure, more_hours, weeks
from tools.roadmap.models import FinishRange, Milestone, RoadmapDocument, SkillGap
from tools.roadmap.own_steps import SOURCE as OWN_SOURCE
from tools.roadmap.report import evidence_of, finish_range, number, pace_notes
from tools.roadmap.steps import Door, Step, steps_within
from tools.roadmap.subjects import SOURCE as SUBJECT_SOURCE
from tools.roadmap.tables import EDITION

WEEKS_A_YEAR = 52
_SOURCE = Source(
    title="Steps into occupations: Career Coach's own judgement of steps and hours",
    publisher="Career Coach",
    date=EDITION,
    locator="seeds/tables/occupation_steps.csv",
)


def way_to_door(
    asked: str, door: Door, wanted: Wanted, calendar: Calendar, horizon: int | None
) -> RoadmapDocument:
    """The steps that are left, with days, a range for the finish, and ways out of a horizon that is too short."""
    chosen = choose(asked, door, wanted, None if horizon is None else calendar.until(horizon))
    left = chosen.left
    document = RoadmapDocument(
        role=asked,
        of="steps",
        people=door.people,
        afterwards=_afterwards(door),
        later=chosen.later,
        gap=[
            SkillGap(skill=step.title, needed="must", have="yes" if step in chosen.done else "no")
            for step in door.steps
        ],
        notes=[*_about(door), *chosen.notes],
    )
    if not left:
        return document
    milestones = _milestones(left, calendar)
    forecast = draw([Spread(step.low, step.typical, step.high) for step in left])
    total, finish = sum(step.typical for step in left), finish_range(forecast, calendar)
    evidence = [_totals(door, left, forecast, calendar)]
    evidence += [
        _step_evidence(milestone, step, calendar) for milestone, step in zip(milestones, left, strict=True)
    ]
    drawn_up = document.model_copy(
        update={
            "milestones": milestones,
            "total_hours": number(total),
            "weeks": calendar.finish(total),
            "finish": finish,
            "critical_path": [step.title for step in left],
            "notes": [*document.notes, *pace_notes((), (), calendar), _finish_note(finish)],
            "evidence": evidence,
        }
    )
    return drawn_up if horizon is None else _against(drawn_up, door, left, calendar, horizon)


def _about(door: Door) -> list[str]:
    """What these steps are, whom they are for, and what their weeks do not hold."""
    ours = f"they, their order and their hours are our own judgement (editorial, {EDITION})"
    notes = [f"No skill table exists for {door.people}: these are steps to the door of the work, and {ours}."]
    if door.others:
        notes.append(
            f"Read as {door.people}; it could also be {', '.join(door.others)}: name the one you mean."
        )
    notes.append("The weeks count your own hours: waiting for answers, dates and places comes on top.")
    afterwards = _afterwards(door)
    return [*notes, afterwards] if afterwards else notes


def _afterwards(door: Door) -> str:
    """How most get in, as a sentence; the part of it that is ahead is in no week of the steps."""
    if door.schooling is None:
        return ""
    return (
        f"The way in for {door.people} is usually {door.schooling.words}; what of it is still ahead of you comes after "
        "these steps and is not in the weeks."
    )


def _milestones(left: Sequence[Step], calendar: Calendar) -> list[Milestone]:
    """Each step after the one before it; two short ones may share a week."""
    found: list[Milestone] = []
    spent = 0.0
    for place, step in enumerate(left, start=1):
        first = calendar.begin(spent)
        spent += step.typical
        last = max(first, calendar.finish(spent))
        found.append(
            Milestone(
                id=f"M{place}",
                title=step.title,
                skills=[step.title],
                start_week=first,
                end_week=last,
                hours=number(step.typical),
                after=[f"M{place - 1}"] if place > 1 else [],
                proof=step.proof,
                does=step.does,
                own=step.own,
                subject=step.subject,
                start_date=calendar.first_day(first),
                end_date=calendar.last_day(last),
            )
        )
    return found


def _totals(door: Door, left: Sequence[Step], forecast: Forecast, calendar: Calendar) -> Evidence:
    """One piece of evidence for the sums: hours, weeks and the finish range."""
    total = sum(step.typical for step in left)
    finish, needed = finish_range(forecast, calendar), calendar.finish(total)
    rows: list[tuple[str, Number, str, str]] = [
        ("study hours in all", number(total), "hours", "typical"),
        ("study hours in all", round(forecast.low), "hours", "low"),
        ("study hours in all", round(forecast.high), "hours", "high"),
        ("weeks to finish", needed, "weeks", "typical"),
        ("weeks to finish", finish.low_weeks, "weeks", "p10"),
        ("weeks to finish", finish.median_weeks, "weeks", "p50"),
        ("weeks to finish", finish.high_weeks, "weeks", "p90"),
        ("study hours a week", number(calendar.hours), "hours/week", "assumed"),
        ("steps to take", len(left), "steps", "count"),
    ]
    text = (
        f"{door.people}: {figure(total)} typical hours of one's own time for {len(left)} steps to the door (range "
        f"{forecast.low:.0f} to {forecast.high:.0f}), {needed} weeks at {figure(calendar.hours)} hours a week. "
        f"{_afterwards(door)}"
    )
    return evidence_of(text.strip(), door.people, rows, calendar, _SOURCE)


def _step_evidence(milestone: Milestone, step: Step, calendar: Calendar) -> Evidence:
    """One piece of evidence for a step: its hours and weeks, and what it is."""
    rows: list[tuple[str, Number, str, str]] = [
        ("study hours", milestone.hours, "hours", "typical"),
        ("first week", milestone.start_week, "week", "start"),
        ("last week", milestone.end_week, "week", "end"),
        (f"hours for {step.title}", milestone.hours, "hours", "typical"),
        ("study hours at least", number(step.low), "hours", "low"),
        ("study hours at most", number(step.high), "hours", "high"),
    ]
    text = (
        f"{step.title}: {figure(step.typical)} hours (range {figure(step.low)} to {figure(step.high)}), weeks "
        f"{milestone.start_week} to {milestone.end_week}. {step.does} {step.proof}"
    )
    source = SUBJECT_SOURCE if step.subject else OWN_SOURCE if step.own else _SOURCE
    return evidence_of(text.strip(), step.title, rows, calendar, source)


def _finish_note(finish: FinishRange) -> str:
    """The day at the door as a range, in words."""
    until = f" ({finish.low_date} to {finish.high_date})" if finish.low_date and finish.high_date else ""
    return (
        f"Likely finish: between week {finish.low_weeks} and week {finish.high_weeks}{until}, half by week "
        f"{finish.median_weeks}; eight in ten of {DRAWS} simulated people over each step's range of hours."
    )


def _against(
    document: RoadmapDocument, door: Door, left: Sequence[Step], calendar: Calendar, horizon: int
) -> RoadmapDocument:
    """Compare with the horizon: steps that do not fit get ways out; schooling behind the door may not fit either."""
    if document.weeks <= horizon:
        school = door.schooling.low * WEEKS_A_YEAR if door.schooling else 0
        late = school and document.weeks + school > horizon
        notes = ["The time you named holds these steps, and not the schooling after them."] if late else []
        return document.model_copy(update={"notes": [*document.notes, *notes]})
    over = document.weeks - horizon
    total = sum(step.typical for step in left)
    options = [_cut(left, calendar, calendar.until(horizon)), more_hours(total, calendar, horizon)]
    missed = (
        f"Not feasible in {horizon} weeks: it takes {document.weeks} at {figure(calendar.hours)} hours a week, "
        f"{over} {'week' if over == 1 else 'weeks'} more."
    )
    said = evidence_of(" ".join([missed, *options]), door.people, [], calendar, _SOURCE)
    update = {"notes": [*document.notes, missed, *options], "evidence": [*document.evidence, said]}
    return document.model_copy(update={"feasible": False, "options": options, **update})


def _cut(left: Sequence[Step], calendar: Calendar, budget: float) -> str:
    core = [place for place, step in enumerate(left) if step.core]
    kept = steps_within([step.typical for step in left], budget, core)
    if not kept:
        return "Cut: even the first step and those without which nobody gets in take longer than the time there is."
    out = ", ".join(f"“{step.title}”" for place, step in enumerate(left) if place not in kept)
    rest = sum(left[place].typical for place in kept)
    steps = f"{len(kept)} {'step' if len(kept) == 1 else 'steps'}"
    takes = f"{figure(rest)} hours and {weeks(calendar.finish(rest))}"
    return f"Cut: leave {out} for later; what is left ({steps}) takes {takes}."
