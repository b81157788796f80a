"""Which steps to the door of an occupation a roadmap holds, in which order, with the person's own among them."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tools.roadmap.models import OwnStep
from tools.roadmap.own_steps import OwnPart, Pace, own_notes, own_parts, with_own
from tools.roadmap.steps import Door, Step, find_step, steps_within
from tools.roadmap.subjects import is_named_by, subjects_in


class Wanted(NamedTuple):
    """Steps by their titles as a person names them: done, left out, to come first, to take longer or less long.

    `own` are steps of theirs, `subjects` what else they want to learn, `keep` what stays however short the time is.
    """

    done: Sequence[str] = ()
    without: Sequence[str] = ()
    first: Sequence[str] = ()
    slow: Sequence[str] = ()
    brief: Sequence[str] = ()
    own: Sequence[OwnStep] = ()
    subjects: Sequence[str] = ()
    keep: Sequence[str] = ()


class Chosen(NamedTuple):
    """The steps that are left, titles of those left for later, those that are done, and what is said of it."""

    left: list[Step]
    later: list[str]
    done: list[Step]
    notes: list[str]


def choose(asked: str, door: Door, wanted: Wanted, budget: float | None) -> Chosen:
    """The steps to take, with what they want to learn: where `budget` hours are too few, what is not core waits."""
    done, without = (_named(texts, door) for texts in (wanted.done, wanted.without))
    pace = Pace(*([step.title for step in _named(texts, door)] for texts in (wanted.slow, wanted.brief)))
    steps = [pace.of(step) for step in door.steps if step not in (*done, *without)]
    named = _subjects(subjects_in(wanted.subjects, asked, [*wanted.done, *wanted.without]), steps)
    core = {step.title for step in steps if step.core} | {title for title in named.values() if title}
    beside = None if budget is None else budget - sum(step.typical for step in steps if step.title in core)
    parts = [subject for subject, title in named.items() if title is None]
    own = own_parts(wanted.own, parts, beside, Pace(wanted.slow, wanted.brief))
    ordered, notes = _in_order(steps, wanted.first, own, door)
    stays = core | {step.title for step in _named(wanted.keep, door)}
    learns = wanted.subjects or any(each.step.subject for each in own)
    left = _within(ordered, budget, stays) if learns else ordered
    later = [step.title for step in ordered if step not in left]
    out = [f"Left out: {', '.join(step.title for step in without)}."] if without else []
    waits = [f"Left for later, because your time is short: {', '.join(later)}."] if later else []
    theirs = own_notes(wanted.own, parts, shared=budget is not None)
    return Chosen(left, later, done, [*out, *notes, *_pace_notes(pace), *waits, *theirs])


def _pace_notes(pace: Pace) -> list[str]:
    ends = (("More", "upper", pace.slow), ("Less", "lower", pace.brief))
    return [
        f"{time} time for {', '.join(titles)}: the {end} end of its hours."
        for time, end, titles in ends
        if titles
    ]


def _named(texts: Sequence[str], door: Door) -> list[Step]:
    found = [find_step(text, door.steps) for text in texts]
    return [step for step in door.steps if step in found]


def _subjects(subjects: Sequence[str], steps: Sequence[Step]) -> dict[str, str | None]:
    """Each subject with the title of the step that it names already, None for those that are parts of their own."""
    return {
        each: next((step.title for step in steps if is_named_by(each, step.title)), None) for each in subjects
    }


def _within(left: Sequence[Step], budget: float | None, core: Collection[str]) -> list[Step]:
    """The steps that fit beside what stays: `core`, their own, the application; all where these alone take too long."""
    hours = [step.typical for step in left]
    stay = [place for place, step in enumerate(left) if step.own or step.title in core]
    if budget is None or sum(hours) <= budget:
        return [*left]
    kept = steps_within(hours, budget, stay, first=False) or range(len(left))
    return [step for place, step in enumerate(left) if place in kept]


def _in_order(
    steps: Sequence[Step], first: Sequence[str], own: Sequence[OwnPart], door: Door
) -> tuple[list[Step], list[str]]:
    """The steps that are left, those wanted first ahead, the own ones in; and what is said of a wish that cannot be."""
    theirs = {each.step.title.casefold() for each in own}
    named = [(text, find_step(text, steps)) for text in first if text.casefold() not in theirs]
    ahead = list(dict.fromkeys(step for _, step in named if step))
    notes = [
        f"{text.strip()[:80]} is no step that is left to take, so it does not come first."
        for text, step in named
        if step is None
    ]
    ordered = [*ahead, *(step for step in steps if step not in ahead)]
    # Where the step that shows the work is done or out, subjects begin, unless another one was wanted first.
    shows = ordered[:1] != [*steps][:1] or (ordered and ordered[0].title == door.steps[0].title)
    return with_own(ordered, own, behind=int(bool(shows))), notes
