"""What a number of a text may be: a figure of the evidence, two that it is reckoned from, or a number of a passage."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from agent.grounding.naming import (
    CODE,
    NATION,
    bare_subject,
    canonical_place,
    mentioned_roles,
    subject_key,
    words_of,
)
from agent.grounding.tokens import FAMILIES, Token, find_periods
from agent.nlu.values.written_numbers import written_numbers
from prompts import words
from tools.evidence import Evidence, Figure
from tools.kept import once_for_each
from tools.oews.tables import areas
from tools.roadmap.skills import link_skill

PERSON = "P"  # the id of what the person told: theirs to repeat, and to reckon with
CONTRADICTS, ALLOWS, NAMES = range(3)
_KEPT = 256  # pieces of evidence: more than the plans have that are checked at once
_RATED = 256  # tokens of one figure
_OF_THE_NATION = ("location_quotient",)  # compared with the nation by what they are
_STEM = 5  # letters that two words of one root share


@dataclass(frozen=True)
class FigureGround:
    """A figure, with statistic, place, period and subject that a sentence may not contradict."""

    evidence: Evidence
    figure: Figure

    @property
    def value(self) -> float:
        return float(self.figure.value)

    @property
    def is_way(self) -> bool:
        """Whether it is of a way of learning, which has no place and no month."""
        return self.evidence.kind == "roadmap"

    @property
    def is_theirs(self) -> bool:
        """Whether the person told it: theirs to repeat, and to reckon with."""
        return self.evidence.id == PERSON

    def rate(self, token: Token) -> int:
        """CONTRADICTS, ALLOWS or NAMES: what the token says of the figure."""
        said = (token.kind, token.text, token.values, token.exact, token.period, token.start < 0)
        if said not in self._rated:
            if len(self._rated) >= _RATED:
                self._rated.clear()
            self._rated[said] = self._rate(token)
        return self._rated[said]

    @cached_property
    def _rated(self) -> dict[object, int]:
        """What tokens say of it, wherever in a text they stand: many sentences say the same of a figure."""
        return {}

    def _rate(self, token: Token) -> int:
        # Dates beside a way are the plan's, an earlier sentence's place is about something else.
        way = self.is_way and (token.kind == "period" or (token.start < 0 and token.kind == "place"))
        if way or self.is_theirs:
            return ALLOWS
        names, allows = getattr(self, f"_by_{token.kind}")(token)
        return NAMES if names else ALLOWS if allows else CONTRADICTS

    def is_named_in(self, tokens: Iterable[Token]) -> bool:
        """Whether one of the tokens names what the figure is of."""
        return any(self.rate(token) == NAMES for token in tokens)

    def _by_statistic(self, token: Token) -> tuple[bool, bool]:
        statistic = self.figure.statistic.split(" ", 1)[0]  # "change senior" is a change
        known = any(statistic in family for family in FAMILIES.values())
        said = self._said(token) and (not known or "level" in token.values)
        return statistic in token.values, statistic == "given" or said

    def _by_place(self, token: Token) -> tuple[bool, bool]:
        place = canonical_place(self.figure.place)
        if self.figure.statistic in _OF_THE_NATION and NATION in token.values:
            return False, True
        if place is None:
            # A place that an earlier sentence named says nothing of a figure that has none.
            return False, token.start < 0 or self._said(token)
        own = words_of(self.figure.label, self.figure.subject, self.evidence.source.publisher)
        named = _telling(token.text)
        # Of "Dallas-Fort Worth-Arlington, TX" each city may be named alone.
        cities = (words_of(city) for city in place.partition(",")[0].split("-"))
        within = _states().get(place) in token.values or (named and (named <= own or named in cities))
        return place in token.values or token.text.lower() == place, bool(within)

    def _by_period(self, token: Token) -> tuple[bool, bool]:
        own = find_periods(self.figure.period or "")
        if token.period is None:
            return False, False
        # "Change since early 2020" names a year of its own.
        called = f"{self.evidence.source.date or ''}; {self.figure.label}; {self.figure.subject}"
        known = any(token.period.may_be(period) for period in [*own, *find_periods(called)])
        return any(map(token.period.names, own)), known or (not own and self._said(token))

    def _by_subject(self, token: Token) -> tuple[bool, bool]:
        subject = self.figure.subject
        if token.values & {subject_key(subject), bare_subject(subject).lower()}:
            return token.exact, True
        # "The managers", "management": a word that may be many occupations takes up a title told before.
        wide = len([*filter(CODE.fullmatch, token.values)]) > 1
        said, title = token.text.casefold(), bare_subject(subject).casefold().split()
        if wide and len(said) >= _STEM and any(word.startswith(said[:_STEM]) for word in title):
            return False, True
        if CODE.search(subject):
            # "Registered Nurses (29-1141) in Offices of Physicians" speaks of physicians as an industry.
            industry = words_of(subject.partition(") in ")[2])
            return False, bool(industry) and _telling(token.text) <= industry
        if link_skill(subject):  # "Docker is named in {E6.share} of AI-engineer postings"
            return False, True
        codes = {link.occupation.code for mention in mentioned_roles(subject) for link in mention.links}
        return False, self._said(token) or bool(token.values & codes)

    def _said(self, token: Token) -> bool:
        """Whether the evidence's own words hold what the token names."""
        left = _telling(token.text) - _told(self.evidence)
        return not left or left <= words_of(self.figure.label, self.figure.subject)


