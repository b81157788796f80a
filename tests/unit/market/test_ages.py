"""Dates of figures and their age."""

from datetime import date

import pytest

from tools.market.ages import age_months, is_aged, last_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-05", date(2025, 5, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-03-07", date(2025, 3, 7)),
        ("2025-Q2", date(2025, 6, 30)),
        ("2024", date(2024, 12, 31)),
        ("2024-34", date(2034, 12, 31)),
        ("2022-2024", date(2024, 12, 31)),
        ("2022-11/2024-02", date(2024, 2, 29)),
        ("2025-2030", date(2030, 12, 31)),
        ("", None),
        ("undated", None),
    ],
)
def test_the_last_day_of_a_date_or_range(text: str, day: date | None) -> None:
    assert last_day(text) == day


@pytest.mark.parametrize(
    ("published", "period", "today", "months", "aged"),
    [
        ("2025-05-22", None, date(2026, 11, 22), 18, False),
        ("2025-05-21", None, date(2026, 11, 22), 18, True),
        ("2025-05-23", None, date(2026, 11, 22), 17, False),
        (None, "2024-05", date(2026, 11, 22), 29, True),
        ("2026-08", "2025-35", date(2026, 11, 22), 2, False),
        ("2026", None, date(2026, 3, 1), 0, False),
        (None, None, date(2026, 3, 1), None, False),
        ("2024-08-31", None, date(2026, 2, 28), 18, False),
    ],
)
def test_age_counts_from_publication(
    published: str | None, period: str | None, today: date, months: int | None, aged: bool
) -> None:
    assert age_months(published, period, today) == months
    assert is_aged(published, period, today) is aged
