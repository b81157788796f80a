"""Whether a text says of its figures what their evidence says: place, period, subject and statistic; and what it leaves unsaid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from agent import wording
from agent.grounding.binding import CONTRADICTS, NAMES, consistent
from agent.grounding.grounds import FigureGround
from agent.grounding.naming import canonical_place, find_strangers, words_of
from agent.grounding.periods import Period, find_periods
from agent.grounding.quantities import Quantity
from agent.grounding.reading import read
from agent.grounding.references import Bound, Filled, multiples
from agent.grounding.statements import Statement
from agent.grounding.support import families
from agent.grounding.tokens import Kind, Token
from prompts import words
from tools.evidence import Evidence

# In German every noun has a capital: there a capital tells no name.
_CAPITAL_NOUNS = ("de",)


@dataclass(frozen=True)
class _Ground:
    """The figures behind one number: what fits one of them fits it."""

    grounds: tuple[FigureGround, ...]

    def rate(self, token: Token) -> int:
        return max(ground.rate(token) for ground in self.grounds)


def named(text: str, cited: Sequence[Evidence], language: str) -> dict[Kind, list[Token]]:
    """What a text with figures names, each kind in order; months also in the language it is written in."""
    found = read(Statement(0, len(text), text), cited)
    months = [
        token
        for token in _months(text, language)
        if not any(token.start < held.end and held.start < token.end for held in found.periods)
    ]
    periods = [
        held
        for held in found.periods
        if not any(held.start >= token.start and held.end <= token.end for token in months)
    ]
    return {
        "place": found.places,
        "period": sorted([*periods, *_months(text, language)], key=lambda token: token.start)
        if months or language != "en"
        else found.periods,
        # A title that stands there only after its spelling was mended is a word of another language.
        "subject": [token for token in found.subjects if token.text.casefold() in text.casefold()],
        "statistic": found.statistics,
    }


def conflict(
    bound: Bound, cited: Sequence[Evidence], known: str, language: str, own_place: str | None
) -> str | None:
    """What the text says of its figures that their evidence does not, as a clause; None when nothing."""
    if not bound.figures:
        return None
    tokens = named(bound.text, cited, language)
    if language not in _CAPITAL_NOUNS:
        held = words_of(known, *(part for item in cited for part in _texts(item)))
        taken = [*tokens["place"], *tokens["subject"], *tokens["period"], *tokens["statistic"]]
        strange = [
            each
            for each in find_strangers(bound.bare, held)
            if not any(each.start < other.end and other.start < each.end for other in taken)
        ]
        tokens["place"] = sorted([*tokens["place"], *strange], key=lambda token: token.start)
    if own_place and len(tokens["place"]) > 1:
        tokens["place"] = [
            token
            for token in tokens["place"]
            if own_place.casefold() not in token.text.casefold() or _fits(bound, token)
        ]
    quantities = [_quantity(filled, bound) for filled in bound.figures]
    grounds = [_Ground(filled.grounds) for filled in bound.figures]
    for kind, listed in tokens.items():
        for indexes, own in families(quantities, kind, listed):
            spans = [(bound.figures[index].start, bound.figures[index].end) for index in indexes]
            chosen = [grounds[index] for index in indexes]
            fits = lambda place, token, chosen=chosen: chosen[place].rate(token)  # noqa: E731
            if consistent(spans, own, fits, lambda _place: False) or _too_few(kind, own, chosen):
                continue
            return (
                f"{', '.join(token.text for token in own)} is not the {kind} of the figure it stands beside"
            )
    return None


def _too_few(kind: Kind, tokens: list[Token], grounds: list[_Ground]) -> bool:
    """Whether a text names fewer roles or statistics than its figures have, each of them one of these: a second reader's case."""
    if kind not in ("subject", "statistic") or not tokens:
        return False
    have = {getattr(ground.figure, kind) for each in grounds for ground in each.grounds}
    fitting = all(any(each.rate(token) > CONTRADICTS for each in grounds) for token in tokens)
    return fitting and len({token.key for token in tokens}) < len(have)


