"""How a case of the strong model is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Written:
    """A piece. `{dev.p50}` is a figure of the evidence that the case calls dev; a lie may belong to one case only."""

    kind: str
    text: str
    evidence: tuple[str, ...] = ()
    quote: str | None = None
    language: str = "en"
    case: str = ""
    section: str = "pay"


@dataclass(frozen=True)
class Case:
    """`evidence` tells the pieces that lookups bring by words that stand in them."""

    name: str
    language: str
    says: str
    reading: dict[str, Any]
    pieces: tuple[Written, ...]
    evidence: dict[str, tuple[str, str]] = field(default_factory=dict)
    claims: tuple[Written, ...] = ()
    actions: tuple[str, ...] = ()


def pay(role: str, place: str) -> dict[str, Any]:
    return {"tool": "lookup_salary", "args": {"role": role, "location": place}}


def market(role: str) -> dict[str, Any]:
    return {"tool": "summarize_job_market", "args": {"role": role}}


def fact(name: str, value: object, quote: str) -> dict[str, Any]:
    return {"field": name, "op": "set", "value": value, "quote": quote}


def finding(text: str, *evidence: str, language: str = "en") -> Written:
    return Written("finding", text, evidence, language=language)


def teller(language: str) -> Callable[..., Written]:
    """What makes pieces in one language: `es("advice", "Pide una cita.")`."""

    def tell(kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
        return Written(kind, text, evidence, quote, language)

    return tell


def liar_in(cases: Sequence[Case]) -> Callable[..., Written]:
    """What makes lies of conversations: `lie("koch", "advice", "Das steht auf ...")`."""
    languages = {case.name: case.language for case in cases}

    def lie(case: str, kind: str, text: str, *evidence: str, quote: str | None = None) -> Written:
        return Written(kind, text, evidence, quote, languages[case], case)

    return lie
