"""The way from here to there: what is missing, and the weeks it takes."""

from agent.models import Claim, Section
from agent.policy.offline.drafting.facts import PlanFacts
from agent.policy.offline.statements.roadmap import (
    Roadmap,
    finish_claim,
    gap_claims,
    is_whole,
    milestone_claim,
    range_claim,
    rest_claim,
    total_claim,
)


def gap_section(facts: PlanFacts) -> Section:
    """What the roadmap needs against what the person has."""
    claims = gap_claims(facts.roadmap) if facts.roadmap else []
    return Section(id="gap", title="The gap", claims=claims)


def timeline_section(facts: PlanFacts) -> Section:
    """Hours, weeks and dates; without a roadmap this says so and invents none."""
    found = facts.roadmap
    if found is None:
        text = (
            f"There is no skill roadmap for {facts.target} among the coach's sources, so this plan sets no "
            "milestones and no finish date. The next actions find out what they would have to be."
        )
        claims = [Claim(text=text)]
    elif not found.document.milestones:
        claims = [_nothing_left(facts)]
    else:
        claims = _claims(found, facts)
    return Section(id="timeline", title="Timeline", claims=claims)


def _claims(found: Roadmap, facts: PlanFacts) -> list[Claim]:
    """Totals and dates of the whole way; of what is left of it where the person took something out."""
    milestones = found.document.milestones
    claims = [total_claim(found, facts.profile)]
    if facts.taken_out:
        claims.append(rest_claim(found))
    claims.append(finish_claim(found, facts.profile, facts.today, cut=bool(facts.taken_out)))
    spread = None if facts.taken_out else range_claim(found, facts.today)
    claims += [spread] if spread else []
    whole = [milestone for milestone in milestones if is_whole(found, milestone)]
    return claims + [milestone_claim(found, milestone, facts.today) for milestone in whole]


def _nothing_left(facts: PlanFacts) -> Claim:
    if facts.taken_out:
        return Claim(text="You took every milestone out, so nothing is left to learn in this plan.")
    return Claim(
        text=f"By the skill table you have all that {facts.target} must have: nothing is left to learn."
    )
