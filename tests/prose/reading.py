"""One sentence read: its numbers, and what it says they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.grounding.naming import CODE, Names, names_in
from agent.grounding.tokens import Token, blanked
from agent.nlu.values.dated_periods import weeks_form
from tests.prose.quantities import Quantity, find_quantities
from tools.evidence import Evidence

# Citations, addresses, code, list numbers and numbers to dial are names, not figures.
_CITED = re.compile(r"\[\s*E\d+(?:\s*[,;]\s*E\d+)*\s*\]")
_NO_FIGURES = re.compile(
    rf"{_CITED.pattern}|https?://\S+|`[^`]*`|\b24/7\b|^\s*\d{{1,2}}[.)]\s|\b(?:call|text)(?: or text)? 988\b",
    re.MULTILINE,
)
_ODD_PERCENTILE = re.compile(r"p(?!(?:10|25|50|75|90)$)\d+")


@dataclass(frozen=True)
class Reading:
    """Numbers of `text` (what is no figure blanked), and the names around them by kind."""

    text: str
    quantities: list[Quantity]
    names: Names


def read(text: str, evidence: Sequence[Evidence], context: Sequence[str] = ()) -> Reading:
    """Read a sentence. A kind of name that it lacks is the last one of the nearest text of `context` that has one."""
    text = blanked(text, [match.span() for match in _NO_FIGURES.finditer(text)])
    if not any(char.isdigit() for char in text) and not find_quantities(text):
        return Reading(
            text, [], {"statistic": [], "place": [], "period": names_in(text, [])["period"], "subject": []}
        )
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


def _labels(text: str, evidence: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Labels, subjects and titles of the evidence that hold digits ("entry level (0-1 years)"): names, not figures."""
    named = {part for item in evidence for figure in item.figures for part in (figure.label, figure.subject)}
    named |= {part for item in evidence for part in (item.source.title, item.source.publisher or "")}
    digits = [name for name in named if any(char.isdigit() for char in name) and not CODE.search(name)]
    found = ((text.lower().find(name.lower()), len(name)) for name in digits)
    return [(at, at + length) for at, length in found if at >= 0]


def _percentile(token: Token) -> Quantity:
    """A percentile that is no published one is a number of its own: an estimate."""
    value = float(next(iter(token.values))[1:])
    return Quantity(*token.span, token.text, value, "percentile", 0.5)
