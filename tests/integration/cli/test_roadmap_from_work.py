"""`coach roadmap --from ROLE --years N`: work held counts, and says so."""

from tests.integration.cli.conftest import Run


def test_work_held_shortens_the_roadmap(coach: Run) -> None:
    whole = coach("roadmap", "AI engineer", "--json").document
    ran = coach("roadmap", "AI engineer", "--from", "backend developer", "--years", "4", "--json")
    assert ran.status == 0 and ran.document["total_hours"] < whole["total_hours"]
    assert {"4 years as a back-end developer"} <= {entry["why"] for entry in ran.document["gap"]}
    shown = coach("roadmap", "AI engineer", "--from", "backend developer", "--missing", "Git").out
    assert "Taken as known from work as a back-end developer" in shown


def test_wrong_work_or_years(coach: Run) -> None:
    assert coach("roadmap", "AI engineer", "--years", "4").status == 2
    assert coach("roadmap", "AI engineer", "--from", "").status == 2
    ran = coach("roadmap", "AI engineer", "--from", "cook", "--years", "-1")
    assert ran.status == 2 and "years at work" in ran.err
