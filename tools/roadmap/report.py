"""What a roadmap says about itself: notes for the person, and evidence for every figure in it."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from tools.evidence import Evidence, Figure, Number, Source
from tools.roadmap.calendars import Calendar, Period
from tools.roadmap.experience import Implied
from tools.roadmap.forecast import DRAWS, Forecast
from tools.roadmap.horizon import figure
from tools.roadmap.knowledge import Knowledge, left_to_learn
from tools.roadmap.models import FinishRange, Milestone
from tools.roadmap.schedule import Span
from tools.roadmap.tables import EDITION, Basis, Skill, skills
from tools.roadmap.targets import Target

_BASES: tuple[Basis, ...] = ("measured", "provider-stated", "derived", "estimate")


def number(value: float) -> Number:
    """Hours as they stand in documents: whole where they are whole, else one decimal."""
    rounded = round(value, 1)
    return int(rounded) if rounded.is_integer() else rounded


def finish_range(forecast: Forecast, calendar: Calendar) -> FinishRange:
    """The forecast as weeks and, with a start, as days."""
    low, median, high = (calendar.finish(hours) for hours in (forecast.low, forecast.median, forecast.high))
    return FinishRange(
        low_weeks=low,
        median_weeks=median,
        high_weeks=high,
        low_date=calendar.last_day(low),
        median_date=calendar.last_day(median),
        high_date=calendar.last_day(high),
    )


def work_notes(target: Target, knowledge: Knowledge, work: Implied | None) -> list[str]:
    """What was taken as known from work held, so that the person can take it back; that nothing was, where so."""
    if work is None:
        return []
    if work.role is None:
        return [f"What {work.reason} brings is not known, so nothing was taken as known from it."]
    assumed = _relevant(target, knowledge.assumed)
    known = [skill for skill in assumed if knowledge.of(skill) == "yes"]
    half = [skill for skill in assumed if knowledge.of(skill) == "some"]
    notes = []
    if known:
        notes.append(
            f"Taken as known from {work.reason}: {_listed(known)}. Name what you lack, and it counts again."
        )
    if half:
        notes.append(
            f"Taken as known a little from {work.reason}, so half the hours or less: {_listed(half)}."
        )
    return notes or [f"Nothing of this roadmap was taken as known from {work.reason}."]


def knowledge_notes(target: Target, knowledge: Knowledge) -> list[str]:
    """What was counted as known, half known, and not counted at all."""
    notes = []
    half = _relevant(
        target,
        [s for s, have in knowledge.have.items() if have == "some" and s not in knowledge.assumed],
    )
    if half:
        notes.append(f"Known a little, so counted with half the hours: {_listed(half)}.")
    implied = _relevant(target, knowledge.known() - knowledge.said - knowledge.assumed.keys())
    if implied:
        notes.append(f"Counted as known because your skills build on it: {_listed(implied)}.")
    for why in dict.fromkeys(transfer.why for transfer in knowledge.transfers.values()):
        easier = [skill for skill, transfer in knowledge.transfers.items() if transfer.why == why]
        if relevant := _to_learn(target, easier, knowledge):
            notes.append(f"Fewer hours, because it is {why} for you: {relevant}.")
    left_out = _relevant(target, knowledge.left_out - knowledge.known())
    if left_out:
        notes.append(f"Left out: {_listed(left_out)}.")
    elsewhere = sorted(set(knowledge.elsewhere), key=str.casefold)
    if elsewhere:
        notes.append(f"Not part of this learning graph, so not counted: {', '.join(elsewhere)}.")
    return notes


def _relevant(target: Target, listed: Iterable[str]) -> list[str]:
    from tools.roadmap.graph import needed_for

    wanted = set(target.needs) | needed_for(target.needs, ())
    return [skill for skill in skills() if skill in set(listed) & wanted]


def _to_learn(target: Target, listed: Iterable[str], knowledge: Knowledge) -> str:
    """Those of the skills that are on the way to the target, with the hours that are left of each."""
    left = set(left_to_learn(target, knowledge))
    return ", ".join(
        f"{skills()[skill].name} ({figure(knowledge.hours(skill))} of {figure(skills()[skill].typical)})"
        for skill in _relevant(target, listed)
        if skill in left
    )


def _listed(listed: Iterable[str]) -> str:
    return ", ".join(skills()[skill].name for skill in listed)


def pace_notes(spans: Sequence[Span], milestones: Sequence[Milestone], calendar: Calendar) -> list[str]:
    """What runs side by side, and what time counts with other hours than the usual."""
    beside: dict[str, list[str]] = {}
    for (one, first), (other, second) in combinations(zip(spans, milestones, strict=True), 2):
        if one.begin < other.end and other.begin < one.end:
            beside.setdefault(first.title, []).append(f"“{second.title}”")
    notes = []
    if beside:
        pairs = (f"“{title}” with {_joined(others)}" for title, others in beside.items())
        notes.append(f"Side by side, sharing the hours of the same weeks: {'; '.join(pairs)}.")
    if calendar.periods:
        notes.append(f"Times that differ from the usual week: {'; '.join(map(described, calendar.periods))}.")
    return notes


def _joined(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def described(period: Period) -> str:
    """A time with its hours, in words."""
    until = "" if period.last == period.first else f" to {period.last}" if period.last else " on"
    hours = f"{figure(period.hours)} hours a week" if period.hours else "no time"
    return f"{hours} from {period.first}{until}" if until else f"{hours} on {period.first}"


def basis_note(left: list[str], knowledge: Knowledge) -> str:
    """How good the hour figures are, as sums for each basis."""
    parts = []
    for basis in _BASES:
        rows = [skills()[skill] for skill in left if skills()[skill].basis == basis]
        if rows:
            hours = sum(knowledge.hours(row.id) for row in rows)
            parts.append(f"{figure(hours)} {basis} ({_sources(rows)})")
    return f"Where the hours come from: {'; '.join(parts)}."


def _sources(rows: Iterable[Skill]) -> str:
    return ", ".join(dict.fromkeys(row.source.title for row in rows))


def finish_note(finish: FinishRange) -> str:
    """The finish as a range, in words."""
    until = f" ({finish.low_date} to {finish.high_date})" if finish.low_date and finish.high_date else ""
    return (
        f"Likely finish: between week {finish.low_weeks} and week {finish.high_weeks}{until}, half by week "
        f"{finish.median_weeks}; eight in ten of {DRAWS} simulated learners over each skill's range of hours."
    )


def totals_evidence(
    target: Target,
    left: list[str],
    knowledge: Knowledge,
    forecast: Forecast,
    calendar: Calendar,
    *,
    own: float = 0.0,
) -> Evidence:
    """One piece of evidence for the sums: hours, weeks and the finish range; `own` are the hours of own steps."""
    total = sum(map(knowledge.hours, left)) + own
    finish, weeks = finish_range(forecast, calendar), calendar.finish(total)
    rows = [
        ("study hours in all", number(total), "hours", "typical"),
        ("study hours in all", round(forecast.low), "hours", "low"),
        ("study hours in all", round(forecast.high), "hours", "high"),
        ("weeks to finish", weeks, "weeks", "typical"),
        ("weeks to finish", finish.low_weeks, "weeks", "p10"),
        ("weeks to finish", finish.median_weeks, "weeks", "p50"),
        ("weeks to finish", finish.high_weeks, "weeks", "p90"),
        ("study hours a week", number(calendar.hours), "hours/week", "assumed"),
        ("skills to learn", len(left), "skills", "count"),
    ]
    beside = " and steps of your own" if own else ""
    spread = f"range {forecast.low:.0f} to {forecast.high:.0f}"
    text = (
        f"{target.title}: {figure(total)} typical hours of study for {len(left)} skills{beside} ({spread}), "
        f"{weeks} weeks at {figure(calendar.hours)} hours a week. {basis_note(left, knowledge)}"
    )
    return evidence_of(text, target.title, rows, calendar, table_source(left))


def milestone_evidence(
    milestone: Milestone, group: Iterable[str], knowledge: Knowledge, calendar: Calendar, source: Source
) -> Evidence:
    """One piece of evidence for a milestone: its hours, its weeks, and each skill's hours with their basis."""
    members = [skills()[skill] for skill in group]
    rows: list[tuple[str, Number, str, str]] = [
        ("study hours", milestone.hours, "hours", "typical"),
        ("first week", milestone.start_week, "week", "start"),
        ("last week", milestone.end_week, "week", "end"),
    ]
    rows += [
        (f"hours for {row.name}", number(knowledge.hours(row.id)), "hours", "typical") for row in members
    ]
    rows += [
        (f"whole hours of {row.name}", number(row.typical), "hours", "typical")
        for row in members
        if row.id in knowledge.transfers
    ]
    shown = ", ".join(
        f"{row.name} {figure(knowledge.hours(row.id))} h ({row.basis}{f': {row.note}' if row.note else ''}"
        f"{_eased(row, knowledge)})"
        for row in members
    )
    text = (
        f"{milestone.title}: {figure(float(milestone.hours))} hours, weeks {milestone.start_week} to "
        f"{milestone.end_week}. {shown}."
    )
    return evidence_of(text, milestone.title, rows, calendar, source)


