"""How much a role is wanted."""

from agent import wording
from agent.policy.offline.answering.markdown import bullets
from agent.policy.offline.statements.market import Market, area_claim, fact_claims, technology_claim

_FACTS = 3


def market_reply(found: Market) -> str:
    """The dated figures that count today, the strongest areas, what postings ask for."""
    claims = fact_claims(found, _FACTS)
    claims += [claim for claim in (area_claim(found), technology_claim(found)) if claim is not None]
    notes = " ".join(wording.sentence(note) for note in found.document.notes[:2])
    if not claims:
        return notes or f"How much {found.document.role} is wanted is not known to my sources."
    lead = f"The market for {found.document.role}"
    where = f" {wording.in_place(found.document.area)}" if found.document.area else ""
    body = f"{lead}{where}:\n\n{bullets(claims)}"
    return f"{body}\n\n{notes}" if notes else body
