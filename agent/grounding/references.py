"""Figures by reference: `{E3.p50}`, `{E3.p50 - E7.p50}`, `{E3.p50 / E7.p50}%`. Code puts in the number and its unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from agent import wording
from agent.grounding.grounds import FigureGround
from prompts import words
from tools.evidence import Evidence, Figure

_NAME = r"(?:E\d+|P)\.[\w-]+"
REFERENCE = re.compile(rf"\{{\s*(?P<left>{_NAME})\s*(?:(?P<op>[-\u2212/])\s*(?P<right>{_NAME})\s*)?\}}")
_WORDS = {"place": "place", "period": "period", "subject": "subject"}
_BEFORE = re.compile(r"(?:US\s?\$|\$|USD|€|£|¥|₹|[<>~≈\d])\s?$", re.IGNORECASE)
_PER = re.compile(
    r"(?:/\s?|\b(?:an?|per|each|every|al|la|por|im|pro|par|je|der|all|l)\b['\u2019]?\s*|\b(?=\w+(?:ly|lich|ales)\b))([^\W\d_]+)",
    re.IGNORECASE,
)
_LINKS = frozenset(
    [
        "and",
        "for",
        "per",
        "the",
        "von",
        "des",
        "und",
        "mit",
        "del",
        "por",
        "con",
        "pour",
        "des",
        "sur",
        "con",
        "per",
        "che",
    ]
)
_SHARE = re.compile(r"^\s?%")


class Unsupported(Exception):  # noqa: N818 - what a text says that nothing holds; its words go back to the writer
    """Why a text cannot stand, as one clause for whoever wrote it."""


@dataclass(frozen=True)
class Filled:
    """A figure that code put in: where it stands in the text, its reference, and the figures it is made of."""

    start: int
    end: int
    reference: str
    grounds: tuple[FigureGround, ...]


@dataclass(frozen=True)
class Bound:
    """A text with its figures put in, and the evidence they are from. `bare` is the text without them."""

    text: str
    bare: str
    figures: tuple[Filled, ...]
    ids: tuple[str, ...]


def figure_names(item: Evidence) -> dict[str, Figure]:
    """The figures of a piece of evidence by the names they are referred to with; a repeated statistic is numbered."""
    found: dict[str, Figure] = {}
    for figure in item.figures:
        name = base = re.sub(r"\W+", "_", figure.statistic).strip("_")
        number = 2
        while name in found:
            name, number = f"{base}_{number}", number + 1
        found[name] = figure
    return found


def fill(text: str, evidence: Sequence[Evidence], language: str = "en") -> Bound:
    """Put the figures into `text`. Raises Unsupported for a reference to nothing, or one bent into another figure."""
    numbered = {item.id: item for item in evidence}
    parts: list[str] = []
    bare: list[str] = []
    figures: list[Filled] = []
    ids: list[str] = []
    at = length = 0
    for match in REFERENCE.finditer(text):
        before, after = text[at : match.start()], text[match.end() :]
        names = [name for name in (match["left"], match["right"]) if name]
        ids += [name.split(".")[0] for name in names]
        if not match["op"] and (said := _word(names[0], numbered)):
            shown, taken = said, 0
            grounds: tuple[FigureGround, ...] = ()
        else:
            grounds = tuple(_ground(name, numbered) for name in names)
            before, shown, taken = _written(before, after, match["op"], grounds, language)
        parts += [before, shown]
        bare += [before, " " * len(shown)]
        length += len(before)
        if grounds:
            figures.append(Filled(length, length + len(shown), match[0], grounds))
        length += len(shown)
        at = match.end() + taken
    rest = text[at:]
    if re.search(r"[{}]", "".join(bare) + rest):
        raise Unsupported(
            "a figure is written {E3.p50}, {E3.p50 - E7.p50} or {E3.p50 / E7.p50}, nothing else in braces"
        )
    return Bound("".join([*parts, rest]), "".join([*bare, rest]), tuple(figures), tuple(dict.fromkeys(ids)))


def is_filled(text: str, written: str, evidence: Sequence[Evidence]) -> bool:
    """Whether `text` is `written` with its references put in, in whatever language their units are told."""
    references = [match[0] for match in REFERENCE.finditer(written)]
    literals = [re.escape(part) for part in REFERENCE.sub("\0", written).split("\0")]
    match = re.fullmatch("(.*?)".join(literals) if references else literals[0], text, re.DOTALL)
    if match is None:
        return False
    try:
        figures = [fill(reference, evidence).text for reference in references]
    except Unsupported:
        return False
    return all(
        _digits(shown) == _digits(figure) for shown, figure in zip(match.groups(), figures, strict=True)
    )


def _digits(text: str) -> str:
    return re.sub(r"[^\d.]", "", text).strip(".")


def _word(name: str, numbered: dict[str, Evidence]) -> str | None:
    """A place, period or subject by reference: the words of the evidence's first figure."""
    id_, _, field = name.partition(".")
    item = numbered.get(id_)
    if field not in _WORDS or item is None or not item.figures:
        return None
    say = {"place": wording.place, "period": wording.period, "subject": wording.subject}[field]
    return str(say(getattr(item.figures[0], field) or "")) or None


