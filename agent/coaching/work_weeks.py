"""What an amount comes to with the hours of its week: overtime beyond 40, and part time beside wages of full time."""

from agent import wording
from agent.coaching.amounts import full_time_of, in_words, year_of
from agent.coaching.lines import Line, line
from agent.models import Amount
from agent.nlu.values.money import overtime
from agent.nlu.values.pay_periods import WEEKS_A_YEAR
from agent.nlu.values.work_hours import FULL_WEEK
from tools.evidence import Number


def week_lines(amount: Amount) -> list[Line]:
    """Beside a verdict: what the hours told do to the sum; nothing for a week of 40, or where none were told."""
    year, full = year_of(amount), full_time_of(amount)
    if amount.hours is None or amount.hours == FULL_WEEK or year is None or full is None:
        return []
    hours = wording.number(amount.hours)
    if amount.period == "contract_hour":
        return [line("offer.billed", hours=hours, year=wording.money(year))]
    if amount.hours < FULL_WEEK:
        return [line("offer.part_time", amount=in_words(amount), full=wording.money(full))]
    if amount.period == "hour":
        return [line("offer.overtime", hours=hours, **_parts(amount, float(year)))]
    return [line("offer.long_week", hours=hours, rate=_by_the_hour(year, amount.hours))]


def own_year(amount: Amount) -> list[Line]:
    """What an amount that was told with its hours comes to in a year, its regular and its overtime part apart; of a year by the hour."""
    year = year_of(amount)
    if amount.hours is None or year is None:
        return []
    told = {"amount": in_words(amount), "hours": wording.number(amount.hours)}
    if overtime(amount):
        return [line("pay.own_overtime", **told, **_parts(amount, float(year)))]
    if amount.period == "year":
        return [line("pay.own_hour", **told, rate=_by_the_hour(year, amount.hours))]
    return [line("pay.own_year", **told, year=wording.money(year))]


def _by_the_hour(year: Number, hours: Number) -> str:
    rate = round(float(year) / float(hours) / WEEKS_A_YEAR, 2)
    return wording.money(rate, "USD/hour", rate=True)


def _parts(amount: Amount, regular: float) -> dict[str, str]:
    """The regular part of a year's pay, what overtime at time and a half adds, and both together."""
    more = round(overtime(amount))
    return {
        "beyond": wording.number(float(amount.hours or 0) - FULL_WEEK),
        "regular": wording.money(regular),
        "overtime": wording.money(more),
        "whole": wording.money(regular + more),
    }
