"""What could make the plan wrong, and what it takes for granted."""

from agent.models import Claim, Section
from agent.naming import a_role
from agent.plans.availability import begins_later
from agent.plans.drafting.facts import PlanFacts
from agent.plans.drafting.path import roadmap_notes
from agent.plans.drafting.roadmap import late_claim, option_claims
from agent.plans.progress import is_over

_BEHIND = "The time you named holds these steps"  # begins the note that what comes after them takes longer
_TOOLS = {
    "search_documents": "document search",
    "lookup_salary": "salary lookup",
    "generate_roadmap": "roadmap",
    "summarize_job_market": "market summary",
    "suggest_roles": "search for near occupations",
}


def risks_section(facts: PlanFacts) -> Section:
    """Risks that follow from the facts of this plan; the one that every plan has only where there is no other."""
    claims = _time_risks(facts)
    if facts.pay is not None and len(facts.pay.document.occupations) > 1 and facts.pay.document.wages:
        text = f"No single occupation stands for {facts.target} in the statistics: read the pay figures as a range."
        claims.append(Claim(text=text))
    if facts.profile.location is None and facts.pay is not None and facts.pay.document.wages:
        claims.append(Claim(text="Pay differs by place, and you named none: the figures are national."))
    claims += [
        Claim(text=f"The {_TOOLS[result.name]} did not work this time, so nothing from it is in this plan.")
        for result in facts.failed
    ]
    if not claims:
        claims.append(Claim(text="Each week that you miss moves all later dates by a week."))
    return Section(id="risks", title="Risks", claims=claims)


def assumptions(facts: PlanFacts) -> list[str]:
    """What was taken for granted because nobody said otherwise."""
    profile = facts.profile
    texts = []
    if facts.roadmap is not None and facts.roadmap.document.milestones:
        if not profile.hours_per_week:
            texts.append("You named no hours, so the pace above is assumed; say yours and the dates follow.")
        texts += [claim.text for claim in roadmap_notes(facts) if not claim.evidence]
    if profile.location is None:
        texts.append("You named no place, so figures are for the United States as a whole.")
    return texts


def _time_risks(facts: PlanFacts) -> list[Claim]:
    if facts.roadmap is None:
        text = (
            f"Training, licences and fees that {a_role(facts.target)} may need are not in the coach's sources: "
            "find them out before you spend time or money."
        )
        return [Claim(text=text)]
    document = facts.roadmap.document
    claims = [Claim(text=note) for note in document.notes if note.startswith(_BEHIND)]
    if is_over(facts.progress, facts.today):
        ends = "ends before you begin" if begins_later(facts.profile, facts.today) else "is over"
        claims.append(Claim(text=f"The time you named {ends}: say by when you want to be there now."))
    if not document.feasible:
        claims.append(Claim(text="The time you named is too short for all of it. Ways to make it fit:"))
        claims += option_claims(facts.roadmap)
    if document.of == "steps":
        text = (
            "Fees, exams and licences differ from state to state and from employer to employer, and what they cost is not "
            "in the coach's sources: ask before you pay anything."
        )
        claims.append(Claim(text=text))
    late = late_claim(facts.roadmap, facts.profile, facts.today)
    claims += [late] if late else []
    return claims
