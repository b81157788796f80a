"""Dated figures of others as lines: who says so and how it was read, then one line for each thing measured."""

from collections.abc import Iterable, Sequence

from agent import wording
from agent.terminal.render import Amount, Screen
from agent.terminal.views.parts import trust_of
from tools.market.ages import AGED_MONTHS
from tools.market.models import MarketFact

Series = list[MarketFact]


def series_of(facts: Iterable[MarketFact]) -> list[Series]:
    """Figures of one source that measure the same thing belong together, the oldest first."""
    found: dict[tuple[str | None, ...], Series] = {}
    for fact in facts:
        key = (fact.subject, fact.label, fact.unit, fact.statistic, fact.place, fact.source)
        found.setdefault(key, []).append(fact)
    return [sorted(series, key=lambda fact: fact.period or "") for series in found.values()]


def draw(screen: Screen, series: Sequence[Series], *, with_notes: bool) -> None:
    """Each source once, with what all its figures share, and under it what it says."""
    by_source: dict[tuple[str, str], list[Series]] = {}
    for each in series:
        by_source.setdefault((each[0].source, trust_of(each[0].trust)), []).append(each)
    for found in by_source.values():
        facts = [fact for each in found for fact in each]
        shared = {name for name in ("place", "period") if len({getattr(fact, name) for fact in facts}) == 1}
        screen.line(_source(facts, shared, with_notes=with_notes), "quiet")
        for each in found:
            drawn = len(each) > 1 and not screen.plain
            screen.bullet(
                _words(each, "" if drawn else ", ".join(_dated(fact, shared) for fact in each), shared)
            )
            if drawn:
                screen.trend([Amount(wording.period(fact.period), fact.value, _value(fact)) for fact in each])


def _source(facts: Sequence[MarketFact], shared: set[str], *, with_notes: bool) -> str:
    """Publisher and title, a name in both said once, then how far the figures carry."""
    first = facts[0]
    publisher, _, title = first.source.partition(", ")
    name = title if publisher in title else first.source
    remarks = [first.place if "place" in shared else None]
    remarks += [wording.period(first.period) if "period" in shared else None, trust_of(first.trust)]
    if with_notes:
        remarks += [fact.note for fact in facts]
        remarks += [f"older than {AGED_MONTHS} months"] if any(fact.aged for fact in facts) else []
    said = "; ".join(dict.fromkeys(remark for remark in remarks if remark))
    return f"{name}{f' ({said})' if said else ''}"


def _words(series: Series, values: str, shared: set[str]) -> str:
    first = series[0]
    label = "" if first.label == f"number of {first.unit}" else first.label
    said = " ".join(part for part in (label, values) if part)
    place = f"; {first.place}" if first.place and "place" not in shared else ""
    return f"{first.subject}{f': {said}' if said else ''}{place}"


def _dated(fact: MarketFact, shared: set[str]) -> str:
    marks = ["" if "period" in shared else wording.period(fact.period)]
    marks += ["older edition"] if fact.superseded else []
    said = ", ".join(mark for mark in marks if mark)
    return f"{_value(fact)}{f' ({said})' if said else ''}"


def _value(fact: MarketFact) -> str:
    return wording.quantity(fact.value, fact.unit)
