"""Pay tables that a person keeps in COACH_HOME/pay."""

from pathlib import Path

import pytest

from tools import salary
from tools.salary.models import SalaryDocument

HEADER = "role,country,place,company,level,years_min,years_max,low,high,currency,per,measures,publisher,published,url\n"


@pytest.fixture
def table(own_home: Path) -> Path:
    folder = own_home / "pay"
    folder.mkdir(parents=True)
    path = folder / "europe.csv"
    path.write_text(
        HEADER
        + "software developer,Germany,,,,,,55000,82000,EUR,year,base salary,A survey,2026-03,https://example.org/a\n"
        + "software developer,Germany,Berlin,,,,,60000,90000,EUR,year,base salary,A survey,2026-03,\n"
        + "software developer,Germany,,,senior,6,,80000,110000,EUR,year,base salary,A survey,2026-03,\n"
        + "nurse,France,,,,,,2400,3100,EUR,month,gross pay,Un office,2025,\n"
        + "software developer,United States,,Acme,,,,150000,,USD,year,total pay,Acme,2026,\n",
        encoding="utf-8",
    )
    return path


def bands(document: SalaryDocument) -> set[tuple[float, float, str]]:
    return {(band.low, band.high, band.unit) for band in document.reported}


def test_a_country_answers_in_its_own_currency_and_period(table: Path) -> None:
    document = salary.lookup("software developer", "Germany")
    assert bands(document) == {
        (55_000, 82_000, "EUR/year"),
        (60_000, 90_000, "EUR/year"),
        (80_000, 110_000, "EUR/year"),
    }
    assert not document.wages
    assert any("own table" in note and "Germany" in note for note in document.notes)
    evidence = document.evidence[0]
    assert evidence.source.publisher == "A survey" and evidence.source.date == "2026-03"
    assert {figure.unit for figure in evidence.figures} == {"EUR/year"}
    assert bands(salary.lookup("nurse", "France")) == {(2_400, 3_100, "EUR/month")}


def test_a_city_has_its_own_line_and_no_other_citys(table: Path) -> None:
    berlin: tuple[float, float, str] = (60_000, 90_000, "EUR/year")
    assert berlin in bands(salary.lookup("Software developers", "Berlin, Germany"))
    munich = bands(salary.lookup("software developer", "Munich, Germany"))
    assert munich == {(55_000, 82_000, "EUR/year"), (80_000, 110_000, "EUR/year")}


def test_a_level_selects_among_own_lines(table: Path) -> None:
    assert bands(salary.lookup("software developer", "Germany", "senior")) == {(80_000, 110_000, "EUR/year")}
    assert bands(salary.lookup("software developer", "Germany", "8 years")) == {(80_000, 110_000, "EUR/year")}


def test_other_roles_and_countries_stay_out(table: Path) -> None:
    assert bands(salary.lookup("nurse", "Germany")) == set()
    assert bands(salary.lookup("software developer", "France")) == set()
    assert bands(salary.lookup("software developer", "Ohio")) == {(150_000, 150_000, "USD/year")}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("nurse,Spain,,,,,,,,EUR,year,,A,2026,", "'low' is empty"),
        ("nurse,Spain,,,,,,many,,EUR,year,,A,2026,", "left out"),
        ("nurse,Spain,,,,,,50,20,EUR,year,,A,2026,", "low first"),
        ("nurse,Spain,,,,,,20,50,EUR,decade,,A,2026,", "'per' must be"),
        ("nurse,Spain,,,,,,20,50,EUR,year,,,2026,", "'publisher' is empty"),
        ("nurse,Spain,,,,,,-20,50,EUR,year,,A,2026,", "amounts"),
    ],
)
def test_a_bad_line_is_left_out_and_said(table: Path, line: str, problem: str) -> None:
    table.write_text(HEADER + line + "\n", encoding="utf-8")
    document = salary.lookup("nurse", "Spain")
    assert document.reported == []
    assert any("europe.csv, line 2" in note and problem in note for note in document.notes)


@pytest.mark.parametrize("content", [b"", b"a,b,c\n1,2,3\n", b"\xff\xfe\x00\x81", b"role\x00,country\n"])
def test_a_broken_file_is_said_and_the_answer_stands(table: Path, content: bytes) -> None:
    table.write_bytes(content)
    document = salary.lookup("nurse", "Ohio")
    assert document.wages
    assert any("europe.csv" in note and "left out" in note for note in document.notes)


def test_the_documented_example_works(own_home: Path) -> None:
    text = (Path(__file__).parents[3] / "docs" / "pay-format.md").read_text(encoding="utf-8")
    example = text.partition("```csv\n")[2].partition("```")[0]
    folder = own_home / "pay"
    folder.mkdir(parents=True)
    (folder / "example.csv").write_text(example, encoding="utf-8")
    found = bands(salary.lookup("software developer", "Berlin, Germany"))
    assert found == {(55_000, 82_000, "EUR/year"), (60_000, 90_000, "EUR/year")}
