"""States ranked for an occupation, wages by the hour, and occupations ranked for a place."""

from itertools import pairwise

import pytest

from tools.errors import UsageError
from tools.oews.cells import read_cell, read_hourly_cell
from tools.oews.tables import areas, occupations
from tools.salary import by_state, compare, lookup

TEACHERS, NURSES = "25-2021", "29-1141"


def test_states_are_ranked_by_the_median_with_every_figure_in_the_evidence() -> None:
    document = by_state("registered nurse")
    medians = [row.p50 for row in document.states if row.p50 is not None]
    assert len(medians) == len(document.states)
    assert document.occupation == NURSES and medians == sorted(medians, reverse=True)
    assert [row.rank for row in document.states[:3]] == [1, 2, 3]
    for row in document.states:
        cell = read_cell(NURSES, row.area_code)
        assert cell is not None and cell.p50 == row.p50 and areas()[row.area_code].kind == "state"
    named = {*document.not_published, *(row.area for row in document.states)}
    assert len(named) == len([area for area in areas().values() if area.kind == "state"])
    (evidence,) = document.evidence
    held = {figure.place: figure.value for figure in evidence.figures}
    assert all(held[row.area] == row.p50 for row in document.states)
    assert document.nation is not None and held["United States"] == document.nation.p50


def test_equal_medians_share_a_rank() -> None:
    for code in list(occupations())[:40]:
        rows = by_state(occupations()[code].title).states
        for before, after in pairwise(rows):
            assert (before.rank == after.rank) == (before.p50 == after.p50)


def test_purchasing_power_is_said_not_to_be_held() -> None:
    assert any("Purchasing power is not held" in note for note in by_state("welder").notes)
    places = compare([("welder", "Ohio"), ("welder", "Texas")])
    assert any("Purchasing power is not held" in note for note in places.notes)
    assert not any("Purchasing" in note for note in compare([("welder", "Ohio"), ("baker", "Ohio")]).notes)


def test_states_of_an_unknown_role_are_not_known() -> None:
    document = by_state("wizard of the moon")
    assert not document.states and any("Not known" in note for note in document.notes)
    with pytest.raises(UsageError, match="role is empty"):
        by_state(" ")


def test_annual_wages_are_shown_by_the_hour_at_2080_hours_and_that_is_said() -> None:
    document = lookup("elementary school teacher", "Ohio", hourly=True)
    row, annual = document.wages[0], read_cell(TEACHERS, "3900000")
    assert annual is not None and annual.p50 is not None
    assert row.unit == "USD/hour" and row.p50 == round(annual.p50 / 2080, 2)
    assert row.employment == annual.employment
    assert any("2,080 hours" in note for note in document.notes)
    assert all(
        "2,080 hours" in figure.label for figure in document.evidence[0].figures if "wage" in figure.label
    )


def test_wages_by_the_hour_that_are_published_are_taken_as_they_are() -> None:
    document = lookup("registered nurse", "Denver", hourly=True)
    cell = read_hourly_cell(NURSES, document.wages[0].area_code)
    annual = read_cell(NURSES, document.wages[0].area_code)
    assert cell is not None and annual is not None and annual.p50 and cell.p50
    assert cell.hours_a_year is None and document.wages[0].p50 == cell.p50
    assert cell.p50 * 2080 == pytest.approx(annual.p50, abs=11)
    assert not any("2,080" in note for note in document.notes)
    assert {row.unit for row in lookup("actor", hourly=True).wages} == {"USD/hour"}


def test_a_place_that_could_be_several_has_no_wages_by_the_hour() -> None:
    document = lookup("welder", "Portland", hourly=True)
    assert len(document.ambiguous) > 1 and not document.wages


def test_several_occupations_are_ranked_for_a_place() -> None:
    roles = ["welder", "actor", "electrician", "truck driver", "wizard of the moon"]
    document = compare([(role, "Toledo") for role in roles], ranked=True)
    medians = [row.p50 for row in document.rows if row.p50 is not None]
    assert medians == sorted(medians, reverse=True) and len(medians) == 3
    assert [row.p50 for row in document.rows[3:]] == [None, None]
    assert document.rows[0].gap == 0 and all((row.gap or 0) <= 0 for row in document.rows)


def test_pay_by_the_hour_is_ranked_at_2080_hours() -> None:
    document = compare([("welder", None), ("actor", None), ("surgeon", None)], ranked=True)
    yearly = [float(row.p50 or 0) * (2080 if row.unit == "USD/hour" else 1) for row in document.rows]
    assert {row.unit for row in document.rows if row.p50} == {"USD/hour", "USD/year"}
    assert yearly == sorted(yearly, reverse=True)
    assert any("2,080 hours a year" in note for note in document.notes)


def test_the_areas_of_a_state_are_ranked_beside_the_state_as_a_whole() -> None:
    document = by_state("welder", "Texas")
    medians = [row.p50 for row in document.states if row.p50 is not None]
    assert document.within == "Texas" and len(medians) > 10 and medians == sorted(medians, reverse=True)
    assert {areas()[row.area_code].kind for row in document.states} == {"metro", "nonmetro"}
    assert {areas()[row.area_code].state for row in document.states} == {"48"}
    assert document.nation is not None and document.nation.area == "Texas"
    assert {figure.place for figure in document.evidence[0].figures} >= {row.area for row in document.states}


def test_a_town_stands_for_its_state_and_what_is_none_is_said() -> None:
    assert by_state("welder", "Dayton, Ohio").within == "Ohio"
    with pytest.raises(UsageError, match="no state"):
        by_state("welder", "Germany")
