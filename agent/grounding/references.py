"""Figures by reference: `{E3.p50}`, `{E3.p50 - E7.p50}`, `{E3.p50 / E7.p50}%`. Code puts in the number and its unit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from agent import wording
from agent.grounding.grounds import PERSON, FigureGround, Ground
from agent.grounding.reckoning import SUM, Term, Unsupported, literals, reckoned, terms_of
from agent.nlu.values.numbers import plain
from prompts import words
from tools.evidence import Evidence, Figure, Source
from tools.salary.estimate import ordinal

_WEEK = "week"
_CHANGES = ("change", "growth")  # told by themselves they have a sign
# In German every noun has a capital: there a capital tells no name.
CAPITAL_NOUNS = ("de",)
_JOINT = re.compile(r"\s*(?:\u2013|-|\b(?:to|and|through|bis|und|a|y|hasta|à|et|e)\b)\s*(?=\{)")
REFERENCE = re.compile(rf"\{{\s*(?P<sum>{SUM})\s*\}}")
_WORDS = {"place": wording.place, "period": wording.period, "subject": wording.subject}
_BEFORE = re.compile(r"(?:US\s?\$|\$|USD|€|£|¥|₹|[<>~≈\d])\s?$", re.IGNORECASE)
_ORDINAL = re.compile(r"-?(?:st|nd|rd|th|\.?[\u00ba\u00aa\u00b0]|er?|ème)\b|\.?[\u00ba\u00aa\u00b0]")
_WITH_ARTICLE = re.compile(r"\b(?:beim|im|am|dem|zum|vom|das|ein|kein)\s*$", re.IGNORECASE)
_PER = re.compile(
    r"(?:/\s?|\b(?:an?|per|each|every|al|la|por|im|pro|par|je|der|all|l)\b['\u2019]?\s*|\b(?=\w+(?:ly|lich|ales)\b))([^\W\d_]+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Filled:
    """A figure that code put in: where it stands in the text, its reference, and what it is made of."""

    start: int
    end: int
    reference: str
    ground: Ground

    @property
    def statistics(self) -> set[str]:
        """The statistics of the figures it is made of."""
        return {held.figure.statistic for held in self.ground.figures}


@dataclass(frozen=True)
class Bound:
    """A text with its figures put in, and the evidence they are from. `bare` is the text without them."""

    text: str
    bare: str
    figures: tuple[Filled, ...]
    ids: tuple[str, ...]

    @property
    def shares(self) -> frozenset[float]:
        """What its figures of one unit are of each other in whole per cent, and by how much they differ."""
        held = [each for filled in self.figures for each in filled.ground.figures]
        pairs = [pair for pair in permutations(held, 2) if pair[0].figure.unit == pair[1].figure.unit]
        ratios = [100 * one.value / other.value for one, other in pairs if other.value]
        return frozenset(float(round(share)) for ratio in ratios for share in (ratio, abs(ratio - 100)))


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
    shown = bare = ""
    figures: list[Filled] = []
    ids: list[str] = []
    at = 0
    for match in REFERENCE.finditer(text):
        before, after = text[at : match.start()], text[match.end() :]
        terms = terms_of(match["sum"])
        names = [term.text for term in terms if term.is_name]
        ids += [name.split(".")[0] for name in names]
        put, taken = _word(names[0], numbered) if len(terms) == 1 else None, 0
        if put is None:
            figures_ = [_ground(name, numbered) for name in names]
            ahead = REFERENCE.sub("", text[: match.start()])
            ground = Ground(tuple(figures_) or (_of_theirs(match["sum"]),))
            before, put, taken = _written(before, after, (terms, figures_), ground, language, ahead=ahead)
            put = _first_of_two(put, ground, after, numbered)
            start = len(shown) + len(before)
            figures.append(Filled(start, start + len(put), match[0], ground))
        shown, bare, at = shown + before + put, f"{bare}{before}{' ' * len(put)}", match.end() + taken
    shown, bare = shown + text[at:], bare + text[at:]
    if re.search(r"[{}]", bare):
        forms = "{E3.p50}, {E3.p50 - E7.p50}, {E3.p50 / E7.p50} or with the person's numbers {$1,450 * 12}, at most ten of them, no brackets"
        raise Unsupported(f"a figure is written {forms}, nothing else in braces")
    return Bound(shown, bare, tuple(figures), tuple(dict.fromkeys(ids)))


def _first_of_two(put: str, ground: Ground, after: str, numbered: dict[str, Evidence]) -> str:
    """The first of two figures in one unit without it, where the next one has it: "$86,710 to $135,910 a year"."""
    joint = _JOINT.match(after)
    nearest = REFERENCE.match(after, joint.end()) if joint else None
    terms = terms_of(nearest["sum"]) if nearest else []
    if len(terms) != 1 or len(ground.figures) > 1:
        return put
    unit, other = ground.figures[0].figure.unit, _ground(terms[0].text, numbered).figure.unit
    amount = re.match(r"-?[$€]?[\d,.]+", put)
    return amount[0] if amount and unit == other and unit not in ("%", "percentile") else put


def is_filled(text: str, written: str, evidence: Sequence[Evidence]) -> bool:
    """Whether `text` is `written` with its references put in, in whatever language their units are told.

    A reference with numbers of its own is none: whose they are is known to the message's reader alone.
    """
    if any(literals(reference["sum"]) for reference in REFERENCE.finditer(written)):
        return False
    parts = [re.escape(part) for part in REFERENCE.sub("\0", written).split("\0")]
    match = re.fullmatch("(.*?)".join(parts), text, re.DOTALL)
    try:
        figures = [fill(reference[0], evidence).text for reference in REFERENCE.finditer(written)]
    except Unsupported:
        return False
    return match is not None and [*map(_digits, match.groups())] == [*map(_digits, figures)]


def _digits(text: str) -> str:
    return re.sub(r"[^\d.]", "", text).strip(".")


def _word(name: str, numbered: dict[str, Evidence]) -> str | None:
    """A place, period or subject by reference: the words of the evidence's first figure."""
    id_, _, field = name.partition(".")
    item = numbered.get(id_)
    if field not in _WORDS or item is None or not item.figures:
        return None
    return _WORDS[field](getattr(item.figures[0], field) or "") or None


