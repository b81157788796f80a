"""What may hold a stated number: a figure of the evidence, two that it is reckoned from, or a number of a passage."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from agent.grounding.binding import ALLOWS, CONTRADICTS, NAMES
from agent.grounding.naming import CODE, bare_subject, canonical_place, codes_of, subject_key, words_of
from agent.grounding.periods import find_periods
from agent.grounding.quantities import Quantity, find_quantities
from agent.grounding.statistics import FAMILIES, WAGE
from agent.grounding.tokens import Kind, Token
from tools.evidence import Evidence, Figure
from tools.oews.tables import areas

PERSON = "P"  # the id of what the person told: theirs to repeat, and to reckon with
NAMED = (
    "offer",
    "as_told",
    "hours_a_year",
)  # amounts that they named; other figures of theirs are said to be theirs
_HALF_AN_HOUR = 0.5
_COMMON = words_of(
    "a an and are as at by for from in is it of on or per than that the this to was were which with you your"
)
_FALLING = words_of("fell fall falling dropped drop declined decline shrank shrink")
_RISING = words_of("grow growing grew growth rise rose increase increased change projected")
_ADDRESSED = words_of("you your week weekly month")
_DIFFERENCE = re.compile(
    r"\b(?:differences?|gap|apart|more than|less than|higher than|lower than|above|below|ahead of|behind)\b", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True)
class FigureGround:
    """A figure, with statistic, place, period and subject that a sentence may not contradict."""

    evidence: Evidence
    figure: Figure

    @property
    def value(self) -> float:
        return float(self.figure.value)

    def holds(self, quantity: Quantity, words: frozenset[str]) -> bool:
        """Same value and unit; a figure that is no wage must also share a word with the sentence."""
        figure = self.figure
        if not _value_fits(quantity, self.value, words) or not _unit_fits(quantity.unit, figure.unit):
            return False
        if self.evidence.id == PERSON:
            return figure.statistic in NAMED or bool(words & _ADDRESSED)
        if figure.statistic in WAGE and quantity.money:
            return True
        own = (
            words_of(figure.label, figure.statistic.replace("_", " "), figure.unit, figure.subject) - _COMMON
        )
        return bool(own & words) or any(_akin(mine, word) for mine in own for word in words)

    def needs(self, kind: Kind) -> bool:
        """Whether a sentence must name this of the figure; a roadmap's period is the edition of the skill table."""
        figure = self.figure
        if self.evidence.kind == "roadmap" or self.evidence.id == PERSON:
            return False
        return {
            "statistic": figure.statistic in WAGE,
            "place": bool(figure.place),
            "period": bool(find_periods(figure.period or "")),
            "subject": CODE.search(figure.subject) is not None,
        }[kind]

    def rate(self, token: Token) -> int:
        """CONTRADICTS, ALLOWS or NAMES: what the token says of the figure."""
        # A way of learning has no place and no month: an earlier sentence's are about something else, dates are the plan's.
        way = self.evidence.kind == "roadmap" and (
            token.kind == "period" or (token.start < 0 and token.kind == "place")
        )
        if way or self.evidence.id == PERSON:
            return ALLOWS
        return {
            "statistic": self._rate_statistic,
            "place": self._rate_place,
            "period": self._rate_period,
            "subject": self._rate_subject,
        }[token.kind](token)

    def _rate_statistic(self, token: Token) -> int:
        statistic = self.figure.statistic.split(" ", 1)[0]  # "change senior" is a change
        if statistic in token.values:
            return NAMES
        known = any(statistic in family for family in FAMILIES.values())
        if statistic == "given" or (self._said(token) and (not known or "level" in token.values)):
            return ALLOWS
        return CONTRADICTS

    def _rate_place(self, token: Token) -> int:
        place = canonical_place(self.figure.place)
        if place is None:
            # A place that an earlier sentence named says nothing of a figure that has none.
            return ALLOWS if token.start < 0 or self._said(token) else CONTRADICTS
        if place in token.values or token.text.lower() == place:
            return NAMES
        if token.values and _state_of(place) in token.values:
            return ALLOWS
        own = words_of(self.figure.label, self.figure.subject, self.evidence.source.publisher)
        named = words_of(token.text) - _COMMON
        return ALLOWS if named and named <= own else CONTRADICTS

    def _rate_period(self, token: Token) -> int:
        if token.period is None:
            return CONTRADICTS
        own = find_periods(self.figure.period or "")
        if any(token.period.names(period) for period in own):
            return NAMES
        # "Change since early 2020" names a year of its own.
        published = find_periods(
            f"{self.evidence.source.date or ''}; {self.figure.label}; {self.figure.subject}"
        )
        if any(token.period.may_be(period) for period in [*own, *published]):
            return ALLOWS
        return CONTRADICTS if own or not self._said(token) else ALLOWS

    def _rate_subject(self, token: Token) -> int:
        subject = self.figure.subject
        if token.values & {subject_key(subject), bare_subject(subject).lower()}:
            return NAMES if token.exact else ALLOWS
        if CODE.search(subject):
            # "Registered Nurses (29-1141) in Offices of Physicians" speaks of physicians as an industry.
            industry = words_of(subject.partition(") in ")[2])
            return ALLOWS if industry and words_of(token.text) - _COMMON <= industry else CONTRADICTS
        return ALLOWS if self._said(token) or token.values & codes_of(subject) else CONTRADICTS

    def _said(self, token: Token) -> bool:
        """Whether the evidence's own words hold what the token names."""
        figure, source = self.figure, self.evidence.source
        said = words_of(
            self.evidence.text, figure.label, figure.subject, source.title, source.publisher, source.date
        )
        return words_of(token.text) - _COMMON <= said


