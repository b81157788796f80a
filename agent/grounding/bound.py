"""Whether a text says of its figures what their evidence says: place, period, subject and statistic; and what it leaves unsaid."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial

from agent import wording
from agent.grounding import naming
from agent.grounding.grounds import (
    ALLOWS,
    CONTRADICTS,
    NAMES,
    PERSON,
    FigureGround,
    Ground,
    consistent,
    figures_of,
    words_in,
)
from agent.grounding.numbers import SHARE, number_words, numbers_in
from agent.grounding.references import Bound, Filled, multiples
from agent.grounding.tokens import FAMILIES, WAGE, Kind, Token, blanked, covered, find_periods
from agent.models import Profile
from agent.plans import labels
from prompts import words
from tools.evidence import Evidence
from tools.kept import once_for_each

# In German every noun has a capital: there a capital tells no name.
_CAPITAL_NOUNS = ("de",)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bSt)[.!?][\"\u201d)*_]*(?=\s+\S)|\n|\s*\||[.!?]?\s*$")
_OWN_ROLE = re.compile(r"\b(?:as(?: an?)?|from|to|towards?|becom\w+ an?)\s+$", re.IGNORECASE)


def own_words(
    text: str, cited: Sequence[Evidence], own_day: Callable[[Token], bool] = lambda _token: False
) -> str:
    """The text without what names its figures: places, roles, statistics, dates of the evidence or the plan's own, labels."""
    names, figures = naming.names_in(text, cited), [figure for item in cited for figure in figures_of(item)]
    spans = [
        token.span
        for kind, tokens in names.items()
        for token in tokens
        if kind != "period" or own_day(token) or _fits(token, figures)
    ]
    forms = dict.fromkeys(form for item in cited for form in _called(item))
    spans += [match.span() for form in forms for match in form.finditer(text)]
    return blanked(text, spans)


@once_for_each(256)
def _called(item: Evidence) -> tuple[re.Pattern[str], ...]:
    """Numbers in what figures and sources are called: "entry level (0-1 years)", "developers aged 22 to 25", "2025 to 2035"."""
    called = [
        name for each in item.figures for name in (each.label, each.subject, wording.period(each.period))
    ]
    names = dict.fromkeys([*called, item.source.title, item.source.publisher or ""])
    return tuple(dict.fromkeys(form for name in names for form in _numbers_of(name)))


@lru_cache(maxsize=512)
def _numbers_of(name: str) -> tuple[re.Pattern[str], ...]:
    """The numbers in a name, each as it would stand in a text."""
    found = re.findall(r"\d+(?:\W+(?:to\W+)?\d+)*", naming.bare_subject(name))
    forms = [rf"(?<![\w.,]){re.escape(number)}(?![\w.,]*\d)" for number in found]
    if "percentile" in name:  # of the 90th and the 10th: "zehn Prozent"
        shares = {share for each in found if each.isdigit() for share in (int(each), 100 - int(each))}
        worded = [form.pattern for value, form in number_words() if value in shares]
        forms += [rf"(?:{form})\s?{SHARE.pattern}\w*" for form in worded]
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def conflict(
    bound: Bound,
    cited: Sequence[Evidence],
    known: frozenset[str],
    profile: Profile,
    language: str = "en",
    *,
    beside: Sequence[Evidence] | None = None,
) -> str | None:
    """What the text says of its figures that their evidence does not, as a clause; None when nothing.

    `known` are words that name no strangers, the person's among them; their own role and place are no figure's. Where a
    second reader follows, `beside` is the evidence cited beside that of the figures: they may be compared with what it is of.
    """
    if not bound.figures:
        return None
    names, grounds = _names(bound.text, cited), [filled.ground for filled in bound.figures]
    if language not in _CAPITAL_NOUNS:
        taken = [token for tokens in names.values() for token in tokens]
        words_of_cited = words_in(cited)
        known = known if words_of_cited <= known else known | words_of_cited
        strangers = naming.find_strangers(bound.bare, known, language)
        names["place"] += [token for token in strangers if not covered(*token.span, taken)]
        names["place"].sort(key=lambda token: token.start)
    if len(names["place"]) > 1 and profile.location:
        own = profile.location.casefold()
        names["place"] = [
            each for each in names["place"] if own not in each.text.casefold() or _fits(each, grounds)
        ]
    names["subject"] = [
        token
        for token in _subjects(bound, names["subject"], cited, profile)
        # In another language small letters spell a word of its own ("chauffeurs"), official names have capitals.
        if language == "en" or token.text[0].isupper() or _fits(token, grounds)
    ]
    compared = [*cited, *beside] if beside is not None else []
    others = [figure for item in compared for figure in figures_of(item)]
    for kind, tokens in names.items():
        for figures, mine in [] if _too_few(kind, tokens, grounds) else _parted(bound.figures, kind, tokens):
            starts = [filled.start for filled in figures]
            end = starts[-1] if beside is not None and kind in ("subject", "statistic") else len(bound.text)
            if mine and not consistent(
                starts,
                mine,
                lambda at, token, of=figures: of[at].ground.rate(token),  # type: ignore[misc]
                is_aside=partial(_is_aside, end=end, others=others),
            ):
                told = ", ".join(token.text for token in tokens)
                return f"{told} is not the {kind} of the figure it stands beside"
    return None


