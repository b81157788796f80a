"""Interpolation between published percentiles, and what is not estimated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.evidence import Number
from tools.salary.estimate import estimate, in_unit, ordinal
from tools.salary.models import WageRow


def row(
    *values: Number | None, employment: int | None = 1000, unit: str = "USD/year", name: str = "Somewhere"
) -> WageRow:
    percentiles = dict(zip(("p10", "p25", "p50", "p75", "p90"), values, strict=True))
    return WageRow.model_validate(
        {
            "occupation": "15-1252",
            "area": name,
            "area_code": "0000000",
            "employment": employment,
            "unit": unit,
            **percentiles,
        }
    )


FULL = row(50_000, 60_000, 80_000, 100_000, 150_000)


@pytest.mark.parametrize(
    ("pay", "percentile", "above"),
    [(50_000, 10, 900), (55_000, 18, 820), (80_000, 50, 500), (90_000, 62, 380), (150_000, 90, 100)],
)
def test_between_percentiles_it_interpolates(pay: int, percentile: int, above: int) -> None:
    found = estimate(FULL, pay)
    assert found is not None
    assert (found.percentile, found.jobs_above) == (percentile, above)
    assert "estimate" in found.text and f"{100 - percentile} %" in found.text


@pytest.mark.parametrize(("pay", "words"), [(49_999, "below the 10th"), (150_001, "above the 90th")])
def test_outside_the_percentiles_nothing_is_extrapolated(pay: int, words: str) -> None:
    found = estimate(FULL, pay)
    assert found is not None
    assert found.percentile is None and found.jobs_above is None
    assert words in found.text


def test_an_unpublished_upper_percentile_bounds_the_answer() -> None:
    capped = row(120_000, 180_000, 220_000, None, None)
    found = estimate(capped, 230_000)
    assert found is not None
    assert (found.percentile, found.at_least, found.at_most) == (None, 50, 75)
    beyond = estimate(capped, 300_000)
    assert beyond is not None
    assert (beyond.percentile, beyond.at_least, beyond.at_most) == (None, 50, 100)


def test_a_row_without_percentiles_gives_no_estimate() -> None:
    assert estimate(row(None, None, None, None, None), 100_000) is None


def test_hourly_and_annual_pay_meet_at_2080_hours() -> None:
    assert in_unit(50, "USD/year") == 104_000
    assert in_unit(104_000, "USD/hour") == 50
    hourly = estimate(row(10.5, 12.0, 20.0, 30.0, 40.0, unit="USD/hour"), 41_600)
    assert hourly is not None and hourly.pay == 20 and hourly.percentile == 50


def test_equal_neighbouring_percentiles_do_not_divide_by_zero() -> None:
    found = estimate(row(50_000, 50_000, 50_000, 60_000, 70_000), 50_000)
    assert found is not None and found.percentile is not None and 10 <= found.percentile <= 50


def test_unknown_employment_leaves_the_jobs_out() -> None:
    found = estimate(row(50_000, 60_000, 80_000, 100_000, 150_000, employment=None), 90_000)
    assert found is not None and found.percentile == 62 and found.jobs_above is None


@given(
    st.lists(st.integers(20_000, 239_000), min_size=5, max_size=5).map(sorted),
    st.integers(20_000, 239_000),
    st.integers(0, 50_000),
)
def test_more_pay_never_stands_lower(values: list[int], pay: int, more: int) -> None:
    lower, higher = estimate(row(*values), pay), estimate(row(*values), pay + more)
    assert lower is not None and higher is not None
    assert lower.at_least <= higher.at_least
    if lower.percentile is not None and higher.percentile is not None and more:
        assert higher.percentile >= lower.percentile or pay == pay + more
    assert lower.at_least <= (lower.percentile or lower.at_least) <= lower.at_most


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (21, "21st"), (90, "90th")],
)
def test_ordinals(value: int, text: str) -> None:
    assert ordinal(value) == text
