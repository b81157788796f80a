"""The view of a market document."""

from collections.abc import Sequence

from agent import wording
from agent.terminal.render import Screen
from agent.terminal.views.parts import cell, listed, sources
from tools.market.models import MarketDocument, MarketFact

_STATISTICS = {"employment": "Jobs", "p50": "Median pay"}
_RANKINGS = {"employment": "Most jobs", "p50": "Highest median pay"}


def view(screen: Screen, document: MarketDocument) -> None:
    """Demand and trends, places and industries as tables, technologies, notes and sources."""
    screen.heading(f"Job market: {document.role}{f' in {document.area}' if document.area else ''}")
    _facts(screen, "Demand", document.demand)
    _facts(screen, "Trends", document.trends)
    for statistic, unit in dict.fromkeys((place.statistic, place.unit) for place in document.top_areas):
        screen.line()
        screen.line(_RANKINGS.get(statistic, f"Places by {statistic}"), "strong")
        ranked = [place for place in document.top_areas if place.statistic == statistic]
        screen.table(
            ("Place", _STATISTICS.get(statistic, statistic)),
            [(place.area, cell(place.value, unit)) for place in ranked],
            numeric=(1,),
        )
    if document.top_industries:
        screen.line()
        screen.line("Industries", "strong")
        industries = [
            (entry.industry, cell(entry.employment), cell(entry.p50, "USD/year"))
            for entry in document.top_industries
        ]
        screen.table(("Industry", "Jobs", "Median pay"), industries, numeric=(1, 2))
    listed(screen, "Technologies", (_technology(entry.name, entry.share) for entry in document.technologies))
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


def _facts(screen: Screen, title: str, facts: Sequence[MarketFact]) -> None:
    listed(screen, title, (_fact(fact) for fact in facts))


def _fact(fact: MarketFact) -> str:
    where = ", ".join(part for part in (fact.subject, fact.place, wording.period(fact.period)) if part)
    marks = [word for word, told in (("older edition", fact.superseded), ("aged", fact.aged)) if told]
    marks += [note for note in (fact.note,) if note]
    tail = f" ({'; '.join(marks)})" if marks else ""
    return f"{wording.quantity(fact.value, fact.unit)}: {fact.label}, {where}. {fact.source}{tail}"


def _technology(name: str, share: float | None) -> str:
    return name if share is None else f"{name}: {wording.number(share)}% of postings"