def _is_aside(token: Token, end: int, others: Sequence[FigureGround]) -> bool:
    """Whether a token stands behind all figures, or is what others are of: what these are compared with."""
    return token.start > end or any(figure.rate(token) == NAMES for figure in others)


def _subjects(bound: Bound, tokens: list[Token], cited: Sequence[Evidence], profile: Profile) -> list[Token]:
    """The roles that figures may be of: not "nurse" in "as a nurse you", nor one within the name of a roadmap's skill."""
    own = {role.lower() for role in (profile.current_role, profile.target_role) if role}
    spans: list[tuple[int, int]] = []
    if any(source.kind == "roadmap" for source in cited):
        spans = [match.span() for match in _skill_names().finditer(bound.text)]

    def is_other(token: Token) -> bool:
        theirs = token.text.lower().removesuffix("s") in own and _OWN_ROLE.search(bound.text[: token.start])
        counted = any(
            bound.text[token.end : other.start] == " (counted as " and token.values & other.values
            for other in tokens
        )
        within = any(start <= token.start and token.end <= end for start, end in spans)
        return bool(theirs or counted or within)

    return [token for token in tokens if not is_other(token)]


@cache
def _skill_names() -> re.Pattern[str]:
    from tools.roadmap.tables import skills

    return re.compile("|".join(re.escape(skill.name) for skill in skills().values()))


def _parted(
    figures: Sequence[Filled], kind: Kind, tokens: list[Token]
) -> Iterator[tuple[Sequence[Filled], list[Token]]]:
    """Figures and what is said of them; statistics describe numbers of their own unit only, study time has none.

    A time beside the figure it names is none of figures in other units: "262,440 jobs, and 35 % growth for 2025-35".
    """
    if kind not in ("statistic", "period"):
        yield figures, tokens
        return
    families = [_family(filled.ground.figures[0].figure.unit) for filled in figures]
    for name in dict.fromkeys(families):
        mine = [filled for filled, family in zip(figures, families, strict=True) if family == name]
        if kind == "statistic":
            yield mine, [each for each in tokens if each.values & FAMILIES.get(name, frozenset())]
        else:
            told = [each for each in tokens if not _is_theirs(each, figures)]
            yield mine, [each for each in told if _named_by(each, figures) in (None, name)]


def _is_theirs(token: Token, figures: Sequence[Filled]) -> bool:
    """Whether a time without a date stands behind what is reckoned with the person's own: "less than you made last year"."""
    before = [each.ground for each in figures if each.end <= token.start][-1:]
    return token.period is None and any(
        held.evidence.id == PERSON for ground in before for held in ground.figures
    )


def _named_by(token: Token, figures: Sequence[Filled]) -> str | None:
    """The family of the figure right before or behind a token that names it."""
    before, behind = (
        [each for each in figures if (each.end <= token.start) is done] for done in (True, False)
    )
    named = (each.ground for each in (*before[-1:], *behind[:1]) if each.ground.rate(token) == NAMES)
    return next((_family(ground.figures[0].figure.unit) for ground in named), None)


def _family(unit: str) -> str:
    """The family of statistics that a unit belongs to: a growth is in percent, a median in dollars."""
    money = len(unit.partition("/")[0]) == 3
    return "money" if money else unit if unit in ("%", "hours", "weeks") else "count"


