"""A contractor's rate beside an employee's pay: without the benefits an employer pays, and what a rate has to hold."""

from functools import cache

from tools.evidence import Evidence, Figure, Number, Source
from tools.oews import snapshot
from tools.oews.cells import HOURS_A_YEAR
from tools.oews.tables import read_table
from tools.salary.fields import money, number
from tools.salary.models import WageRow

_PERIOD = "2025-06"
_SOURCE = Source(
    title="Employer Costs for Employee Compensation, June 2025 (USDL-25-1358)",
    publisher="U.S. Bureau of Labor Statistics",
    date="2025-09-12",
    locator="https://www.bls.gov/news.release/ecec.nr0.htm",
)
_SUBJECT = "Private industry workers"
# Of the hours worked for themselves, those that clients pay: the rest goes on finding them, offers and paperwork.
# Nobody counts it, so it is said as an assumption.
BILLED = 75  # percent
_PARTS = {
    "wage": "wage for an hour",
    "cost": "with what an employer pays beside it",
    "rate": "rate for a billed hour",
}
_MARKS = {"p25": "25th percentile", "p50": "median", "p75": "75th percentile", "p90": "90th percentile"}


def as_employee(rate: Number) -> Number:
    """The pay, in the unit of `rate`, that an employer could give who spends `rate` on wages and benefits together."""
    return round(float(rate) * float(_share_of_wages()) / 100, 2)


def rate_of(wage: Number) -> float:
    """The rate for a billed hour that pays an employee's hourly `wage`, its benefits and the hours that nobody pays."""
    return round(float(wage) * 100 / float(_share_of_wages()) * 100 / BILLED, 2)


def cost_of(wage: Number) -> float:
    """What an hour at this wage costs an employer with benefits."""
    return round(float(wage) * 100 / float(_share_of_wages()), 2)


def rates(row: WageRow, title: str) -> Evidence | None:
    """The rates that come to a row's percentiles, with their parts; None where it publishes none."""
    figures = []
    for name, label in _MARKS.items():
        if (wage := getattr(row, name)) is None:
            continue
        hourly = float(wage) / (1 if row.unit == "USD/hour" else HOURS_A_YEAR)
        parts = (("wage", round(hourly, 2)), ("cost", cost_of(hourly)), ("rate", rate_of(hourly)))
        figures += [
            Figure(
                label=f"{label}: {_PARTS[part]}",
                value=value,
                unit="USD/hour",
                subject=f"{title} ({row.occupation})",
                place=row.area,
                period=snapshot.period(),
                statistic=f"contract {part} {name}",
            )
            for part, value in parts
        ]
    if not figures:
        return None
    figures.append(
        Figure(
            label="share of hours billed, assumed",
            value=BILLED,
            unit="%",
            subject=_SUBJECT,
            statistic="assumed",
        )
    )
    told = "; ".join(f"{each.label} {money(each.value, 'USD/hour')}" for each in figures[:-1])
    text = (
        f"A contractor's rate beside the wages of {title} ({row.occupation}) in {row.area}: {told}. "
        f"Reckoned with wages as {_share_of_wages()} % of what an hour of work costs employers (June 2025), "
        f"and {BILLED} % of the hours billed, which is assumed."
    )
    source = snapshot.source("reckoned by the coach with Employer Costs for Employee Compensation, June 2025")
    return Evidence(kind="salary", text=text, figures=figures, source=source)


def _share_of_wages() -> Number:
    return next(figure.value for figure in employer_costs().figures if figure.statistic == "share of wages")


@cache
def employer_costs() -> Evidence:
    """What an hour of work costs employers of private industry: wages and benefits, as the release reports it."""
    figures = [
        Figure(
            label=row["label"],
            value=number(row["value"]) or 0,
            unit=row["unit"],
            subject=_SUBJECT,
            place="United States",
            period=_PERIOD,
            statistic=row["statistic"],
        )
        for row in read_table("employer_costs")
    ]
    held = {figure.statistic: figure.value for figure in figures}
    text = (
        f"An hour of work cost employers of private industry ${held['total']} on average "
        f"in the United States (June 2025): "
        f"${held['wages']} ({held['share of wages']} %) for wages and salaries, ${held['benefits']} "
        f"({held['share of benefits']} %) for benefits."
    )
    return Evidence(kind="salary", text=text, figures=figures, source=_SOURCE)
