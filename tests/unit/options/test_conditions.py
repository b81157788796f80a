"""Conditions of work: every occupation has them, they filter what is suggested, and what is unknown is one clear line."""

from collections.abc import Sequence

import pytest

from tools.errors import UsageError
from tools.oews.tables import occupations, read_table
from tools.options import suggest
from tools.options.conditions import CONDITIONS, Condition, conditions_of

PEOPLE: list[tuple[str, str, Sequence[Condition]]] = [
    ("welder", "Tulsa", ("light",)),
    ("emergency medical technician", "Buffalo", ("quiet",)),
    ("line cook", "Boise", ("days",)),
    ("correctional officer", "Phoenix", ("days", "quiet")),
    ("bookkeeper", "Omaha", ("outdoors",)),
]


def test_every_occupation_has_conditions() -> None:
    assert [code for code in occupations() if conditions_of(code) is None] == []


@pytest.mark.parametrize(("role", "place", "wanted"), PEOPLE)
def test_only_work_that_meets_them_is_suggested(role: str, place: str, wanted: Sequence[Condition]) -> None:
    document = suggest(role, place, conditions=wanted)
    for option in document.options:
        assert option.conditions is not None
        assert all(option.conditions.meets(each) for each in wanted)
    assert any("general knowledge, no statistic" in note for note in document.notes)


def test_what_is_known_from_a_trade_counts_at_a_desk() -> None:
    """O*NET goes by tasks: near a welder it lists no light work."""
    found = suggest("welder", "Tulsa", conditions=["light"])
    assert "cost estimators" in {option.name for option in found.options}
    assert any("what is known from the work counts" in option.why for option in found.options)


def test_without_conditions_nothing_is_left_out_for_them() -> None:
    plain, any_ = suggest("welder", "Tulsa"), suggest("welder", "Tulsa", conditions=())
    assert plain == any_
    assert not any("general knowledge" in note for note in plain.notes)


def test_an_unknown_condition_is_one_line_that_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="Unknown condition: quietly") as raised:
        suggest("welder", "Tulsa", conditions=["quietly"])
    assert all(name in raised.value.hint for name in CONDITIONS)


def test_the_tables_hold_codes_of_the_release() -> None:
    rows = read_table("occupation_lighter")
    assert {row["code"] for row in rows} <= set(occupations())
    assert {row["basis"] for row in rows} == {"editorial"}
