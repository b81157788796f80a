"""The view of a roadmap, also used for a plan's milestones."""

from collections.abc import Sequence

from agent import wording
from agent.terminal.render import Screen, Span
from agent.terminal.views.parts import listed, sources
from tools.roadmap.models import Milestone, RoadmapDocument

_HAVE = {"yes": "have it", "some": "some of it", "no": "to learn"}


def view(screen: Screen, document: RoadmapDocument) -> None:
    """The gap, the timeline, each milestone with its proof and resources."""
    screen.heading(f"Roadmap: {document.role}")
    if document.milestones:
        fits = "" if document.feasible else " It does not fit the time given."
        total = f"{wording.hours(document.total_hours)} over {wording.weeks(document.weeks)}."
        screen.line(f"{total}{fits}", "normal" if document.feasible else "bad")
    if document.finish is not None:
        finish = document.finish
        screen.line(
            f"Half of all people finish by week {finish.median_weeks}, "
            f"one in ten by week {finish.low_weeks}, nine in ten by week {finish.high_weeks}."
        )
    if document.gap:
        rows = [
            (entry.skill, entry.needed, _HAVE[entry.have]) for entry in document.gap if entry.needed != "nice"
        ]
        screen.table(("Skill", "Needed", "You"), rows)
        nice = [entry.skill for entry in document.gap if entry.needed == "nice"]
        if nice:
            screen.line(f"Nice to have as well: {', '.join(nice)}.")
    milestones(screen, document.milestones)
    for milestone in document.milestones:
        _details(screen, milestone)
    listed(screen, "What nothing can shorten", document.critical_path)
    listed(screen, "Ways to make it fit", document.options)
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


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
    screen.line(f"Skills: {', '.join(milestone.skills)}")
    screen.line(f"Proof: {milestone.proof}")
    for resource in milestone.resources:
        screen.bullet(f"{resource.title}: {resource.url}", "quiet")