@dataclass(frozen=True)
class Ground:
    """A figure that a number is, or the two that it is reckoned from: what fits one of them fits it."""

    figures: tuple[FigureGround, ...]

    def needs(self, kind: Kind) -> bool:
        return len(self.figures) == 1 and self.figures[0].needs(kind)

    def rate(self, token: Token) -> int:
        return max(figure.rate(token) for figure in self.figures)


def grounds_of(item: Quantity, text: str, words: frozenset[str], cited: Sequence[Evidence]) -> list[Ground]:
    """All that the cited evidence may hold this number of a text by; a difference only where the text calls it one."""
    held = [ground for evidence in cited for ground in _figures(evidence)]
    single = [Ground((ground,)) for ground in held if ground.holds(item, words)]
    if single or not _DIFFERENCE.search(text):
        return single
    return [Ground(pair) for pair in permutations(held, 2) if _differ(item, *pair)]


def _figures(evidence: Evidence) -> list[FigureGround]:
    """A document's figures are read off its passage, which says more; the text of a roadmap shows sums, that of options years."""
    found = list(evidence.figures) if evidence.kind != "document" or evidence.id == PERSON else []
    if evidence.kind in ("document", "roadmap", "options"):
        found += [
            Figure(label=sentence, value=item.value, unit=item.unit, subject="", statistic="quoted")
            for sentence in re.split(r"(?<=[.!?])\s+|\n+", evidence.text)
            for item in find_quantities(sentence)
            if evidence.kind != "options" or item.unit in ("years", "months")
        ]
    return [FigureGround(evidence, figure) for figure in found]


def _differ(item: Quantity, one: FigureGround, other: FigureGround) -> bool:
    """Whether a number is what two figures of one statistic differ by, absolute or in percent of the other one."""
    left, right = one.figure, other.figure
    # A pay to be placed, and the person's own, may be set beside any statistic.
    free = PERSON in (one.evidence.id, other.evidence.id) or "given" in (left.statistic, right.statistic)
    if left.unit != right.unit or not (free or left.statistic == right.statistic):
        return False
    apart = abs(one.value - other.value)
    if item.unit == "%" and left.unit != "%":
        return bool(right.value) and item.equals(100 * apart / abs(other.value))
    return item.unit in (left.unit, left.unit.split("/")[0]) and item.equals(apart)


def _value_fits(quantity: Quantity, value: float, words: frozenset[str]) -> bool:
    """Whether the amounts agree: "fell by 20%" is a change of -20, and a growth of 10 is no fall."""
    falling = bool(words & _FALLING)
    if quantity.unit == "hours" and quantity.value == int(quantity.value):
        return abs(quantity.value - value) <= _HALF_AN_HOUR  # nobody speaks of 303.6 hours of study
    if value < 0:
        return quantity.equals(value) or (falling and quantity.equals(-value))
    return quantity.equals(value) and not (falling and quantity.unit == "%" and not words & _RISING)


def _unit_fits(said: str, held: str) -> bool:
    """Pay by the hour must be said to be so; without a rate, a sum is a year's."""
    one, _, rate = said.partition("/")
    other, _, time = held.partition("/")
    if len(other) == 3 and other.isupper():
        return one == other and (rate == time or not time or (time == "year" and not rate))
    return said == (
        held if held in ("%", "hours", "weeks", "months", "years", "days", "percentile") else "count"
    )


def _akin(left: str, right: str) -> bool:
    """Forms of one word ("growth", "grows"; "employment", "employed")."""
    return len(left) > 4 and len(right) > 3 and left[:4] == right[:4] and left.isalpha()


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """The state of each local area, both in lower case."""
    names = {area.state: area.name.lower() for area in areas().values() if area.kind == "state"}
    local = [area for area in areas().values() if area.kind in ("metro", "nonmetro")]
    return {area.name.lower(): names.get(area.state, "") for area in local}


def _state_of(place: str) -> str:
    return _states().get(place) or "-"