def completed(bound: Bound, cited: Sequence[Evidence], language: str, before: str = "") -> tuple[str, str]:
    """The text with place and date of its figures, where neither it nor the text `before` says them; and with references."""
    tokens = named(bound.text, cited, language) if bound.figures else {}
    leaned = named(before, cited, language) if bound.figures and before else {}
    tokens = {kind: [*listed, *leaned.get(kind, [])] for kind, listed in tokens.items()}
    edits: list[tuple[int, int, str]] = []
    said = before
    for filled in reversed(bound.figures):
        missing = [part for part in _missing(filled, tokens) if part and part not in said]
        if missing:
            at = _sentence(bound.text, filled.end)
            edits.append((at, at, f" ({', '.join(missing)})"))
            said += " ".join(missing)
    references = [(filled.start, filled.end, filled.reference) for filled in bound.figures]
    return _edited(bound.text, edits), _edited(bound.text, [*edits, *references])


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, put in sorted(edits, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def is_plain(bound: Bound, cited: Sequence[Evidence], language: str) -> bool:
    """Whether a text says little beside its figures and what they are of: nothing that would need a second reader."""
    tokens = named(bound.text, cited, language)
    text = bound.bare
    for token in [each for listed in tokens.values() for each in listed if each.start >= 0]:
        text = text[: token.start] + " " * (token.end - token.start) + text[token.end :]
    rest = re.findall(r"[^\W\d_]{3,}", text)
    chosen = [_Ground(filled.grounds) for filled in bound.figures]
    if any(_too_few(kind, listed, chosen) for kind, listed in tokens.items()):
        return False
    bent = any(word.casefold() in multiples() for word in rest)
    return bool(tokens["subject"]) and not bent and len(rest) <= 3 + 2 * len(bound.figures)


def _missing(filled: Filled, tokens: dict[Kind, list[Token]]) -> list[str]:
    """Place and period of a figure that nothing in its text names."""
    parts: list[str] = []
    for ground in filled.grounds:
        figure = ground.figure
        if ground.evidence.kind == "roadmap" or ground.evidence.id == "P" or figure.statistic == "given":
            continue
        if figure.place and not any(ground.rate(token) == NAMES for token in tokens["place"]):
            parts.append(
                wording.place(figure.place).removeprefix("the ")
                if canonical_place(figure.place) == "united states"
                else figure.place
            )
        if find_periods(figure.period or "") and not any(
            ground.rate(token) == NAMES for token in tokens["period"]
        ):
            parts.append(wording.period(figure.period))
    return list(dict.fromkeys(parts))


def _sentence(text: str, at: int) -> int:
    """The end of the sentence or line around a place in a text."""
    ends = [
        match.start()
        for match in re.finditer(
            r"(?<!\b[A-Z])(?<!\bSt)[.!?][\"\u201d)*_]*(?=\s+\S)|\n|[.!?]?\s*$", text[at:]
        )
    ]
    return at + (ends[0] if ends else len(text) - at)


def _quantity(filled: Filled, bound: Bound) -> Quantity:
    figure = filled.grounds[0].figure
    units = {"USD": figure.unit, "%": "%"}
    unit = units.get(
        figure.unit.split("/")[0], "count" if figure.unit not in ("hours", "weeks") else figure.unit
    )
    return Quantity(
        filled.start, filled.end, bound.text[filled.start : filled.end], float(figure.value), unit, 0.0
    )


def _fits(bound: Bound, token: Token) -> bool:
    return any(ground.rate(token) > CONTRADICTS for filled in bound.figures for ground in filled.grounds)


def _texts(item: Evidence) -> list[str]:
    figures = [part for figure in item.figures for part in (figure.label, figure.subject, figure.place or "")]
    return [item.text, *figures, item.source.title, item.source.publisher or ""]


def _months(text: str, language: str) -> list[Token]:
    """Months of a year in another language: "mayo de 2025", "im Mai 2025"."""
    found = []
    for match in _month_form(language).finditer(text) if language in words("languages")["months"] else []:
        month = words("languages")["months"][language].split().index(match[1].casefold()) + 1
        period = Period(match.start(), match.end(), int(match[2]), month)
        found.append(Token("period", match.start(), match.end(), match[0], period=period))
    return found


@cache
def _month_form(language: str) -> re.Pattern[str]:
    names = "|".join(words("languages")["months"].get(language, " ".join(wording.MONTHS)).split())
    return re.compile(rf"\b({names})\s+(?:de\s+|del\s+)?(\d{{4}})\b", re.IGNORECASE)
