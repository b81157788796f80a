"""The seam for live postings: a feed counts what is open now. None is used unless its keys are set."""

from dataclasses import dataclass
from typing import Protocol

from tools.evidence import Evidence, Figure, Number, Source
from tools.market.models import MarketFact
from tools.salary.fields import amount
from tools.salary.place import Place


class FeedError(Exception):
    """A feed gave no usable answer. The message is for people and never holds a key or an address with one."""


@dataclass(frozen=True)
class Postings:
    """What a feed counted on `day` (ISO): `count` open postings, their `mean_pay` in `currency` a year if known."""

    feed: str
    role: str
    place: str
    count: int
    mean_pay: Number | None
    currency: str
    day: str


class MarketFeed(Protocol):
    """A source of live postings."""

    @property
    def name(self) -> str:
        """The feed's name as people know it."""
        ...

    def postings(self, role: str, place: Place) -> Postings:
        """Count the postings open for a role in a place. Raises FeedError when there is no usable answer."""
        ...


def as_facts(postings: Postings) -> list[MarketFact]:
    """The counted postings as figures of the document."""
    return [
        MarketFact(
            **figure.model_dump(),
            source=postings.feed,
            published=postings.day,
            trust="live postings of one job board; duplicates and predicted pay included",
            age_months=0,
            topic="posting",
        )
        for figure in _figures(postings)
    ]


def evidence(postings: Postings) -> Evidence:
    """The counted postings as evidence."""
    figures = _figures(postings)
    said = "; ".join(f"{figure.label} {amount(figure.value, figure.unit)}" for figure in figures)
    return Evidence(
        kind="market",
        text=f"{postings.feed} on {postings.day}, {postings.role} in {postings.place}: {said}.",
        figures=figures,
        source=Source(title=f"{postings.feed} job search", publisher=postings.feed, date=postings.day),
    )


def _figures(postings: Postings) -> list[Figure]:
    def figure(label: str, value: Number, unit: str, statistic: str) -> Figure:
        return Figure(
            label=label,
            value=value,
            unit=unit,
            subject=f"postings that match {postings.role!r}",
            place=postings.place,
            period=postings.day,
            statistic=statistic,
        )

    figures = [figure("open postings", postings.count, "postings", "count")]
    if postings.mean_pay is not None:
        figures.append(figure("mean advertised pay", postings.mean_pay, f"{postings.currency}/year", "mean"))
    return figures
