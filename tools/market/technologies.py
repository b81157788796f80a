"""Technologies asked for: shares of postings where they are held, O*NET's in-demand marks otherwise."""

from tools.evidence import Evidence, Source
from tools.market import facts
from tools.market.facts import Fact
from tools.market.models import TechnologyDemand
from tools.oews.models import Occupation
from tools.oews.onet import technologies

_MOST = 20


def from_postings(found: list[Fact]) -> tuple[list[TechnologyDemand], list[str], list[Evidence]]:
    """Shares of postings naming each technology, highest first."""
    shares = sorted(found, key=lambda fact: -fact.figure.value)
    if not shares:
        return [], [], []
    first = shares[0]
    rows = [
        TechnologyDemand(name=fact.figure.subject, share=fact.figure.value, source=fact.source.title)
        for fact in shares
    ]
    note = (
        f"Shares of postings that name a technology: {first.source.title}, {first.figure.period}, "
        f"{first.figure.place}; {first.trust}."
    )
    return rows, [note], facts.evidence(shares)


def from_onet(occupation: Occupation) -> tuple[list[TechnologyDemand], list[str], list[Evidence]]:
    """Technologies that O*NET marks as in demand in postings of the occupation; it gives no shares."""
    names = [technology.name for technology in technologies(occupation.code) if technology.in_demand][:_MOST]
    if not names:
        return [], [f"{occupation.title}: no technology is marked as in demand."], []
    source = Source(
        title="O*NET, technology skills",
        publisher="U.S. Department of Labor, Employment and Training Administration",
        locator=f"in-demand marks of {occupation.code}",
    )
    rows = [TechnologyDemand(name=name, source=source.title) for name in names]
    note = f"Technologies are those O*NET marks as in demand for {occupation.title}; it publishes no shares."
    text = f"O*NET marks as in demand for {occupation.title} ({occupation.code}): {', '.join(names)}."
    return rows, [note], [Evidence(kind="market", text=text, source=source)]