@dataclass(frozen=True)
class Ground:
    """The figure that a number is, the two that it is reckoned from, or those that it may be: what fits one fits it."""

    figures: tuple[FigureGround, ...]

    def rate(self, token: Token) -> int:
        return max(figure.rate(token) for figure in self.figures)


@once_for_each(_KEPT)
def figures_of(evidence: Evidence) -> tuple[FigureGround, ...]:
    """Its figures; a passage's numbers are read off it, and the text of a roadmap shows sums, that of options years."""
    found = list(evidence.figures) if evidence.kind != "document" or evidence.id == PERSON else []
    if evidence.kind in ("document", "roadmap", "options"):
        years = ("years", "months")
        found += [each for each in _quoted(evidence.text) if evidence.kind != "options" or each.unit in years]
    return tuple(FigureGround(evidence, figure) for figure in found)


@lru_cache(maxsize=512)
def _quoted(text: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(label=sentence, value=number.value, unit=number.unit, subject="", statistic="quoted")
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", text)
        for number in written_numbers(sentence)
    )


def texts_of(cited: Sequence[Evidence]) -> list[str]:
    """All words of evidence, its source's among them."""
    return [text for item in cited for text in _texts(item)]


def words_in(cited: Sequence[Evidence]) -> frozenset[str]:
    """The same as words, in singular and plural."""
    return frozenset().union(*map(_words, cited))


@once_for_each(_KEPT)
def _texts(item: Evidence) -> tuple[str, ...]:
    called = [part for each in item.figures for part in (each.label, each.subject, each.place)]
    source = item.source
    texts = dict.fromkeys([*called, item.text, source.title, source.publisher, source.locator])
    return tuple(text for text in texts if text)


@once_for_each(_KEPT)
def _words(item: Evidence) -> frozenset[str]:
    return words_of(*_texts(item))


@once_for_each(_KEPT)
def _told(item: Evidence) -> frozenset[str]:
    """The words of its text and of what its source is called."""
    return words_of(item.text, item.source.title, item.source.publisher, item.source.date)


@lru_cache(maxsize=1024)
def _telling(text: str) -> frozenset[str]:
    """The words of a text that tell one name from another."""
    return words_of(text) - _common()


@cache
def _common() -> frozenset[str]:
    return words_of(words("languages")["common"])


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """The state of each local area, both in lower case."""
    names = {area.state: area.name.lower() for area in areas().values() if area.kind == "state"}
    local = [area for area in areas().values() if area.kind in ("metro", "nonmetro")]
    return {area.name.lower(): names.get(area.state, "-") for area in local}
