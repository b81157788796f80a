"""What a sentence says its numbers are: statistic, place, period, subject, each as a token with its position."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from agent.nlu.values.dated_periods import Period, dated
from prompts import words

Kind = Literal["statistic", "place", "period", "subject"]
WAGE = frozenset({"p10", "p25", "p50", "p75", "p90", "mean"})
# Statistics describe numbers of their own unit only: a growth is in percent, a median in dollars.
FAMILIES = {
    "money": WAGE | {"level"},
    "%": frozenset({"growth", "share"}),
    "count": frozenset({"employment", "openings", "postings"}),
}
_PERCENTILES = re.compile(
    r"((?:\d+(?:st|nd|rd|th)(?:\s*(?:,|to|and|or|\u2013|-|through)\s*(?:the\s+)?)?)+)[\s-]*percentiles?\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """One mention. `values` are the names it may stand for; empty means: something no evidence here is about.

    For a statistic that is its name ("p50"), for a place the names of areas, for a subject SOC codes and
    titles in lower case. `exact` marks a subject or place by its own name, not a stand-in.
    """

    kind: Kind
    start: int
    end: int
    text: str
    values: frozenset[str] = frozenset()
    exact: bool = True
    period: Period | None = None

    @property
    def key(self) -> object:
        """Tokens of one key say the same."""
        return self.period or self.values or self.text.lower()

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def first_come(candidates: Iterable[Token]) -> list[Token]:
    """Of tokens that overlap the first one, in the order of the text."""
    found: list[Token] = []
    for token in candidates:
        if not covered(*token.span, found):
            found.append(token)
    return sorted(found, key=lambda token: token.start)


def covered(start: int, end: int, tokens: Sequence[Token]) -> bool:
    """Whether one of the tokens lies in a part of this span."""
    return any(start < token.end and token.start < end for token in tokens)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in the place of these spans, every other character where it was."""
    characters = list(text)
    for start, end in spans:
        characters[max(start, 0) : max(end, 0)] = " " * (max(end, 0) - max(start, 0))
    return "".join(characters)


@lru_cache(maxsize=512)
def find_statistics(text: str) -> tuple[Token, ...]:
    """All statistics of a text in order: "median", "10th to 90th percentile", "one in ten earns less than"."""
    return tuple(first_come(_statistics(text)))


def _statistics(text: str) -> Iterator[Token]:
    for match in _PERCENTILES.finditer(text):
        ordinals = list(_ORDINAL.finditer(match[1]))
        ends = [*(match.start() + ordinal.end() for ordinal in ordinals[:-1]), match.end()]
        for ordinal, end in zip(ordinals, ends, strict=True):
            start, name = match.start() + ordinal.start(), f"p{ordinal[1]}"
            yield Token("statistic", start, end, text[start:end], frozenset({name}))
    for names, form in _statistic_forms():
        for match in form.finditer(text):
            yield Token("statistic", *match.span(), match[0], names or frozenset({match[0].lower()}))


def find_periods(text: str) -> list[Period]:
    """All periods of a text in order."""
    return [token.period for token in period_tokens(text) if token.period]


# A figure's dates are read anew for every sentence that may speak of it.
@lru_cache(maxsize=2048)
def period_tokens(text: str) -> tuple[Token, ...]:
    """Periods, the longer form first where two overlap, months by their names in any language; and words such as "next year"."""
    return tuple(first_come(_periods(text)))


def _periods(text: str) -> Iterator[Token]:
    for (start, end), period in dated(text):
        yield Token("period", start, end, text[start:end], period=period)
    for match in listed("relative").finditer(text):
        yield Token("period", *match.span(), match[0])


@cache
def listed(name: str) -> re.Pattern[str]:
    """A pattern of the word list, whole words in any case."""
    return re.compile(rf"(?<!\w)(?:{words('languages')[name].replace(' |', '|')})(?!\w)", re.IGNORECASE)


@cache
def _statistic_forms() -> list[tuple[frozenset[str], re.Pattern[str]]]:
    parts = words("languages")["statistic_parts"]
    forms = words("languages")["statistics"]
    return [
        (frozenset(names.split()), re.compile(form.format(**parts), re.IGNORECASE)) for names, form in forms
    ]
