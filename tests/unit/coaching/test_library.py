"""The library's answer: one whole passage, a list stays whole, "not held" only after a search."""

from pathlib import Path

from tests.unit.coaching.replying import reply, wish
from tools.documents import ingest


def test_a_list_stays_whole() -> None:
    said = reply(wish("library", query="what are the steps to become an ai engineer, like in order"))
    assert [row.partition(".")[0] for row in said.text.splitlines() if row[:1].isdigit()] == list("123456789")
    assert said.unsupported == []


def test_a_passage_is_told_whole_without_its_source_line() -> None:
    said = reply(wish("library", query="is AI going to replace backend engineers"))
    for told in ("not replaced", "80%", "Gartner", "2027"):
        assert told in said.text
    assert "Source:" not in said.text
    assert "###" not in said.text
    assert said.unsupported == []


def test_other_work_is_no_question_for_a_library_about_ai() -> None:
    said = reply(wish("library", "nurse", query="what does a nurse do all day"))
    assert "nurses" in said.text
    assert "degree" in said.text
    assert said.view.findings.searches
    assert said.unsupported == []


def test_what_is_not_held_is_said_after_a_search() -> None:
    said = reply(wish("library", query="how do I bake sourdough bread"))
    assert "no answer" in said.text
    assert [found.result.name for found in said.view.findings.searches] == ["search_documents"]


def test_what_the_person_added_is_quoted_as_theirs(tmp_path: Path) -> None:
    own = tmp_path / "nursing.md"
    own.write_text(
        "# Nursing handbook\n\n## Shifts\nA night shift on ward seven begins at nine in the evening.\n"
    )
    ingest([own])
    said = reply(wish("library", "nurse", query="when does a night shift on ward seven begin"))
    assert "Nursing handbook" in said.text
    assert "> A night shift on ward seven begins at nine" in said.text


def test_replies_hold_the_answers_of_questions_written_before_the_texts() -> None:
    from benchmarks.library import AIMED, share

    assert share("open") >= AIMED
