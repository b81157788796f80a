"""How long the way takes, and how it begins."""

from datetime import date

from agent import wording
from agent.models import Profile
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.statements.roadmap import (
    Roadmap,
    exists,
    finish_claim,
    milestone_claim,
    total_claim,
)

_FIRST = 3


def roadmap_reply(found: Roadmap, profile: Profile, today: date) -> str:
    """Hours and weeks, whether the horizon holds, the first milestones."""
    document = found.document
    notes = " ".join(wording.sentence(note) for note in document.notes)
    if not exists(found):
        return notes or f"I have no skill roadmap for {document.role}, and I will not make one up."
    first = document.milestones[:_FIRST]
    claims = [milestone_claim(found, milestone, today) for milestone in first]
    rest = len(document.milestones) - len(first)
    more = "\n\nMore milestones follow; say “make my plan” to see all of them." if rest else ""
    head = f"{cited(total_claim(found, profile))} {cited(finish_claim(found, profile, today))}"
    body = f"{head} You begin with:\n\n{bullets(claims)}{more}"
    return f"{body}\n\n{notes}" if notes else body
