"""Passages as evidence: where they stand, and the amounts in them that can be read without doubt."""

import re

from tools.documents.models import Passage
from tools.evidence import Evidence, Figure, Source

MONEY = re.compile(r"\$\s?(\d[\d,]*(?:\.\d+)?)(k)?", re.IGNORECASE)
PERCENT = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s?%")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STATEMENT_END = re.compile(r"\n\s*(?=[-*•])|(?<=[.!?])\s+(?=[A-Z])")
MAX_LABEL = 160


def evidence_of(passage: Passage) -> Evidence:
    """Give a passage as evidence of kind "document", located as "file#section"."""
    source = passage.source
    locator = f"{source.file}#{source.section}" if source.section else source.file
    return Evidence(
        kind="document",
        text=passage.text,
        figures=_figures(passage),
        source=Source(title=source.title, date=source.date, locator=locator),
    )


def _figures(passage: Passage) -> list[Figure]:
    """Sums in dollars and percentages, each labelled with the statement it stands in.

    A period is given only where the statement, or else the section's heading, names exactly one year.
    """
    figures: list[Figure] = []
    for statement in STATEMENT_END.split(passage.text):
        label = " ".join(statement.split()).strip("-*• ")[:MAX_LABEL]
        period = _period(statement) or _period(passage.source.section or "")
        sums = [
            _number(digits) * (1000 if thousands else 1) for digits, thousands in MONEY.findall(statement)
        ]
        shares = [_number(digits) for digits in PERCENT.findall(statement)]
        figures += [_figure(passage, label, value, "USD", period) for value in sums]
        figures += [_figure(passage, label, value, "%", period) for value in shares]
    return figures


def _figure(passage: Passage, label: str, value: float, unit: str, period: str | None) -> Figure:
    subject = passage.source.title
    return Figure(label=label, value=value, unit=unit, subject=subject, period=period, statistic="reported")


def _period(text: str) -> str | None:
    years = set(YEAR.findall(text))
    return years.pop() if len(years) == 1 else None


def _number(digits: str) -> int | float:
    plain = digits.replace(",", "")
    return float(plain) if "." in plain else int(plain)
