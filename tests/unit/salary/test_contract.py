"""A contractor's rate is placed as the pay of an employee, who has benefits beside it."""

import pytest

from tools.errors import UsageError
from tools.salary import lookup
from tools.salary.contract import as_employee, employer_costs


def test_the_release_adds_up() -> None:
    held = {figure.statistic: float(figure.value) for figure in employer_costs().figures}
    assert held["wages"] + held["benefits"] == pytest.approx(held["total"])
    assert held["wages"] / held["total"] * 100 == pytest.approx(held["share of wages"], abs=0.06)
    assert held["share of wages"] + held["share of benefits"] == pytest.approx(100)


@pytest.mark.parametrize("rate", [65, 135_200])
def test_a_rate_is_placed_without_the_benefits(rate: float) -> None:
    contract = lookup("web developer", "Portland, OR", pay=rate, contract=True)
    plain = lookup("web developer", "Portland, OR", pay=as_employee(rate))
    assert contract.estimates == plain.estimates and as_employee(rate) < rate
    assert employer_costs() in contract.evidence and employer_costs() not in plain.evidence


def test_without_a_pay_the_rates_that_come_to_the_percentiles_are_told_with_their_parts() -> None:
    found = lookup("web developer", "Portland, OR", contract=True, hourly=True)
    (row,) = found.wages
    held = {figure.statistic: figure.value for item in found.evidence for figure in item.figures}
    assert row.p50 is not None and held["contract wage p50"] == row.p50
    assert held["contract cost p50"] == pytest.approx(float(row.p50) / 0.702, abs=0.01)
    assert held["contract rate p50"] == pytest.approx(float(row.p50) / 0.702 / 0.75, abs=0.01)
    assert employer_costs() in found.evidence and employer_costs() not in lookup("web developer").evidence
    with pytest.raises(UsageError):
        lookup("web developer", pay=-1, contract=True)


def test_a_grade_counts_no_years() -> None:
    assert not any(band.level for band in lookup("AI engineer", level="GS-12").reported)
    assert any("not a level that is known" in note for note in lookup("AI engineer", level="GS-12").notes)
