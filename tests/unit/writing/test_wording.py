"""Figures and dates in words."""

from datetime import date

import pytest

from agent import wording
from agent.naming import place_name


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2025-05", "May 2025"),
        ("2025-35", "2025 to 2035"),
        ("2024-2034", "2024 to 2034"),
        ("2024-07-05", "5 July 2024"),
        ("2025-08/2026-02", "August 2025 to February 2026"),
        ("2025-Q3", "third quarter of 2025"),
        ("2024", "2024"),
        ("through 2027", "through 2027"),
        (None, ""),
    ],
)
def test_periods(period: str | None, words: str) -> None:
    assert wording.period(period) == words


def test_money_keeps_cents_where_they_matter_and_names_other_currencies() -> None:
    assert wording.money(135980) == "$135,980"
    assert wording.money(29.05, "USD/hour", rate=True) == "$29.05 an hour"
    assert wording.money(16.5, "USD/hour") == "$16.50"
    assert wording.money(60000, "EUR/year", rate=True) == "EUR 60,000 a year"


def test_subjects_lose_their_code_and_keep_abbreviations() -> None:
    assert (
        wording.subject("Heavy and Tractor-Trailer Truck Drivers (53-3032)")
        == "heavy and tractor-trailer truck drivers"
    )
    assert wording.subject("AI Engineers") == "AI engineers"


def test_weeks_begin_on_the_first_day() -> None:
    today = date(2026, 11, 22)
    assert wording.week_start(today, 1) == today
    assert (
        wording.date_span(wording.week_start(today, 6), wording.week_end(today, 6))
        == "27 December 2026 to 2 January 2027"
    )
    assert wording.date_span(today, wording.week_end(today, 4)) == "22 November to 19 December 2026"


def test_foreign_text_cannot_cite_or_format() -> None:
    assert wording.inline("- **bold** `x` [E3]\n  more") == "bold x (E3) more"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("boise", "Boise"),
        ("macon ga", "Macon GA"),
        ("santa fe", "Santa Fe"),
        ("the bay area", "the Bay Area"),
        ("Toledo", "Toledo"),
    ],
)
def test_a_place_is_written_as_names_are(typed: str, written: str) -> None:
    assert place_name(typed) == written


def test_a_moment_is_said_in_utc_and_none_is_made_up() -> None:
    assert wording.on_moment("2026-11-22T10:00:00+02:00") == " on 22 November 2026, 08:00 UTC"
    assert [wording.on_moment(at) for at in ("", "now", "0001-01-01T00:00:00+23:00")] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("I drive  a\nvan", "I drive a van"),
        ("I drive a delivery van in Ohio", "I drive a..."),
        ("x" * 30, "x" * 20),
        ("", ""),
    ],
)
def test_a_title_ends_at_a_word(text: str, title: str) -> None:
    assert wording.title(text, 20) == title
