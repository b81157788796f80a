"""Where work is paid best, and which industries give it."""

from agent import wording
from agent.coaching.findings import near
from agent.models import Claim
from agent.plans.drafting.market import Market
from tools.evidence import Evidence, Figure

_MOST = 5
_INDUSTRIES = 3


def pay_places_claim(found: Market) -> Claim | None:
    """The local areas with the highest median, by the market summary's own ranking."""
    ranked = [place for place in found.document.top_areas if place.statistic == "p50"][:_MOST]
    held = [
        item
        for place in ranked
        if (
            item := found.holding(
                lambda figure, place=place: (  # type: ignore[misc]
                    figure.statistic == "p50"
                    and figure.place == place.area
                    and near(figure.value, place.value)
                )
            )
        )
    ]
    if not ranked or len(held) < len(ranked):
        return None
    hourly = not ranked[0].unit.endswith("/year")
    named = [f"{place.area} ({wording.money(place.value, place.unit, rate=hourly)})" for place in ranked]
    figure = held[0][1]
    text = (
        f"The areas with the highest median wage of {wording.subject(figure.subject)} are {wording.listing(named)}, "
        f"{wording.period(figure.period)}"
    )
    return Claim(text=f"{text}.", evidence=_ids(held))


def industry_claims(found: Market) -> tuple[str, list[Claim]]:
    """The industries that employ most of the occupation in the nation, one a line, under a lead-in.

    Each is a statement of its own: the name of an industry may be that of another occupation ("Offices of
    Physicians").
    """
    claims, lead = [], ""
    for row in found.document.top_industries[:_INDUSTRIES]:
        held = found.holding(
            lambda figure, row=row: (  # type: ignore[misc]
                figure.statistic == "employment"
                and figure.subject.endswith(f" in {row.industry}")
                and near(figure.value, row.employment)
            )
        )
        if held is None:
            continue
        evidence, figure = held
        occupation = wording.subject(figure.subject.removesuffix(f" in {row.industry}"))
        where, date = wording.in_place(figure.place), wording.period(figure.period)
        lead = f"The industries that employ most {occupation} {where} ({date}):"
        text = f"{row.industry}: {wording.number(figure.value)} {occupation}."
        claims.append(Claim(text=text, evidence=[evidence.id]))
    return lead, claims


def _ids(held: list[tuple[Evidence, Figure]]) -> list[str]:
    return list(dict.fromkeys(item[0].id for item in held))
