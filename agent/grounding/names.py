"""What a sentence says its figures are: statistics, places, periods and subjects; its citations; its numbered weeks."""

import re
from collections.abc import Sequence
from functools import cache

from agent.grounding.naming import CODE, find_place_tokens, find_subject_tokens
from agent.grounding.periods import RELATIVE, find_periods
from agent.grounding.statistics import find_statistics
from agent.grounding.tokens import Kind, Token, covered
from prompts import words
from tools.evidence import Evidence

Names = dict[Kind, list[Token]]
_CITED = re.compile(r"\[\s*E\d+(?:\s*[,;]\s*E\d+)*\s*\]")
_END = re.compile(r"(?<=[.!?])(?:[\"\u201d\u2019)*_]*)\s+(?=[\"\u201c(*_\[]*[A-Z0-9$])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|Mr|Ms|Dr|St|No|U\.S|Inc|Co)\.|\b[A-Z]\.)$")


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


def names_in(text: str, evidence: Sequence[Evidence]) -> Names:
    """What a text names, each kind in order; places and subjects as the evidence or the statistics' tables know them."""
    subjects = find_subject_tokens(text, evidence)
    # A word of an occupation's name ("other computer jobs") is no statistic.
    coded = [token for token in subjects if any(map(CODE.fullmatch, token.values))]
    statistics = [token for token in find_statistics(text) if not covered(*token.span, coded)]
    places = find_place_tokens(text, evidence)
    return {"statistic": statistics, "place": places, "period": _periods(text), "subject": subjects}


def _periods(text: str) -> list[Token]:
    """Periods, and words such as "next year", which no figure is about."""
    found = [
        Token("period", period.start, period.end, text[period.start : period.end], period=period)
        for period in find_periods(text)
    ]
    found += [Token("period", *match.span(), match[0]) for match in RELATIVE.finditer(text)]
    return sorted(found, key=lambda token: token.start)
