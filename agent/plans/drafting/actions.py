"""What to do in the first two weeks with time, with hours that fit into them."""

from collections.abc import Mapping, Sequence
from itertools import count, islice, takewhile

from agent import wording
from agent.naming import as_worker
from agent.plans.availability import busy_ahead
from agent.plans.drafting.facts import PlanFacts
from agent.plans.edits import hours_of_skills
from agent.plans.progress import weeks_without_time
from tools.roadmap.calendars import make_calendar
from tools.roadmap.models import Milestone

_FALLBACK_HOURS = 4
_MOST = 3
_LEAST_HOURS = 0.5


def next_actions(facts: PlanFacts) -> list[str]:
    """At most three actions; their hours together never exceed two weeks of the person's time."""
    milestones = facts.roadmap.document.milestones if facts.roadmap else []
    # Where nothing is scheduled, no week of it can be lost.
    lost = weeks_without_time(facts.progress, facts.today) if milestones else []
    weeks = _weeks_with_time(facts, lost)
    budget = sum(weeks.values())
    if not milestones:
        return _without_roadmap(facts, [*weeks], budget)
    if facts.roadmap and facts.roadmap.document.of == "steps":
        return _of_steps(milestones, weeks)
    own = [*takewhile(lambda each: each.own, milestones)]
    actions = _of_steps(own, weeks)
    if own == milestones:
        return actions
    first, left = milestones[len(own)], budget - sum(float(each.hours) for each in own)
    if left < _MOST * _LEAST_HOURS:
        return [*actions, f"From week {first.start_week} on: begin with {_beginning(first)}."][:_MOST]
    whole = hours_of_skills(facts.roadmap.evidence if facts.roadmap else [])
    return [*actions, *_with_roadmap(first, weeks, left, whole)][:_MOST]


def _weeks_with_time(facts: PlanFacts, lost: list[int]) -> dict[int, float]:
    """The first two weeks that have time, with their hours."""
    hours = _weekly_hours(facts)
    calendar = make_calendar(hours, lost, facts.today, busy_ahead(facts.profile, facts.today))
    least = min(_LEAST_HOURS, hours / 2)
    weeks = islice((week for week in count(1) if calendar.room(week) >= least), 2)
    return {week: calendar.room(week) for week in weeks}


def _of_steps(milestones: Sequence[Milestone], weeks: Mapping[int, float]) -> list[str]:
    """The first steps as they are done, each in its weeks with its hours; one too long for two weeks is begun.

    What comes after these two weeks says when it begins, and is in no hours of theirs.
    """
    (first, room), (then, _) = weeks.items()
    spent, budget, actions = 0.0, sum(weeks.values()), list[str]()
    for milestone in milestones[:_MOST]:
        whole = float(milestone.hours)
        hours = int(min(whole, budget - spent) * 2) / 2
        if actions and hours < _LEAST_HOURS:
            actions.append(f"From week {milestone.start_week} on: {_doing(milestone)}")
            continue
        hours = max(_LEAST_HOURS, hours)
        begins, ends = (first if at < room else then for at in (spent, spent + hours - _LEAST_HOURS / 2))
        when = f"Week {begins}" if begins == ends else f"Weeks {begins} to {ends}"
        part = "" if hours >= whole else " to begin with"
        actions.append(f"{when} ({wording.hours(hours)}{part}): {_doing(milestone)}")
        spent += hours
    return actions


def _doing(milestone: Milestone) -> str:
    """What to do, of a subject behind its name: it is learned as any other."""
    does = milestone.does
    return f"{milestone.title}: {does[:1].lower()}{does[1:]}" if milestone.subject else does


def _beginning(first: Milestone) -> str:
    """The skill that a milestone begins with, and what it is learned from."""
    resource = f", with “{first.resources[0].title}”" if first.resources else ""
    return f"{next(iter(first.skills), first.title)}{resource}"


def _with_roadmap(
    first: Milestone, weeks: Mapping[int, float], left: float, whole: Mapping[str, float]
) -> list[str]:
    """The first milestone begun in the hours `left` of the weeks; its second skill where the `whole` of the first fits."""
    (week, room), (then, _) = weeks.items()
    week = week if sum(weeks.values()) - left < room else then
    skill, *others = first.skills or [first.title]
    study = min(left, float(first.hours))
    begin, go_on, prove = _split(study, (0.4, 0.35, 0.25))
    following = f"exercises in {skill}"
    if others and (needed := whole.get(skill, study)) <= study - _LEAST_HOURS * 2:
        begin, following = max(_LEAST_HOURS, int(needed * 2) / 2), others[0]
        go_on = min(whole.get(following, study), _split(study - begin, (0.6, 0, 0))[0])
        prove = _split(study - begin - go_on, (1, 0, 0))[0]
    both = f"Week {then}" if week == then else f"Weeks {week} to {then}"
    in_one = begin <= weeks[week]
    return [
        f"{f'Week {week}' if in_one else both}: begin with {_beginning(first)} ({wording.hours(begin)}).",
        f"{both if in_one else f'Week {then}'}: go on to {following} ({wording.hours(go_on)}).",
        f"Week {then}: begin the proof of {first.id} with a first small piece of it ({wording.hours(prove)}).",
    ]


def _without_roadmap(facts: PlanFacts, weeks: Sequence[int], budget: float) -> list[str]:
    """Where the job is none by itself, or nothing of its way is left: what its adverts ask for, and who knows."""
    read, talk, write = _split(min(budget, 8), (0.4, 0.25, 0.35))
    week, then = weeks
    work = as_worker(facts.target)
    where = f" in {facts.profile.location}" if facts.profile.location else ""
    ask = f"ask somebody who works {work} which licence, certificate or course opened the door"
    return [
        (
            f"Week {week}: read current job adverts{where} for work {work} and list what each of them demands "
            f"({wording.hours(read)})."
        ),
        f"Week {week}: {ask} ({wording.hours(talk)}).",
        (
            f"Week {then}: write beside each demand what you can show for it, and bring the list back here "
            f"({wording.hours(write)})."
        ),
    ]


def _weekly_hours(facts: PlanFacts) -> float:
    if facts.profile.hours_per_week:
        return float(facts.profile.hours_per_week)
    if facts.roadmap and facts.roadmap.document.weeks:
        return float(facts.roadmap.document.total_hours) / facts.roadmap.document.weeks
    return _FALLBACK_HOURS


def _split(total: float, shares: tuple[float, float, float]) -> list[float]:
    """Half hours, rounded down so that the sum stays within `total`; never nothing."""
    return [max(0.5, int(total * share * 2) / 2) for share in shares]
