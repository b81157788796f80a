"""Differences between cited figures: computed, said to be computed, and right."""

import re
from collections.abc import Sequence
from itertools import permutations

from agent.grounding.binding import CONTRADICTS
from agent.grounding.grounds import FigureGround
from agent.grounding.quantities import Quantity
from agent.grounding.reading import Reading
from tools.evidence import Evidence

_SAID = re.compile(
    r"\b(?:differences?|gap|apart|more than|less than|higher than|lower than|above|below|ahead of|behind)\b",
    re.IGNORECASE,
)


def is_difference(item: Quantity, reading: Reading, cited: Sequence[Evidence]) -> bool:
    """Whether `item` is the difference of two cited figures of one statistic, absolute or in percent.

    The sentence must call it a difference, and every place, date, subject and statistic that it names must
    belong to one of the two.
    """
    if not _SAID.search(reading.text):
        return False
    figures = [FigureGround(source, figure) for source in cited for figure in source.figures]
    return any(
        _differ(item, one, other) and _named(reading, one, other) for one, other in permutations(figures, 2)
    )


def _differ(item: Quantity, one: FigureGround, other: FigureGround) -> bool:
    left, right = one.figure, other.figure
    if left.statistic != right.statistic or left.unit != right.unit:
        return False
    difference = abs(float(left.value) - float(right.value))
    if item.unit == "%" and left.unit != "%":
        return bool(right.value) and item.equals(100 * difference / abs(float(right.value)))
    return item.unit in (left.unit, left.unit.split("/")[0]) and item.equals(difference)


def _named(reading: Reading, one: FigureGround, other: FigureGround) -> bool:
    tokens = [*reading.statistics, *reading.places, *reading.periods, *reading.subjects]
    return all(max(one.rate(token), other.rate(token)) > CONTRADICTS for token in tokens)
