"""Amounts of pay as the person told them, brought to a year and into words."""

from collections.abc import Sequence

from agent import wording
from agent.models import Amount
from agent.nlu.values.contracts import as_told
from agent.nlu.values.money import full_time, likely_periods, per_year
from agent.nlu.values.pay_periods import HOURS_A_YEAR, WEEKS_A_YEAR
from agent.nlu.values.work_hours import FULL_WEEK
from tools.evidence import Number

_TIMES = {
    "hour": "an hour",
    "contract_hour": "an hour",
    "day": "a day",
    "week": "a week",
    "two_weeks": "every other week",
    "half_month": "twice a month",
    "month": "a month",
    "year": "a year",
}


def base_of(amounts: Sequence[Amount]) -> Amount | None:
    """The amount that wages are compared with: the base, else what was called the total."""
    for kind in ("base", "total"):
        if found := next((amount for amount in amounts if amount.kind == kind), None):
            return found
    return None


def bonus_of(amounts: Sequence[Amount]) -> Number:
    """The bonus told beside a base, US dollars a year; 0 without one."""
    return next(
        (year_of(each) or each.low for each in amounts if each.kind == "bonus" and each.currency == "USD"), 0
    )


def year_of(amount: Amount) -> Number | None:
    """US dollars a year (the lower end); None in another currency or where its period was not told."""
    value = per_year(amount) if amount.currency == "USD" else None
    return None if value is None else round(value)


def full_time_of(amount: Amount) -> Number | None:
    """US dollars a year (the lower end) as full time pays it, which is what wages are told for; None as `year_of`."""
    value = full_time(amount) if amount.currency == "USD" else None
    return None if value is None else round(value)


def is_contract(amount: Amount) -> bool:
    return amount.period == "contract_hour"


def in_words(amount: Amount) -> str:
    """An amount as it was told: "$38 an hour", "$2,400 every other week", "$95,000 to $105,000 a year"."""
    amount = as_told(amount)
    unit = "USD/hour" if amount.period in ("hour", "contract_hour") else "USD"
    unit = unit.replace("USD", amount.currency)
    said = wording.money(amount.low, unit)
    if amount.high is not None:
        said = f"{said} to {wording.money(amount.high, unit)}"
    return f"{said.replace('.00', '')} {_TIMES.get(amount.period or '', '')}".strip()


def periods_in_words(amount: Amount) -> str:
    """The periods that an amount without one may be for: "a week, two weeks or a month"."""
    likely = likely_periods(amount) or ("hour", "month", "year")
    return wording.listing(["two weeks" if each == "two_weeks" else _TIMES[each] for each in likely], "or")


def upper_end(amount: Amount) -> Amount | None:
    """The upper end of a range as an amount of its own."""
    return None if amount.high is None else amount.model_copy(update={"low": amount.high, "high": None})


def by_the_year(amount: Amount) -> str:
    """An amount with what it comes to in a year: "$38 an hour ($79,040 a year at 2,080 hours)"."""
    year = year_of(amount)
    if year is None or "year" in (amount.period, amount.told):
        return in_words(amount)
    hourly = amount.period in ("hour", "contract_hour") and amount.told is None
    short = f" at {wording.number(amount.hours)} hours a week" if amount.hours else ""
    if amount.days and amount.period == "day":
        return (
            f"{in_words(amount)} ({wording.money(year)} a year at {round(amount.days * WEEKS_A_YEAR)} days)"
        )
    full = amount.hours is None or amount.hours >= FULL_WEEK
    hours = f" at {HOURS_A_YEAR:,} hours" if hourly and full else short if hourly else ""
    return f"{in_words(amount)} ({wording.money(year)} a year{hours})"
