"""What a summary answers: official figures for the place, dated facts about the role, nobody else's."""

import pytest

from tools import market
from tools.errors import UsageError
from tools.market.models import MarketDocument, MarketFact
from tools.oews.cells import area_cells, industry_cells, read_cell


def notes(document: MarketDocument) -> str:
    return " ".join(document.notes)


def figures(document: MarketDocument) -> list[MarketFact]:
    return [*document.demand, *document.trends]


def test_a_place_has_its_employment_and_concentration() -> None:
    document = market.summarize("software developer", "Austin")
    cell = read_cell("15-1252", "0012420")
    assert cell is not None and document.area == cell.area.name
    held = {(fact.statistic, fact.value) for fact in document.demand if fact.place == cell.area.name}
    assert held >= {
        ("employment", cell.employment),
        ("per_thousand", cell.per_thousand),
        ("location_quotient", cell.location_quotient),
    }


def test_places_are_ranked_by_employment_and_by_median() -> None:
    document = market.summarize("registered nurse")
    cells = [*area_cells("29-1141", "metro"), *area_cells("29-1141", "nonmetro")]
    jobs = [place for place in document.top_areas if place.statistic == "employment"]
    pay = [place for place in document.top_areas if place.statistic == "p50"]
    assert len(jobs) == len(pay) == 5
    assert jobs[0].value == max(cell.employment or 0 for cell in cells)
    assert pay[0].value == max(cell.p50 or 0 for cell in cells if (cell.employment or 0) >= 100)
    assert [place.value for place in pay] == sorted((place.value for place in pay), reverse=True)
    assert {place.unit for place in jobs} == {"jobs"} and {place.unit for place in pay} == {"USD/year"}


def test_a_state_ranks_its_own_places() -> None:
    document = market.summarize("registered nurse", "Ohio")
    assert all("OH" in place.area or "Ohio" in place.area for place in document.top_areas)
    assert "in Ohio" in notes(document)


def test_industries_are_the_largest_groups_of_the_nation() -> None:
    document = market.summarize("registered nurse")
    groups = [cell for cell in industry_cells("29-1141", level=4) if (cell.industry or "").endswith("00")]
    assert document.top_industries[0].employment == max(cell.employment or 0 for cell in groups)
    assert "Hospitals" in document.top_industries[0].industry


def test_every_figure_shown_is_in_the_evidence() -> None:
    document = market.summarize("AI engineer", "Austin")
    held = {(figure.value, figure.unit) for evidence in document.evidence for figure in evidence.figures}
    shown = [(fact.value, fact.unit) for fact in figures(document)]
    shown += [(place.value, place.unit) for place in document.top_areas]
    shown += [(row.employment, "jobs") for row in document.top_industries if row.employment is not None]
    shown += [(row.share, "%") for row in document.technologies if row.share is not None]
    assert shown and set(shown) <= held
    for evidence in document.evidence:
        assert evidence.source.title and evidence.kind == "market"
        assert all(figure.period for figure in evidence.figures)


def test_growth_comes_newest_first_with_vintage_and_population() -> None:
    growth = [fact for fact in market.summarize("software developer").demand if fact.statistic == "growth"]
    assert [(fact.value, fact.period) for fact in growth] == [
        (10, "2025-35"),
        (15, "2024-34"),
        (17, "2023-33"),
        (25, "2022-32"),
    ]
    assert [fact.superseded for fact in growth] == [False, False, True, True]
    assert "testers" in growth[1].subject and "testers" not in growth[0].subject


def test_age_is_counted_from_the_coachs_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_TODAY", "2026-11-22")
    by_label = {(fact.source, fact.value): fact for fact in figures(market.summarize("AI engineer"))}
    old = next(fact for (source, value), fact in by_label.items() if "Gartner" in source and value == 80)
    new = next(fact for (source, value), fact in by_label.items() if "LinkedIn" in source and value == 75_000)
    assert old.aged and not new.aged
    monkeypatch.setenv("COACH_TODAY", "2024-11-22")
    assert not any(
        "Gartner" in fact.source and fact.aged for fact in figures(market.summarize("AI engineer"))
    )


