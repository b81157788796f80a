"""A text with what its figures are of, where its writer left that out: occupation, place and time in brackets."""

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from agent import wording
from agent.grounding import naming
from agent.grounding.bound import SENTENCE_END, names_of
from agent.grounding.grounds import CONTRADICTS, NAMES
from agent.grounding.references import Bound, Filled
from agent.grounding.tokens import Token, find_periods
from agent.plans import labels
from tools.evidence import Evidence


def completed(bound: Bound, cited: Sequence[Evidence], language: str, before: str = "") -> tuple[str, str]:
    """The text with what its figures are of, where neither it nor the text `before` says so; and with references."""
    if not bound.figures:
        return bound.text, bound.text
    told: dict[int, list[tuple[int, str]]] = {}
    mine, leaned, said = names_of(bound.text, cited), names_of(before, cited), before
    names: naming.Names = {
        kind: [*(replace(each, start=each.start - len(before)) for each in leaned[kind]), *mine[kind]]
        for kind in mine
    }
    for filled in bound.figures:
        of_turn = _in_turn(bound.figures, names["place"])
        missing = [each for each in _missing(filled, names, language, of_turn) if each[1] not in said]
        told.setdefault(_beside(filled, bound.text), []).extend(missing)
        said += " ".join(part for _, part in missing)
    edits = [
        (at, at, f" ({', '.join(part for _, part in sorted(parts, key=itemgetter(0)))})")
        for at, parts in told.items()
        if parts
    ]
    references = [(filled.start, filled.end, filled.reference) for filled in bound.figures]
    return _edited(bound.text, edits), _edited(bound.text, [*edits, *references])


def _beside(filled: Filled, text: str) -> int:
    """Where words about a figure part none of the writer's: at the end of its sentence."""
    return next(SENTENCE_END.finditer(text, filled.end)).start()


def _in_turn(figures: Sequence[Filled], places: Sequence[Token]) -> bool:
    """Whether the figures behind the last place are of the places before it, as many and in their order: "nearly even (a against b)"."""
    last = [each for each in figures if places and each.start > places[-1].start]
    return (
        len(last) > 1
        and len(last) == len(places)
        and all(each.ground.rate(token) == NAMES for each, token in zip(last, places, strict=True))
    )


def _missing(filled: Filled, names: naming.Names, language: str, of_turn: bool) -> list[tuple[int, str]]:
    """Occupation, place and period (in this order) of a figure that nothing in its text names; the place also behind another one."""
    parts: list[tuple[int, str]] = []
    before = [token for token in names["place"] if token.start < filled.start]
    behind = names["place"][len(before) :]
    unclear = not of_turn and any(filled.ground.rate(token) == CONTRADICTS for token in before[-1:])
    unclear = unclear and all(filled.ground.rate(token) != NAMES for token in behind)
    for held in filled.ground.figures:
        figure = held.figure
        if held.is_way or held.is_theirs or figure.statistic == "given":
            continue
        if naming.CODE.search(figure.subject) and not any(map(held.rate, names["subject"])):
            parts.append((0, naming.bare_subject(figure.subject)))
        if figure.place and (unclear or not held.is_named_in(names["place"])):
            nation = naming.canonical_place(figure.place) == naming.NATION
            parts.append((1, wording.place(figure.place).removeprefix("the ") if nation else figure.place))
        if find_periods(figure.period or "") and not held.is_named_in(names["period"]):
            parts.append((2, labels.period(language, figure.period)))
    return list(dict.fromkeys(parts))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, put in sorted(edits, reverse=True):
        text = text[:start] + put + text[end:]
    return text
