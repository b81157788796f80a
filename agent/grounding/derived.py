"""What medians differ by, as evidence of its own."""

from collections.abc import Sequence
from itertools import combinations

from agent import wording
from agent.grounding.naming import CODE, bare_subject
from agent.models import ToolResult
from tools.evidence import Evidence, Figure, Number

Median = tuple[Evidence, Figure]
DIFFERENCE = "p50 difference"


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
            if figure.statistic == "p50" and CODE.search(figure.subject)
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
