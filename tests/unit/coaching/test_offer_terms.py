"""What was told with an offer: its rise, its end, what it costs, what neither sum holds, each beside what they earn."""

from agent.coaching.offer_terms import ending, terms
from agent.coaching.one_measure import verdict, weeks_of
from agent.models import Amount, Offer

BASE = Amount(low=24, period="hour")


def test_the_rise_is_told_beside_the_start_and_not_judged_as_another_offer() -> None:
    offer = Offer(amounts=[BASE, Amount(low=25.5, period="hour", kind="later")])
    (said,) = terms(offer, BASE)
    assert "$25.50 an hour" in said.text
    assert "$3,100" in said.text


def test_what_neither_sum_holds_is_named_as_told() -> None:
    (said,) = terms(Offer(amounts=[BASE], lacks=["insurance", "PTO"], held=["insurance"]), BASE)
    assert "without insurance or PTO" in said.text
    assert "now has insurance" in said.text


def test_of_benefits_of_their_own_work_alone_it_is_asked() -> None:
    (said,) = terms(Offer(amounts=[BASE], held=["401k match"]), BASE)
    assert "401k match" in said.text


def test_what_it_costs_comes_off_the_year() -> None:
    (said,) = terms(Offer(amounts=[BASE, Amount(low=100, period="week", kind="cost")]), BASE)
    assert "$5,200" in said.text
    assert "$44,720" in said.text


def test_work_that_ends_is_counted_until_its_end() -> None:
    now = Amount(low=52_000, period="year")
    (said,) = ending(Offer(amounts=[BASE], weeks=10), BASE, now)
    assert "10 weeks" in said.text
    assert "$10,000" in said.text
    assert not ending(Offer(amounts=[BASE]), BASE, now)


def test_pay_for_days_alone_is_set_beside_an_hourly_week_by_the_year() -> None:
    days = Amount(low=310, period="day", days=3.5)
    week = Amount(low=26, period="hour", hours=52)
    weeks = weeks_of([("your work now", week), ("the offer", days)])
    said = verdict(weeks).text
    assert "182 days" in said
    assert "an hour at 40" not in said