def _ground(name: str, numbered: dict[str, Evidence]) -> FigureGround:
    id_, _, field = name.partition(".")
    if id_ not in numbered:
        raise Unsupported(f"{id_} is not among the evidence")
    figures = figure_names(numbered[id_])
    if id_ == PERSON and field not in figures:
        field = _only_offer(field, figures)
    if field not in figures:
        raise Unsupported(f"{id_} has no figure {field}; it has {', '.join(figures) or 'no figure'}")
    return FigureGround(numbered[id_], figures[field])


def _only_offer(field: str, figures: Iterable[str]) -> str:
    """`field`, or the name that goes on with whose it is where there is one such: of one offer that need not be named."""
    longer = sorted((name for name in figures if name.startswith(f"{field}_")), key=len)
    one = longer and all(name.startswith(longer[0]) for name in longer)
    return longer[0] if one else field


def _of_theirs(told: str) -> FigureGround:
    """What is reckoned of the person's own numbers alone."""
    figure = Figure(label=told, value=0, unit="", subject="the person", statistic="given")
    theirs = Evidence(
        id=PERSON, kind="document", text=told, figures=[figure], source=Source(title="the person")
    )
    return FigureGround(theirs, figure)


def _written(
    before: str,
    after: str,
    told: tuple[Sequence[Term], Sequence[FigureGround]],
    ground: Ground,
    language: str,
    *,
    ahead: str,
) -> tuple[str, str, int]:
    """The text before, what is put in, and how many characters after it say the same once more; `ahead` is all before it."""
    percent = re.match(r"\s?%", after)
    value, unit = reckoned(*told, percent=percent is not None)
    ending = _ORDINAL.match(after) if unit == "percentile" else percent if unit == "%" else None
    taken = ending.end() if ending else 0
    mark = _BEFORE.search(before)
    if mark and unit.startswith("USD") and mark[0].upper().strip() in ("$", "US$", "US $", "USD"):
        before = before[: mark.start()]
    elif mark or re.search(r"\w$", before):
        raise Unsupported(f"“{before[-8:].strip()}” before a figure makes another figure of it")
    _refuse_bent(before, after[taken:], times=unit == "ratio")
    # The verb of a German sentence comes last.
    clause = f"{re.split('[.;:!?]', ahead)[-1]} {re.split('[.,;:!?(]', after)[0]}"
    falling = "|".join(words("languages")["falling"].split())
    if value < 0 and re.search(rf"\b(?:{falling})", clause, re.IGNORECASE):
        value = -value
    number, time = plain(value), unit.partition("/")[2]
    if unit.startswith(("USD", "EUR")):
        return before, wording.money(number, unit) + (_rate(after, time, language) if time else ""), taken
    if unit == "percentile":
        return before, *_percentile(round(number), before, after, taken, language)
    if not unit or (unit not in ("%", "ratio", "index") and _is_counted(unit, before, after, language)):
        return before, wording.number(number), taken
    if unit == _WEEK:  # a week by its number: "week 41"
        name = words("languages")["week"].get(language, _WEEK)
        said = re.search(rf"\b{name}\s*$", before, re.IGNORECASE)
        return before, wording.number(number) if said else f"{name} {wording.number(number)}", taken
    alone = unit == "%" and number > 0 and before.endswith(": ")
    sign = "+" if alone and ground.figures[0].figure.statistic in _CHANGES else ""
    units, (what, _, time) = words("languages")["units"].get(language, {}), unit.partition("/")
    rates = words("languages")["rates"].get(language, {})
    if time in rates:
        for_it = "" if time_said(after) == time else f" {rates[time]}"
        return before, f"{wording.number(number)} {units.get(what, what)}{for_it}", taken
    return before, sign + wording.quantity(number, units.get(unit, unit)), taken


