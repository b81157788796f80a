"""What a role pays: official wages first, what others report apart from them."""

from agent import wording
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.statements.pay import (
    Salary,
    has_wages,
    match_words,
    reported_claims,
    wage_claim,
)

_ROWS = 3


def salary_reply(found: Salary) -> str:
    """Wages, how the role is counted, reported bands; or in words why there are none."""
    document = found.document
    if document.ambiguous:
        places = wording.listing(document.ambiguous[:6], "or")
        asked = found.result.args.get("location") or "That place"
        return f"{asked} could be several places: {places}. Which one do you mean?"
    rows = [row for row in document.wages if has_wages(row)][:_ROWS]
    claims = [claim for claim in (wage_claim(found, row) for row in rows) if claim is not None]
    parts = [_counted(found) if claims else ""]
    parts.append(cited(claims[0]) if len(claims) == 1 else bullets(claims))
    parts.append(" ".join(wording.sentence(note) for note in document.notes[:3]))
    reported = reported_claims(found, 2)
    if reported:
        parts.append("Apart from the official statistics:\n\n" + bullets(reported))
    if not any(parts):
        return f"What {document.role} pays is not known to my sources."
    return "\n\n".join(part for part in parts if part)


def _counted(found: Salary) -> str:
    role = found.document.role
    ways = [match_words(role, match) for match in found.document.occupations[:_ROWS]]
    named = [way for way in ways if way]
    return f"In the official statistics, {role} is {wording.listing(named, 'or')}." if named else ""
