"""The job market as claims: each figure with its place, its date and who says it."""

import re

from agent import wording
from agent.coaching.findings import Found, near
from agent.models import Claim
from agent.plans.drafting.pay import is_second_hand
from tools.evidence import Evidence, Figure
from tools.market.models import MarketDocument, MarketFact, RankedPlace, TechnologyDemand

Market = Found[MarketDocument]
_SENTENCES = {
    "employment": "{Where}, {value} people work as {subject} ({date}), according to {teller}",
    "location_quotient": (
        "{Where}, the share of {subject} among all jobs is {value} times that of the nation as a whole ({date}), "
        "according to {teller}"
    ),
    "growth": "Employment of {subject} {where} is projected to grow {value}% from {date}, according to {teller}",
    "openings": "{Where}, {value} openings a year are projected for {subject} from {date}, according to {teller}",
}
_TRENDS = ("change", "share", "count", "premium", "postings", "index")


def fact_claims(found: Market, most: int) -> list[Claim]:
    """What counts today: jobs, outlook, then trends of different tellers; nothing that a later edition replaced.

    What belongs together is not parted: there may be one more than `most`.
    """
    claims: list[Claim] = []
    for group in _chosen(found.document):
        if len(claims) >= most:
            break
        claims += [claim for fact in group if (claim := _claim(found, fact)) is not None]
    return claims


def area_claim(found: Market, most: int = 3) -> Claim | None:
    """Where the work is, by the ranking's own statistic."""
    # The ranking by pay stands in the same list; places are only compared by one statistic.
    areas = found.document.top_areas
    ranked = [place for place in areas if place.statistic == areas[0].statistic][:most]
    held = [item for place in ranked if (item := _ranked(found, place)) is not None]
    if not ranked or len(held) < len(ranked):
        return None
    named = [f"{place.area} ({wording.quantity(place.value, place.unit)})" for place in ranked]
    figure = held[0][1]
    text = f"The areas with the most {wording.subject(figure.subject)} are {wording.listing(named)}, {wording.period(figure.period)}"
    return Claim(text=f"{text}.", evidence=_ids(held))


def technology_claim(found: Market, most: int = 5) -> Claim | None:
    """What postings ask for; shares only where somebody counted them."""
    counted = [item for item in found.document.technologies if item.share is not None]
    named = (counted or found.document.technologies)[:most]
    if not named:
        return None
    if not counted:
        return _marked(found, named)
    held = [found_share for item in named if (found_share := _share(found, item)) is not None]
    if len(held) < len(named):
        return None
    shares = [f"{item.name} {wording.quantity(item.share or 0, '%')}" for item in named]
    figure = held[0][1]
    where = ", ".join(part for part in (wording.place(figure.place), wording.period(figure.period)) if part)
    text = f"Share of postings that ask for a skill ({where}): {wording.listing(shares)}"
    return Claim(text=f"{text}; according to {_publisher(held[0][0])}.", evidence=_ids(held))


def _marked(found: Market, named: list[TechnologyDemand]) -> Claim | None:
    """Technologies without shares, by the evidence that lists them."""
    held = next(
        (item for item in found.evidence if all(technology.name in item.text for technology in named)), None
    )
    if held is None:
        return None
    names = wording.listing([item.name for item in named])
    teller = named[0].source.split(",")[0]
    return Claim(
        text=f"{teller} marks as in demand for this work, among other technologies: {names}.",
        evidence=[held.id],
    )


def _chosen(document: MarketDocument) -> list[list[MarketFact]]:
    """The jobs of the first occupation, its projection, then trends of different tellers, its concentration last."""
    current = [fact for fact in (*document.demand, *document.trends) if not fact.superseded]
    if not current:
        return []
    main = wording.subject(current[0].subject).casefold()
    chosen = [fact for fact in current if wording.subject(fact.subject).casefold() == main]
    order: list[list[MarketFact | None]] = [
        [_first(chosen, "employment")],
        [_first(chosen, "growth") or _first(current, "growth")],
        *_trends([fact for fact in document.trends if not fact.superseded]),
        [_first(chosen, "location_quotient")],
    ]
    return [[fact for fact in group if fact is not None] for group in order]


def _trends(facts: list[MarketFact]) -> list[list[MarketFact | None]]:
    """One trend of each teller, changes first: one read at its source leads, then records that have two signs.

    Where a record has two signs, both are told.
    """
    ranked = sorted(
        (fact for fact in facts if _base(fact) in _TRENDS),
        key=lambda fact: (
            fact.aged,
            not _is_change(fact),
            _is_global(fact),
            is_second_hand(fact.trust),
            _TRENDS.index(_base(fact)),
        ),
    )
    told: dict[str, MarketFact] = {}
    for fact in ranked:
        told.setdefault(fact.source, fact)
    pairs = [[fact, _other_sign(fact, ranked)] for fact in told.values()]
    return pairs[:1] + sorted(pairs[1:], key=lambda pair: pair[1] is None or _is_global(pair[1]))


