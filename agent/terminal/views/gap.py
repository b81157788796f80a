"""The view of a posting beside the person."""

from agent import wording
from agent.coaching.gap import GapDocument, PostingPay
from agent.terminal.render import Screen
from agent.terminal.views.parts import listed, sources


def view(screen: Screen, document: GapDocument) -> None:
    """What is asked for and there, what is missing with its hours, years, pay, notes and sources."""
    where = f", {document.place}" if document.place else ""
    screen.heading(f"{document.title or 'The posting'}{where}")
    listed(screen, "Asked for, and there", document.there)
    listed(
        screen,
        "Missing, and learnable",
        (f"{each.skill}: about {wording.hours(wording.whole(each.hours))}" for each in document.learnable),
    )
    listed(screen, "Missing, and not in the learning graph", document.unknown)
    listed(screen, "Schooling asked for", document.schooling)
    if document.years is not None:
        have = "not told" if document.years.have is None else wording.number(document.years.have)
        screen.line(f"Years asked for: {wording.number(document.years.asked)}; yours: {have}.")
    if document.pay is not None:
        _pay(screen, document.pay)
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


def _pay(screen: Screen, pay: PostingPay) -> None:
    screen.line(f"Pay: {pay.text}.")
    # The likeliest occupation is enough to read; the document holds all.
    for occupation in pay.occupations[:1]:
        found = [each.text for each in pay.estimates if each.occupation == occupation.code]
        listed(screen, f"Where that stands among {occupation.title}", found)
