"""Amounts whose period or thousands stand beside them, in the thread, or in what their work pays."""

import pytest

from agent.models import Amount
from agent.nlu.bare_pay import Known, in_period
from agent.nlu.values.money import parse_amount
from agent.nlu.values.schooling import years_of_school
from agent.nlu.values.work_hours import find_bare_hours


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("i cleared", "81", " last yr"),
        ("made", "62", " last year with the OT"),
        ("last year i made about", "58", ""),
        ("with all the overtime", "74", " in 2025"),
    ],
)
def test_what_a_year_brought_is_in_thousands(before: str, words: str, after: str) -> None:
    amount = parse_amount(words, beside=(before, after))
    assert amount and (amount.low, amount.period) == (int(words) * 1000, "year")


def test_what_may_be_by_the_hour_is_no_year_by_its_year_alone() -> None:
    amount = parse_amount("24", beside=("i got", " last year"))
    assert amount and amount.period is None


@pytest.mark.parametrize(
    ("low", "known", "period"),
    [
        (24, Known(told=[Amount(low=21, period="hour")]), "hour"),
        (70, Known(earned=63_000), "year"),
        (45, Known(earned=62_000), None),  # 45,000 a year or 45 an hour
        (63, Known(jobs=["high school teacher"]), "year"),
        (24, Known(jobs=["forklift operator"]), "hour"),
        (52, Known(jobs=["branch manager"]), None),  # a title that pays less here than it does elsewhere
        (45, Known(by_the_hour="contract_hour"), "contract_hour"),
        (62, Known(jobs=["registered nurse"]), None),  # the lowest paid get it in thousands, too
        (63, Known(), None),
    ],
)
def test_a_bare_amount_is_read_by_what_is_known_beside_it(low: int, known: Known, period: str | None) -> None:
    assert in_period(Amount(low=low), known).period == period


def test_own_pay_of_two_digits_is_by_the_hour() -> None:
    assert in_period(Amount(low=26), Known(), own=True).period == "hour"
    assert in_period(Amount(low=52), Known(), own=True).period is None
    assert in_period(Amount(low=26), Known()).period is None


def test_hours_beside_pay_need_no_word_for_the_week() -> None:
    assert [each.hours for each in find_bare_hours("60k salary 45 hours, 8 hours of training")] == [45]


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("associates degree", 2), ("bachelor's in biology", 4), ("a BA", 4), ("master's", 6), ("GED", 0),
        ("high school diploma", 0), ("no degree", 0), ("my welding helmet", None),
    ],
)  # fmt: skip
def test_schooling_is_read_in_years(words: str, years: int | None) -> None:
    assert years_of_school(words) == years
