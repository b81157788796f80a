"""Cells as OEWS publishes them: numbers, units, footnotes."""

from tools.oews.cells import area_cells, industries, industry_cells, read_cell
from tools.oews.snapshot import connection, period, source
from tools.oews.tables import areas, occupations


def test_a_published_cell_carries_every_number() -> None:
    cell = read_cell("15-1252", "0000000")
    assert cell is not None
    assert (cell.p10, cell.p25, cell.p50, cell.p75, cell.p90) == (82460, 105210, 135980, 171980, 214670)
    assert (cell.mean, cell.employment, cell.unit, cell.notes) == (148100, 1687890, "USD/year", [])
    assert cell.per_thousand is None
    assert cell.industry is None


def test_an_occupation_paid_by_the_hour_is_given_by_the_hour() -> None:
    cell = read_cell("27-2011", "0000000")
    assert cell is not None
    assert cell.unit == "USD/hour"
    assert cell.p50 is not None
    assert cell.p50 < 200
    assert any("hourly wages or annual salaries" in note for note in cell.notes)


def test_an_unreleased_cell_of_an_hourly_occupation_keeps_the_unit() -> None:
    cell = read_cell("27-2011", "0600000")
    assert cell is not None
    assert (cell.unit, cell.p50) == ("USD/hour", None)
    assert any(note.endswith("Estimate not released.") for note in cell.notes)


def test_an_occupation_paid_by_the_year_only_is_given_by_the_year() -> None:
    cell = read_cell("25-2021", "0000000")
    assert cell is not None
    assert cell.unit == "USD/year"
    assert cell.p50 is not None
    assert cell.p50 > 20000


def test_a_top_coded_percentile_is_null_with_the_footnote() -> None:
    cell = read_cell("29-1211", "0024340")
    assert cell is not None
    assert cell.p75 == 384800
    assert cell.p90 is None
    assert cell.notes == ["p90: This wage is equal to or greater than $115.00 per hour or $239,200 per year."]


def test_every_null_number_is_explained() -> None:
    names = ("p10", "p25", "p50", "p75", "p90", "mean", "employment")
    for occupation in ("29-1211", "27-2042", "15-1254", "11-1011", "53-2011"):
        for cell in [*area_cells(occupation, "metro"), *industry_cells(occupation)]:
            explained = {name.strip() for note in cell.notes for name in note.partition(":")[0].split(",")}
            assert {name for name in names if getattr(cell, name) is None} <= explained


def test_there_is_no_cell_for_what_oews_does_not_have() -> None:
    assert read_cell("99-9999", "0000000") is None
    assert read_cell("15-1252", "9999999") is None


def test_cells_by_area_and_by_industry() -> None:
    assert {cell.area.kind for cell in area_cells("29-1141", "state")} == {"state"}
    assert len(area_cells("29-1141", "state")) == 54
    assert len(area_cells("29-1141", "metro")) > 380
    sectors = industry_cells("29-1141", level=2)
    assert all(cell.industry and industries()[cell.industry].level == 2 for cell in sectors)
    assert all(cell.area.code == "0000000" for cell in sectors)


def test_the_tables_are_those_of_the_snapshot() -> None:
    database = connection()
    codes = {
        code for (code,) in database.execute("SELECT occupation_code FROM occupation WHERE display_level = 3")
    }
    assert {code.replace("-", "") for code in occupations()} == codes
    names = dict(database.execute("SELECT area_code, area_name FROM area").fetchall())
    assert {code: area.name for code, area in areas().items()} == names | {"0000000": "United States"}


def test_the_source_is_named_with_its_month() -> None:
    assert period() == "2025-05"
    found = source("15-1252, 0000000")
    assert found.publisher == "U.S. Bureau of Labor Statistics"
    assert (found.date, found.locator) == ("2025-05", "15-1252, 0000000")
