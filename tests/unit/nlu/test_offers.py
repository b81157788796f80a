"""Offers as told: the rise after a trial, days on and off, what it costs, what it is without, and whose each sum is."""

import pytest

from agent.nlu.offers import read_offers
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.nlu.values.benefits import find_lacking
from agent.nlu.values.money import parse_amount, per_year
from agent.nlu.values.pay_terms import days_a_week, is_later, weeks_it_lasts
from tests.unit.nlu.test_pay import message


def test_what_is_paid_after_a_trial_is_no_second_offer() -> None:
    text = "they want me at 24.75 after probation, 23 during the 6 months"
    (offer,) = read_offers(message(text, ("payo", "24.75"), ("payo", "23")))
    assert [(each.kind, each.low) for each in offer.amounts] == [("base", 23), ("later", 24.75)]


def test_a_sum_that_is_only_paid_later_is_still_the_offer() -> None:
    (offer,) = read_offers(message("they offer 21.50 after 90 days", ("payo", "21.50")))
    assert [(each.kind, each.low) for each in offer.amounts] == [("base", 21.5)]


def test_a_bonus_told_behind_what_they_earn_is_none_of_the_offer() -> None:
    text = "They offered $61,500. I earn $55,000 plus a $3,000 bonus."
    told = message(text, ("payo", "$61,500"), ("payc", "$55,000"), ("bonus", "$3,000 bonus"))
    assert [each.kind for each in read_offers(told)[0].amounts] == ["base"]


def test_what_it_costs_them_is_no_pay() -> None:
    text = "Shop says 33 an hour but insurance costs me 220 a week there."
    (offer,) = read_offers(message(text, ("payo", "33 an hour"), ("payc", "220 a week")))
    assert [(each.kind, each.low) for each in offer.amounts] == [("base", 33), ("cost", 220)]


def test_benefits_belong_to_the_work_whose_pay_they_follow() -> None:
    text = "They pay 26 an hour and no health plan. I make 22 an hour with insurance."
    (offer,) = read_offers(message(text, ("payo", "26 an hour"), ("payc", "22 an hour")))
    assert (offer.lacks, offer.held, offer.benefits) == (["health plan"], ["insurance"], [])


def test_days_on_and_off_count_the_days_that_are_paid() -> None:
    text = "They pay $240 a day, 28 on and 14 off."
    (offer,) = read_offers(message(text, ("payo", "$240 a day")))
    assert per_year(offer.amounts[0]) == pytest.approx(240 * 7 * 28 / 42 * 52)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("14 days on, 14 off", 3.5),
        ("two weeks on two weeks off", 3.5),
        ("4 days a week", 4),
        ("on and off", None),
        ("8 days a week", None),
    ],
)
def test_days_of_a_week_by_turns_or_as_told(text: str, days: float | None) -> None:
    assert days_a_week(text) == days


@pytest.mark.parametrize(
    ("before", "after", "later"),
    [
        ("and after trial ", "", True),
        ("going to ", " after 90 days", True),
        ("", " once the training is done", True),
        ("", " the hour", False),
        ("insurance ", " a month", False),
    ],
)
def test_when_a_sum_is_paid_only_later(before: str, after: str, later: bool) -> None:
    assert is_later(before, after) is later


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("60 hrs a week, 10 weeks then its over", 10),
        ("contract, 6 months, W2", 26),
        ("a 12-week assignment", 12),
        ("90 days of trial", None),
        ("I did 3 years there", None),
    ],
)
def test_work_that_ends(text: str, weeks: float | None) -> None:
    assert weeks_it_lasts(text) == (pytest.approx(weeks) if weeks else None)


def test_what_an_offer_is_said_to_be_without() -> None:
    assert [words for words, _ in find_lacking("24 an hour, no insurance, no PTO")] == ["insurance", "PTO"]
    assert not find_lacking("I sell insurance and there is no rush")


def test_dollars_and_cents_are_by_the_hour_and_a_week_is_no_sum() -> None:
    amount = parse_amount("38.50")
    assert amount is not None and amount.period == "hour"
    assert parse_amount("32 hour week") is None


def test_of_two_sums_in_two_sentences_the_one_that_may_be_theirs_is_what_they_have() -> None:
    said = "A bakery wants me! 20 hours, 24 dollars for hour, no insurance. Hotel gives me 19.50 full time."
    read = tag(said, (), default_tagger())
    assert [(each.label, each.text) for each in read.of("payo", "payc")] == [
        ("payo", "24 dollars for hour"),
        ("payc", "19.50"),
    ]
