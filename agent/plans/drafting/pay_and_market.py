"""Pay and market: what the target is paid and how much it is wanted, each figure dated and placed."""

from agent import wording
from agent.models import Claim, Section
from agent.naming import what_it_pays
from agent.plans.drafting.facts import PlanFacts
from agent.plans.drafting.market import area_claim, fact_claims, technology_claim
from agent.plans.drafting.notes import note_claims
from agent.plans.drafting.pay import (
    Salary,
    counted_as,
    median_claim,
    reported_claims,
    shown_rows,
    spread_claim,
)

_ROWS = 3
_FACTS = 4
_REPORTED = 2
_NOTES = 3


def pay_section(facts: PlanFacts) -> Section:
    """Official percentiles first, then today's role beside them, then what others report; notes at the end."""
    claims: list[Claim] = []
    if facts.pay:
        counted = counted_as(facts.pay) if shown_rows(facts.pay, 1) else ""
        claims += [Claim(text=counted)] if counted else []
        claims += _official(facts.pay)
    claims += _beside(facts)
    if facts.pay:
        claims += [
            claim.model_copy(update={"text": f"Reported, not official: {claim.text}"})
            for claim in reported_claims(facts.pay, _REPORTED)
        ]
        claims += note_claims(
            facts.pay.document.notes, facts.pay.evidence, facts.profile, 1 if claims else _NOTES
        )
    if not claims:
        claims.append(Claim(text=f"It is not known to the coach's sources {what_it_pays(facts.target)}."))
    return Section(id="pay", title="Pay outlook", claims=claims)


def market_section(facts: PlanFacts) -> Section:
    """Dated figures with their tellers; notes say what is not known."""
    market = facts.market
    claims: list[Claim] = []
    if market is not None:
        claims += fact_claims(market, _FACTS)
        nation = None if facts.profile.location else area_claim(market)
        claims += [claim for claim in (nation, technology_claim(market)) if claim is not None]
        said = facts.pay.document.notes if facts.pay else []
        notes = [note for note in market.document.notes if note not in said]
        claims += note_claims(notes, market.evidence, facts.profile, _NOTES)
    if not claims:
        where = f" in {wording.inline(facts.profile.location)}" if facts.profile.location else ""
        claims.append(Claim(text=f"How much this work is wanted{where} is not known to the coach's sources."))
    return Section(id="market", title="Market outlook", claims=claims)


def _official(pay: Salary) -> list[Claim]:
    """The first occupation with its percentiles, the others with their median."""
    rows = shown_rows(pay, _ROWS)
    claims = [spread_claim(pay, row) for row in rows[:1]] + [median_claim(pay, row) for row in rows[1:]]
    return [claim for claim in claims if claim is not None]


def _beside(facts: PlanFacts) -> list[Claim]:
    """Pay of the work that the person does today, unless it is counted as the same occupation."""
    if facts.current_pay is None:
        return []
    rows = shown_rows(facts.current_pay, 1)
    if not rows:
        return []
    if facts.pay and rows[0].occupation in [row.occupation for row in shown_rows(facts.pay, 1)]:
        return [
            Claim(
                text="Your work today is counted in that same occupation, so its official figures are the same."
            )
        ]
    claim = median_claim(facts.current_pay, rows[0])
    return (
        [claim.model_copy(update={"text": f"For your work today: {claim.text[0].lower()}{claim.text[1:]}"})]
        if claim
        else []
    )
