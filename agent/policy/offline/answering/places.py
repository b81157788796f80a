"""Where work is paid best, and which industries give it."""

from agent import wording
from agent.models import Claim
from agent.policy.offline.findings import near
from agent.policy.offline.statements.market import Market
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


def industry_claim(found: Market) -> Claim | None:
    """The industries that employ most of the occupation in the nation."""
    ranked = [row for row in found.document.top_industries if row.employment is not None][:_INDUSTRIES]
    held = [
        item
        for row in ranked
        if (
            item := found.holding(
                lambda figure, row=row: (  # type: ignore[misc]
                    figure.statistic == "employment"
                    and figure.subject.endswith(f" in {row.industry}")
                    and near(figure.value, row.employment)
                )
            )
        )
    ]
    if not ranked or len(held) < len(ranked):
        return None
    named = [f"{row.industry} ({wording.number(row.employment or 0)} jobs)" for row in ranked]
    figure = held[0][1]
    occupation = wording.subject(figure.subject.removesuffix(f" in {ranked[0].industry}"))
    text = f"The industries that employ most {occupation} {wording.in_place(figure.place)} are {wording.listing(named)}"
    return Claim(text=f"{text}, {wording.period(figure.period)}.", evidence=_ids(held))


def _ids(held: list[tuple[Evidence, Figure]]) -> list[str]:
    return list(dict.fromkeys(item[0].id for item in held))