def _eased(row: Skill, knowledge: Knowledge) -> str:
    """What makes this skill quicker to learn, behind its hours."""
    transfer = knowledge.transfers.get(row.id)
    return f"; of {figure(row.typical)} h, as {transfer.why}" if transfer else ""


def options_evidence(target: Target, said: list[str], left: list[str], calendar: Calendar) -> Evidence:
    """One piece of evidence for what is said when the horizon does not hold; its numbers stand in the text."""
    return evidence_of(" ".join(said), target.title, [], calendar, table_source(left))


def table_source(left: Iterable[str]) -> Source:
    """The skill table as the one source of a roadmap, naming where the hours of its skills come from."""
    return Source(
        title=f"Skill table of Career Coach: hours from {_sources(skills()[skill] for skill in left)}",
        publisher="Career Coach",
        date=EDITION,
        locator="seeds/tables/skills.csv",
    )


def evidence_of(
    text: str, subject: str, rows: list[tuple[str, Number, str, str]], calendar: Calendar, source: Source
) -> Evidence:
    """A piece of evidence of a roadmap: its figures are rows of label, value, unit and statistic."""
    period = calendar.start.isoformat() if calendar.start else EDITION
    figures = [
        Figure(label=label, value=value, unit=unit, subject=subject, period=period, statistic=statistic)
        for label, value, unit, statistic in rows
    ]
    return Evidence(kind="roadmap", text=text, figures=figures, source=source)
