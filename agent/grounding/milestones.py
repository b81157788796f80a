"""Milestones: prerequisites in order, weeks within the person's hours, texts without figures of their own."""

from collections.abc import Iterator, Sequence
from itertools import product

from agent.grounding.claims import SLACK_HOURS, Held, check_claim
from agent.models import Claim, Plan, PlanEdit, Profile, Violation
from agent.plans.availability import calendar_of
from agent.plans.constraints import removed_skills
from agent.plans.edits import HOURS_FOR
from tools.roadmap.models import Milestone


def milestone_violations(
    plan: Plan, held: Held, profile: Profile, edits: Sequence[PlanEdit]
) -> list[Violation]:
    """All faults of a plan's milestones; what the person edited is theirs and only held to the calendar."""
    paths = {edit.path for edit in edits if edit.after is not None}
    anchors = [set(edit.anchor) for edit in edits if edit.path.startswith("milestones/") and edit.anchor]
    # Where the person took a skill out, the hours are no longer the roadmap's.
    taken = removed_skills(edits)
    figures = [figure for item in held.roadmaps for figure in item.figures]
    reduced = {figure.subject for figure in figures if figure.label.removeprefix(HOURS_FOR) in taken}
    found = [*_order(plan.milestones), *_load(plan.milestones, held, profile)]
    for milestone in plan.milestones:
        anchored = any(set(milestone.skills) & each for each in anchors)
        if not (f"milestones/{milestone.id}" in paths or anchored or milestone.title in reduced):
            found += _held(milestone, held)
    return found


def _order(milestones: list[Milestone]) -> Iterator[Violation]:
    """Ids are unique, weeks run forward, and what a milestone builds on exists and ends before it goes on."""
    known: dict[str, Milestone] = {}
    for milestone in milestones:
        if milestone.id in known:
            yield _fault("milestone", milestone, "two milestones have this id")
        known[milestone.id] = milestone
        if not 1 <= milestone.start_week <= milestone.end_week:
            yield _fault("weeks", milestone, "its weeks do not run forward from week 1")
        if milestone.hours < 0:
            yield _fault("hours", milestone, "its hours are negative")
    for milestone in milestones:
        for name in milestone.after:
            before = known.get(name)
            missing = before is None or before is milestone
            if missing or (before and before.end_week > milestone.start_week):
                late = f"it begins before {name}, which it builds on, ends"
                problem = f"it builds on {name}, which is not in the plan" if missing else late
                yield _fault("prerequisite", milestone, problem, f"/after/{name}")


def _load(milestones: list[Milestone], held: Held, profile: Profile) -> Iterator[Violation]:
    """No stretch of weeks holds more work than the person has hours for, busy times counted."""
    if not profile.hours_per_week or held.schedule is None:
        return
    calendar = calendar_of(profile, held.schedule.start)
    starts, ends = ({getattr(each, name) for each in milestones} for name in ("start_week", "end_week"))
    for first, last in product(sorted(starts), sorted(ends)):
        inside = [item for item in milestones if first <= item.start_week and item.end_week <= last]
        work = sum(float(item.hours) for item in inside)
        if inside and work > calendar.until(last) - calendar.until(first - 1) + SLACK_HOURS:
            problem = f"weeks {first} to {last} hold more work than the hours a week allow"
            yield _fault("hours", inside[-1], problem)
            return


def _held(milestone: Milestone, held: Held) -> Iterator[Violation]:
    """A milestone and its hours come from a roadmap; figures in its texts from there or from the skill table."""
    from tools.roadmap.tables import skills

    figures = [
        figure for item in held.roadmaps for figure in item.figures if figure.subject == milestone.title
    ]
    if not figures:
        yield _fault("milestone", milestone, "no roadmap holds this milestone")
        return
    if not any(figure.unit == "hours" and figure.value == milestone.hours for figure in figures):
        yield _fault("hours", milestone, "its hours are not those of the roadmap")
    if milestone.proof not in {skill.proof for skill in skills().values()}:
        proof = Claim(text=milestone.proof, evidence=[item.id for item in held.roadmaps])
        for violation in check_claim(f"milestones/{milestone.id}/proof", proof, held):
            yield violation.model_copy(update={"text": milestone.title})


def _fault(rule: str, milestone: Milestone, problem: str, part: str = "") -> Violation:
    where = f"milestones/{milestone.id}{part}"
    return Violation(rule=rule, where=where, text=milestone.title, problem=problem)
