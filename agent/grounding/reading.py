"""One sentence read: its numbers, and what it says they are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from agent.grounding.naming import find_place_tokens, find_subject_tokens
from agent.grounding.periods import RELATIVE, find_periods
from agent.grounding.quantities import Quantity, find_quantities
from agent.grounding.statements import Statement, without_citations
from agent.grounding.statistics import find_statistics
from agent.grounding.tokens import Token, covered
from tools.evidence import Evidence

WEEKS = re.compile(
    r"\bweeks?\s+(\d+)(?:\s*(?:to|-|\u2013|and|through|until)\s*(?:week\s+)?(\d+))?", re.IGNORECASE
)
# Addresses, code, list numbers and numbers to dial are names, not figures.
_NO_FIGURES = re.compile(
    r"https?://\S+|`[^`]*`|\b24/7\b|^\s*\d{1,2}[.)]\s|\b(?:call|text)(?: or text)? 988\b", re.MULTILINE
)
_SOC = re.compile(r"\d{2}-\d{4}")
_ODD_PERCENTILE = re.compile(r"p(?!(?:10|25|50|75|90)$)\d+")


@dataclass(frozen=True)
class Reading:
    """Numbers and tokens of `text` (citations blanked); a kind it does not name comes from what it leans on."""

    text: str
    quantities: list[Quantity]
    statistics: list[Token]
    places: list[Token]
    periods: list[Token]
    subjects: list[Token]


def read(statement: Statement, evidence: Sequence[Evidence]) -> Reading:
    """Read a statement; places and subjects are those that `evidence` or the statistics' tables know."""
    content = tuple(item.model_dump_json(exclude={"id"}) for item in evidence)
    return _read(statement.text, statement.context, _Given(content, evidence))


@dataclass(frozen=True)
class _Given:
    """Evidence as a key: it is what its content is."""

    content: tuple[str, ...]
    evidence: Sequence[Evidence] = field(compare=False)


# A plan is drafted, checked and redrafted in the same sentences, for one person after another.
@lru_cache(maxsize=1024)
def _read(said: str, context: tuple[str, ...], given: _Given) -> Reading:
    evidence = given.evidence
    text = _NO_FIGURES.sub(lambda match: " " * len(match[0]), without_citations(said))
    found = _statistics(text, evidence)
    odd = [token for token in found if any(_ODD_PERCENTILE.fullmatch(value) for value in token.values)]
    statistics = [token for token in found if token not in odd]
    periods = _periods(text)
    if not any(char.isdigit() for char in text) and not find_quantities(text):
        return Reading(text, [], [], [], periods, [])
    subjects, places = find_subject_tokens(text, evidence), find_place_tokens(text, evidence)
    # Names hold number words too ("Thousand Oaks").
    spans = [(token.start, token.end) for token in [*found, *periods, *places, *subjects]]
    spans += [match.span() for match in WEEKS.finditer(text)]
    spans += _names(text, evidence)
    quantities = find_quantities(_blanked(text, spans)) + [_percentile(token) for token in odd]

    def leaned(own: list[Token], find: Callable[[str], list[Token]]) -> list[Token]:
        return own or _leaned(context, find)

    return Reading(
        text=text,
        quantities=sorted(quantities, key=lambda item: item.start),
        statistics=leaned(statistics, lambda part: _statistics(part, evidence)),
        places=leaned(places, lambda part: find_place_tokens(part, evidence)),
        periods=leaned(periods, _periods),
        subjects=leaned(subjects, lambda part: find_subject_tokens(part, evidence)),
    )


def _statistics(text: str, evidence: Sequence[Evidence]) -> list[Token]:
    """Statistics that the text names; a word of an occupation's name ("other computer jobs") is none."""
    found = find_statistics(text)
    named = find_subject_tokens(text, evidence) if found else []
    subjects = [token for token in named if any(_SOC.fullmatch(value) for value in token.values)]
    return [token for token in found if not covered(token.start, token.end, subjects)]


def _names(text: str, evidence: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Labels, subjects and titles of the evidence that hold digits ("entry level (0-1 years)"): names, not figures."""
    named = {part for item in evidence for figure in item.figures for part in (figure.label, figure.subject)}
    named |= {part for item in evidence for part in (item.source.title, item.source.publisher or "")}
    low = text.lower()
    spans = []
    for name in named:
        if not any(char.isdigit() for char in name) or _SOC.search(name):
            continue
        at = low.find(name.lower())
        if at >= 0:
            spans.append((at, at + len(name)))
    return spans


def _leaned(context: Sequence[str], find: Callable[[str], list[Token]]) -> list[Token]:
    """The last token of the nearest text that has one, as if it stood before the sentence."""
    for part in reversed(context):
        found = find(without_citations(part))
        if found:
            last = found[-1]
            return [Token(last.kind, -1, -1, last.text, last.values, last.exact, last.period)]
    return []


def _periods(text: str) -> list[Token]:
    """Periods, and words such as "next year", which no figure is about."""
    found = [
        Token("period", period.start, period.end, text[period.start : period.end], period=period)
        for period in find_periods(text)
    ]
    found += [Token("period", match.start(), match.end(), match[0]) for match in RELATIVE.finditer(text)]
    return sorted(found, key=lambda token: token.start)


def _percentile(token: Token) -> Quantity:
    """A percentile that is no published one is a number of its own: an estimate."""
    value = float(next(iter(token.values))[1:])
    return Quantity(token.start, token.end, token.text, value, "percentile", 0.5)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return "".join(characters)
