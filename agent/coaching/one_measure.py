"""Pay of different weeks in one measure: what each comes to in a year with its overtime, and for each hour worked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent import wording
from agent.coaching.amounts import in_words, is_contract, year_of
from agent.coaching.lines import Line, line
from agent.coaching.view import View
from agent.coaching.wages import apart
from agent.coaching.yardstick import is_same
from agent.models import Amount
from agent.nlu.values.money import overtime, per_year
from agent.nlu.values.pay_periods import WEEKS_A_YEAR
from agent.nlu.values.work_hours import FULL_WEEK

_CENT = 100


@dataclass(frozen=True)
class Week:
    """An amount with its name in a sentence ("your work now"); `told` says whether its hours were."""

    which: str
    amount: Amount

    @property
    def told(self) -> bool:
        return self.amount.hours is not None

    @property
    def by_days(self) -> bool:
        """Whether it is paid for its days alone: how many hours these have was not told."""
        return self.amount.period == "day" and self.amount.days is not None

    @property
    def hours(self) -> float:
        """Hours a week: those told, else full time."""
        return float(self.amount.hours or FULL_WEEK)

    @property
    def regular(self) -> float:
        """US dollars a year without overtime."""
        return float(year_of(self.amount) or 0)

    @property
    def year(self) -> float:
        """US dollars a year, overtime at time and a half above 40 hours a week where it is pay by the hour."""
        return self.regular + round(overtime(self.amount))

    @property
    def rate(self) -> float:
        """US dollars for each hour worked."""
        return self.year / (self.hours * WEEKS_A_YEAR)


def earned(view: View) -> Amount | None:
    """What they earn as they told it, with the hours of its week; else as the profile holds it."""
    now = view.profile.present_pay
    if now is None:
        return None
    told = [each for each in view.dialogue.told if abs((per_year(each) or 0) - float(now)) < 1]
    return told[-1] if told else Amount(low=now, period="year")


def weeks_of(named: Sequence[tuple[str, Amount]]) -> list[Week]:
    """Two amounts that are told for weeks of different length; empty where they are in one measure already, or cannot be."""
    weeks = [Week(which, amount) for which, amount in named]
    known = all(
        year_of(each.amount) is not None and not is_contract(each.amount) and each.amount.high is None
        for each in weeks
    )
    differ = any(each.hours != FULL_WEEK or each.by_days for each in weeks)
    return weeks if len(weeks) == 2 and known and differ else []


def verdict(weeks: Sequence[Week]) -> Line:
    """Which of two is better and by which measure, with the sums of each: one line, for none of it is an answer alone."""
    view = _view(*weeks)
    return replace(view, text=" ".join([view.text, *(_sum(each).text for each in weeks)]))


def again(weeks: Sequence[Week], *, by_the_hour: bool) -> Line:
    """The two sums alone, for who asks for one measure of them."""
    if by_the_hour:
        return line("measure.by_the_hour", rates=_against([(each, _rate(each)) for each in weeks]))
    return line("measure.by_the_year", years=_against([(each, _year(each)) for each in weeks]))


def raised(now: Amount, then: Amount) -> list[Line]:
    """A raise in per cent and dollars a year at full time, of pay for the same period; nothing where it is none."""
    before, after = year_of(now), year_of(then)
    alike = now.period == then.period and now.currency == then.currency == "USD"
    if not alike or before is None or after is None or float(then.low) <= float(now.low):
        return []
    share = wording.number(round((float(then.low) / float(now.low) - 1) * _CENT, 1))
    full = [float(per_year(each.model_copy(update={"hours": None})) or 0) for each in (now, then)]
    told = {"now": in_words(now), "then": in_words(then), "gap": apart(full[1], full[0])}
    return [line("measure.raise", share=share, **told)]


def _view(one: Week, other: Week) -> Line:
    low, high = sorted((one, other), key=lambda each: each.year)
    better = max(one, other, key=lambda each: each.rate)
    more = wording.number(abs(one.hours - other.hours))
    gap = apart(high.year, low.year)
    if one.by_days or other.by_days:
        return line("measure.same_hours_not_told", better=high.which, gap=gap)
    if is_same(one.year, other.year):
        alike = is_same(one.rate, other.rate)
        return line("measure.alike") if alike else line("measure.same_year", better=better.which, hours=more)
    if one.hours == other.hours:
        return line("measure.same_hours", better=high.which, gap=gap)
    if better is high:
        return line("measure.both", better=high.which, gap=gap)
    each = (high.year - low.year) / (abs(one.hours - other.hours) * WEEKS_A_YEAR)
    rate = wording.money(round(each, 2), "USD/hour")
    return line("measure.split", more=high.which, better=better.which, gap=gap, hours=more, rate=rate)


def _sum(week: Week) -> Line:
    told = {"which": week.which, "amount": in_words(week.amount)}
    if week.by_days:
        days = round(float(week.amount.days or 0) * WEEKS_A_YEAR)
        return line("measure.days", **told, days=str(days), year=_year(week))
    hours, year = wording.number(week.hours), _year(week)
    if overtime(week.amount):
        parts = {
            "regular": wording.money(round(week.regular)),
            "more": wording.money(round(overtime(week.amount))),
        }
        beyond = wording.number(week.hours - FULL_WEEK)
        return line("measure.overtime", **told, **parts, beyond=beyond, year=year, rate=_rate(week))
    by_the_hour = week.amount.period == "hour"
    told |= {"year": year} if by_the_hour else {"rate": _rate(week)}
    key = "plain" if by_the_hour else "salary"
    return line(f"measure.{key}", **told, hours=hours) if week.told else line(f"measure.{key}_full", **told)


def _rate(week: Week) -> str:
    return wording.money(round(week.rate, 2), "USD/hour")


def _year(week: Week) -> str:
    return wording.money(round(week.year))


def _against(each: Sequence[tuple[Week, str]]) -> str:
    return wording.listing([f"{figure} for {week.which}" for week, figure in each])
