"""For which time an amount is told that names none: as other amounts of the message and the thread, else as their work is paid."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.models import Amount, PayPeriod
from agent.nlu.values.money import HIGHEST_HOURLY, LEAST_HOURLY, with_period
from agent.nlu.values.pay_periods import HOURS_A_YEAR
from tools.evidence import Number
from tools.oews.cells import NATION, read_cell
from tools.oews.role_links import link_role

_ALIKE = 2  # times as much is still paid for the same period
_NEARLY = (
    1.25  # times as much is still the same job's pay for a year: the same number by the hour is twice as much
)
_THOUSAND = 1000
_MOST_HOURLY = 250  # dollars; more is no wage by the hour
_CLEARLY = 0.15  # by how much a sum has to lie outside of what nine of ten are paid
_OF_PAY = frozenset({"base", "total", "net"})


@dataclass(frozen=True)
class Known:
    """What is known beside an amount: `told` are others with their periods, the nearest in time first, `jobs` those that it may be for.

    `by_the_hour` is the kind of hour that pay was asked for just before.
    """

    told: Sequence[Amount] = ()
    earned: Number | None = None
    jobs: Sequence[str] = ()
    by_the_hour: PayPeriod | None = None


def in_period(amount: Amount, known: Known, *, own: bool = False) -> Amount:
    """The amount in the period that it is plainly told for, else as it is; `own` pay of two digits is by the hour."""
    if amount.period is not None:
        return amount
    alike = (each.period for each in known.told if each.period and _is_alike(each, amount))
    if period := next(alike, None):
        return with_period(amount, period)
    if amount.currency != "USD" or amount.kind not in _OF_PAY or amount.low >= _THOUSAND:
        return amount
    by_the_hour = known.by_the_hour if amount.low <= _MOST_HOURLY else None
    small = own and LEAST_HOURLY <= amount.low <= HIGHEST_HOURLY
    period = (
        "hour"
        if small
        else "year"
        if _is_about_a_year(amount, known)
        else by_the_hour or _as_paid(amount, known.jobs)
    )
    return with_period(amount, period) if period else amount


def _is_alike(one: Amount, other: Amount) -> bool:
    less, more = sorted((float(one.low), float(other.low)))
    return one.currency == other.currency and more <= less * _ALIKE


def _is_about_a_year(amount: Amount, known: Known) -> bool:
    """Whether thousands of it are the very sum that was told for a year, or near what they are paid for one."""
    thousands = float(amount.low) * _THOUSAND
    years = [float(each.low) for each in known.told if each.period == "year"]
    if thousands in years:
        return True
    years += [float(known.earned)] if known.earned else []
    near = any(max(year, thousands) <= _NEARLY * min(year, thousands) for year in years)
    return near and amount.low > HIGHEST_HOURLY


def _as_paid(amount: Amount, jobs: Sequence[str]) -> PayPeriod | None:
    """By the hour or in thousands for a year, where eight of ten in the job are paid within one of them and hardly any in the other.

    What is above the usual pay by the hour is never taken for it by the job alone: titles promise more than they pay.
    """
    links = next((found for job in jobs if (found := link_role(job))), None)
    cell = read_cell(links[0].occupation.code, NATION) if links and amount.low <= _MOST_HOURLY else None
    if cell is None or cell.p10 is None or cell.p90 is None or cell.unit != "USD/year":
        return None
    low, high = float(cell.p10), float(cell.p90)
    years: dict[PayPeriod, float] = {
        "hour": float(amount.low) * HOURS_A_YEAR,
        "year": float(amount.low) * _THOUSAND,
    }
    within = [period for period, year in years.items() if low <= year <= high]
    near = [year for year in years.values() if low * (1 - _CLEARLY) <= year <= high * (1 + _CLEARLY)]
    period = within[0] if len(within) == len(near) == 1 else None
    return None if period == "hour" and amount.low > HIGHEST_HOURLY else period
