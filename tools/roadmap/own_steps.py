"""Steps of the person's own among those of a roadmap: where they go, and how long they take."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tools.evidence import Source
from tools.roadmap.models import OwnStep, Place
from tools.roadmap.steps import Step, find_step
from tools.roadmap.subjects import hours_shares, subject_notes, subject_step
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


class OwnPart(NamedTuple):
    """A step of theirs with its hours and its place: None for a subject that they put nowhere."""

    step: Step
    place: Place | None = None
    of: Sequence[str] = ()


class Pace(NamedTuple):
    """Titles of what is to have more time, and less."""

    slow: Collection[str] = ()
    brief: Collection[str] = ()

    def of(self, step: Step) -> Step:
        """A step with more or less time: that end of its hours counts as usual, and the range goes on beyond it."""
        if step.title in self.slow:
            return step._replace(low=step.typical, typical=step.high, high=2 * step.high - step.typical)
        if step.title in self.brief:
            return step._replace(low=step.low * step.low / step.typical, typical=step.low, high=step.typical)
        return step


_USUAL_PACE = Pace()


def own_parts(
    own: Sequence[OwnStep], named: Sequence[str], left: float | None, pace: Pace = _USUAL_PACE
) -> list[OwnPart]:
    """Subjects that were `named`, then steps of theirs.

    Subjects without hours share what all that have hours leave of the hours `left`.
    """
    subjects = {each.casefold() for each in named} | {each.title.casefold() for each in own if each.subject}
    theirs, known = {each.title.casefold(): each for each in own}, {each.casefold() for each in named}
    wanted = [theirs.get(each.casefold()) or OwnStep(title=each, place=None, subject=True) for each in named]
    wanted += [each for each in own if each.title.casefold() not in known]
    sharing = [each.title for each in wanted if each.title.casefold() in subjects and not each.hours]
    taken = sum(float(each.hours or USUAL_HOURS) for each in wanted if each.title not in sharing)
    shares = {} if left is None else hours_shares(left - taken, sharing)
    found = list[OwnPart]()
    for each in wanted:
        told = float(each.hours) if each.hours else None
        is_subject = each.title.casefold() in subjects
        step = (
            pace.of(subject_step(each.title, told, shares.get(each.title))) if is_subject else as_step(each)
        )
        found.append(OwnPart(step, each.place, each.of))
    return found


def as_step(own: OwnStep) -> Step:
    """It as a step of a roadmap; told hours have no range."""
    told = float(own.hours) if own.hours else None
    low, typical, high = (told, told, told) if told else _UNTOLD
    return Step(own.title, f"{own.title.rstrip('.!?')}.", "", low, typical, high, core=True, own=True)


def with_own(steps: Sequence[Step], own: Sequence[OwnPart], *, behind: int = 1) -> list[Step]:
    """The steps with the own ones where the person put them; one whose neighbor is gone goes before the last step.

    Subjects that were put nowhere go `behind` so many steps: the first one shows the work.
    """
    found = list(steps)
    last = min(behind, max(len(found) - 1, 0))
    # All subjects stand in it before one is put beside another.
    found[last:last] = [each.step for each in own if each.step.subject]
    begun = 0
    for each in (each for each in own if each.place):
        found = [step for step in found if step is not each.step]
        found.insert(_at(each, found, begun), each.step)
        begun += each.place == "start"
    return found


def _at(own: OwnPart, steps: Sequence[Step], begun: int) -> int:
    """Where it goes; `begun` are those that were put at the start before it."""
    # Nothing of ours is left that has to come last.
    last = len(steps) if all(step.own for step in steps) else max(len(steps) - 1, 0)
    if own.place in ("before", "after"):
        named = [steps.index(step) for text in own.of if (step := find_step(text, steps))]
        if named:
            return min(named) if own.place == "before" else max(named) + 1
    if own.place == "start":
        return next((place for place, step in enumerate(steps) if not step.own), begun)
    return (last + 1) // 2 if own.place == "middle" else last


def own_notes(own: Sequence[OwnStep], subjects: Sequence[str] = (), *, shared: bool = False) -> list[str]:
    """That hours nobody told are counted, so that they can be mended."""
    of_theirs = {each.title.casefold() for each in own if each.hours}
    held = {each.casefold() for each in subjects}
    learned = [each.title for each in own if each.subject and each.title.casefold() not in held]
    notes = subject_notes(
        [each for each in (*subjects, *learned) if each.casefold() not in of_theirs], shared=shared
    )
    untold = [
        f"“{each.title}”" for each in own if not (each.hours or each.subject or each.title.casefold() in held)
    ]
    if not untold:
        return notes
    usual = "the usual of an errand or a talk is counted; say yours and the dates follow"
    return [*notes, f"You told no hours for {', '.join(untold)}: {usual}."]
