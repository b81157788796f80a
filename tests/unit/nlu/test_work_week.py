"""The week that pay is for: hours beside an amount are those of the job, brought to a year, and no time to study."""

import pytest

from agent.models import Amount
from agent.nlu.mentions import Mention
from agent.nlu.offers import read_offers
from agent.nlu.pay import amounts, with_bases
from agent.nlu.values.money import full_time, overtime, per_year
from agent.nlu.values.work_hours import find_work_hours
from agent.nlu.work_week import without_hours_of_work
from tests.unit.nlu.test_pay import message


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("28 hours a week", 28),
        ("50 hrs/wk", 50),
        ("32 hours per week", 32),
        ("three 12-hour shifts a week", 36),
        ("4 10-hour days", 40),
        ("10 hours of overtime every week", 50),
        ("a 35-hour week", 35),
        ("2 hours a week", None),
        ("12 hours", None),
    ],
)
def test_hours_a_week_in_words(text: str, hours: float | None) -> None:
    assert [each.hours for each in find_work_hours(text)] == ([] if hours is None else [hours])


def _hours_left(text: str, *told: tuple[str, str]) -> list[Mention]:
    return [
        each for each in without_hours_of_work(text, message(text, *told).mentions) if each.label == "hrs"
    ]


def test_hours_right_beside_pay_are_no_time_to_study() -> None:
    assert not _hours_left("$35/hr for 28 hours a week", ("payo", "$35/hr"), ("hrs", "28 hours a week"))
    assert _hours_left("I make 22/h and have 10 hours a week", ("payc", "22/h"), ("hrs", "10 hours a week"))


def test_an_amount_has_the_hours_of_its_sentence_that_are_nearest_to_it() -> None:
    told = message("I make 22/h and work 50 hours a week.", ("payc", "22/h"))
    assert [each.hours for each in amounts(told, "payc")] == [50]
    studies = message("I make 22/h. The course is 20 hours a week.", ("payc", "22/h"))
    assert [each.hours for each in amounts(studies, "payc")] == [None]
    weekly = message("I get $1,150 a week for 30 hours as a teacher", ("payc", "$1,150 a week"))
    assert [each.hours for each in amounts(weekly, "payc")] == [30]
    two = message(
        "80k salaried or $60/h on 1099, 32 hours a week", ("payo", "80k"), ("payo", "$60/h"), ("payo", "1099")
    )
    assert [offer.amounts[0].hours for offer in read_offers(two)] == [None, 32]


@pytest.mark.parametrize(
    ("amount", "year", "full", "beyond"),
    [
        (Amount(low=22, period="hour", hours=50), 45_760, 45_760, 17_160),
        (Amount(low=35, period="hour", hours=28), 50_960, 72_800, 0),
        (Amount(low=70, period="contract_hour", hours=30), 109_200, 145_600, 0),
        (Amount(low=50_000, period="year", hours=28), 50_000, 71_428.57, 0),
        (Amount(low=85_000, period="year", hours=55), 85_000, 85_000, 0),
    ],
)
def test_a_year_of_these_hours_and_of_full_time(
    amount: Amount, year: float, full: float, beyond: float
) -> None:
    assert per_year(amount) == pytest.approx(year)
    assert full_time(amount) == pytest.approx(full, abs=0.01)
    assert overtime(amount) == pytest.approx(beyond)


def test_a_sum_before_its_share_is_the_base() -> None:
    told = message("72k + 10% bonus", ("bonus", "72k"), ("bonus", "10%"))
    assert [each.label for each in with_bases(told.mentions)] == ["payo", "bonus"]
    apart = message("5k bonus and a 10% bonus", ("bonus", "5k bonus"), ("bonus", "10%"))
    assert [each.label for each in with_bases(apart.mentions)] == ["bonus", "bonus"]
