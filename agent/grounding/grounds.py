"""What may hold a stated number: a figure of the evidence, or a number that stands in a quoted passage."""

import re
from dataclasses import dataclass
from functools import lru_cache

from agent.grounding.binding import ALLOWS, CONTRADICTS, NAMES
from agent.grounding.naming import NATION, bare_subject, canonical_place, codes_of, subject_key, words_of
from agent.grounding.periods import find_periods
from agent.grounding.quantities import Quantity, find_quantities
from agent.grounding.statistics import FAMILIES, WAGE, find_statistics
from agent.grounding.tokens import Kind, Token
from tools.evidence import Evidence, Figure
from tools.oews.tables import areas

_HALF_AN_HOUR = 0.5
_COMMON = words_of(
    "a an and are as at by for from in is it of on or per than that the this to was were which with you your"
)
_FALLING = frozenset(
    [
        "fell",
        "fall",
        "falls",
        "falling",
        "dropped",
        "drop",
        "drops",
        "declined",
        "decline",
        "declines",
        "shrank",
        "shrink",
        "shrinks",
    ]
)
_RISING = frozenset(
    [
        "grow",
        "grows",
        "growing",
        "grew",
        "growth",
        "rise",
        "rises",
        "rose",
        "increase",
        "increased",
        "change",
        "projected",
    ]
)
_SOC = re.compile(r"\d{2}-\d{4}")


@dataclass(frozen=True)
class FigureGround:
    """A figure, with statistic, place, period and subject that a sentence may not contradict."""

    evidence: Evidence
    figure: Figure

    def holds(self, quantity: Quantity, words: frozenset[str]) -> bool:
        """Same value and unit; a figure that is no wage must also share a word with the sentence."""
        if not _value_fits(quantity, float(self.figure.value), words) or not _unit_fits(
            quantity, self.figure.unit
        ):
            return False
        figure = self.figure
        if figure.statistic in WAGE and quantity.money:
            return True
        own = (
            words_of(figure.label, figure.statistic.replace("_", " "), figure.unit, figure.subject) - _COMMON
        )
        return bool(own & words) or any(_akin(mine, word) for mine in own for word in words)

    def needs(self, kind: Kind) -> bool:
        figure = self.figure
        if self.evidence.kind == "roadmap":
            return False  # its period is the edition of the skill table, its place nowhere
        if kind == "statistic":
            return figure.statistic in WAGE
        if kind == "place":
            return bool(figure.place)
        if kind == "period":
            return bool(find_periods(figure.period or ""))
        return _SOC.search(figure.subject) is not None

    def rate(self, token: Token) -> int:
        if _leans_on_another(token, self.evidence):
            return ALLOWS
        if token.kind == "statistic":
            return self._rate_statistic(token)
        if token.kind == "place":
            return self._rate_place(token)
        return self._rate_period(token) if token.kind == "period" else self._rate_subject(token)

    def _rate_statistic(self, token: Token) -> int:
        statistic = self.figure.statistic.split(" ", 1)[0]  # "change senior" is a change
        if statistic in token.values:
            return NAMES
        if "level" in token.values:
            return ALLOWS if self._said(token) else CONTRADICTS
        known = any(statistic in family for family in FAMILIES.values())
        if statistic == "given" or (not known and self._said(token)):
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
        if _SOC.search(subject):
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
class PassageGround:
    """A number in a passage: whatever the sentence names must stand in the passage too."""

    evidence: Evidence
    quantity: Quantity
    sentence: str

    def holds(self, quantity: Quantity, words: frozenset[str]) -> bool:
        """Same value and unit, and a word of the passage's own sentence."""
        if not quantity.equals(self.quantity.value) or not _same_unit(quantity.unit, self.quantity.unit):
            return False
        own = words_of(self.sentence) - _COMMON
        return bool({word for word in own if not word.isdigit()} & words) or not own

    def needs(self, kind: Kind) -> bool:  # noqa: ARG002 - a passage has no fields that must be named
        return False

    def rate(self, token: Token) -> int:
        source = self.evidence.source
        if _leans_on_another(token, self.evidence):
            return ALLOWS
        if token.kind == "statistic":
            said = {value for found in find_statistics(self.evidence.text) for value in found.values}
            return NAMES if token.values & said else CONTRADICTS
        if token.kind == "period" and token.period is not None:
            held = find_periods(
                f"{self.evidence.text}\n{source.title}\n{source.locator or ''}\n{source.date or ''}"
            )
            return NAMES if any(token.period.may_be(period) for period in held) else CONTRADICTS
        said_words = words_of(self.evidence.text, source.title, source.locator)
        if token.kind == "place" and NATION in token.values:
            return (
                NAMES
                if said_words & {"us", "u.s", "america", "american", "national"} or "states" in said_words
                else CONTRADICTS
            )
        named = words_of(token.text) - _COMMON
        # `words_of` adds plurals: one form of each word is enough.
        return NAMES if named & said_words and _all_said(token.text, said_words) else CONTRADICTS


