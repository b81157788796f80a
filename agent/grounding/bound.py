"""Whether a text says of its figures what their evidence says: place, period, subject and statistic; and what it leaves unsaid."""

import re
from collections.abc import Sequence

from agent import wording
from agent.grounding.binding import CONTRADICTS, NAMES
from agent.grounding.grounds import PERSON, Ground
from agent.grounding.naming import canonical_place, find_strangers, words_of
from agent.grounding.periods import find_periods
from agent.grounding.quantities import Quantity
from agent.grounding.reading import Names, names_in
from agent.grounding.references import Bound, Filled, multiples
from agent.grounding.support import contradicted, texts_of
from agent.grounding.tokens import Kind, Token, blanked, covered
from agent.plans import labels
from tools.evidence import Evidence

# In German every noun has a capital: there a capital tells no name.
_CAPITAL_NOUNS = ("de",)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bSt)[.!?][\"\u201d)*_]*(?=\s+\S)|\n|[.!?]?\s*$")


def conflict(
    bound: Bound, cited: Sequence[Evidence], known: str, language: str, own_place: str | None
) -> str | None:
    """What the text says of its figures that their evidence does not, as a clause; None when nothing."""
    if not bound.figures:
        return None
    names, grounds = _names(bound.text, cited), [filled.ground for filled in bound.figures]
    if language not in _CAPITAL_NOUNS:
        taken = [token for listed in names.values() for token in listed]
        strangers = find_strangers(bound.bare, words_of(known, *texts_of(cited)))
        names["place"] += [token for token in strangers if not covered(*token.span, taken)]
        names["place"].sort(key=lambda token: token.start)
    if own_place and len(names["place"]) > 1:

        def theirs(token: Token) -> bool:
            return own_place.casefold() in token.text.casefold() and not _fits(token, grounds)

        names["place"] = [token for token in names["place"] if not theirs(token)]
    named = {kind: [] if _too_few(kind, tokens, grounds) else tokens for kind, tokens in names.items()}
    kind = contradicted(
        [_quantity(each) for each in bound.figures], grounds, named, lambda _ground, _kind: False
    )
    if kind is None:
        return None
    return (
        f"{', '.join(token.text for token in named[kind])} is not the {kind} of the figure it stands beside"
    )


def completed(bound: Bound, cited: Sequence[Evidence], language: str, before: str = "") -> tuple[str, str]:
    """The text with place and date of its figures, where neither it nor the text `before` says them; and with references."""
    edits: list[tuple[int, int, str]] = []
    if bound.figures:
        mine, leaned, said = _names(bound.text, cited), _names(before, cited), before
        names: Names = {kind: [*mine[kind], *leaned[kind]] for kind in mine}
        for filled in reversed(bound.figures):
            missing = [part for part in _missing(filled.ground, names, language) if part and part not in said]
            if missing:
                end = _SENTENCE_END.search(bound.text, filled.end)
                at = end.start() if end else len(bound.text)
                edits.append((at, at, f" ({', '.join(missing)})"))
                said += " ".join(missing)
    references = [(filled.start, filled.end, filled.reference) for filled in bound.figures]
    return _edited(bound.text, edits), _edited(bound.text, [*edits, *references])


def is_plain(bound: Bound, cited: Sequence[Evidence]) -> bool:
    """Whether a text says little beside its figures and what they are of: nothing that would need a second reader."""
    names, grounds = _names(bound.text, cited), [filled.ground for filled in bound.figures]
    spans = [token.span for listed in names.values() for token in listed]
    rest = re.findall(r"[^\W\d_]{3,}", blanked(bound.bare, spans))
    theirs = any(held.evidence.id == PERSON for ground in grounds for held in ground.figures)
    if (
        theirs
        or not names["subject"]
        or any(_too_few(kind, listed, grounds) for kind, listed in names.items())
    ):
        return False
    return len(rest) <= 3 + 2 * len(bound.figures) and not multiples() & {word.casefold() for word in rest}


def _names(text: str, cited: Sequence[Evidence]) -> Names:
    """What the text names; a title that stands there only after its spelling was mended is a word of another language."""
    names = names_in(text, cited)
    return names | {"subject": [each for each in names["subject"] if each.text.casefold() in text.casefold()]}


def _too_few(kind: Kind, tokens: list[Token], grounds: Sequence[Ground]) -> bool:
    """Whether a text names fewer roles or statistics than its figures have, each of them one of these: a second reader's case."""
    if kind not in ("subject", "statistic") or not tokens:
        return False
    have = {getattr(held.figure, kind) for ground in grounds for held in ground.figures}
    return all(_fits(token, grounds) for token in tokens) and len({token.key for token in tokens}) < len(have)


def _fits(token: Token, grounds: Sequence[Ground]) -> bool:
    return any(ground.rate(token) > CONTRADICTS for ground in grounds)


def _missing(ground: Ground, names: Names, language: str) -> list[str]:
    """Place and period of a figure that nothing in its text names."""
    parts: list[str] = []
    for held in ground.figures:
        figure, evidence = held.figure, held.evidence
        if evidence.kind == "roadmap" or evidence.id == PERSON or figure.statistic == "given":
            continue
        if figure.place and not any(held.rate(token) == NAMES for token in names["place"]):
            nation = canonical_place(figure.place) == "united states"
            parts.append(wording.place(figure.place).removeprefix("the ") if nation else figure.place)
        dated = find_periods(figure.period or "")
        if dated and not any(held.rate(token) == NAMES for token in names["period"]):
            parts.append(labels.period(language, figure.period))
    return list(dict.fromkeys(parts))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, put in sorted(edits, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def _quantity(filled: Filled) -> Quantity:
    """The figure as a number of the text, in the unit that tells what may be said of it."""
    held = filled.ground.figures[0]
    unit = held.figure.unit if held.figure.unit.startswith(("USD", "%", "hours", "weeks")) else "count"
    return Quantity(filled.start, filled.end, "", held.value, unit, 0.0)
