"""Dated figures of others, embedded as a table: whom each is about, how old it is, what superseded it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from tools.errors import DataError
from tools.evidence import Evidence, Figure, Number, Source
from tools.market.ages import age_months, is_aged, last_day
from tools.market.models import MarketFact
from tools.oews import snapshot
from tools.oews.tables import read_table
from tools.salary.families import applies
from tools.salary.fields import amount, number

PREMIUM = "premium"
TECHNOLOGY = "technology"
PAY = "pay"
_DEMAND = {"outlook", "demand", "workforce"}


@dataclass(frozen=True)
class Fact:
    """A row of the table. Facts of one `population` and statistic count the same people in other editions."""

    group: str
    topic: str
    applies: str
    figure: Figure
    source: Source
    trust: str
    population: str
    note: str

    @property
    def in_demand(self) -> bool:
        """Whether it belongs to the demand for a role rather than to the trends around it."""
        return self.topic in _DEMAND


def facts_for(families: frozenset[str], codes: list[str]) -> list[Fact]:
    """Facts about these families of roles or SOC codes: newest first, groups kept together."""
    found = [fact for fact in _table() if applies(fact.applies, families, codes)]
    newest: dict[str, str] = {}
    for fact in found:
        newest[fact.group] = max(newest.get(fact.group, ""), _dated(fact))
    return sorted(found, key=lambda fact: (newest[fact.group], fact.group), reverse=True)


def as_market_fact(fact: Fact, today: date) -> MarketFact:
    """The document's form of a fact, with its age on the coach's day."""
    figure = fact.figure
    published = fact.source.date
    source = ", ".join(part for part in (fact.source.publisher, fact.source.title) if part)
    return MarketFact(
        **figure.model_dump(),
        source=source,
        published=published,
        trust=fact.trust,
        age_months=age_months(published, figure.period, today),
        aged=is_aged(published, figure.period, today),
        superseded=is_superseded(fact),
        note=fact.note or None,
        topic=fact.topic,
    )


def is_superseded(fact: Fact) -> bool:
    """Whether a newer edition counts the same people: another fact, or the wage release itself."""
    if not fact.population:
        return False
    key = (fact.population, fact.figure.statistic)
    mine = _order(fact)
    others = (other for other in _table() if (other.population, other.figure.statistic) == key)
    return (fact.topic == PAY and _in_release(fact)) or any(_order(other) > mine for other in others)


def evidence(facts: Iterable[Fact]) -> list[Evidence]:
    """One piece of evidence for each group of facts, in the order given."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.group, []).append(fact)
    return [_evidence(group) for group in groups.values()]


def _evidence(group: list[Fact]) -> Evidence:
    """The group in one sentence; what all its figures share is said once, ahead or at the end."""
    figures = [fact.figure for fact in group]
    first = group[0]
    shared = {
        name
        for name in ("subject", "label", "place", "period")
        if len({getattr(f, name) for f in figures}) == 1
    }
    if "label" in shared and len(group) == 1:
        shared.remove("subject")
    head = f"{first.source.publisher or first.source.title} ({first.source.date or 'undated'})"
    head = ", ".join(
        [head, *(getattr(first.figure, name) for name in ("subject", "label") if name in shared)]
    )
    where = [getattr(first.figure, name) for name in ("place", "period") if name in shared]
    said = "; ".join(_said(fact, shared) for fact in group) + _bracket(where)
    remarks = "; ".join(dict.fromkeys(part for fact in group for part in (fact.note, fact.trust) if part))
    text = f"{head}: {said}. {remarks[:1].upper()}{remarks[1:]}."
    return Evidence(kind="market", text=text, figures=figures, source=first.source)


def _said(fact: Fact, shared: set[str]) -> str:
    figure = fact.figure
    own = [getattr(figure, name) for name in ("subject", "label") if name not in shared]
    marks = [getattr(figure, name) for name in ("place", "period") if name not in shared]
    marks += ["superseded"] if is_superseded(fact) else []
    value = f"{figure.value:,}" if figure.unit in figure.label.split() else amount(figure.value, figure.unit)
    return ": ".join(filter(None, (", ".join(own), value))) + _bracket(marks)


def _bracket(parts: list[str | None]) -> str:
    said = ", ".join(part for part in parts if part)
    return f" ({said})" if said else ""


def _order(fact: Fact) -> str:
    """Newer sorts later: by the period's end (an edition's vintage), then by publication."""
    period, published = last_day(fact.figure.period or ""), last_day(fact.source.date or "")
    return f"{period or ''}|{published or ''}"


def _dated(fact: Fact) -> str:
    """When a figure became known: its publication, else the end of its period."""
    return str(last_day(fact.source.date or "") or last_day(fact.figure.period or "") or "")


def _in_release(fact: Fact) -> bool:
    """The wage release in use publishes the same statistic of single occupations for a later period."""
    return ";" not in fact.population and (fact.figure.period or "") < snapshot.period()


@cache
def _table() -> tuple[Fact, ...]:
    return tuple(_fact(row) for row in read_table("market_facts"))


def _fact(row: dict[str, str]) -> Fact:
    figure = Figure(
        label=row["label"],
        value=_value(row),
        unit=row["unit"],
        subject=row["subject"],
        place=row["place"] or None,
        period=row["period"] or None,
        statistic=row["statistic"],
    )
    source = Source(
        title=row["title"],
        publisher=row["publisher"] or None,
        date=row["published"] or None,
        locator=row["url"] or None,
    )
    return Fact(
        row["group"],
        row["topic"],
        row["applies"],
        figure,
        source,
        row["trust"],
        row["population"],
        row["note"],
    )


def _value(row: dict[str, str]) -> Number:
    value = number(row["value"])
    if value is None:
        raise DataError(
            f"The fact {row['id']} has no value.", "Install the coach again: its data is damaged."
        )
    return value
