"""What a lookup answers: rows, bands, notes and the evidence behind each."""

import re

import pytest

from tools import salary
from tools.errors import UsageError
from tools.oews.snapshot import connection
from tools.oews.tables import areas, occupations
from tools.salary.models import SalaryDocument


def notes(document: SalaryDocument) -> str:
    return " ".join(document.notes)


def test_a_known_role_and_place_has_all_percentiles_with_evidence() -> None:
    document = salary.lookup("registered nurse", "Ohio")
    assert document.occupations[0].code == "29-1141"
    row = document.wages[0]
    assert (row.area, row.area_code, row.unit) == ("Ohio", "3900000", "USD/year")
    values = [row.p10, row.p25, row.p50, row.p75, row.p90]
    assert all(value is not None for value in values) and values == sorted(value or 0 for value in values)
    evidence = document.evidence[0]
    assert evidence.kind == "salary" and evidence.source.publisher == "U.S. Bureau of Labor Statistics"
    assert {figure.statistic for figure in evidence.figures} == {
        "p10",
        "p25",
        "p50",
        "p75",
        "p90",
        "mean",
        "employment",
    }
    assert {figure.place for figure in evidence.figures} == {"Ohio"}
    assert {figure.period for figure in evidence.figures} == {"2025-05"}
    assert {figure.subject for figure in evidence.figures} == {"Registered Nurses (29-1141)"}


def test_every_number_of_the_wages_is_in_the_evidence() -> None:
    document = salary.lookup("data scientist", "Texas")
    held = {figure.value for evidence in document.evidence for figure in evidence.figures}
    for row in document.wages:
        for name in ("p10", "p25", "p50", "p75", "p90", "mean", "employment"):
            assert getattr(row, name) in held


def test_without_a_place_the_nation_is_meant() -> None:
    row = salary.lookup("electrician").wages[0]
    assert (row.area, row.area_code) == ("United States", "0000000")


def test_hourly_occupations_say_so() -> None:
    document = salary.lookup("actor")
    assert document.wages[0].unit == "USD/hour"
    assert document.evidence[0].figures[0].unit == "USD/hour"
    assert "hourly" in notes(document)


@pytest.mark.parametrize("role", ["", "   ", "\n\t"])
def test_an_empty_role_is_wrong_usage(role: str) -> None:
    with pytest.raises(UsageError):
        salary.lookup(role)


@pytest.mark.parametrize("pay", [0, -5, float("nan"), float("inf")])
def test_an_impossible_pay_is_wrong_usage(pay: float) -> None:
    with pytest.raises(UsageError):
        salary.lookup("nurse", pay=pay)


@pytest.mark.parametrize("role", ["chief happiness alchemist", "zorblax", "qwertyuiop asdf"])
def test_an_unknown_role_has_no_figures_of_others(role: str) -> None:
    document = salary.lookup(role, "Ohio", "senior", pay=100_000)
    assert not (document.occupations or document.wages or document.reported or document.estimates)
    assert document.evidence == []
    assert "Not known" in notes(document)


def test_an_ambiguous_place_has_candidates_and_no_wages() -> None:
    document = salary.lookup("carpenter", "Portland")
    assert document.wages == [] and document.evidence == []
    assert any("ME" in name for name in document.ambiguous) and any(
        "OR" in name for name in document.ambiguous
    )


def test_an_unknown_place_has_no_wages() -> None:
    document = salary.lookup("carpenter", "Narnia")
    assert document.wages == [] and document.evidence == [] and document.ambiguous == []
    assert "Narnia" in notes(document)


@pytest.mark.parametrize("place", ["Germany", "London, UK", "Toronto", "Bangalore"])
def test_a_foreign_place_has_no_wages_and_says_what_is_needed(place: str) -> None:
    document = salary.lookup("AI engineer", place)
    assert document.wages == [] and document.reported == [] and document.evidence == []
    assert "United States only" in notes(document) and "COACH_HOME/pay" in notes(document)


@pytest.mark.parametrize("place", ["remote", "Remote (US)", "work from home"])
def test_remote_work_is_answered_with_the_nation_and_said(place: str) -> None:
    document = salary.lookup("AI engineer", place)
    assert {row.area_code for row in document.wages} == {"0000000"}
    assert "no row for remote work" in notes(document)
    assert any(band.low == 165_000 for band in document.reported)


def local_cell(footnote: str) -> tuple[str, str]:
    """Occupation and area codes of the first local cell whose median carries a footnote."""
    rows = connection().execute(
        "SELECT key FROM cell WHERE key LIKE 'OEUM%' AND f13 = ? AND substr(key, 12, 6) = '000000' ORDER BY key",
        (footnote,),
    )
    cells = ((f"{key[17:19]}-{key[19:]}", key[4:11]) for (key,) in rows)
    return next((code, area) for code, area in cells if area in areas() and code in occupations())


def test_an_unpublished_cell_keeps_its_null_and_shows_state_and_nation_beside() -> None:
    code, area_code = local_cell("8")
    document = salary.lookup(occupations()[code].title, areas()[area_code].name)
    own = [row for row in document.wages if row.occupation == code]
    assert own[0].area_code == area_code and own[0].p50 is None
    assert [row.area_code for row in own[1:]] == [f"{areas()[area_code].state}00000", "0000000"]
    assert "Estimate not released" in notes(document) and "shown beside" in notes(document)
    assert "median" in notes(document) and not re.search(r"_|p50", notes(document))


def test_top_coded_wages_stay_null_with_the_footnote() -> None:
    code, area_code = local_cell("5")
    document = salary.lookup(occupations()[code].title, areas()[area_code].name, pay=150_000)
    assert document.wages[0].area_code == area_code and document.wages[0].p50 is None
    assert "equal to or greater than $115.00 per hour or $239,200 per year" in notes(document)


