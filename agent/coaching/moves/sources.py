"""sources: where the figures of this thread come from, and how sure they are, by kind."""

from agent import wording
from agent.coaching.lines import Line, Said, line
from agent.coaching.view import View
from agent.models import Wish
from tools.evidence import Evidence, EvidenceKind

_KINDS: tuple[EvidenceKind, ...] = ("salary", "roadmap", "market", "options", "document")


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """One sentence for each kind of evidence, what was looked up last first."""
    seen = list(dict.fromkeys(item.kind for item in reversed(view.evidence)))
    lines = [_kind(kind, view.evidence) for kind in sorted(_KINDS, key=lambda kind: _place(kind, seen))]
    told = [each for each in lines if each is not None]
    if not told:
        return Said((line("sources.none"),))
    return Said((*told[:3], line("sources.exact")))


def _place(kind: EvidenceKind, seen: list[EvidenceKind]) -> int:
    return seen.index(kind) if kind in seen else len(seen)


def _kind(kind: EvidenceKind, evidence: tuple[Evidence, ...]) -> Line | None:
    """Publishers and titles of one kind; what such figures can and cannot tell."""
    held = [item for item in reversed(evidence) if item.kind == kind]
    if not held:
        return None
    names = list(dict.fromkeys(item.source.publisher or item.source.title for item in held))
    newest = max((item.source.date for item in held if item.source.date), default=None)
    when = f", {wording.period(newest)}" if newest else ""
    return line(f"sources.{kind}", held[0].id, names=wording.listing(names[:2]), when=when)
