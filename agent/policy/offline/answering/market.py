"""How much a role is wanted."""

from agent import wording
from agent.models import Profile
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.answering.salary import ask_which_place
from agent.policy.offline.statements.market import Market, area_claim, fact_claims, technology_claim
from agent.policy.offline.statements.notes import note_claims

_FACTS = 3
_NOTES = 2


def market_reply(found: Market, profile: Profile) -> str:
    """The dated figures that count today, the strongest areas, what postings ask for."""
    document = found.document
    if document.ambiguous:
        return ask_which_place(str(found.result.args.get("location") or "That place"), document.ambiguous)
    claims = fact_claims(found, _FACTS)
    claims += [claim for claim in (area_claim(found), technology_claim(found)) if claim is not None]
    notes = note_claims(document.notes, found.evidence, profile, _NOTES if claims else None)
    said = " ".join(cited(note) for note in notes)
    if not claims:
        return said or f"How much {wording.inline(document.role)} is wanted is not known to my sources."
    return "\n\n".join(part for part in (bullets(claims), said) if part)
