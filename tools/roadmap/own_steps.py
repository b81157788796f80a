"""Steps of the person's own among those of a roadmap: where they go, and how long they take."""

from collections.abc import Sequence

from tools.evidence import Source
from tools.roadmap.models import OwnStep
from tools.roadmap.steps import Step, find_step
from tools.roadmap.tables import EDITION

# Where no hours are told: an errand, a talk or a visit with its preparation (editorial, 2026).
USUAL_HOURS = 2.0
_UNTOLD = (1.0, USUAL_HOURS, 5.0)
SOURCE = Source(
    title="Your own steps: your words and hours; where you told none, Career Coach's usual 2 hours",
    publisher="Career Coach",
    date=EDITION,
    locator="tools/roadmap/own_steps.py",
)


def as_step(own: OwnStep) -> Step:
    """It as a step of a roadmap; told hours have no range."""
    told = float(own.hours) if own.hours else None
    low, typical, high = (told, told, told) if told else _UNTOLD
    return Step(own.title, f"{own.title.rstrip('.!?')}.", "", low, typical, high, core=True, own=True)


def with_own(steps: Sequence[Step], own: Sequence[OwnStep]) -> list[Step]:
    """The steps with the own ones where the person put them; one whose neighbor is gone goes before the last step."""
    found = list(steps)
    for each in own:
        found.insert(_at(each, found), as_step(each))
    return found


def _at(own: OwnStep, steps: Sequence[Step]) -> int:
    last = max(len(steps) - 1, 0)
    if own.place in ("before", "after"):
        named = [steps.index(step) for text in own.of if (step := find_step(text, steps))]
        if named:
            return min(named) if own.place == "before" else max(named) + 1
    if own.place == "start":
        return next((place for place, step in enumerate(steps) if not step.own), last)
    return (last + 1) // 2 if own.place == "middle" else last


def own_notes(own: Sequence[OwnStep]) -> list[str]:
    """That hours nobody told are counted, so that they can be mended."""
    untold = [f"“{each.title}”" for each in own if not each.hours]
    if not untold:
        return []
    usual = "the usual of an errand or a talk is counted; say yours and the dates follow"
    return [f"You told no hours for {', '.join(untold)}: {usual}."]
