"""Values that are told beside a plan: shares of its hours, time saved, days of the week in a month."""

from collections.abc import Callable
from datetime import date

import pytest

from agent.nlu.values.dates import only_on, weekdays_in
from agent.nlu.values.durations import counted_weeks, find_sooner, parse_weeks
from agent.nlu.values.feasts import find_feast
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.periods import periods_in
from agent.nlu.values.shares import find_shares

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "of", "days"),
    [
        ("give me half the hours in june", 0.5, "2027-06-01..2027-06-30"),
        ("in march 50% of my hours please", 0.5, "2027-03-01..2027-03-31"),
        ("twice the hours in january", 2, "2027-01-01..2027-01-31"),
        ("half time in august", 0.5, "2027-08-01..2027-08-31"),
        ("cut my hours in half", 0.5, ""),
        ("hours down by a quarter? no: cut the hours by a quarter", 0.75, ""),
        ("three times as many hours", 3, ""),
    ],
)
def test_a_share_of_the_hours_has_the_days_beside_it(text: str, of: float, days: str) -> None:
    (share,) = find_shares(text, TODAY)
    assert share.of == pytest.approx(of)
    assert days == (f"{share.days.first}..{share.days.last}" if share.days else "")


@pytest.mark.parametrize(
    "text", ["half an hour a day", "in half the time", "a half-time job", "6 hours a week", "half of it"]
)
def test_what_is_no_share_of_the_hours_is_none(text: str) -> None:
    assert find_shares(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("in 3 weeks instead of 5", 2),
        ("took me 4 weeks instead of 8", 4),
        ("done, two weeks early", 2),
        ("a week ahead of plan", 1),
        ("took 6 weeks rather than 4", -2),
    ],
)
def test_how_much_sooner_something_was_done(text: str, weeks: float) -> None:
    found = find_sooner(text)
    assert found is not None and found[0] == pytest.approx(weeks)


def test_no_time_is_sooner_where_none_is_told() -> None:
    assert find_sooner("I lost 3 weeks") is None and find_sooner("SQL instead of R") is None


def test_weekends_are_days_and_no_weeks() -> None:
    assert parse_weeks("weekends in june") is None and parse_weeks("two weeks in june") == 2
    assert weekdays_in("no weekends, and never on mondays") == {0, 5, 6}
    june = only_on({5, 6}, date(2027, 6, 1), date(2027, 6, 30))
    assert june[0] == (date(2027, 6, 5), date(2027, 6, 6)) and len(june) == 4


def test_the_week_of_a_feast_is_the_whole_of_it() -> None:
    (found,) = find_feast("leave the week of Christmas empty", TODAY)
    assert found[:2] == (date(2026, 12, 21), date(2026, 12, 27))
    (day,) = find_feast("nothing on Christmas", TODAY)
    assert day[:2] == (date(2026, 12, 24), date(2026, 12, 26))


def test_who_falls_asleep_names_no_season_and_a_grade_is_no_day() -> None:
    assert periods_in("i fall asleep over books", TODAY) == []
    assert periods_in("no math since 10th grade", TODAY) == []
    assert periods_in("nothing before the 10th", TODAY)
    assert periods_in("nothing in the fall", date(2026, 6, 1))


@pytest.mark.parametrize("blank", [" ", "\n", "\t"])
@pytest.mark.parametrize("parse", [parse_weeks, parse_hours, find_sooner, counted_weeks])
def test_many_blanks_are_read_at_once(parse: Callable[[str], object], blank: str) -> None:
    """What is quoted is blanked out before the rest is read; a pattern that shares blanks out anew would never end here."""
    assert parse("before I say" + 3000 * blank + "yes,") is None


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("Friday and Sunday when the shop is closed, maybe 9 hour in week", 9),
        ("saturday and two nights, is like 8 hours", 8),
        ("Tue and Thu is really 3 hours", 3),
        ("monday and friday are 2 hours each", 4),
    ],
)
def test_days_that_come_to_hours_are_one_sum(words: str, hours: int) -> None:
    assert parse_hours(words) == hours
