"""Whether a text says of its figures what their evidence says: place, period, subject and statistic; and what it leaves unsaid."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from agent import wording
from agent.grounding import naming
from agent.grounding.dealing import consistent
from agent.grounding.grounds import (
    ALLOWS,
    CONTRADICTS,
    NAMES,
    FigureGround,
    Ground,
    figures_of,
    words_in,
)
from agent.grounding.references import CAPITAL_NOUNS, Bound, Filled, multiples
from agent.grounding.tokens import FAMILIES, WAGE, Kind, Token, blanked, covered
from agent.models import Profile
from agent.nlu.values.written_numbers import SHARE, number_words, numbers_in
from prompts import words
from tools.evidence import Evidence
from tools.kept import once_for_each
from tools.roadmap.skills import find_skills

SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bSt)[.!?][\"\u201d)*_]*(?=\s+\S)|\n|\s*\||[.!?]?\s*$")
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
    names, grounds = names_of(bound.text, cited), [filled.ground for filled in bound.figures]
    if language not in CAPITAL_NOUNS:
        names["place"] += _strangers(bound.bare, known | words_in([*cited, *(beside or ())]), language, names)
        names["place"].sort(key=lambda token: token.start)
    if not any(held.figure.place for ground in grounds for held in ground.figures):
        # Of figures without a place one that is told is no place of theirs: "the break in Germany lies within".
        names["place"] = [token for token in names["place"] if not naming.words_of(token.text) <= known]
    names["subject"] = [
        token
        for token in names["subject"]
        if not _is_own_role(token, bound.text, profile)
        # In another language small letters spell a word of its own ("chauffeurs"), official names have capitals.
        and (language == "en" or token.text[0].isupper() or _fits(token, grounds))
    ]
    compared = [*cited, *beside] if beside is not None else []
    others = [figure for item in compared for figure in figures_of(item)]
    home = (profile.location or "").casefold()

    def is_aside(token: Token) -> bool:
        """Whether it tells what a figure is compared with: what others are of, where they live, or what stands behind all."""
        if token.kind == "place" and home and home in token.text.casefold():
            return token.start < bound.figures[0].start
        behind = beside is not None and token.kind in ("subject", "statistic")
        after = behind and token.start > bound.figures[-1].start
        return after or any(figure.rate(token) == NAMES for figure in others)

    return _contradicted(names, bound.figures, is_aside, twice=beside is not None)


def by_sentence(bound: Bound) -> list[Bound]:
    """The sentences with figures, each by itself."""
    begin, found = 0, list[Bound]()
    for end in [*(match.end() for match in SENTENCE_END.finditer(bound.text)), len(bound.text)]:
        figures = [
            replace(each, start=each.start - begin, end=each.end - begin)
            for each in bound.figures
            if begin <= each.start < end
        ]
        if figures:
            text, bare = bound.text[begin:end], bound.bare[begin:end]
            found.append(replace(bound, text=text, bare=bare, figures=tuple(figures)))
        begin = max(begin, end)
    return found


def _contradicted(
    names: naming.Names, told: Sequence[Filled], is_aside: Callable[[Token], bool], *, twice: bool
) -> str | None:
    """What of the names is of none of the figures it stands beside, as a clause."""
    for kind, tokens in names.items():
        # What is reckoned of figures that are named by themselves is of these.
        apart = [each for each in told if not _is_named_before(each, told)] if kind == "subject" else told
        grounds = [filled.ground for filled in apart]
        # Most sentences contradict nothing.
        if all(ground.rate(token) != CONTRADICTS for ground in grounds for token in tokens):
            continue
        if _too_few(kind, tokens, grounds):
            continue
        for figures, mine in _parted(apart, kind, tokens, twice=twice):
            starts, of = [filled.start for filled in figures], [filled.ground for filled in figures]
            if mine and not consistent(starts, mine, lambda at, token, of=of: of[at].rate(token), is_aside):  # type: ignore[misc]
                names_ = ", ".join(token.text for token in tokens)
                return f"{names_} is not the {kind} of the figure it stands beside"
    return None


def _strangers(text: str, known: frozenset[str], language: str, names: naming.Names) -> list[Token]:
    """Names that nothing knows; those of skills are known ("AWS")."""
    taken = [token for tokens in names.values() for token in tokens]
    found = [each for each in naming.find_strangers(text, known, language) if not covered(*each.span, taken)]
    skills = [each for each in find_skills(text) if each.exact] if found else []
    return [one for one in found if not any(one.start < each.end and each.start < one.end for each in skills)]


def _is_named_before(filled: Filled, told: Sequence[Filled]) -> bool:
    """Whether it is reckoned of figures that stand there themselves: "a, b and c, so b - a to c - a more"."""
    alone = [each.ground.figures[0] for each in told if len(each.ground.figures) == 1]
    return len(filled.ground.figures) > 1 and all(figure in alone for figure in filled.ground.figures)


def _is_own_role(token: Token, text: str, profile: Profile) -> bool:
    """Whether a role is the person's and no figure's: "nurse" in "as a nurse you"."""
    own = {role.lower() for role in (profile.current_role, profile.target_role) if role}
    return token.text.lower().removesuffix("s") in own and bool(_OWN_ROLE.search(text[: token.start]))


def _parted(
    figures: Sequence[Filled], kind: Kind, tokens: list[Token], *, twice: bool
) -> Iterator[tuple[Sequence[Filled], list[Token]]]:
    """Figures and what is said of them; statistics describe numbers of their own unit only, study time has none.

    A time beside the figure it names is none of figures in other units: "262,440 jobs, and 35 % growth for 2025-35". Where
    a text is read `twice`, a figure that no statistic's words are for (a premium, a change) is the second reader's.
    """
    if kind not in ("statistic", "period"):
        yield figures, tokens
        return
    for family in dict.fromkeys(map(_family, figures)):
        mine = [filled for filled in figures if _family(filled) == family]
        if kind == "period":
            yield mine, [each for each in tokens if _named_by(each, figures) in (None, family)]
        else:
            told = FAMILIES.get(family, frozenset())
            worded = [filled for filled in mine if filled.statistics & told or not twice]
            yield worded, [each for each in tokens if each.values & told]


def _named_by(token: Token, figures: Sequence[Filled]) -> str | None:
    """The family of the figure right before or behind a token that names it."""
    before = [each for each in figures if each.end <= token.start]
    beside = [*before[-1:], *figures[len(before) : len(before) + 1]]
    return next((_family(each) for each in beside if each.ground.rate(token) == NAMES), None)


def _family(filled: Filled) -> str:
    """The family of statistics that a figure's unit belongs to: a growth is in percent, a median in dollars."""
    unit = filled.ground.figures[0].figure.unit
    money = len(unit.partition("/")[0]) == 3
    return "money" if money else unit if unit in ("%", "hours", "weeks") else "count"


