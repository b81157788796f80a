"""What is said where pay is not known: what exactly is not, and the nearest thing that is."""

from collections.abc import Sequence
from typing import Literal

from agent import wording
from agent.coaching import names
from agent.coaching.findings import answering
from agent.coaching.lines import Cited, Line, Question, Said, asking, line
from agent.coaching.requests import pay_request
from agent.coaching.view import View
from agent.models import Slot, Subject, ToolRequest
from tools.oews.several import likely_jobs, meanings
from tools.options.near_names import near_places, near_roles
from tools.salary.models import SalaryDocument
from tools.salary.place import resolve


def not_known(subject: Subject, view: View, request: ToolRequest | None = None) -> Said:
    """Why a wage lookup gave no median. Nothing where the call itself failed: that is said once for all."""
    found = answering(view.findings.salaries, request or pay_request(subject))
    if found is None or not subject.role:
        return Said()
    document, role = found.document, names.own_words(subject.role)
    if asked := _several(document, role):
        return asked
    if not document.occupations:
        return unknown_role(line("not_known.role", role=role), subject.role, "which")
    if not document.wages:
        elsewhere = _unknown_place(subject)
        return Said((*_own_table(document, found.ids), *elsewhere.lines), question=elsewhere.question)
    row = document.wages[0]
    quarter = next((each for each in document.wages if each.p25 is not None), None)
    if quarter is None:
        return Said((line("not_known.unpublished", role=names.people(role), place=names.area(row.area)),))
    held = found.holding(lambda figure: (figure.statistic, figure.place) == ("p25", quarter.area))
    unit = quarter.unit
    said = line(
        "not_known.above_ceiling",
        role=names.people(role),
        place=names.area(quarter.area),
        quarter=Cited(wording.money(quarter.p25 or 0, unit, rate=True), held[0].id if held else ""),
        period=wording.period(held[1].period if held else None),
    )
    return Said((said,))


def _several(document: SalaryDocument, role: str) -> Said | None:
    """An abbreviation or a place that could be several is asked back."""
    if jobs := meanings(document.role):
        named = wording.listing(jobs, "or")
        return Said(question=asking("which", "not_known.which_meaning", 95, role=role, several=named))
    return which_place(document.ambiguous) if document.ambiguous else None


def which_place(places: Sequence[str]) -> Said:
    """A place that could be several is asked back."""
    return Said(question=asking("place", "not_known.which_place", 95, places="; ".join(places)))


def which_job(view: View, move: Literal["pay", "market"]) -> Question:
    """The job is asked for, and the place only where they told none."""
    if (place := view.profile.location) is None:
        return asking("target", f"{move}.which_role", 90)
    return asking("target", f"{move}.which_role_there", 90, place=place)


def unknown_role(said: Line, role: str, slot: Slot) -> Said:
    """What is said of words that are no job here, and the jobs that they may be or whose titles are written nearly like them."""
    if jobs := meanings(role) or likely_jobs(role):
        return Said((said,), question=asking(slot, "not_known.near", 95, near=wording.listing(jobs, "or")))
    if near := near_roles(role):
        return Said((said,), question=asking(slot, "not_known.near", 95, near=wording.listing(near, "or")))
    return Said((said,), question=asking(slot, "not_known.plainer", 90))


def _unknown_place(subject: Subject) -> Said:
    """Abroad, or not known at all: then with places that are written nearly like it."""
    place = resolve(subject.place)
    role = names.people(subject.role or "")
    if place.outside:
        own = line("not_known.own_table", country=place.country or place.outside)
        return Said((line("not_known.abroad", role=role, place=place.outside), own))
    near = wording.listing(near_places(subject.place or ""), "or")
    question = asking("place", "not_known.near", 95, near=near) if near else None
    return Said((line("not_known.place", role=role, place=subject.place or ""),), question=question)


def _own_table(document: SalaryDocument, ids: list[str]) -> tuple[Line, ...]:
    """What a table of the person's own says of a place that the statistics do not cover."""
    return tuple(
        line(
            "not_known.from_own_table",
            *ids,
            label=band.label,
            low=wording.money(band.low, band.unit),
            high=wording.money(band.high, band.unit, rate=True),
            source=band.source.title,
            published=wording.period(band.source.date),
        )
        for band in document.reported[:2]
    )
