"""The view of a roadmap, also used for a plan's milestones."""

from collections.abc import Sequence
from datetime import date

from agent import wording
from agent.terminal.render import Screen, Span
from agent.terminal.views.parts import listed, sources
from tools.roadmap.models import Milestone, RoadmapDocument, SkillGap

_HAVE = {"yes": "You have", "some": "You have some of"}
_NEEDS = {"must": "Must learn", "should": "Should learn", "nice": "Nice to have"}


def view(screen: Screen, document: RoadmapDocument) -> None:
    """The timeline, the gap in a line for each need, each milestone with its proof and resources."""
    steps = document.of == "steps"
    screen.heading(f"{'Steps to the door' if steps else 'Roadmap'}: {document.role}")
    if document.milestones:
        fits = "" if document.feasible else " It does not fit the time given."
        total = f"{wording.hours(document.total_hours)} over {wording.weeks(document.weeks)}."
        screen.line(f"{total}{fits}", "normal" if document.feasible else "bad")
    if document.finish is not None:
        finish = document.finish
        screen.line(
            f"Half of all people finish by {_week(finish.median_weeks, finish.median_date)}, "
            f"one in ten by {_week(finish.low_weeks, finish.low_date)}, "
            f"nine in ten by {_week(finish.high_weeks, finish.high_date)}."
        )
    milestones(screen, document.milestones)
    listed(screen, "Ways to make it fit", document.options)
    if not steps:
        _gap(screen, document.gap)
    for milestone in document.milestones:
        _details(screen, milestone)
    if not steps:
        listed(screen, "What nothing can shorten", document.critical_path)
    listed(screen, "Notes", (note for note in document.notes if note not in document.options))
    sources(screen, document.evidence)


def _week(number: int, day: str | None) -> str:
    return f"week {number}" + (f" ({wording.spoken_date(date.fromisoformat(day))})" if day else "")


def _gap(screen: Screen, gap: Sequence[SkillGap]) -> None:
    """What is there, then what is missing: one line each for what must, should and may be learned."""
    groups = [(words, [entry.skill for entry in gap if entry.have == have]) for have, words in _HAVE.items()]
    groups += [
        (words, [entry.skill for entry in gap if entry.needed == need and entry.have == "no"])
        for need, words in _NEEDS.items()
    ]
    listed(
        screen, "Skills", (f"{words} ({len(names)}): {', '.join(names)}" for words, names in groups if names)
    )


def milestones(screen: Screen, found: Sequence[Milestone]) -> None:
    """The timeline."""
    if found:
        screen.line()
        screen.line("Timeline", "strong")
    screen.timeline(
        [Span(item.title, item.start_week, item.end_week, wording.hours(item.hours)) for item in found]
    )


def _details(screen: Screen, milestone: Milestone) -> None:
    after = f" (after {', '.join(milestone.after)})" if milestone.after else ""
    screen.line()
    screen.line(f"{milestone.id} {milestone.title}{after}", "strong")
    if milestone.start_date and milestone.end_date:
        first, last = date.fromisoformat(milestone.start_date), date.fromisoformat(milestone.end_date)
        screen.line(f"{wording.date_span(first, last)}, {wording.hours(milestone.hours)}")
    screen.line(milestone.does or f"Skills: {', '.join(milestone.skills)}")
    screen.line(f"Proof: {milestone.proof}")
    for resource in milestone.resources:
        screen.bullet(f"{resource.title}: {resource.url}", "quiet")