def is_plain(bound: Bound, cited: Sequence[Evidence]) -> bool:
    """Whether a text says little beside its figures and what they are of: nothing that would need a second reader."""
    names, grounds = names_of(bound.text, cited), [filled.ground for filled in bound.figures]
    bare = blanked(bound.bare, [token.span for tokens in names.values() for token in tokens])
    rest = [word.casefold() for word in re.findall(r"[^\W\d_]{3,}", bare)]
    # A name that nothing knows may open a sentence.
    first = re.match(r"\W*([^\W\d_]+)", bound.bare)
    opens = first and bare[first.start(1)] != " " and first[1].casefold() not in words("languages")["openers"]
    # "Nine in ten electricians" is a statistic that no token tells.
    counted = multiples() & {*rest} or any(value > 1 for value, _ in numbers_in(bare))
    theirs = any(held.is_theirs for ground in grounds for held in ground.figures)
    if not names["subject"] or opens or counted or theirs or len(rest) > 3 + 2 * len(grounds):
        return False
    for kind in ("place", "subject", "statistic"):
        least = {token: NAMES if kind == "subject" and token.exact else ALLOWS for token in names[kind]}
        foreign = any(max(ground.rate(token) for ground in grounds) < least[token] for token in names[kind])
        if foreign or _too_few(kind, names[kind], grounds):
            return False
    # What somebody earns is the median where nothing is said; another wage is named.
    wages = [ground for ground in grounds if ground.figures[0].figure.statistic in WAGE - {"p50"}]
    return all(any(ground.rate(token) == NAMES for token in names["statistic"]) for ground in wages)


def names_of(text: str, cited: Sequence[Evidence]) -> naming.Names:
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
