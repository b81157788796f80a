"""What the person told, with all that the coach reckons from it: overtime, the year with it, and pay for each hour."""

from collections.abc import Iterable, Iterator

from agent.grounding.own import person_evidence
from agent.models import Amount, Offer, Profile
from agent.nlu.values.contracts import as_told
from agent.nlu.values.money import overtime, per_year
from agent.nlu.values.pay_periods import WEEKS_A_YEAR
from agent.nlu.values.work_hours import FULL_WEEK
from tools.evidence import Evidence, Figure


def told_evidence(profile: Profile, amounts: Iterable[Amount] = ()) -> Evidence:
    """The person's figures, and those that follow from the hours of the amounts they named."""
    given = [*amounts]
    person = person_evidence(profile, [Offer(amounts=given)])
    amounts = [*given, *(as_told(each) for each in given if each.told)]
    more = [
        Figure(label=name, value=value, unit=unit, subject="the person", statistic=name)
        for amount in amounts
        for name, value, unit in _reckoned(amount)
        if value
    ]
    return person.model_copy(update={"figures": [*person.figures, *more]})


def _reckoned(amount: Amount) -> Iterator[tuple[str, float, str]]:
    year, money = per_year(amount), amount.currency
    if year is None:
        return
    beyond, hours = round(overtime(amount)), float(amount.hours or FULL_WEEK)
    whole = round(year) + beyond
    yield from (
        ("hours_a_week", hours, "hours"),
        ("hours_regular", min(hours, FULL_WEEK), "hours"),
        ("hours_beyond", max(hours - FULL_WEEK, 0), "hours"),
        ("overtime", beyond, f"{money}/year"),
        ("with_overtime", whole, f"{money}/year"),
        ("each_hour", round(whole / (hours * WEEKS_A_YEAR), 2), f"{money}/hour"),
    )
