"""Differences between cited figures: computed, said to be computed, and right."""

import re
from collections.abc import Sequence
from itertools import combinations, permutations

from agent import wording
from agent.grounding.binding import CONTRADICTS
from agent.grounding.grounds import FigureGround
from agent.grounding.naming import bare_subject
from agent.grounding.quantities import Quantity
from agent.grounding.reading import Reading
from agent.models import ToolResult
from tools.evidence import Evidence, Figure, Number

Median = tuple[Evidence, Figure]
DIFFERENCE = "p50 difference"
_SAID = re.compile(
    r"\b(?:differences?|gap|apart|more than|less than|higher than|lower than|above|below|ahead of|behind)\b",
    re.IGNORECASE,
)
_CODED = re.compile(r"\d{2}-\d{4}")


def difference_evidence(results: Sequence[ToolResult], evidence: Sequence[Evidence]) -> list[Evidence]:
    """What the medians of the wage lookups in `results` differ by, as evidence without a number yet."""
    numbered = {item.id: item for item in evidence}
    medians = [
        median
        for result in results
        if result.name == "lookup_salary"
        and (median := _first_median([numbered[name] for name in result.evidence if name in numbered]))
    ]
    apart = [median_difference(left, right) for left, right in combinations(medians, 2)]
    return [item for item in apart if item is not None]


def median_difference(left: Median, right: Median) -> Evidence | None:
    """The higher median less the lower one, in the unit of both and in percent of the lower.

    None where the units differ or nothing does, and for one occupation here against another one there.
    """
    (held, high), (_, low) = (left, right) if left[1].value > right[1].value else (right, left)
    compared = high.subject == low.subject or high.place == low.place
    if high.unit != low.unit or high.value == low.value or not low.value or not compared:
        return None
    amount: Number = round(float(high.value) - float(low.value), 2)
    amount = int(amount) if amount == int(amount) else amount
    share = _percent(100 * amount / float(low.value))
    higher, lower = (f"{figure.subject} {wording.in_place(figure.place)}" for figure in (high, low))
    text = (
        f"The median wage of {higher} is {wording.money(amount, high.unit, rate=True)} or {wording.number(share)}% above that of "
        f"{lower} ({high.period}): the difference of the two medians, {wording.money(high.value, high.unit)} and "
        f"{wording.money(low.value, low.unit)}."
    )
    figures = [
        _figure("difference of the medians", amount, high.unit, high, low),
        _figure("difference of the medians in percent of the lower one", share, "%", high, low),
    ]
    computed = {"locator": "computed by the coach: one published median less the other"}
    source = held.source.model_copy(update=computed)
    return Evidence(kind="salary", text=text, figures=figures, source=source)


def _percent(share: float) -> Number:
    """A whole percentage; a small one to its first digit, so that a difference is never none."""
    return round(share) if share >= 1 else float(f"{share:.1g}")


def _first_median(evidence: Sequence[Evidence]) -> Median | None:
    """The median of the first official wage row."""
    return next(
        (
            (item, figure)
            for item in evidence
            for figure in item.figures
            if figure.statistic == "p50" and _CODED.search(figure.subject)
        ),
        None,
    )


def _figure(label: str, value: Number, unit: str, high: Figure, low: Figure) -> Figure:
    """A figure about both medians; a subject or place is its own only where the two share it."""
    both = f"{bare_subject(high.subject)} against {bare_subject(low.subject)}"
    return Figure(
        label=label,
        value=value,
        unit=unit,
        subject=high.subject if high.subject == low.subject else both,
        place=high.place if high.place == low.place else None,
        period=high.period if high.period == low.period else None,
        statistic=DIFFERENCE,
    )


def is_difference(
    item: Quantity, reading: Reading, cited: Sequence[Evidence], told: Sequence[tuple[str, float]] = ()
) -> bool:
    """Whether `item` is the difference of two cited figures of one statistic, absolute or in percent.

    It may also be that of two amounts the person `told` (unit, amount), or of a cited one from such.

    The sentence must call it a difference, and every place, date, subject and statistic that it names must
    belong to one of the two.
    """
    if not _SAID.search(reading.text):
        return False
    figures = [FigureGround(source, figure) for source in cited for figure in source.figures]
    held = [(ground.figure.unit, float(ground.figure.value)) for ground in figures]
    if any(_apart(item, one, other) for one in told for other in (*held, *told)):
        return True
    return any(
        _differ(item, one, other) and _named(reading, one, other) for one, other in permutations(figures, 2)
    )


def _apart(item: Quantity, one: tuple[str, float], other: tuple[str, float]) -> bool:
    same = one[0] == other[0] and item.unit in (one[0], one[0].partition("/")[0])
    return same and item.equals(abs(one[1] - other[1]))


def _differ(item: Quantity, one: FigureGround, other: FigureGround) -> bool:
    left, right = one.figure, other.figure
    # A pay to be placed may be set beside any statistic.
    alike = left.statistic == right.statistic or "given" in (left.statistic, right.statistic)
    if not alike or left.unit != right.unit:
        return False
    apart = abs(float(left.value) - float(right.value))
    if item.unit == "%" and left.unit != "%":
        return bool(right.value) and item.equals(100 * apart / abs(float(right.value)))
    return item.unit in (left.unit, left.unit.split("/")[0]) and item.equals(apart)


def _named(reading: Reading, one: FigureGround, other: FigureGround) -> bool:
    tokens = [*reading.statistics, *reading.places, *reading.periods, *reading.subjects]
    return all(max(one.rate(token), other.rate(token)) > CONTRADICTS for token in tokens)
