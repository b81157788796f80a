from pathlib import Path

import pytest

from tools.documents import evidence_of, ingest, library, remove, search
from tools.errors import DocumentError, HomeError, IndexUnavailableError, UsageError

GARDEN = """# Gardening

## Watering
Tomatoes want a deep watering twice a week, early in the morning.

## Pruning
Cut apple trees in late winter, before the buds swell.
"""


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    folder = tmp_path / "garden"
    folder.mkdir()
    (folder / "garden.md").write_text(GARDEN, encoding="utf-8")
    return folder


def test_a_fresh_home_finds_the_embedded_library() -> None:
    found = search("How much does a senior AI backend engineer earn?")
    assert found.results[0].source.section == "Pay in the United States, 2024 > Salary by experience"
    assert "$185,833" in found.results[0].text
    assert [result.score for result in found.results] == sorted(
        (each.score for each in found.results), reverse=True
    )


@pytest.mark.parametrize("place", ["Toronto", "London", "Bangalore"])
def test_pay_of_a_place_that_no_document_names_is_not_answered(place: str) -> None:
    assert search("How much does an AI backend engineer earn?").answerable
    assert not search(f"How much does an AI backend engineer earn in {place}?").answerable


def test_k_bounds_the_results() -> None:
    assert len(search("skills", k=3).results) == 3


@pytest.mark.parametrize(("query", "k"), [("", 5), (" \n ", 5), ("skills", 0), ("skills", 101)])
def test_wrong_calls_are_usage_errors(query: str, k: int) -> None:
    with pytest.raises(UsageError):
        search(query, k)


@pytest.mark.parametrize(
    "query", ['"', "AND OR NOT", "a* NEAR(b)", "\ud800", "x" * 100_000, "';--", "日本語", "\x00"]
)
def test_odd_queries_are_answered(query: str) -> None:
    assert search(query).query == query


def test_ingested_documents_are_found_and_kept_to(garden: Path) -> None:
    done = ingest([garden])
    assert (done.added, done.chunks, done.skipped) == (1, 2, [])
    found = search("when do I trim fruit trees?", within=garden)
    assert found.results[0].source.section == "Pruning"
    assert found.results[0].text in GARDEN
    assert {each.source.file for each in found.results} == {str(garden / "garden.md")}


def test_within_an_unknown_path_there_is_no_answer(tmp_path: Path) -> None:
    found = search("anything", within=tmp_path)
    assert (found.answerable, found.results) == (False, [])


def test_within_keeps_to_whole_path_parts(garden: Path) -> None:
    ingest(garden)
    assert search("watering", within=str(garden)[:-1]).results == []


def test_embedded_documents_can_be_searched_by_name() -> None:
    found = search("agents", within="seeds/documents/key-responsibilities.md")
    assert {each.source.title for each in found.results} == {"Key Responsibilities"}


def test_evidence_carries_place_date_and_amounts() -> None:
    found = search("average base salary of an AI backend engineer")
    evidence = evidence_of(found.results[0])
    assert evidence.kind == "document"
    assert evidence.source.locator == f"{found.results[0].source.file}#{found.results[0].source.section}"
    assert evidence.source.date == "2024"
    amounts = {(figure.value, figure.unit, figure.period) for figure in evidence.figures}
    assert (176884, "USD", "2024") in amounts


def test_library_lists_and_remove_forgets(garden: Path) -> None:
    ingest(garden)
    assert [each.passages for each in library() if not each.shipped] == [2]
    assert remove([garden]) == 1
    assert [each for each in library() if not each.shipped] == []
    with pytest.raises(DocumentError, match="not in the library"):
        remove([garden])
    with pytest.raises(DocumentError, match="embedded"):
        remove(["seeds/documents"])


def store_file(home: Path) -> Path:
    return home / "library" / "library.sqlite3"


def spoil_store(home: Path) -> None:
    for leftover in store_file(home).parent.glob("library.sqlite3-*"):
        leftover.unlink()
    store_file(home).write_bytes(b"garbage" * 1000)


def test_a_damaged_store_of_embedded_documents_mends_itself(own_home: Path) -> None:
    search("skills")
    spoil_store(own_home)
    assert search("skills").results


def test_a_damaged_store_with_own_documents_is_said(own_home: Path, garden: Path) -> None:
    ingest(garden)
    spoil_store(own_home)
    with pytest.raises(IndexUnavailableError, match="damaged") as caught:
        search("skills")
    assert str(garden) in caught.value.hint
    store_file(own_home).unlink()
    ingest([garden])
    assert search("watering", within=garden).results


@pytest.mark.parametrize("damage", ["garbage", "gone", "a file"])
def test_a_damaged_dense_index_is_filled_again(own_home: Path, garden: Path, damage: str) -> None:
    import shutil

    from tools.documents.consistency import _open_dense

    ingest(garden)
    chroma = own_home / "library" / "chroma"
    if damage == "garbage":
        for path in chroma.rglob("*"):
            if path.is_file():
                path.write_bytes(b"garbage" * 100)
    else:
        shutil.rmtree(chroma)
        if damage == "a file":
            chroma.write_text("not a folder", encoding="utf-8")
    _open_dense.clear()
    assert search("when do I trim fruit trees?", within=garden).results[0].source.section == "Pruning"


def test_a_home_that_is_a_file_is_said(own_home: Path) -> None:
    own_home.write_text("x", encoding="utf-8")
    with pytest.raises(HomeError):
        search("skills")


def test_a_library_folder_that_is_a_file_is_said(own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "library").write_text("x", encoding="utf-8")
    with pytest.raises(HomeError):
        search("skills")
