"""The view of a market document: what counts for the place first, what is old only when asked for."""

from collections.abc import Sequence

from agent import wording
from agent.terminal.render import Amount, Screen
from agent.terminal.views import trends
from agent.terminal.views.parts import cell, listed, sources
from tools.evidence import Source
from tools.market.models import MarketDocument, MarketFact

_RANKINGS = {"employment": "Most jobs", "p50": "Highest median pay"}
_OFFICIAL = "employment"
_OUTLOOK = "outlook"
_TOPICS = {
    "workforce": "Who is employed",
    "demand": "What employers say",
    "posting": "Job postings",
    "seniority": "Experience asked for",
    "premium": "Pay premiums",
    "pay": "Pay in other years",
    "forecast": "Forecasts",
}
_MEASURES = (
    ("employment", "Jobs", "{}"),
    ("per_thousand", "Per 1,000 jobs", "{}"),
    ("location_quotient", "Against the nation", "{} times"),
)
_LINES = 4


def view(screen: Screen, document: MarketDocument, *, everything: bool = False) -> None:
    """Jobs and outlook, places and industries, technologies, then trends by topic; `everything` unfolds the rest."""
    screen.heading(f"Job market: {document.role}{f' in {document.area}' if document.area else ''}")
    facts = [*document.demand, *document.trends]
    _jobs(screen, document, [fact for fact in facts if fact.topic == _OFFICIAL])
    others = [fact for fact in facts if fact.topic != _OFFICIAL]
    kept = others if everything else [fact for fact in others if not (fact.aged or fact.superseded)]
    shown = _outlook(screen, kept, everything=everything)
    _rankings(screen, document)
    _technologies(screen, document)
    shown += _trends(screen, kept, everything=everything)
    _folded(screen, others, kept, shown)
    listed(screen, "Which place do you mean?", document.ambiguous)
    listed(screen, "Notes", document.notes)
    told = set() if everything else {fact.source for fact in others}
    sources(screen, [item for item in document.evidence if _name(item.source) not in told])


def _name(source: Source) -> str:
    """A source as the figures name it."""
    return ", ".join(part for part in (source.publisher, source.title) if part)


def _jobs(screen: Screen, document: MarketDocument, facts: Sequence[MarketFact]) -> None:
    """One row for each occupation: how many work there, and how concentrated."""
    if not facts:
        return
    screen.line()
    screen.line(f"Jobs, {wording.period(facts[0].period)}", "strong")
    measures = [measure for measure in _MEASURES if any(fact.statistic == measure[0] for fact in facts)]
    rows = []
    for subject, place in dict.fromkeys((fact.subject, fact.place) for fact in facts):
        own = {fact.statistic: fact.value for fact in facts if (fact.subject, fact.place) == (subject, place)}
        cells = [
            form.format(wording.number(own[statistic])) if statistic in own else ""
            for statistic, _, form in measures
        ]
        rows.append((subject if place == document.area else f"{subject}, {place}", *cells))
    names = [name for _, name, _ in measures]
    screen.table(("Occupation", *names), rows, numeric=range(1, len(names) + 1))


def _outlook(screen: Screen, kept: Sequence[MarketFact], *, everything: bool) -> int:
    """Projected growth of each population; openings and counts only when all is asked for."""
    facts = [fact for fact in kept if fact.topic == _OUTLOOK and (everything or fact.statistic == "growth")]
    return _topic(screen, "Outlook", facts, everything=everything, most=len(facts))


def _rankings(screen: Screen, document: MarketDocument) -> None:
    for statistic, unit in dict.fromkeys((place.statistic, place.unit) for place in document.top_areas):
        screen.line()
        screen.line(_RANKINGS.get(statistic, f"Places by {statistic}"), "strong")
        ranked = [place for place in document.top_areas if (place.statistic, place.unit) == (statistic, unit)]
        screen.ranking([Amount(place.area, place.value, cell(place.value, unit)) for place in ranked])
    if document.top_industries:
        screen.line()
        screen.line("Industries", "strong")
        industries = [
            (entry.industry, cell(entry.employment), cell(entry.p50, entry.unit))
            for entry in document.top_industries
        ]
        screen.table(("Industry", "Jobs", "Median pay"), industries, numeric=(1, 2))


def _technologies(screen: Screen, document: MarketDocument) -> None:
    if not document.technologies:
        return
    screen.line()
    with_shares = any(entry.share is not None for entry in document.technologies)
    screen.line(f"Technologies{', by share of postings that name them' if with_shares else ''}", "strong")
    screen.line(
        ", ".join(
            entry.name if entry.share is None else f"{entry.name} {wording.number(entry.share)}%"
            for entry in document.technologies
        )
    )


def _trends(screen: Screen, kept: Sequence[MarketFact], *, everything: bool) -> int:
    facts = [fact for fact in kept if fact.topic != _OUTLOOK]
    named = [topic for topic in _TOPICS if any(fact.topic == topic for fact in facts)]
    shown = 0
    for topic in named:
        of_topic = [fact for fact in facts if fact.topic == topic]
        shown += _topic(screen, _TOPICS[topic], of_topic, everything=everything)
    further = [fact for fact in facts if fact.topic not in _TOPICS]
    return shown + _topic(screen, "Further figures", further, everything=everything)


def _topic(
    screen: Screen, title: str, facts: Sequence[MarketFact], *, everything: bool, most: int = _LINES
) -> int:
    """Draw a topic, the newest publications first; returns how many figures were shown."""
    series = trends.series_of(facts)
    drawn = series if everything else series[:most]
    if drawn:
        screen.line()
        screen.line(title, "strong")
    trends.draw(screen, drawn, with_notes=everything)
    return sum(map(len, drawn))


def _folded(screen: Screen, others: Sequence[MarketFact], kept: Sequence[MarketFact], shown: int) -> None:
    """One line for what is not shown."""
    more, older = len(kept) - shown, len(others) - len(kept)
    parts = [f"{more} more {'figure' if more == 1 else 'figures'}"] if more else []
    parts += [f"{older} from older editions or over 18 months old"] if older else []
    if parts:
        screen.line()
        screen.line(f"{wording.sentence(wording.listing(parts))[:-1]}: --all shows them.", "quiet")
