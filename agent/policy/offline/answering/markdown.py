"""Claims as markdown: each sentence with its citation."""

from collections.abc import Iterable

from agent import wording
from agent.models import Claim


def cited(claim: Claim) -> str:
    """The claim with its citation before the full stop."""
    mark = wording.cite(*claim.evidence)
    if not mark:
        return claim.text
    return f"{claim.text[:-1]} {mark}." if claim.text.endswith(".") else f"{claim.text} {mark}"


def bullets(claims: Iterable[Claim]) -> str:
    return "\n".join(f"- {cited(claim)}" for claim in claims)
