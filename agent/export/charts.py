"""The timeline of a plan and the spread of pay, as SVG."""

from collections.abc import Sequence
from datetime import date

from agent import wording
from agent.export.drawing import ACCENT, INK, MUTED, WARM, WIDTH, Drawing, shortened, text_width, wrapped
from agent.models import Plan
from tools.evidence import Evidence, Number

_ROW = 34.0
_LABELS = 250.0
_TICKS = 8
_TICK_LABEL = 46.0
_MARGIN = 12.0
_PAY_ROW = 46.0
_YEARLY = "USD/year"
# Units with the steps of their scale.
_STEPS = {
    _YEARLY: (10_000, 20_000, 25_000, 50_000, 100_000, 10**9),
    "USD/hour": (1, 2, 5, 10, 20, 25, 50, 100, 10**6),
}


def timeline(plan: Plan, start: date) -> str | None:
    """Milestones as bars over the weeks, with the days on which they begin and end; None without any."""
    if not plan.milestones:
        return None
    last = max(milestone.end_week for milestone in plan.milestones)
    drawing = Drawing(f"Timeline of {len(plan.milestones)} milestones over {wording.weeks(last)}")
    scale = (WIDTH - _LABELS - 12) / last
    bottom = 30 + _ROW * len(plan.milestones)
    step = max(1, -(-last // _TICKS))
    for week in [*range(1, last + 1, step)]:
        x = _LABELS + (week - 1) * scale
        drawing.line((x, 22, x, bottom))
        if x + _TICK_LABEL > WIDTH:
            continue
        day = wording.week_start(start, week)
        drawing.text(x + 2, 10, f"week {week}", size=10, colour=MUTED)
        drawing.text(x + 2, 20, f"{day.day} {day:%b} {day:%y}", size=9, colour=MUTED)
    for index, milestone in enumerate(plan.milestones):
        y = 30 + _ROW * index
        label = wrapped(f"{milestone.id} {milestone.title}", _LABELS - 14, 11.5)
        for line, text in enumerate(label):
            drawing.text(0, y + 13 + 13 * line - (0 if len(label) > 1 else -4), text, size=11.5)
        x, width = (
            _LABELS + (milestone.start_week - 1) * scale,
            (milestone.end_week - milestone.start_week + 1) * scale,
        )
        drawing.rect(x, y + 5, width, _ROW - 12, fill=ACCENT)
        _beside(drawing, x, width, y + 19, wording.hours(milestone.hours))
    return drawing.svg(bottom + 4)


def _beside(drawing: Drawing, x: float, width: float, y: float, text: str) -> None:
    """The hours inside the bar where they fit, else right or left of it."""
    needed = text_width(text, 10.5) + 8
    if needed <= width:
        drawing.text(x + width / 2, y, text, size=10.5, colour="#ffffff", anchor="middle")
    elif x + width + needed <= WIDTH:
        drawing.text(x + width + 4, y, text, size=10.5, colour=MUTED)
    else:
        drawing.text(x - 4, y, text, size=10.5, colour=MUTED, anchor="end")


def pay_chart(evidence: Sequence[Evidence], target: Number | None = None) -> str | None:
    """Spread of pay, one row for each piece of evidence that has percentiles; None without any.

    All rows are of one unit, that of the first: pay by the hour cannot stand on a scale of years. `target` is a year's.
    A thin line runs from the 10th to the 90th percentile, a bar from the 25th to the 75th, with the median marked.
    """
    for first in evidence:
        unit = next((unit for unit in _STEPS if _spread(first, unit)), None)
        if unit is not None:
            rows = [(item, spread) for item in evidence if (spread := _spread(item, unit))][:8]
            return _pay_drawing(rows, unit, float(target or 0) if unit == _YEARLY else 0.0)
    return None


def _pay_drawing(rows: Sequence[tuple[Evidence, dict[str, float]]], unit: str, target: float) -> str:
    rate = wording.rate(unit)
    drawing = Drawing(f"Pay {rate}: 10th to 90th percentile, middle half, median")
    top = max([*(max(spread.values()) for _, spread in rows), target])
    step = next(size for size in _STEPS[unit] if top / size <= 9)
    scale = (WIDTH - _MARGIN - 30) / top
    bottom = 22 + _PAY_ROW * len(rows)
    for amount in range(0, int(top) + 1, step):
        x = _MARGIN + amount * scale
        drawing.line((x, 16, x, bottom))
        mark = f"${amount // 1000}k" if unit == _YEARLY and amount else f"${amount}"
        drawing.text(x, 10, mark, size=10, colour=MUTED, anchor="middle")
    if target:
        x = _MARGIN + target * scale
        drawing.line((x, 16, x, bottom + 2), colour=WARM, width=1.5, dashes="4 3")
        words = f"your target {wording.money(target)}"
        drawing.text(min(x, WIDTH - 70), bottom + 13, words, size=10.5, colour=WARM, anchor="middle")
    for index, (item, spread) in enumerate(rows):
        _pay_row(drawing, 22 + _PAY_ROW * index, scale, (item, spread), unit)
    return drawing.svg(bottom + 18)


def _pay_row(
    drawing: Drawing, y: float, scale: float, row: tuple[Evidence, dict[str, float]], unit: str
) -> None:
    item, spread = row
    figure = item.figures[0]
    where = ", ".join(part for part in (figure.place, wording.period(figure.period)) if part)
    label = f"{item.id}  {figure.subject}" + (f": {where}" if where else "")
    shown = shortened(label, WIDTH - 40, 11)
    drawing.rect(_MARGIN + 1, y + 3, text_width(shown, 11) + 4, 13, fill="#ffffff")
    drawing.text(_MARGIN + 3, y + 13, shown, size=11)
    at = {statistic: _MARGIN + value * scale for statistic, value in spread.items()}
    low, high = min(at.values()), max(at.values())
    drawing.line((low, y + 29, high, y + 29), colour=ACCENT, width=2)
    if "p25" in at and "p75" in at:
        drawing.rect(at["p25"], y + 22, at["p75"] - at["p25"], 14, fill=ACCENT)
    drawing.line((at["p50"], y + 19, at["p50"], y + 39), colour=INK, width=2.5)
    words = f"median {wording.money(spread['p50'], unit)}"
    if high + text_width(words, 10.5) + 8 < WIDTH:
        drawing.text(high + 6, y + 33, words, size=10.5)
    else:
        drawing.text(low - 6, y + 33, words, size=10.5, anchor="end")


def _spread(item: Evidence, unit: str) -> dict[str, float]:
    """Percentiles in `unit` of one evidence's subject; empty without a median and another percentile."""
    wanted = {"p10", "p25", "p50", "p75", "p90"}
    found = {
        figure.statistic: float(figure.value)
        for figure in item.figures
        if item.kind == "salary" and figure.unit == unit and figure.statistic in wanted
    }
    return found if "p50" in found and len(found) > 1 else {}
