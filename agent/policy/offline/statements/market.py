"""The job market as claims: each figure with its place, its date and who says it."""

import re

from agent import wording
from agent.models import Claim
from agent.policy.offline.findings import Found, near
from tools.evidence import Evidence, Figure
from tools.market.models import MarketDocument, MarketFact, RankedPlace, TechnologyDemand

Market = Found[MarketDocument]


def fact_claims(found: Market, most: int) -> list[Claim]:
    """The facts that count today: demand before trends, none that a later edition replaced."""
    facts = [*found.document.demand, *found.document.trends]
    current = sorted((fact for fact in facts if not fact.superseded), key=lambda fact: fact.aged)
    claims = [_fact(found, fact) for fact in current]
    return [claim for claim in claims if claim is not None][:most]


def area_claim(found: Market, most: int = 3) -> Claim | None:
    """Where the work is, by the ranking's own statistic."""
    ranked = found.document.top_areas[:most]
    held = [_ranked(found, place) for place in ranked]
    if not ranked or any(item is None for item in held):
        return None
    named = [f"{place.area} ({wording.quantity(place.value, place.unit)})" for place in ranked]
    date = wording.period(next(item[1].period for item in held if item))
    ids = list(dict.fromkeys(item[0].id for item in held if item))
    label = ranked[0].statistic.replace("_", " ")
    return Claim(text=f"By {label}, the strongest areas are {wording.listing(named)} ({date}).", evidence=ids)


def technology_claim(found: Market, most: int = 5) -> Claim | None:
    """What postings ask for; shares only where somebody counted them."""
    counted = [item for item in found.document.technologies if item.share is not None]
    named = (counted or found.document.technologies)[:most]
    if not named:
        return None
    if not counted:
        return Claim(
            text=f"Technologies named for this work: {wording.listing([item.name for item in named])}."
        )
    held = [_share(found, item) for item in named]
    if any(item is None for item in held):
        return None
    shares = [f"{item.name} {wording.quantity(item.share or 0, '%')}" for item in named]
    evidence, figure = next(item for item in held if item)
    where = ", ".join(part for part in (wording.place(figure.place), wording.period(figure.period)) if part)
    text = f"Share of postings that ask for a skill ({where}): {wording.listing(shares)}."
    return Claim(
        text=text, evidence=list(dict.fromkeys([evidence.id, *(item[0].id for item in held if item)]))
    )


def _fact(found: Market, fact: MarketFact) -> Claim | None:
    held = found.holding(
        lambda figure: (
            near(figure.value, fact.value) and figure.subject == fact.subject and figure.period == fact.period
        )
    )
    if held is None:
        return None
    evidence, figure = held
    label = _bare(fact.label, figure)
    subject = wording.subject(fact.subject)
    about = "" if subject.casefold() in label.casefold() else f" for {subject}"
    where = wording.in_place(fact.place)
    date = wording.period(fact.period)
    text = f"{label}{about}" + (f" {where}" if where else "") + (f" ({date})" if date else "")
    text += f": {wording.quantity(fact.value, fact.unit)}, according to {_teller(fact, evidence)}"
    if fact.aged:
        text += "; this figure is older than eighteen months"
    return Claim(text=text + ".", evidence=[evidence.id])


def _teller(fact: MarketFact, evidence: Evidence) -> str:
    return evidence.source.publisher or fact.source


def _bare(label: str, figure: Figure) -> str:
    """The label without the period, which is said beside it in words."""
    text = label
    for form in {figure.period or "", wording.period(figure.period)}:
        text = text.replace(form, "") if form else text
    return wording.sentence(re.sub(r"\s+", " ", re.sub(r"\(\s*\)", "", text)).strip(" ,:;")).rstrip(".")


def _ranked(found: Market, place: RankedPlace) -> tuple[Evidence, Figure] | None:
    return found.holding(lambda figure: figure.place == place.area and near(figure.value, place.value))


def _share(found: Market, item: TechnologyDemand) -> tuple[Evidence, Figure] | None:
    return found.holding(lambda figure: figure.unit == "%" and near(figure.value, item.share))
