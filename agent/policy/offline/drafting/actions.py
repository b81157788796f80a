"""Three things to do in the first two weeks with time, with hours that fit into them."""

from agent import wording
from agent.policy.offline.drafting.facts import PlanFacts
from agent.policy.offline.drafting.progress import first_week
from tools.roadmap.models import Milestone

_FALLBACK_HOURS = 4


def next_actions(facts: PlanFacts) -> list[str]:
    """Three actions; their hours together never exceed two weeks of the person's time."""
    budget = 2 * _weekly_hours(facts)
    if facts.roadmap is None or not facts.roadmap.document.milestones:
        return _without_roadmap(facts, budget)
    first = facts.roadmap.document.milestones[0]
    return _with_roadmap(first, max(first.start_week, first_week(facts)), budget)


def _with_roadmap(first: Milestone, week: int, budget: float) -> list[str]:
    study = min(budget, float(first.hours))
    begin, go_on, prove = _split(study, (0.4, 0.35, 0.25))
    skill = first.skills[0] if first.skills else first.title
    resource = f", with “{first.resources[0].title}” ({first.resources[0].url})" if first.resources else ""
    following = first.skills[1] if len(first.skills) > 1 else f"exercises in {skill}"
    return [
        f"Week {week}: begin with {skill}{resource} ({wording.hours(begin)}).",
        f"Weeks {week} to {week + 1}: go on to {following} ({wording.hours(go_on)}).",
        (
            f"Week {week + 1}: begin the proof of {first.id} with a first small piece of it: "
            f"{wording.inline(first.proof).rstrip('.')} ({wording.hours(prove)})."
        ),
    ]


def _without_roadmap(facts: PlanFacts, budget: float) -> list[str]:
    read, talk, write = _split(min(budget, 8), (0.4, 0.25, 0.35))
    week, role = first_week(facts), wording.article(facts.target)
    where = f" in {facts.profile.location}" if facts.profile.location else ""
    return [
        (
            f"Week {week}: read current job adverts{where} for work as {role} and list what each of them demands "
            f"({wording.hours(read)})."
        ),
        (
            f"Week {week}: ask somebody who works as {role} which licence, certificate or course opened the door "
            f"({wording.hours(talk)})."
        ),
        (
            f"Week {week + 1}: write beside each demand what you can show for it, and bring the list back here "
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
