"""What people do all day: every occupation and every role beside AI has its sentence."""

from tools.oews.tables import occupations, read_table
from tools.roadmap.work import work_of


def test_every_occupation_has_a_sentence_that_goes_on_after_they() -> None:
    rows = {row["code"]: row["work"] for row in read_table("occupation_work")}
    assert set(occupations()) <= set(rows)
    for work in rows.values():
        assert work[0].islower() and work[-1].isalpha() and not any(mark in work for mark in '0123456789;"')


def test_a_role_is_told_by_its_own_sentence_and_not_by_that_of_its_stand_in() -> None:
    assert "dashboards" in (work_of("data analyst") or "")
    assert "torches" in (work_of("welder") or "")
    assert work_of("wizard of the north") is None


def test_a_title_whose_work_is_not_that_of_most_is_told_by_its_own_sentence() -> None:
    assert "insurers" in (work_of("RN case management") or "")
    assert "coverage rules" in (work_of("utilization review nurse") or "")
    assert "medicines" in (work_of("registered nurse") or "")
