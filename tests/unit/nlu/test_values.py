"""Parsers of tagged spans: each way of writing has the value that a person would give it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.nlu.values.dates import find_days, parse_deadline, parse_start
from agent.nlu.values.durations import parse_weeks, parse_years, without_ages
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.money import parse_amount, per_year
from agent.nlu.values.numbers import find_quantities

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6 hours a week", 6),
        ("2h on tuesdays and thursdays", 4),
        ("weekends only, 4 hours each day", 8),
        ("1 hr a day", 7),
        ("30 min every morning", 3.5),
        ("Tuesday nights + Sat mornings, 5ish hours total", 5),
        ("6 or so", 6),
        ("10-12 h weekly", 10),
        ("ten to twelve hours weekly", 10),
        ("four hours each weekend", 4),
        ("three and a half hours", 3.5),
        ("hour a day", 7),
        ("an hour and a half every weekday", 7.5),
        ("four mornings a week, 9 to noon", 12),
        ("28 days home with about 5 hours a day", 35),
        ("Saturdays from 9 to 1", 4),
        ("after 9pm three nights", None),
        ("3 hours a day on the train, so 12 a week", 12),
        ("two hours on sundays", 2),
        ("4h", 4),
        ("5 hrs/wk", 5),
        ("10h/semana", 10),
        ("about 5 hrs wk", 5),
        ("2 hours a shift, four shifts", 8),
        ("6", 6),
        ("fifteen", 15),
        ("none", 0),
        ("an hour before work and two on sundays", 7),
        ("45 min a day", 5.25),
        ("10-12/wk", 10),
        ("two evenings, three hours each", 6),
        ("5 to 7am", None),
        ("2h tue and thu, 4 on weekends", 8),
        ("90 minutes before work mon-thu", 6),
        ("1.5 hours/day", 10.5),
        ("every other saturday, 6 hours", 3),
        ("20 hours a month", 4.62),
        ("three nights a week, two hours", 6),
        ("an hour a night", 7),
        ("6 hrs on sundays", 6),
        ("8h saturday 8h sunday", 16),
        ("30 minutes at lunch, plus 3 hours sunday", 5.5),
        ("maybe ten hours", 10),
        ("nightly load from six hours to one", None),
        ("from six hours a week to ten", 10),
        ("down from 10 hours to 6", 6),
        ("ten hours to six a week", 6),
        ("1 hour to 2 a day", 7),
        ("from 6 to 8 hours", 6),
        ("every weekday from 9:15 to 2:45", 27.5),
        ("3 to 5 pm on weekdays", 10),
        ("1 hour", 1),
    ],
)
def test_hours_a_week(words: str, value: object) -> None:
    assert parse_hours(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6 yrs", 6),
        ("since 2019", 7),
        ("over a decade", 10),
        ("4 and a half years", 4.5),
        ("18 months", 1.5),
        ("a couple of years", 2),
        ("6-7 years", 6),
        ("2 decades", 20),
        ("14 seasons", 14),
        ("six", 6),
        ("a year and change", 1),
        ("since the pandemic", 6),
        ("going on eleven years", 11),
        ("15+ yrs", 15),
        ("3.2 yrs exp", 3.2),
        ("two years and 6 months", 2.5),
        ("4y", 4),
        ("since '98", 28),
        ("Seventeen years", 17),
        ("a year and a half", 1.5),
        ("year and a half", 1.5),
        ("4 yoe", 4),
        ("has kept it alive for three years or more", 3),
        ("since I was 18", 18),
    ],
)
def test_years_behind(words: str, value: object) -> None:
    assert parse_years(words, TODAY) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in 18 months", 78),
        ("within a year", 52),
        ("3-month", 13),
        ("90 day", 13),
        ("within 12 to 15 months", 65),
        ("year, maybe less", 52),
        ("a year and a half", 78),
        ("two semesters", 52),
        ("6 months", 26),
        ("in nine weeks", 9),
        ("half a year", 26),
        ("12 week", 12),
        ("1yr", 52),
    ],
)
def test_weeks_ahead(words: str, value: object) -> None:
    assert parse_weeks(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("by next summer", "2027-06-01"),
        ("by christmas", "2026-12-24"),
        ("finish by 2028", "2028-01-01"),
        ("until december", "2026-12-01"),
        ("june 2027", "2027-06-01"),
        ("sept 1", "2027-09-01"),
        ("by the end of next year", "2027-12-31"),
        ("before Labor Day", "2027-09-06"),
        ("next Easter", "2027-03-26"),
        ("in the fall", "2027-09-01"),
        ("at the end of Q2", "2027-06-30"),
        ("by the time my visa renews in February", "2027-02-01"),
        ("06/30", "2027-06-30"),
        ("before the baby comes in March", "2027-03-01"),
        ("eoy", "2026-12-31"),
        ("by 15 May", "2027-05-15"),
        ("May 2027", "2027-05-01"),
        ("end of may", "2027-05-31"),
        ("on thursday", "2026-12-03"),
        ("before the summer", "2027-06-01"),
        ("in 18 months", "2028-05-27"),
    ],
)
def test_a_deadline(words: str, value: object) -> None:
    assert str(parse_deadline(words, TODAY)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("after April 15", "2027-04-15"),
        ("mid February", "2027-02-11"),
        ("first of the month", "2026-12-01"),
        ("november", "2026-11-28"),
        ("from the 4th of jan", "2027-01-04"),
        ("Monday", "2026-11-30"),
        ("two weeks from now", "2026-12-12"),
        ("after the season ends in October", "2027-11-01"),
        ("January 8", "2027-01-08"),
        ("mid may ish", "2027-05-11"),
        ("on the 3rd", "2026-12-03"),
        ("after Ramadan", "2027-03-10"),
        ("next fall", "2027-09-01"),
        ("tonight", "2026-11-28"),
        ("after New Year", "2027-01-04"),
        ("after new years", "2027-01-04"),
        ("after thanksgiving weekend", "2026-11-30"),
        ("till after christmas", "2026-12-28"),
        ("in Feb", "2027-02-01"),
    ],
)
def test_a_start(words: str, value: object) -> None:
    assert str(parse_start(words, TODAY)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("none in July", [("2027-07-01", "2027-07-31")]),
        ("nothing from March 3 till about May", [("2027-03-03", "2027-05-31")]),
        ("from 4th to 22nd December", [("2026-12-04", "2026-12-22")]),
        ("last two weeks of December", [("2026-12-18", "2026-12-31")]),
        ("Feb thru May", [("2027-02-01", "2027-05-31")]),
        ("the first half of Nov", [("2027-11-01", "2027-11-15")]),
        ("20 december to 3 january", [("2026-12-20", "2027-01-03")]),
        ("the first 3 weeks of August", [("2027-08-01", "2027-08-21")]),
        ("4-18 May", [("2027-05-04", "2027-05-18")]),
        ("in Ramadan", [("2027-02-08", "2027-03-09")]),
    ],
)
def test_spans_of_days(words: str, value: object) -> None:
    assert [(str(days.first), str(days.last)) for days in find_days(words, TODAY)] == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("$62.4k", (62400, None, "year", "USD")),
        ("28/hr", (28, None, "hour", "USD")),
        ("2400 biweekly", (2400, None, "two_weeks", "USD")),
        ("sixty grand", (60000, None, "year", "USD")),
        ("85-95", (85, 95, None, "USD")),
        ("11 LPA", (1100000, None, "year", "INR")),
        ("six figures", (100000, None, "year", "USD")),
        ("$2,400 every two weeks", (2400, None, "two_weeks", "USD")),
        ("52k", (52000, None, "year", "USD")),
        ("fifty five thou", (55000, None, "year", "USD")),
        ("95,000.00", (95000, None, "year", "USD")),
        ("£19k", (19000, None, None, "GBP")),
        ("€3.200 brutto", (3200, None, None, "EUR")),
        ("CHF 92'000", (92000, None, None, "CHF")),
        ("1.2L pm", (120000, None, "month", "INR")),
        ("$185k-$215k", (185000, 215000, "year", "USD")),
        ("72 to 80", (72, 80, None, "USD")),
        ("33 and change", (33, None, None, "USD")),
        ("28.40 an hr", (28.4, None, "hour", "USD")),
        ("$49.70/hr", (49.7, None, "hour", "USD")),
        ("34.80", (34.8, None, "hour", "USD")),
        ("130", (130000, None, "year", "USD")),
        ("ninety-five", (95, None, None, "USD")),
        ("5,300 monthly", (5300, None, "month", "USD")),
        ("5,000 dollars a month", (5000, None, "month", "USD")),
        ("3200 a month", (3200, None, "month", "USD")),
        ("$265 a day", (265, None, "day", "USD")),
        ("1200/wk", (1200, None, "week", "USD")),
        ("15%", None),
        ("$142,488", (142488, None, "year", "USD")),
        ("175k base", (175000, None, "year", "USD")),
        ("10k signing", (10000, None, None, "USD")),
        ("$1,900 a week", (1900, None, "week", "USD")),
        ("110 to 125k", (110000, 125000, "year", "USD")),
        ("around 22 an hour", (22, None, "hour", "USD")),
        ("$24", (24, None, None, "USD")),
        ("20 dolar", (20, None, None, "USD")),
        ("7k a month", (7000, None, "month", "USD")),
        ("$90/hr on 1099", (90, None, "contract_hour", "USD")),
        ("$28,000,000", (28000000, None, "year", "USD")),
        ("80k", (80000, None, "year", "USD")),
        ("a hundred and ten", (110000, None, "year", "USD")),
        ("62,500", (62500, None, "year", "USD")),
    ],
)
def test_amounts_of_pay(words: str, value: object) -> None:
    amount = parse_amount(words)
    assert (None if amount is None else (amount.low, amount.high, amount.period, amount.currency)) == value


def test_an_amount_a_year() -> None:
    amount = parse_amount("$2,400 every two weeks")
    assert amount is not None
    assert per_year(amount) == 62_400


@given(st.text(alphabet="0123456789 .,-/khurstweodyn$%am()", max_size=60))
def test_no_text_breaks_a_parser(text: str) -> None:
    parse_hours(text)
    parse_years(text, TODAY)
    parse_weeks(text)
    parse_deadline(text, TODAY)
    parse_start(text, TODAY)
    parse_amount(text)
    assert all(each.low <= each.high for each in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("since i was 18 so 8 yrs", 8),
        ("since i was nineteen", None),
        ("58 years old", None),
        ("im 46, been there 14 yrs", 14),
        ("i'm 8 years in", 8),
        ("26 y/o", None),
    ],
)
def test_how_old_somebody_is_or_was_is_no_experience(text: str, years: int | None) -> None:
    assert parse_years(without_ages(text), TODAY) == years


@pytest.mark.parametrize(
    ("text", "weeks"), [("by week 10", 10), ("wk 6", 6), ("month 3", 13), ("in 10 weeks", 10)]
)
def test_a_deadline_may_be_counted_to_a_week(text: str, weeks: int) -> None:
    assert parse_deadline(text, TODAY) == TODAY + timedelta(weeks=weeks)
