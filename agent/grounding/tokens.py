"""What a sentence says its numbers are: statistic, place, period, subject. Each as a token with its position."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from agent.grounding.periods import Period

Kind = Literal["statistic", "place", "period", "subject"]


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
    period: Period | None = field(default=None, compare=False)

    @property
    def key(self) -> object:
        """Tokens of one key say the same."""
        return self.period.value if self.period else (self.values or self.text.lower())

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def covered(start: int, end: int, tokens: Sequence[Token]) -> bool:
    """Whether one of the tokens lies in a part of this span."""
    return any(start < token.end and token.start < end for token in tokens)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in the place of these spans, every other character where it was."""
    characters = list(text)
    for start, end in spans:
        characters[max(start, 0) : max(end, 0)] = " " * (max(end, 0) - max(start, 0))
    return "".join(characters)
