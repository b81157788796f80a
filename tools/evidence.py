"""Evidence: a piece of what a tool found, with the figures in it and where each comes from.

Every number that reaches a person is bound to one of these. A figure without subject, place, period and
statistic cannot be told from another one of the same amount, so all four travel with the value.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

EvidenceKind = Literal["document", "salary", "market", "roadmap", "options"]
Number = int | float


class Value(BaseModel):
    """Base of the values that travel between rooms: unknown keys are an error, not a silent loss."""

    model_config = ConfigDict(extra="forbid")


class Source(Value):
    """Where something was read. `locator` is a file and section, a table, a series id or an address."""

    model_config = ConfigDict(frozen=True)

    title: str
    publisher: str | None = None
    date: str | None = None
    locator: str | None = None


class Figure(Value):
    """One number with all that makes it that number and no other.

    `unit` is "USD/year", "USD/hour", "%", "jobs", "hours", "weeks", "postings", "index", "ratio"...;
    `period` an ISO year, month or range ("2025-05", "2025-35"); `statistic` "p10" to "p90", "mean",
    "employment", "growth", "share", "count", "typical", "low", "high"...
    """

    model_config = ConfigDict(frozen=True)

    label: str
    value: Number
    unit: str
    subject: str
    place: str | None = None
    period: str | None = None
    statistic: str


class Evidence(Value):
    """What a claim may rest on. `id` is empty until the thread numbers it (E1, E2...; never reused)."""

    model_config = ConfigDict(frozen=True)

    id: str = ""
    kind: EvidenceKind
    text: str
    figures: list[Figure] = []
    source: Source
