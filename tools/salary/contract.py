"""What a contractor's rate is as an employee's pay: without the benefits that an employer pays beside wages."""

from functools import cache

from tools.evidence import Evidence, Figure, Number, Source
from tools.oews.tables import read_table
from tools.salary.fields import number

_PERIOD = "2025-06"
_SOURCE = Source(
    title="Employer Costs for Employee Compensation, June 2025 (USDL-25-1358)",
    publisher="U.S. Bureau of Labor Statistics",
    date="2025-09-12",
    locator="https://www.bls.gov/news.release/ecec.nr0.htm",
)
_SUBJECT = "Private industry workers"


def as_employee(rate: Number) -> Number:
    """The pay, in the unit of `rate`, that an employer could give who spends `rate` on wages and benefits together."""
    share = next(figure.value for figure in employer_costs().figures if figure.statistic == "share of wages")
    return round(float(rate) * float(share) / 100, 2)


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
