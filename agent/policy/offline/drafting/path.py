"""The way from here to there: what is missing, and the weeks it takes."""

from agent.models import Claim, Section
from agent.policy.offline.drafting.facts import PlanFacts
from agent.policy.offline.statements.roadmap import finish_claim, gap_claims, milestone_claim, total_claim


def gap_section(facts: PlanFacts) -> Section:
    """What the roadmap needs against what the person has."""
    claims = gap_claims(facts.roadmap) if facts.roadmap else []
    return Section(id="gap", title="The gap", claims=claims)


def timeline_section(facts: PlanFacts) -> Section:
    """Hours, weeks and dates; without a roadmap this says so and invents none."""
    title = "Timeline"
    if facts.roadmap is None:
        text = (
            f"There is no skill roadmap for {facts.target} among the coach's sources, so this plan sets no "
            "milestones and no finish date. The next actions below find out what they would have to be."
        )
        return Section(id="timeline", title=title, claims=[Claim(text=text)])
    found = facts.roadmap
    claims = [total_claim(found, facts.profile), finish_claim(found, facts.profile, facts.today)]
    claims += [milestone_claim(found, milestone, facts.today) for milestone in found.document.milestones]
    return Section(id="timeline", title=title, claims=claims)
