"""`coach gap`: a posting's file read by the tagger, against a thread and against nobody."""

from pathlib import Path

import pytest

from agent.terminal.cli import main
from tests.integration.cli.conftest import Ran

pytest.importorskip("agent.nlu.tagger", reason="the tagger is not in this tree")

SAVED = Path(__file__).parents[2] / "data" / "documents" / "saved_job.html"
POSTING = """Data Analyst - Hartwell Insurance - Columbus, OH

Requirements
- 2+ years of experience
- Strong SQL
- Python

Pay: $58,000 - $66,000 per year
"""


def ran(capsys: pytest.CaptureFixture[str], *args: str) -> Ran:
    status = main(args)
    out, err = capsys.readouterr()
    return Ran(status, out, err)


def test_a_posting_is_compared_with_a_thread(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING, encoding="utf-8")
    ran(
        capsys, "ask", "I work as an accounting clerk and I know SQL.", "--thread", "t", "--offline", "--json"
    )
    document = ran(capsys, "gap", str(path), "--thread", "t", "--json").document
    assert "SQL" in document["there"]
    assert "Python" in [each["skill"] for each in document["learnable"]]
    assert (document["pay"]["low"], document["pay"]["high"]) == (58_000, 66_000)


def test_a_saved_page_is_read_and_nobody_known_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    document = ran(capsys, "gap", str(SAVED), "--json").document
    assert document["title"] == "Analytics Engineer"
    assert document["asked"] == ["SQL", "dbt", "Python"]
    assert document["pay"]["low"] == 98_000
    assert document["there"] == []
    assert "Nothing is known of you" in " ".join(document["notes"])


def test_a_file_that_is_none_fails_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "gap", "nowhere.html", "--json").document["error"]["code"] == "usage"
