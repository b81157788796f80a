"""One sentence read: its numbers, and what it says they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from agent.grounding.naming import CODE, find_place_tokens, find_subject_tokens
from agent.grounding.periods import RELATIVE, find_periods
from agent.grounding.quantities import Quantity, find_quantities
from agent.grounding.statistics import find_statistics
from agent.grounding.tokens import Kind, Token, blanked, covered
from prompts import words
from tools.evidence import Evidence

Names = dict[Kind, list[Token]]
_CITED = re.compile(r"\[\s*E\d+(?:\s*[,;]\s*E\d+)*\s*\]")
# Citations, addresses, code, list numbers and numbers to dial are names, not figures.
_NO_FIGURES = re.compile(
    rf"{_CITED.pattern}|https?://\S+|`[^`]*`|\b24/7\b|^\s*\d{{1,2}}[.)]\s|\b(?:call|text)(?: or text)? 988\b",
    re.MULTILINE,
)
_ODD_PERCENTILE = re.compile(r"p(?!(?:10|25|50|75|90)$)\d+")
_END = re.compile(r"(?<=[.!?])(?:[\"\u201d\u2019)*_]*)\s+(?=[\"\u201c(*_\[]*[A-Z0-9$])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|Mr|Ms|Dr|St|No|U\.S|Inc|Co)\.|\b[A-Z]\.)$")


@dataclass(frozen=True)
class Reading:
    """Numbers of `text` (what is no figure blanked), and the names around them by kind."""

    text: str
    quantities: list[Quantity]
    names: Names


@cache
def weeks_form() -> re.Pattern[str]:
    """Weeks of a plan by number, in the languages that are known: "weeks 1 to 4", "Woche 5"."""
    listed = words("languages")
    return re.compile(
        rf"\b(?:{listed['weeks']})\s+(\d+)(?:\s*(?:-|\u2013|\b(?:{listed['until']})\b)\s*(?:week\s+)?(\d+))?",
        re.IGNORECASE,
    )


def citations(text: str) -> tuple[str, ...]:
    """The E-numbers in a text, each once."""
    marks = (re.findall(r"E\d+", mark[0]) for mark in _CITED.finditer(text))
    return tuple(dict.fromkeys(name for names in marks for name in names))


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with where it begins."""
    found, start = [], 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : match.start()].rstrip()):
            found.append((start, text[start : match.end()]))
            start = match.end()
    return [*found, (start, text[start:])]


def read(text: str, evidence: Sequence[Evidence], context: Sequence[str] = ()) -> Reading:
    """Read a sentence. A kind of name that it lacks is the last one of the nearest text of `context` that has one."""
    text = blanked(text, [match.span() for match in _NO_FIGURES.finditer(text)])
    if not any(char.isdigit() for char in text) and not find_quantities(text):
        return Reading(text, [], {"statistic": [], "place": [], "period": _periods(text), "subject": []})
    names = names_in(text, evidence)
    odd = [token for token in names["statistic"] if any(map(_ODD_PERCENTILE.fullmatch, token.values))]
    # Names hold number words too ("Thousand Oaks").
    spans = [token.span for listed in names.values() for token in listed]
    spans += [match.span() for match in weeks_form().finditer(text)] + _labels(text, evidence)
    quantities = find_quantities(blanked(text, spans)) + [_percentile(token) for token in odd]
    names["statistic"] = [token for token in names["statistic"] if token not in odd]
    for part in reversed(context):
        for kind, tokens in names_in(_CITED.sub(" ", part), evidence).items():
            if tokens and not names[kind]:
                names[kind] = [replace(tokens[-1], start=-1, end=-1)]
    return Reading(text, sorted(quantities, key=lambda item: item.start), names)


def names_in(text: str, evidence: Sequence[Evidence]) -> Names:
    """What a text names, each kind in order; places and subjects as the evidence or the statistics' tables know them."""
    subjects = find_subject_tokens(text, evidence)
    # A word of an occupation's name ("other computer jobs") is no statistic.
    coded = [token for token in subjects if any(map(CODE.fullmatch, token.values))]
    statistics = [token for token in find_statistics(text) if not covered(*token.span, coded)]
    places = find_place_tokens(text, evidence)
    return {"statistic": statistics, "place": places, "period": _periods(text), "subject": subjects}


def _labels(text: str, evidence: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Labels, subjects and titles of the evidence that hold digits ("entry level (0-1 years)"): names, not figures."""
    named = {part for item in evidence for figure in item.figures for part in (figure.label, figure.subject)}
    named |= {part for item in evidence for part in (item.source.title, item.source.publisher or "")}
    digits = [name for name in named if any(char.isdigit() for char in name) and not CODE.search(name)]
    found = ((text.lower().find(name.lower()), len(name)) for name in digits)
    return [(at, at + length) for at, length in found if at >= 0]


def _periods(text: str) -> list[Token]:
    """Periods, and words such as "next year", which no figure is about."""
    found = [
        Token("period", period.start, period.end, text[period.start : period.end], period=period)
        for period in find_periods(text)
    ]
    found += [Token("period", *match.span(), match[0]) for match in RELATIVE.finditer(text)]
    return sorted(found, key=lambda token: token.start)


def _percentile(token: Token) -> Quantity:
    """A percentile that is no published one is a number of its own: an estimate."""
    value = float(next(iter(token.values))[1:])
    return Quantity(*token.span, token.text, value, "percentile", 0.5)
