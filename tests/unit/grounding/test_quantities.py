"""Numbers and dates as people write them."""

import pytest

from agent.grounding.tokens import find_periods
from tests.prose.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$135,980 a year", [(135980, "USD/year")]),
        ("US$135,980", [(135980, "USD")]),
        ("USD135980", [(135980, "USD")]),
        ("135,980 dollars per annum", [(135980, "USD/year")]),
        ("$80-120k", [(80000, "USD"), (120000, "USD")]),
        ("between $80,000 and $120,000 a year", [(80000, "USD/year"), (120000, "USD/year")]),
        ("$31.20 an hour, up from $22.10", [(31.2, "USD/hour"), (22.1, "USD/hour")]),
        ("an hourly median of $45.10", [(45.1, "USD/hour")]),
        ("€50k", [(50000, "EUR")]),
        ("EUR 60,000", [(60000, "EUR")]),
        ("6 to 8 hours", [(6, "hours"), (8, "hours")]),
        ("6h", [(6, "hours")]),
        ("10 percent, -31.4%", [(10, "%"), (-31.4, "%")]),
        ("1.65 million jobs", [(1650000, "count")]),
        ("one hundred and thirty-five thousand dollars", [(135000, "USD")]),
        ("twelve weeks", [(12, "weeks")]),
        ("half a million people", [(500000, "count")]),
        ("one of three things", []),
        ("5G and 3D and OAuth2", []),
    ],
)
def test_numbers_with_their_units(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(item.value, item.unit) for item in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("stated", "value", "same"),
    [
        ("$136k", 135980, True),
        ("$135k", 135980, False),
        ("$136,000", 135980, False),
        ("about $136,000", 135980, True),
        ("about $140,000", 135980, True),
        ("34%", 33.5, True),
        ("33.5%", 33.4, False),
        ("1.65 million", 1654440, True),
    ],
)
def test_a_number_stands_for_what_rounds_to_it(stated: str, value: float, same: bool) -> None:
    assert find_quantities(stated)[0].equals(value) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 2025", [(2025, 5, None, None)]),
        ("2025-05", [(2025, 5, None, None)]),
        ("2025-35 and 2025 to 2035", [(2025, None, None, 2035)] * 2),
        ("22 November to 19 December 2026", [(None, 11, 22, None), (2026, 12, 19, None)]),
        ("July 5th, 2024", [(2024, 7, 5, None)]),
        ("in 2025", [(2025, None, None, None)]),
        ("$2025 and 2025 jobs", []),
        ("you may 10 times", []),
    ],
)
def test_periods(text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert [*map(tuple, find_periods(text))] == expected
