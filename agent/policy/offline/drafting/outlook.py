"""Pay and market: what the target is paid and how much it is wanted, each figure dated and placed."""

from agent import wording
from agent.models import Claim, Section
from agent.policy.offline.drafting.facts import PlanFacts
from agent.policy.offline.statements.market import area_claim, fact_claims, technology_claim
from agent.policy.offline.statements.pay import Salary, has_wages, range_claim, reported_claims, wage_claim

_ROWS = 2
_FACTS = 4


def pay_section(facts: PlanFacts) -> Section:
    """Official percentiles first, then today's role beside them, then what others report."""
    claims = _official(facts.pay) if facts.pay else []
    if facts.pay:
        claims += _notes(facts.pay.document.notes, facts.pay.ids)
        claims += [_apart(claim) for claim in reported_claims(facts.pay)]
    if facts.current_pay:
        rows = [row for row in facts.current_pay.document.wages if has_wages(row)]
        beside = wage_claim(facts.current_pay, rows[0]) if rows else None
        if beside is not None:
            claims.append(beside.model_copy(update={"text": f"For your work today: {beside.text}"}))
    if not claims:
        claims.append(Claim(text=f"What {facts.target} pays is not known to the coach's sources."))
    return Section(id="pay", title="Pay outlook", claims=claims)


def market_section(facts: PlanFacts) -> Section:
    """Dated figures with their tellers; notes say what is not known."""
    market = facts.market
    claims: list[Claim] = []
    if market is not None:
        claims += fact_claims(market, _FACTS)
        claims += [claim for claim in (area_claim(market), technology_claim(market)) if claim is not None]
        claims += _notes(market.document.notes, market.ids)
    if not claims:
        claims.append(Claim(text=f"How much {facts.target} is wanted is not known to the coach's sources."))
    return Section(id="market", title="Market outlook", claims=claims)


def _official(pay: Salary) -> list[Claim]:
    claims: list[Claim] = []
    for row in [row for row in pay.document.wages if has_wages(row)][:_ROWS]:
        claims += [claim for claim in (wage_claim(pay, row), range_claim(pay, row)) if claim is not None]
    return claims


def _notes(notes: list[str], ids: list[str]) -> list[Claim]:
    """What a tool says about its own figures, resting on the evidence it brought."""
    return [Claim(text=wording.sentence(note), evidence=ids) for note in notes]


def _apart(claim: Claim) -> Claim:
    text = claim.text[0].upper() + claim.text[1:]
    return claim.model_copy(update={"text": f"Apart from the official statistics: {text}"})