def _is_global(fact: MarketFact) -> bool:
    return fact.place is None or fact.place.startswith("World")


def _other_sign(fact: MarketFact, facts: list[MarketFact]) -> MarketFact | None:
    """The change of the same record that goes the other way."""
    if not _is_change(fact):
        return None
    beside = (other for other in facts if other.source == fact.source and _is_change(other))
    return next((other for other in beside if (other.value < 0) != (fact.value < 0)), None)


def _first(facts: list[MarketFact], statistic: str) -> MarketFact | None:
    """The newest edition's fact of a statistic."""
    found = [fact for fact in facts if _base(fact) == statistic]
    return max(found, key=lambda fact: fact.published or "", default=None)


def _base(fact: MarketFact) -> str:
    """The kind of a statistic: "change senior" is a change."""
    return fact.statistic.split(" ", 1)[0]


def _claim(found: Market, fact: MarketFact) -> Claim | None:
    held = found.holding(
        lambda figure: (
            near(figure.value, fact.value)
            and (figure.subject, figure.period, figure.statistic)
            == (fact.subject, fact.period, fact.statistic)
        )
    )
    if held is None:
        return None
    evidence, figure = held
    if _is_change(fact):
        return Claim(text=_change(fact, evidence), evidence=[evidence.id])
    shape = _SENTENCES.get(_base(fact)) if fact.place and fact.period and fact.value >= 0 else None
    if shape is None:
        return Claim(text=_generic(fact, figure, evidence), evidence=[evidence.id])
    where = wording.in_place(fact.place)
    text = shape.format(
        Where=where[0].upper() + where[1:],
        where=where,
        subject=wording.subject(fact.subject),
        value=wording.number(fact.value),
        date=wording.period(fact.period),
        teller=_publisher(evidence),
    )
    return Claim(text=_aged(text, fact), evidence=[evidence.id])


def _generic(fact: MarketFact, figure: Figure, evidence: Evidence) -> str:
    """Subject, place, date, then what was counted, in the teller's terms."""
    where, date = wording.in_place(fact.place), wording.period(fact.period)
    subject = wording.subject(fact.subject)
    about = subject[0].upper() + subject[1:] + (f" {where}" if where else "") + (f" ({date})" if date else "")
    label = re.sub(r"\s+", " ", fact.label.replace(figure.period or "\0", "")).strip(" ,:;")
    return _aged(
        f"{about}: {label} {wording.quantity(fact.value, fact.unit)}, according to {_publisher(evidence)}",
        fact,
    )


def _is_change(fact: MarketFact) -> bool:
    return fact.unit == "%" and fact.label.startswith("change") and bool(fact.value)


def _change(fact: MarketFact, evidence: Evidence) -> str:
    """Say "-13% over a year", with its place and date; the sign is the figure's own."""
    subject, where = wording.subject(fact.subject), wording.in_place(fact.place)
    about = " ".join(part for part in (subject[0].upper() + subject[1:], where) if part)
    since = fact.label.removeprefix("change").strip(" ,:;")
    date = f" ({wording.period(fact.period)})" if fact.period else ""
    moved = f"{'+' if fact.value > 0 else ''}{wording.number(fact.value)}% {since}".rstrip()
    return _aged(f"{about}: {moved}{date}, according to {_publisher(evidence)}", fact)


def _aged(text: str, fact: MarketFact) -> str:
    text += " at second hand" if is_second_hand(fact.trust) else ""
    return text + ("; this figure is no longer fresh." if fact.aged else ".")


def _publisher(evidence: Evidence) -> str:
    name = evidence.source.publisher or evidence.source.title
    return f"the {name}" if name.startswith("U.S. ") else name


def _ids(held: list[tuple[Evidence, Figure]]) -> list[str]:
    return list(dict.fromkeys(item[0].id for item in held))


def _ranked(found: Market, place: RankedPlace) -> tuple[Evidence, Figure] | None:
    return found.holding(lambda figure: figure.place == place.area and near(figure.value, place.value))


def _share(found: Market, item: TechnologyDemand) -> tuple[Evidence, Figure] | None:
    return found.holding(
        lambda figure: (
            figure.unit == "%"
            and near(figure.value, item.share)
            and item.name.casefold() in f"{figure.subject} {figure.label}".casefold()
        )
    )