def _ground(name: str, numbered: dict[str, Evidence]) -> FigureGround:
    id_, _, field = name.partition(".")
    if id_ not in numbered:
        raise Unsupported(f"{id_} is not among the evidence")
    figure = figure_names(numbered[id_]).get(field)
    if figure is None:
        held = ", ".join(figure_names(numbered[id_])) or "no figure"
        raise Unsupported(f"{id_} has no figure {field}; it has {held}")
    return FigureGround(numbered[id_], figure)


def _written(
    before: str, after: str, op: str | None, grounds: tuple[FigureGround, ...], language: str
) -> tuple[str, str, int]:
    """The text before, what is put in, and how many characters after it say the same once more."""
    percent = _SHARE.match(after)
    value, unit = _reckoned(op, grounds, percent=percent is not None)
    money = unit.startswith(("USD", "EUR"))
    taken = percent.end() if percent and unit == "%" else 0
    sign = _BEFORE.search(before)
    if sign and unit.startswith("USD") and sign[0].strip().upper().replace(" ", "") in ("$", "US$", "USD"):
        before = before[: sign.start()]
    elif sign or re.search(r"\w$", before):
        raise Unsupported(f"“{before[-8:].strip()}” before a figure makes another figure of it")
    _refuse_bent(before, after[taken:])
    if value < 0 and _falling().search(re.split(r"[.;:!?]", before)[-1]):
        value = -value
    number = int(value) if value == int(value) else round(value, 2)
    if money:
        time = unit.partition("/")[2]
        return before, wording.money(number, unit) + (_rate(after, time, language) if time else ""), taken
    # Their own noun, in their own language, counts what the figure counts.
    noun = re.match(r"\s*([^\W\d_]{3,})", after)
    counted = unit not in ("%", "ratio", "index") and noun is not None and noun[1].casefold() not in _LINKS
    return before, wording.number(number) if counted else wording.quantity(number, unit), taken


def _reckoned(op: str | None, grounds: tuple[FigureGround, ...], *, percent: bool) -> tuple[float, str]:
    """The value and unit of a figure, or of arithmetic of two in one unit."""
    value, unit = float(grounds[0].figure.value), grounds[0].figure.unit
    if not op:
        return value, unit
    other = grounds[1].figure
    if other.unit != unit:
        raise Unsupported(f"{unit} and {other.unit} are different units")
    if op == "/":
        ratio = _ratio(value, float(other.value))
        return (_rounded(100 * ratio), "%") if percent else (round(ratio, 1 if ratio >= 1.05 else 2), "ratio")
    if value < float(other.value):
        raise Unsupported("this difference is below zero; name the larger figure first")
    return value - float(other.value), unit


def _refuse_bent(before: str, after: str) -> None:
    """A currency, scale or multiple beside a figure would make another one of it."""
    first = re.match(r"\s?-?(\w+|[$€£¥₹%])", after)
    last = re.search(r"(\w+)\s+(?:of |as |than |the |de |del |des |das |le |la )?$", before)
    words_beside = [match[1].casefold() for match in (first, last) if match]
    if re.match(r"\w", after) or any(word in multiples() or word in "$€£¥₹%" for word in words_beside):
        raise Unsupported(f"“{' … '.join(words_beside)}” beside a figure makes another figure of it")


def _rate(after: str, time: str, language: str) -> str:
    """The time a sum is for, unless the text says it itself. Raises Unsupported where it says another one."""
    beside = _PER.search(re.split(r"[.;:()\d]", after[:40])[0])
    said = beside and next((name for name, forms in _times().items() if beside[1].casefold() in forms), None)
    if said and said != time:
        raise Unsupported(
            f"this figure is for {wording.rate(f'USD/{time}')}, not for {wording.rate(f'USD/{said}')}"
        )
    if said:
        return ""
    rates = words("languages")["rates"].get(language, {})
    return f" {rates[time]}" if time in rates else f"/{time}"


def _ratio(value: float, other: float) -> float:
    if not other:
        raise Unsupported("a ratio to zero says nothing")
    return value / other


def _rounded(share: float) -> float:
    return float(round(share)) if abs(share) >= 1 else float(f"{share:.1g}")


@cache
def _times() -> dict[str, frozenset[str]]:
    return {name: frozenset(forms.split()) for name, forms in words("languages")["times"].items()}


@cache
def _falling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('languages')['falling'].split())})", re.IGNORECASE)


@cache
def multiples() -> frozenset[str]:
    """Words that make another figure of the one they stand beside."""
    return frozenset(words("languages")["multiples"].split())
