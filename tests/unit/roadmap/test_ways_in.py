"""What a job takes on paper, and the first step: one row an occupation, without figures."""

import re

from tools.oews.tables import occupations, read_table
from tools.roadmap.ways_in import first_step_of, papers_of


def test_every_occupation_has_a_first_step_and_no_row_a_figure() -> None:
    rows = {row["code"]: row for row in read_table("occupation_ways")}
    assert set(rows) == set(occupations())
    for row in rows.values():
        assert row["step"].endswith(".") and row["step"][0].isupper()
        assert not re.search(r"\d|\$", row["papers"] + row["step"])
        assert not row["papers"].endswith(".")


def test_a_nurse_needs_a_license_and_an_exam_and_an_unknown_job_has_no_row() -> None:
    papers = papers_of("registered nurse") or ""
    assert "license" in papers and "exam" in papers
    assert "nursing" in (first_step_of("registered nurse") or "")
    assert papers_of("wizard of the north") is None
