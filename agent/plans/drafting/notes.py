"""What a tool says about its own figures. A note with a number is kept only where its evidence holds the number."""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from agent import wording
from agent.grounding import Held
from agent.models import Claim, Profile
from tools.evidence import Evidence

_ASIDE = re.compile(r"\s*\([^()]*\d[^()]*\)")
_ALREADY_SAID = re.compile(
    r"^'.*' has no occupation of its own|^Older editions that|^\d+ of \d+ figures|^Places are ranked|"
    r"could be several places: |^Shares of postings that name |^Technologies are those |^Not feasible in |^Likely finish|^No figure for |^Assumed [\d.]+ hours a week|^Read as the |^Side by side, "
    r"|^Known a little, |^Counted as known because |^Taken as known |^Nothing of this roadmap was taken |^What .* brings is not known, "
    r"|^The way in for .* is not in the weeks\.$|^The time you named holds these steps"
    r"|^Sources disagree on what AI skills add to pay"
    r"|: no technology is marked as in demand"
)


def note_claims(
    notes: Sequence[str], evidence: Sequence[Evidence], profile: Profile, most: int | None = None
) -> list[Claim]:
    """The first `most` notes as claims, without those that the sentences around them say already."""
    claims: list[Claim] = []
    held = cache(partial(Held.of, evidence, profile))
    for note in notes:
        if len(claims) == most:
            break
        claim = None if _ALREADY_SAID.search(note) else _claim(wording.inline(note), held)
        if claim is not None:
            claims.append(claim)
    return claims


def _claim(note: str, holding: Callable[[], Held]) -> Claim | None:
    for text in (note, _ASIDE.sub("", note)):
        said = wording.sentence(text)
        if not re.search(r"\d", said):
            return Claim(text=said)
        held = holding()
        # The note repeats the evidence it speaks of, so that is the evidence to cite.
        ids = [item.id for item in held.evidence.values() if _opening(item.text) in text]
        claim = Claim(text=said, evidence=ids)
        if held.holds(claim):
            return claim
    return None


def _opening(text: str) -> str:
    return re.split(r"[:.]\s", text, maxsplit=1)[0]