def _is_counted(unit: str, before: str, after: str, language: str) -> bool:
    """Whether the text beside a figure says what it counts, in their own noun and language; time is counted by words for time."""
    noun = re.match(r"\s*([^\W\d_]{3,})", after)
    times, said = words("languages")["times"], noun[1].casefold() if noun else ""
    one = unit.removesuffix("s")
    forms = tuple(form for form in times.get(one, "").split() if len(form) > 2)
    if forms:
        counted = said.startswith(forms)
    else:
        is_noun = noun is not None and (language not in CAPITAL_NOUNS or noun[1][0].isupper())
        counted = is_noun and said not in words("languages")["links"].split()
    # "jobs: {E1.employment}", "{E1.employment} of these jobs", "US postings"
    named = re.search(rf"\b(?:{one}s?:|{_WEEK})\s$", before.casefold())
    return bool(counted or named or re.match(rf"\s*(?:[\w-]+\s+){{0,2}}{one}", after.casefold()))


def _percentile(number: int, before: str, after: str, taken: int, language: str) -> tuple[str, int]:
    """A percentile with its noun, where the text does not say it, and how many characters after it say the same once more."""
    if language != "en":
        form = words("languages")["percentile"].get(language)
        said = re.search(r"per[cz]entil|centile", f"{before[-30:]}{after[:30]}", re.IGNORECASE)
        if said or form is None:
            return wording.number(number), 0
        # An article that the text has already is not said again.
        form = form.removeprefix("dem ") if _WITH_ARTICLE.search(before) else form
        return form.replace("{n}", str(number)), 0
    named = re.match(r"(?:\s+percentile)?", after[taken:])
    article = "" if re.search(r"(?:\b(?:the|a|an|its|their|your)|['\u2019]s|\A)\s*$", before) else "the "
    return f"{article}{ordinal(number)} percentile", taken + (named.end() if named else 0)


def _refuse_bent(before: str, after: str, *, times: bool) -> None:
    """A currency, scale or multiple beside a figure would make another one of it; a half only of it, a ratio counts times."""
    first = re.match(r"\s?-?(\w+|[$€£¥₹%])", after)
    last = re.search(r"(\w+)\s+(of |as |than |the |de |del |des |das |le |la |du |der |von )?$", before)
    beside = [first[1].casefold()] if first and not times else []
    if last and (last[2] or last[1].casefold() not in words("languages")["halves"].split()):
        beside.append(last[1].casefold())
    if re.match(r"(?!x\b)\w" if times else r"\w", after) or any(
        word in multiples() or word in "$€£¥₹%" for word in beside
    ):
        raise Unsupported(f"“{' … '.join(beside)}” beside a figure makes another figure of it")


def _rate(after: str, time: str, language: str) -> str:
    """The time a sum is for, unless the text says it itself. Raises Unsupported where it says another one."""
    said = time_said(after)
    if said and said != time:
        is_for, not_for = wording.rate(f"USD/{time}"), wording.rate(f"USD/{said}")
        raise Unsupported(f"this figure is for {is_for}, not for {not_for}")
    rates = words("languages")["rates"].get(language, {})
    return "" if said else f" {rates[time]}" if time in rates else f"/{time}"


def time_said(after: str) -> str | None:
    """The time that a sum is said to be for in the text behind it: "a year" -> "year"."""
    beside = _PER.search(re.split(r"[.;:()\d]", after[:40])[0])
    times = words("languages")["times"].items()
    return next((name for name, forms in times if beside and beside[1].casefold() in forms.split()), None)


@cache
def multiples() -> frozenset[str]:
    """Words that make another figure of the one they stand beside."""
    return frozenset(words("languages")["multiples"].split())
