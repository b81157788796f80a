"""Hours, horizons, years and money in many wordings."""

from datetime import date

import pytest

from agent.policy.offline.understanding.experience import find_experience
from agent.policy.offline.understanding.horizon import find_horizon
from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.money import find_money
from agent.policy.offline.understanding.quantities import parse_number
from agent.policy.offline.understanding.text import Clause

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("8", 8),
        ("1.5", 1.5),
        ("1,500", 1500),
        ("twenty-five", 25),
        ("a couple of", 2),
        ("half an", 0.5),
        ("two and a half", 2.5),
    ],
)
def test_numbers_are_read_as_people_write_them(words: str, value: float) -> None:
    assert parse_number(words) == value


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("evenings only, say 8h", 8),
        ("2hrs/day", 14),
        ("2 hours every weekday", 10),
        ("weekends only, 3 hours each day", 6),
        ("10-12 hours a week", 10),
        ("half an hour a day", 3.5),
        ("an hour and a half each evening", 10.5),
        ("three times a week, 2 hours", 6),
        ("45 minutes a day", 5.25),
        ("an hour every weekday plus 4 on Saturday", 9),
        ("8 hours every other week", 4),
        ("two hours on Tuesdays and two on Thursdays", 4),
        ("10 hrs week", 10),
        ("I have a 40 hour week", None),
        ("only 4 hours now, not 10 hours", 4),
        ("I work 40 hours a week", None),
        ("12 hour shifts", None),
        ("I sleep 8 hours a night", None),
        ("it pays 30 dollars", None),
    ],
)
def test_study_time_becomes_hours_a_week(text: str, hours: float | None) -> None:
    found, rest = find_hours(text)
    assert (found.per_week if found else None) == hours
    assert len(rest) == len(text)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("in 6 months", 26),
        ("within a year", 52),
        ("over the next 18 months", 78),
        ("a 90-day plan", 13),
        ("by December 2027", 53),
        ("by the end of 2027", 57),
        ("by 2027-06-01", 27),
        ("I have half a year", 26),
        ("6 months ago", None),
        ("I have 6 years of Java", None),
        ("by February", 10),
        ("by the end of next year", 57),
    ],
)
def test_a_horizon_becomes_weeks_from_today(text: str, weeks: int | None) -> None:
    found, _ = find_horizon(text, TODAY)
    assert (found.weeks if found else None) == weeks


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("4 years of Python", 4),
        ("ten years as a nurse", 10),
        ("since 2016", 10),
        ("18 months of experience", 1.5),
        ("no work experience", 0),
        ("I'm 42 years old", None),
        ("a 2 year degree", None),
        ("over a decade in sales", 10),
        ("stay-at-home dad for 5 years", None),
        ("at home with the kids since 2019", None),
        ("I've lived in Boise for 5 years", None),
    ],
)
def test_experience_is_told_apart_from_age(text: str, years: float | None) -> None:
    assert find_experience(text, TODAY)[0] == years


@pytest.mark.parametrize(
    ("text", "asks", "amount", "kind"),
    [
        ("I want to make 120k", False, 120_000, "target"),
        ("my goal is $60 an hour", False, 124_800, "target"),
        ("hoping for six figures", False, 100_000, "target"),
        ("I make $5,000 a month", False, 60_000, "current"),
        ("is 95,000 a fair offer", True, 95_000, "offer"),
        ("can I earn 150k there", True, 150_000, "threshold"),
        ("between 90k and 110k is my goal", False, 90_000, "target"),
        ("make that 110k instead", False, 110_000, "target"),
    ],
)
def test_pay_becomes_dollars_a_year(text: str, asks: bool, amount: float, kind: str) -> None:
    found, _ = find_money(Clause(text, asks=asks))
    assert found is not None
    assert (found.amount, found.kind) == (amount, kind)


def test_pay_by_the_hour_says_what_was_assumed() -> None:
    found, _ = find_money(Clause("I want $60 an hour"))
    assert found is not None
    assert "2,080" in (found.assumption or "")


def test_other_currencies_are_not_taken_for_dollars() -> None:
    found, _ = find_money(Clause("I want €60k"))
    assert found is not None
    assert found.foreign


@pytest.mark.parametrize("text", ["3 kids", "in 2019", "5 hours a week", "python 3", "top 10 schools"])
def test_other_numbers_are_no_money(text: str) -> None:
    assert find_money(Clause(text))[0] is None