def test_stand_ins_are_labelled() -> None:
    document = salary.lookup("AI engineer")
    assert len(document.occupations) >= 2
    assert all("stand-in" in match.why for match in document.occupations)
    assert "no occupation of its own" in notes(document)


def test_an_occupation_is_listed_once() -> None:
    for role in ("AI backend engineer", "MLOps engineer", "data engineer", "nurse"):
        codes = [match.code for match in salary.lookup(role).occupations]
        assert len(codes) == len(set(codes)) > 0


def test_reported_bands_stand_for_their_role_only() -> None:
    assert {(80_000, 115_458), (146_246, 153_788), (185_833, 204_416), (120_000, 300_000)} <= {
        (band.low, band.high) for band in salary.lookup("AI engineer").reported
    }
    for role in ("nurse", "software developer", "electrician", "AI product manager"):
        assert salary.lookup(role).reported == []


def test_a_city_figure_stands_for_that_city_only() -> None:
    def lows(place: str | None) -> set[float]:
        return {band.low for band in salary.lookup("AI engineer", place).reported}

    assert 246_250 in lows("San Francisco")
    assert 246_250 not in lows("Denver") | lows(None)


def test_each_reported_band_has_evidence_source_measure_and_trust() -> None:
    document = salary.lookup("AI engineer")
    subjects = {figure.subject for evidence in document.evidence for figure in evidence.figures}
    for band in document.reported:
        assert band.label in subjects
        assert band.measures and band.trust and band.source.title and band.source.date


def test_unnamed_sources_are_marked() -> None:
    bands = [
        band
        for band in salary.lookup("AI backend engineer").reported
        if band.source.title == "AI Backend Engineer"
    ]
    assert bands and all("not named" in (band.trust or "") for band in bands)


def test_a_level_selects_its_bands_and_a_hole_names_its_neighbours() -> None:
    senior = salary.lookup("AI backend engineer", level="senior")
    assert (185_833, 204_416) in {(band.low, band.high) for band in senior.reported}
    assert {band.level for band in senior.reported} == {"senior"}
    hole = salary.lookup("AI backend engineer", level="1-3 years")
    assert hole.reported == []
    assert "No figure" in notes(hole) and "115,458" in notes(hole) and "146,246" in notes(hole)
    held = {figure.value for evidence in hole.evidence for figure in evidence.figures}
    assert {80_000, 115_458, 146_246, 153_788} <= held


def test_a_level_without_bands_is_said_and_is_no_percentile() -> None:
    document = salary.lookup("registered nurse", "Ohio", "senior")
    assert document.wages and document.reported == []
    assert "No figure" in notes(document) and "not a percentile" in notes(document)


def test_a_level_inside_the_title_counts() -> None:
    assert {band.level for band in salary.lookup("Senior AI engineer").reported} == {"senior"}


def test_few_observations_are_said() -> None:
    document = salary.lookup("AI engineer", level="entry")
    assert any(band.sample == 8 and "n=8" in band.label for band in document.reported)
    assert "only 8 observations" in notes(document)


def test_pay_is_placed_and_called_an_estimate() -> None:
    document = salary.lookup("software developer", "Texas", pay=120_000)
    found = document.estimates[0]
    assert found.percentile is not None and 10 < found.percentile < 90
    row = document.wages[0]
    assert row.p25 is not None and row.p75 is not None
    assert (found.percentile > 25) == (row.p25 < 120_000) and (found.percentile < 75) == (row.p75 > 120_000)
    evidence = document.evidence[-1]
    assert re.search(r"estimate", evidence.text) and "interpolated" in (evidence.source.locator or "")
    assert {figure.value for figure in evidence.figures} >= {
        120_000,
        found.percentile,
        100 - found.percentile,
    }


def test_hourly_pay_is_counted_at_2080_hours_and_said() -> None:
    document = salary.lookup("registered nurse", "Ohio", pay=45)
    assert document.estimates[0].pay == 93_600
    assert "2,080" in notes(document)


@pytest.mark.parametrize("text", ["x" * 201, "nurse \ud800"])
def test_what_is_not_text_or_endless_is_wrong_usage(text: str) -> None:
    with pytest.raises(UsageError):
        salary.lookup(text)
    with pytest.raises(UsageError):
        salary.lookup("nurse", text)
    with pytest.raises(UsageError):
        salary.lookup("nurse", level=text)


def test_control_characters_leave_no_trace() -> None:
    document = salary.lookup("\x1b[31mzorb\x00lax\x07", "Nar\x1bnia")
    assert document.role == "[31mzorb lax"
    assert all(note.isprintable() for note in document.notes)


def test_a_level_that_is_not_understood_is_said() -> None:
    document = salary.lookup("AI engineer", level="purple")
    assert "not a level that is known" in notes(document)
    assert document.reported and all(band.level is None for band in document.reported)


def test_years_that_reach_beyond_a_band_are_said() -> None:
    document = salary.lookup("AI backend engineer", level="5+ years")
    assert {(band.low, band.high) for band in document.reported} == {(185_833, 204_416)}
    assert "reaches beyond" in notes(document)


def test_a_wider_area_without_a_figure_is_not_called_shown() -> None:
    document = salary.lookup("statistician", "Boise")
    published = {row.area for row in document.wages if row.p50 is not None}
    assert published == {"United States"}
    assert [note for note in document.notes if "is shown beside" in note] == [
        "Statisticians: United States is shown beside Boise City, ID in its place; it is not the figure of Boise City, ID."
    ]
