"""What to do in the first two weeks with time, with hours that fit into them."""

from collections.abc import Mapping, Sequence
from itertools import count, islice

from agent import wording
from agent.naming import as_worker
from agent.plans.availability import busy_ahead
from agent.plans.drafting.facts import PlanFacts
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
    own = [each for each in milestones[: milestones.index(_first_of_skills(milestones))] if each.own]
    spent = sum(float(each.hours) for each in own)
    mine = [f"Week {each.start_week} ({wording.hours(each.hours)}): {each.does}" for each in own]
    rest = _with_roadmap(_first_of_skills(milestones), [*weeks], max(_LEAST_HOURS, budget - spent))
    return [*mine, *rest][:_MOST]


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
            actions.append(f"From week {milestone.start_week} on: {milestone.does}")
            continue
        hours = max(_LEAST_HOURS, hours)
        begins, ends = (first if at < room else then for at in (spent, spent + hours - _LEAST_HOURS / 2))
        when = f"Week {begins}" if begins == ends else f"Weeks {begins} to {ends}"
        part = "" if hours >= whole else " to begin with"
        actions.append(f"{when} ({wording.hours(hours)}{part}): {milestone.does}")
        spent += hours
    return actions


def _first_of_skills(milestones: Sequence[Milestone]) -> Milestone:
    """The first that is not a step of their own; where all are, the first of these."""
    return next((each for each in milestones if not each.own), milestones[0])


def _with_roadmap(first: Milestone, weeks: Sequence[int], budget: float) -> list[str]:
    week, then = weeks
    study = min(budget, float(first.hours))
    begin, go_on, prove = _split(study, (0.4, 0.35, 0.25))
    skill = first.skills[0] if first.skills else first.title
    resource = f", with “{first.resources[0].title}”" if first.resources else ""
    following = first.skills[1] if len(first.skills) > 1 else f"exercises in {skill}"
    return [
        f"Week {week}: begin with {skill}{resource} ({wording.hours(begin)}).",
        f"Weeks {week} to {then}: go on to {following} ({wording.hours(go_on)}).",
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