def grounds_of(evidence: Evidence) -> list[FigureGround | PassageGround]:
    """Every number that a claim may rest on in this evidence."""
    figures: list[FigureGround | PassageGround] = [
        FigureGround(evidence, figure) for figure in evidence.figures
    ]
    if evidence.kind not in ("document", "roadmap", "options"):
        return figures
    # A document's figures are read off its passage, which says more; a roadmap's text shows its sums, that of options
    # the years of schooling.
    return (figures if evidence.kind != "document" else []) + [
        PassageGround(evidence, quantity, sentence)
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", evidence.text)
        for quantity in find_quantities(sentence)
        if evidence.kind != "options" or quantity.unit in ("years", "months")
    ]


def _leans_on_another(token: Token, evidence: Evidence) -> bool:
    """A way of learning has no place and no month: what an earlier sentence named of them is about something else."""
    return evidence.kind == "roadmap" and token.start < 0 and token.kind in ("place", "period")


def _value_fits(quantity: Quantity, value: float, words: frozenset[str]) -> bool:
    """Whether the amounts agree: "fell by 20%" is a change of -20, and a growth of 10 is no fall."""
    falling = bool(words & _FALLING)
    if quantity.unit == "hours" and quantity.value == int(quantity.value):
        return abs(quantity.value - value) <= _HALF_AN_HOUR  # nobody speaks of 303.6 hours of study
    if value < 0:
        return quantity.equals(value) or (falling and quantity.equals(-value))
    return quantity.equals(value) and not (falling and quantity.unit == "%" and not words & _RISING)


def _unit_fits(quantity: Quantity, unit: str) -> bool:
    if "/" in unit and len(unit.split("/", maxsplit=1)[0]) == 3:
        # Pay by the hour must be said to be so; without a rate, a sum is a year's.
        return quantity.unit == unit or (
            unit.endswith("/year") and quantity.unit == unit.split("/", maxsplit=1)[0]
        )
    if unit in ("USD", "%", "hours", "weeks", "months", "years", "days", "percentile"):
        return _same_unit(quantity.unit, unit)
    return quantity.unit == "count"


def _same_unit(left: str, right: str) -> bool:
    """Equal, or the same currency with a rate that only one of them says."""
    one, _, rate = left.partition("/")
    other, _, other_rate = right.partition("/")
    return one == other and (not rate or not other_rate or rate == other_rate)


def _all_said(text: str, said: frozenset[str]) -> bool:
    return all(
        {word, word.removesuffix("s")} & said
        for word in re.findall(r"[a-z0-9+#]+", text.lower())
        if word not in _COMMON
    )


def _akin(left: str, right: str) -> bool:
    """Forms of one word ("growth", "grows"; "employment", "employed")."""
    return len(left) > 4 and len(right) > 3 and left[:4] == right[:4] and left.isalpha()


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    """The state of each local area, both in lower case."""
    names = {area.state: area.name.lower() for area in areas().values() if area.kind == "state"}
    return {
        area.name.lower(): names.get(area.state, "")
        for area in areas().values()
        if area.kind in ("metro", "nonmetro")
    }


def _state_of(place: str) -> str:
    return _states().get(place) or "-"
