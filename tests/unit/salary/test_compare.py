"""Roles, places and dates in one table."""

import pytest

from tools import salary
from tools.errors import UsageError
from tools.salary.models import PayRequest


def test_gaps_are_absolute_and_relative_to_the_first_row() -> None:
    first, second = salary.compare([("registered nurse", "Ohio"), ("registered nurse", "Texas")]).rows
    assert first.p50 is not None and second.p50 is not None
    assert (first.gap, first.gap_percent) == (0, 0.0)
    assert second.gap == second.p50 - first.p50
    assert second.gap_percent == pytest.approx(100 * (second.p50 - first.p50) / first.p50, abs=0.05)


def test_dates_compare_where_an_earlier_edition_is_held() -> None:
    document = salary.compare(
        [PayRequest(role="software developer"), PayRequest(role="software developer", period="2023")]
    )
    now, then = document.rows
    assert (now.period, then.period) == ("2025-05", "2023-05")
    assert then.p50 == 132_270 and then.gap is not None and then.gap < 0
    assert any(figure.value == 132_270 for evidence in document.evidence for figure in evidence.figures)


@pytest.mark.parametrize(
    "request_",
    [
        PayRequest(role="electrician", period="2019"),
        PayRequest(role="software developer", location="Ohio", period="2023"),
    ],
)
def test_an_edition_that_is_not_held_has_no_figures(request_: PayRequest) -> None:
    document = salary.compare([request_])
    assert document.rows[0].p50 is None
    assert any("no wage of" in note for note in document.notes)


def test_hourly_and_annual_rows_have_no_gap_between_them() -> None:
    document = salary.compare([("registered nurse", None), ("actor", None)])
    assert document.rows[1].p50 is not None and document.rows[1].gap is None
    assert any("no gap" in note for note in document.notes)


def test_an_unknown_role_or_place_keeps_its_row_without_figures() -> None:
    document = salary.compare([("zorblax", "Ohio"), ("carpenter", "Narnia"), ("carpenter", "Ohio")])
    assert [row.p50 is None for row in document.rows] == [True, True, False]
    assert document.rows[2].gap == 0
    assert len(document.notes) >= 2


def test_an_empty_role_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        salary.compare([(" ", None)])
