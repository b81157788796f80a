"""What could make the plan wrong, and what it takes for granted."""

from agent import wording
from agent.models import Claim, Section
from agent.policy.offline.drafting.facts import PlanFacts


def risks_section(facts: PlanFacts) -> Section:
    """Risks that follow from the facts of this plan; none that would fit every plan."""
    profile, claims = facts.profile, []
    if facts.roadmap is not None:
        ids = facts.roadmap.ids[:1]
        if not facts.roadmap.document.feasible:
            claims.append(Claim(text="The horizon you named is too short for all of it.", evidence=ids))
        claims += [Claim(text=wording.sentence(note), evidence=ids) for note in facts.roadmap.document.notes]
        text = "The hours are those of a typical learner: a week that falls out moves every later date by a week."
        claims.append(Claim(text=text))
    elif facts.unmapped is not None:
        claims += [Claim(text=wording.sentence(note)) for note in facts.unmapped.document.notes]
    if facts.pay is not None and len(facts.pay.document.occupations) > 1:
        text = f"The statistics have no single occupation for {facts.target}; the pay figures are of the nearest ones."
        claims.append(Claim(text=text))
    if profile.location is None and facts.pay is not None and facts.pay.document.wages:
        claims.append(
            Claim(text="Pay differs by place, and you have not named one: these are national figures.")
        )
    claims += [
        Claim(text=f"The {_tool(result.name)} did not work this time, so nothing from it is in this plan.")
        for result in facts.failed
    ]
    return Section(id="risks", title="Risks", claims=claims)


def assumptions(facts: PlanFacts) -> list[str]:
    """What was taken for granted because nobody said otherwise."""
    profile = facts.profile
    texts = []
    if facts.roadmap is not None:
        texts.append(f"Week 1 begins on {wording.spoken_date(facts.today)}.")
        if profile.hours_per_week:
            texts.append(f"You keep {wording.hours(profile.hours_per_week)} free every week.")
        if not profile.skills:
            texts.append("You named no skills, so the roadmap begins at the beginning.")
    if profile.location is None:
        texts.append("You named no place, so figures are for the United States as a whole.")
    return texts


def _tool(name: str) -> str:
    return {
        "search_documents": "document search",
        "lookup_salary": "salary lookup",
        "generate_roadmap": "roadmap",
        "summarize_job_market": "market summary",
    }[name]
