"""How long the way takes, and how it begins."""

from datetime import date

from agent import wording
from agent.models import Profile
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.statements.notes import note_claims
from agent.policy.offline.statements.roadmap import (
    Roadmap,
    finish_claim,
    milestone_claim,
    option_claims,
    range_claim,
    total_claim,
)

_FIRST = 3
_COVERED = (
    "Mine cover AI, data and software roles and single skills such as RAG or Kubernetes, and I will not pass off "
    "one of those as yours. I can still look up what it pays and how its job market stands."
)


def roadmap_reply(found: Roadmap, profile: Profile, today: date) -> str:
    """Hours and weeks, whether the horizon holds and the ways out, the first milestones."""
    document = found.document
    if not document.milestones:
        if not document.gap:
            return f"I have no skill roadmap for {wording.inline(document.role)}. {_COVERED}"
        notes = note_claims(document.notes, found.evidence, profile)
        return " ".join(cited(note) for note in notes)
    head = [total_claim(found, profile), finish_claim(found, profile, today)]
    if document.feasible and (spread := range_claim(found, today)) is not None:
        head.append(spread)
    parts = [" ".join(cited(claim) for claim in head)]
    if not document.feasible and document.options:
        parts.append("What would make it fit:\n\n" + bullets(option_claims(found)))
    shown = _FIRST if document.feasible else 1
    first = [milestone_claim(found, milestone, today) for milestone in document.milestones[:shown]]
    parts.append("It begins with:\n\n" + bullets(first))
    if len(document.milestones) > shown:
        parts.append("Say “make my plan” to see all of it.")
    return "\n\n".join(parts)
