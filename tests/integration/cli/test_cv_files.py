"""A CV as a file, from the command to the profile and the document."""

from pathlib import Path

import pytest

from agent.session.handed_files import read_handed_file
from agent.terminal.cli import main
from benchmarks.cv import FIELDS, Expected, expected_in, right_of
from tests.integration.cli.conftest import Ran

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> pytest.CaptureFixture[str]:
    monkeypatch.setenv("COACH_TODAY", "2026-11-22")
    return capsys


def ran(said: pytest.CaptureFixture[str], *args: str) -> Ran:
    status = main(args)
    out, err = said.readouterr()
    return Ran(status, out, err)


def test_a_cv_alone_fills_the_profile_and_says_what_it_read(said: pytest.CaptureFixture[str]) -> None:
    document = ran(said, "ask", "--cv", str(DATA / "cv" / "resume.json"), "--offline", "--json").document
    assert document["profile"]["current_role"] == "Senior Platform Engineer"
    assert document["profile"]["years_experience"] == 10
    assert [job["start"] for job in document["cv"]["jobs"]] == ["2021-05", "2017-02"]
    assert document["cv"]["unplaced"] == []
    assert "Senior Platform Engineer, your 10 years" in document["reply"]


def test_a_message_is_said_after_the_cv_in_its_thread(said: pytest.CaptureFixture[str]) -> None:
    path = str(DATA / "documents" / "layout_table_cv.docx")
    document = ran(
        said, "ask", "What does a welder earn in Ohio?", "--cv", path, "--offline", "--json"
    ).document
    assert document["profile"]["current_role"] == "Reporting Analyst"
    assert document["cv"]["jobs"][0]["start"] == "2019-01"
    assert [tool["name"] for tool in document["tools"]] == ["lookup_salary"]


def test_what_a_reader_left_out_is_said_beside_the_document(said: pytest.CaptureFixture[str]) -> None:
    done = ran(said, "ask", "--cv", str(DATA / "documents" / "mixed_scan.pdf"), "--offline", "--json")
    assert done.document["cv"] is not None
    assert "scanned" in done.err


@pytest.mark.parametrize(
    "expected",
    [each for folder in ("cv", "cv_files") for each in expected_in(DATA / folder)],
    ids=lambda each: each.path.name,
)
def test_files_are_read_right_whatever_stands_in_their_columns(expected: Expected) -> None:
    assert right_of(read_handed_file(expected.path, "CV").text, expected) == set(FIELDS)


def test_a_file_that_is_none_fails_in_one_line(said: pytest.CaptureFixture[str]) -> None:
    done = ran(said, "ask", "--cv", "nowhere.pdf", "--json")
    assert done.status == 2
    assert "nowhere.pdf" in done.document["error"]["message"]
    assert ran(said, "ask").status == 2
