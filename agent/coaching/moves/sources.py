"""sources: where the figures of this thread come from, and how sure they are, by kind."""

from collections import Counter

from agent import wording
from agent.coaching.lines import Line, Said, line
from agent.coaching.view import View
from agent.models import Wish
from agent.models.dialogue import WishKind
from tools.evidence import Evidence, EvidenceKind

COUNTED: frozenset[WishKind | None] = frozenset({"gross", "extras", "benefits", "alone", "hours"})
_OF_AN_OFFER = frozenset({"gross", "benefits"})  # asked of the offer in hand, not of the statistics
_NAMED = 2  # publishers of one kind that are worth a name in a sentence
_KINDS: tuple[EvidenceKind, ...] = ("salary", "roadmap", "market", "options", "document")


def say(wish: Wish, view: View) -> Said:
    """What a figure of pay counts, where that is asked; else a sentence for each kind of evidence, what was looked up last first."""
    if wish.kind in COUNTED:
        return _counted(wish, view)
    seen = list(dict.fromkeys(item.kind for item in reversed(view.evidence)))
    lines = [_kind(kind, view.evidence) for kind in sorted(_KINDS, key=lambda kind: _place(kind, seen))]
    told = [each for each in lines if each is not None]
    if not told:
        return Said((line("sources.none"),))
    sure = tuple(line(f"sources.{kind}_again") for kind in seen if kind in _KINDS)
    return Said((*told[:3], line("sources.exact")), again=sure[:2])


def _counted(wish: Wish, view: View) -> Said:
    """What the wages told last hold of taxes, tips, benefits, work of one's own or hours, and what to do about it."""
    paid = [item.id for item in view.evidence if item.kind == "salary"][-1:]
    offered = bool(view.dialogue.offers) and wish.kind in _OF_AN_OFFER
    told = line(f"sources.{wish.kind}_offer") if offered else line(f"sources.{wish.kind}", *paid)
    return Said((told, line(f"sources.{wish.kind}_then")))


def _place(kind: EvidenceKind, seen: list[EvidenceKind]) -> int:
    return seen.index(kind) if kind in seen else len(seen)


def _kind(kind: EvidenceKind, evidence: tuple[Evidence, ...]) -> Line | None:
    """Who published most of one kind, and when last; what such figures can and cannot tell."""
    held = [item for item in evidence if item.kind == kind]
    if not held:
        return None
    # What nobody signs is named by its title only where nothing else is there.
    held = [item for item in held if item.source.publisher] or held
    names = [item.source.publisher or item.source.title for item in held]
    most = [name for name, _ in Counter(names).most_common(_NAMED)]
    dates = [item.source.date for item, name in zip(held, names, strict=True) if name in most]
    newest = max(filter(None, dates), default=None)
    when = f", {wording.period(newest)}" if newest else ""
    return line(f"sources.{kind}", held[-1].id, names=wording.listing(most), when=when)
