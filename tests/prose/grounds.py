"""What may hold a number that a sentence states: a figure of the evidence, or two that it differs by."""

import re
from collections.abc import Sequence
from itertools import permutations

from agent.grounding.grounds import PERSON, FigureGround, Ground
from agent.grounding.naming import CODE, words_of
from agent.grounding.tokens import WAGE, Kind, find_periods
from tests.prose.quantities import Quantity, find_quantities
from tools.evidence import Evidence, Figure

NAMED = ("offer", "hours_a_year")  # amounts that they named; other figures of theirs are said to be theirs
_HALF_AN_HOUR = 0.5
_MONTHS = 12
_COMMON = words_of(
    "a an and are as at by for from in is it of on or per than that the this to was were which with you your"
)
_FALLING = words_of("fell fall falling dropped drop declined decline shrank shrink")
_RISING = words_of("grow growing grew growth rise rose increase increased change projected")
_ADDRESSED = words_of("you your week weekly month")
_DIFFERENCE = re.compile(
    r"\b(?:differences?|gap|apart|more than|less than|higher than|lower than|above|below|ahead of|behind)\b", re.IGNORECASE
)  # fmt: skip


def holds(ground: FigureGround, quantity: Quantity, words: frozenset[str]) -> bool:
    """Same value and unit; a figure that is no wage must also share a word with the sentence."""
    figure = ground.figure
    if not _value_fits(quantity, ground.value, words) or not _unit_fits(quantity.unit, figure.unit):
        return False
    if ground.evidence.id == PERSON:
        return figure.statistic.startswith(NAMED) or bool(words & _ADDRESSED)
    if figure.statistic in WAGE and quantity.money:
        return True
    own = words_of(figure.label, figure.statistic.replace("_", " "), figure.unit, figure.subject) - _COMMON
    return bool(own & words) or any(_akin(mine, word) for mine in own for word in words)


def needs(ground: FigureGround, kind: Kind) -> bool:
    """Whether a sentence must name this of the figure; a roadmap's period is the edition of the skill table."""
    figure = ground.figure
    if ground.evidence.kind == "roadmap" or ground.evidence.id == PERSON:
        return False
    return {
        "statistic": figure.statistic in WAGE,
        "place": bool(figure.place),
        "period": bool(find_periods(figure.period or "")),
        "subject": CODE.search(figure.subject) is not None,
    }[kind]


def grounds_of(item: Quantity, text: str, words: frozenset[str], cited: Sequence[Evidence]) -> list[Ground]:
    """All that the cited evidence may hold this number of a text by; a difference only where the text calls it one."""
    held = [ground for evidence in cited for ground in _figures(evidence)]
    single = [Ground((ground,)) for ground in held if holds(ground, item, words)]
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
    """Whether a number is what two figures of one statistic differ by, absolute, by the month or in percent of the other one."""
    left, right = one.figure, other.figure
    # A pay to be placed, and the person's own, may be set beside any statistic.
    free = PERSON in (one.evidence.id, other.evidence.id) or "given" in (left.statistic, right.statistic)
    if left.unit != right.unit or not (free or left.statistic == right.statistic):
        return False
    apart = abs(one.value - other.value)
    if item.unit == "%" and left.unit != "%":
        return bool(right.value) and item.equals(100 * apart / abs(other.value))
    if item.unit == "USD/month" and left.unit == "USD/year":
        return item.equals(apart / _MONTHS)
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