def completed(bound: Bound, cited: Sequence[Evidence], language: str, before: str = "") -> tuple[str, str]:
    """The text with what its figures are of, where neither it nor the text `before` says so; and with references."""
    told: dict[int, list[str]] = {}
    if bound.figures:
        mine, leaned, said = _names(bound.text, cited), _names(before, cited), before
        names: naming.Names = {
            kind: [*(replace(each, start=each.start - len(before)) for each in leaned[kind]), *mine[kind]]
            for kind in mine
        }
        for filled in reversed(bound.figures):
            missing = [part for part in _missing(filled, names, language) if part not in said]
            end = _SENTENCE_END.search(bound.text, filled.end)
            told.setdefault(end.start() if end else len(bound.text), []).extend(missing)
            said += " ".join(missing)
    edits = [(at, at, f" ({', '.join(missing)})") for at, missing in told.items() if missing]
    references = [(filled.start, filled.end, filled.reference) for filled in bound.figures]
    return _edited(bound.text, edits), _edited(bound.text, [*edits, *references])


def _missing(filled: Filled, names: naming.Names, language: str) -> list[str]:
    """Occupation, place and period of a figure that nothing in its text names; the place also where it stands behind another one."""
    parts: list[str] = []
    before = [token for token in names["place"] if token.start < filled.start]
    unclear = any(filled.ground.rate(token) == CONTRADICTS for token in before[-1:]) and not any(
        filled.ground.rate(token) == NAMES for token in names["place"] if token not in before
    )
    for held in filled.ground.figures:
        figure, evidence = held.figure, held.evidence
        if evidence.kind == "roadmap" or evidence.id == PERSON or figure.statistic == "given":
            continue
        if naming.CODE.search(figure.subject) and not any(map(held.rate, names["subject"])):
            parts.append(naming.bare_subject(figure.subject))
        if figure.place and (unclear or not any(held.rate(token) == NAMES for token in names["place"])):
            nation = naming.canonical_place(figure.place) == naming.NATION
            parts.append(wording.place(figure.place).removeprefix("the ") if nation else figure.place)
        dated = find_periods(figure.period or "")
        if dated and not any(held.rate(token) == NAMES for token in names["period"]):
            parts.append(labels.period(language, figure.period))
    return list(dict.fromkeys(parts))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, put in sorted(edits, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def is_plain(bound: Bound, cited: Sequence[Evidence]) -> bool:
    """Whether a text says little beside its figures and what they are of: nothing that would need a second reader."""
    names, grounds = _names(bound.text, cited), [filled.ground for filled in bound.figures]
    bare = blanked(bound.bare, [token.span for tokens in names.values() for token in tokens])
    rest = [word.casefold() for word in re.findall(r"[^\W\d_]{3,}", bare)]
    first = re.match(r"\W*([^\W\d_]+)", bound.bare)
    openers = words("languages")["openers"].split()
    begins = first is None or bare[first.start(1)] == " " or first[1].casefold() in openers
    theirs = any(held.evidence.id == PERSON for ground in grounds for held in ground.figures)
    rated = [
        (token, max(ground.rate(token) for ground in grounds))
        for kind in ("place", "subject", "statistic")
        for token in names[kind]
    ]
    foreign = any(
        rate < (NAMES if token.kind == "subject" and token.exact else ALLOWS) for token, rate in rated
    )
    # "Nine in ten electricians" is a statistic that no token tells.
    counted = multiples() & {*rest} or any(value > 1 for value, _ in numbers_in(bare))
    few = any(_too_few(kind, tokens, grounds) for kind, tokens in names.items())
    short = len(rest) <= 3 + 2 * len(grounds)
    # What somebody earns is the median where nothing is said; another wage is named.
    wages = [ground for ground in grounds if ground.figures[0].figure.statistic in WAGE - {"p50"}]
    said = all(any(ground.rate(token) == NAMES for token in names["statistic"]) for ground in wages)
    return bool(begins and names["subject"] and short and said) and not (theirs or foreign or counted or few)


def _names(text: str, cited: Sequence[Evidence]) -> naming.Names:
    """What the text names; a title that stands there only after its spelling was mended is a word of another language."""
    names = naming.names_in(text, cited)
    return names | {"subject": [each for each in names["subject"] if each.text.casefold() in text.casefold()]}


def _too_few(kind: Kind, tokens: list[Token], grounds: Sequence[Ground]) -> bool:
    """Whether a text names fewer roles or statistics than its figures have, each of them one of these: a second reader's case."""
    if kind not in ("subject", "statistic") or not tokens:
        return False
    have = {getattr(held.figure, kind) for ground in grounds for held in ground.figures}
    return all(_fits(token, grounds) for token in tokens) and len({token.key for token in tokens}) < len(have)


def _fits(token: Token, grounds: Sequence[Ground | FigureGround]) -> bool:
    return any(ground.rate(token) > CONTRADICTS for ground in grounds)
