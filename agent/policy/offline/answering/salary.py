"""What a role pays: official wages first, what others report apart from them."""

from agent import wording
from agent.models import Claim, Profile
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.statements.notes import note_claims
from agent.policy.offline.statements.pay import (
    Salary,
    counted_as,
    estimate_claims,
    neighbour_claims,
    reported_claims,
    shown_rows,
    wage_lines,
)

_ROWS = 3
_REPORTED = 2
_NOTES = 2


def salary_reply(found: Salary, profile: Profile) -> str:
    """Wages, how the role is counted, reported bands; or in words why there are none."""
    document = found.document
    if document.ambiguous:
        return ask_which_place(str(found.result.args.get("location") or "That place"), document.ambiguous)
    lead, claims = wage_lines(found, shown_rows(found, _ROWS))
    parts = [counted_as(found) if claims else "", _told(lead, claims)]
    parts += [cited(claim) for claim in estimate_claims(found)[:1]]
    notes = note_claims(document.notes, found.evidence, profile, _NOTES)
    parts.append(" ".join(cited(note) for note in notes))
    reported = reported_claims(found, _REPORTED)
    if not reported and (beside := neighbour_claims(found)):
        parts.append(
            "No reported figure is about that very level; these are the nearest:\n\n" + bullets(beside)
        )
    if reported:
        parts.append("Reported by others, apart from the official statistics:\n\n" + bullets(reported))
    told = [part for part in parts if part]
    return "\n\n".join(told) or f"What {wording.inline(document.role)} pays is not known to my sources."


def ask_which_place(place: str, candidates: list[str]) -> str:
    """The question back when a place could be several."""
    return f"Which {wording.inline(place)} do you mean: {wording.listing(candidates[:6], 'or')}?"


def _told(lead: str, claims: list[Claim]) -> str:
    listed = cited(claims[0]) if len(claims) == 1 else bullets(claims)
    return f"{lead}\n\n{listed}" if lead else listed
