"""What medians differ by, as evidence of its own."""

from collections.abc import Sequence
from itertools import combinations

from agent import wording
from agent.grounding.naming import CODE, bare_subject
from agent.models import ToolResult
from agent.nlu.values.numbers import plain
from tools.evidence import Evidence, Figure

Median = tuple[Evidence, Figure]
DIFFERENCE = "p50 difference"


def difference_evidence(results: Sequence[ToolResult], evidence: Sequence[Evidence]) -> list[Evidence]:
    """What the medians of the wage lookups in `results` differ by, as evidence without a number yet."""
    numbered = {item.id: item for item in evidence}
    medians: list[Median] = []
    for result in results:
        if result.name == "lookup_salary":
            held = [numbered[name] for name in result.evidence if name in numbered]
            # The median of the first official wage row.
            rows = ((item, figure) for item in held for figure in item.figures)
            medians += [row for row in rows if row[1].statistic == "p50" and CODE.search(row[1].subject)][:1]
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
    amount = float(high.value) - float(low.value)
    # A small share is told to its first digit, so that a difference is never none.
    share = 100 * amount / float(low.value)
    share = round(share) if share >= 1 else float(f"{share:.1g}")
    higher, lower = (f"{figure.subject} {wording.in_place(figure.place)}" for figure in (high, low))
    text = (
        f"The median wage of {higher} is {wording.money(plain(amount), high.unit, rate=True)} or {wording.number(share)}% above that of "
        f"{lower} ({high.period}): the difference of the two medians, {wording.money(high.value, high.unit)} and "
        f"{wording.money(low.value, low.unit)}."
    )
    # A subject, place or period is the difference's own only where the two share it.
    both = f"{bare_subject(high.subject)} against {bare_subject(low.subject)}"
    shared = {
        "subject": high.subject if high.subject == low.subject else both,
        "place": high.place if high.place == low.place else None,
        "period": high.period if high.period == low.period else None,
        "statistic": DIFFERENCE,
    }
    told = {"difference of the medians": (plain(amount), high.unit)}
    told["difference of the medians in percent of the lower one"] = (share, "%")
    figures = [
        Figure.model_validate({"label": label, "value": value, "unit": unit, **shared})
        for label, (value, unit) in told.items()
    ]
    computed = {"locator": "computed by the coach: one published median less the other"}
    source = held.source.model_copy(update=computed)
    return Evidence(kind="salary", text=text, figures=figures, source=source)