def test_official_figures_age_from_their_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_TODAY", "2027-01-15")
    official = market.summarize("registered nurse").demand[0]
    assert official.published is not None and official.published.startswith("2026")
    assert official.period == "2025-05" and not official.aged


def test_disagreeing_sources_stand_side_by_side() -> None:
    document = market.summarize("AI engineer")
    premiums = {fact.value: fact for fact in document.trends if "premium" in fact.label and fact.unit == "%"}
    assert {6, 19, 18, 28, 56} <= set(premiums)
    assert all(premiums[value].note for value in (6, 18, 28, 56))
    assert "second-hand" in (premiums[18].trust or "")
    assert "not averaged" in notes(document)


def test_claims_without_a_named_source_are_marked() -> None:
    document = market.summarize("AI backend engineer")
    claims = {fact.value: fact for fact in document.trends if fact.value in {-14, 32, 3000, 300}}
    assert set(claims) == {-14, 32, 3000, 300}
    assert all("not named" in (fact.trust or "") for fact in claims.values())
    assert all("not found in that study" in (claims[value].note or "") for value in (-14, 32, 3000))


def test_technologies_are_shares_where_held_and_marks_elsewhere() -> None:
    shares = market.summarize("AI engineer").technologies
    assert shares[0].name == "Python" and shares[0].share == 82.2
    marks = market.summarize("software developer").technologies
    assert marks and all(row.share is None and "O*NET" in row.source for row in marks)


@pytest.mark.parametrize(
    "role", ["registered nurse", "electrician", "truck driver", "accountant", "high school teacher"]
)
def test_other_roles_see_no_figures_of_software(role: str) -> None:
    document = market.summarize(role, "Texas")
    assert {fact.trust for fact in document.demand} == {"official statistics"}
    assert document.trends == []
    assert "No trend of job postings is held" in notes(document)
    publishers = {evidence.source.publisher or "" for evidence in document.evidence}
    assert all("U.S." in publisher for publisher in publishers)


@pytest.mark.parametrize(
    ("role", "place"),
    [("zorblax", "Ohio"), ("AI engineer", "Germany"), ("AI engineer", "Narnia"), ("carpenter", "Portland")],
)
def test_what_is_not_known_has_no_figures(role: str, place: str) -> None:
    document = market.summarize(role, place)
    assert not (document.demand or document.trends or document.top_areas or document.evidence)
    assert not (document.technologies or document.top_industries)
    assert document.notes


def test_an_ambiguous_place_lists_its_candidates() -> None:
    assert len(market.summarize("carpenter", "Portland").ambiguous) >= 2


def test_unpublished_employment_is_said_and_the_larger_area_labelled() -> None:
    from tools.oews.snapshot import connection
    from tools.oews.tables import areas, occupations

    rows = connection().execute(
        "SELECT key FROM cell WHERE key LIKE 'OEUM%' AND f01 = '8' AND substr(key, 12, 6) = '000000' ORDER BY key"
    )
    cells = ((f"{key[17:19]}-{key[19:]}", key[4:11]) for (key,) in rows)
    code, area = next((code, area) for code, area in cells if code in occupations() and area in areas())
    document = market.summarize(occupations()[code].title, areas()[area].name)
    assert "employment is not published (Estimate not released" in notes(document)
    assert "shown in its place" in notes(document)


def test_an_empty_role_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        market.summarize(" ")


def test_no_feed_is_used_unless_configured() -> None:
    document = market.summarize("electrician")
    assert not any("postings" in note and "Live" in note for note in document.notes)


def test_a_half_configured_feed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_ADZUNA_APP_ID", "only-the-id")
    document = market.summarize("electrician")
    assert "only one is set" in notes(document) and "only-the-id" not in document.model_dump_json()
