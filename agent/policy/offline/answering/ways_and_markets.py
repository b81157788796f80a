"""Which of several ways is longer, and which of several job markets larger or growing faster."""

from agent import wording
from agent.plans.drafting.market import Market
from agent.plans.drafting.roadmap import Roadmap
from agent.policy.offline.answering.markdown import bullets
from agent.policy.offline.answering.market import growth_fact, number_claims
from agent.policy.offline.answering.question import Question
from agent.policy.offline.answering.roadmap import length_claim
from tools.market.models import MarketFact


def ways_compared(ways: list[Roadmap]) -> str:
    """How long each way is, the longest first; empty where there is none."""
    held = sorted(
        (found for found in ways if found.document.milestones), key=lambda found: -found.document.weeks
    )
    claims = [length_claim(found) for found in held]
    lead = ""
    if len({found.document.weeks for found in held}) == len(held) > 1:
        lead = f"The way to {wording.inline(held[0].document.role)} takes longest.\n\n"
    return lead + bullets(claims) if claims else ""


def markets_compared(markets: list[Market], question: Question) -> str:
    """How many do each work, and what is projected for it; empty where nothing is known."""
    claims = {claim.text: claim for found in markets for claim in number_claims(found)}.values()
    lead = _alike(markets) or (_fastest(markets) if question.wants("outlook") else _largest(markets))
    return "\n\n".join(part for part in (lead, bullets(claims)) if part) if claims else ""


def _fastest(markets: list[Market]) -> str:
    """Which work is projected to grow fastest, as far as that is held."""
    growth = [fact for found in markets if (fact := growth_fact(found))]
    if not growth:
        return f"My sources hold no projection for any of them. {_largest(markets)}".strip()
    if len(growth) < len(markets):
        named = wording.listing([wording.subject(fact.subject) for fact in growth])
        return f"Of these my sources hold a projection for {named} only."
    best = max(growth, key=lambda fact: fact.value)
    if best.value <= 0:
        return "None of them is projected to grow."
    return f"The fastest growth is projected for {wording.subject(best.subject)}."


def _alike(markets: list[Market]) -> str:
    """That roles of different names are one occupation of the statistics."""
    subjects = {fact.subject for fact in map(_employment, markets) if fact}
    if len(markets) < 2 or len(subjects) != 1:
        return ""
    return f"Official statistics count them alike, as {wording.subject(subjects.pop())}."


def _employment(found: Market) -> MarketFact | None:
    return next((fact for fact in found.document.demand if fact.statistic == "employment"), None)


def _largest(markets: list[Market]) -> str:
    """Which work most people do, where all were counted in one place."""
    facts = [fact for fact in map(_employment, markets) if fact]
    if len(facts) < 2 or len(facts) < len(markets) or len({fact.place for fact in facts}) > 1:
        return ""
    most, *others = sorted(facts, key=lambda fact: -fact.value)
    than = wording.listing([wording.subject(fact.subject) for fact in others], "or")
    return f"More people work as {wording.subject(most.subject)} than as {than}."
