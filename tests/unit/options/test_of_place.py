"""Occupations of a place, for somebody whose work is not known."""

import pytest

from tools.evidence import Evidence
from tools.oews.cells import read_cell
from tools.oews.tables import areas
from tools.options import suggest
from tools.options.conditions import meets_all
from tools.options.of_place import middle_of_all
from tools.options.thresholds import FEW_JOBS, MOST_OPTIONS


def code_of(name: str) -> str:
    return next(area.code for area in areas().values() if area.name == name)


@pytest.mark.parametrize("place", ["Tucson, AZ", "Chattanooga, TN-GA", "Wyoming"])
def test_what_is_listed_is_published_there_and_pays_more_than_half_of_all_jobs(place: str) -> None:
    document = suggest(None, place, no_degree=True)
    assert document.role == "" and document.present is None and len(document.options) == MOST_OPTIONS
    middle = middle_of_all(areas()[code_of(place)])
    for option in document.options:
        cell = read_cell(option.code, code_of(place))
        assert (
            cell is not None and cell.p50 == option.wages.p50 and cell.employment == option.wages.employment
        )
        assert middle is not None and option.wages.p50 is not None and option.wages.p50 >= middle
        assert (option.wages.employment or 0) >= FEW_JOBS and (option.school_years or 0) <= 2
        assert not option.title.startswith("First-Line Supervisors") and not option.code.startswith("11-")
    jobs = [option.wages.employment or 0 for option in document.options]
    assert jobs == sorted(jobs, reverse=True)
    held = {(each.label, each.value) for item in document.evidence for each in item.figures}
    assert all(("median wage", option.wages.p50) in held for option in document.options)
    assert all(isinstance(item, Evidence) and item.source.title for item in document.evidence)


def test_wishes_for_the_work_and_a_least_pay_are_kept() -> None:
    document = suggest(None, "Boise", no_degree=True, min_pay=60_000, conditions=["outdoors"])
    assert document.options
    for option in document.options:
        assert (option.wages.p50 or 0) >= 60_000 and meets_all(option.code, ("outdoors",))
    assert not suggest(None, "Boise", no_degree=True, min_pay=400_000).options


def test_a_place_that_may_be_several_or_is_misspelt_is_asked_back() -> None:
    assert suggest(None, "Columbus").ambiguous and not suggest(None, "Columbus").options
    assert "Tucson" in " ".join(suggest(None, "Tuscon").near or [suggest(None, "Tuscon").area or ""])
