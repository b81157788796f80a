"""A library that several workers share in PostgreSQL: what one takes in, every other one finds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cluster import Cluster
from tools.documents import ingest, library, remove, search
from tools.documents.index import open_library
from tools.documents.models import IngestDocument
from tools.errors import DatabaseError
from tools.settings import use_home

ROOT = Path(__file__).parents[3]


@contextmanager
def worker(home: Path) -> Iterator[None]:
    with use_home(home):
        yield


def write(folder: Path, edition: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(3):
        text = f"# Recipe {number}\n\nEdition {edition} of the recipe for sourdough bread number {number}.\n"
        (folder / f"recipe{number}.md").write_text(text, encoding="utf-8")


def taken_in_elsewhere(home: Path, folder: Path) -> IngestDocument:
    code = "import sys; from tools.documents import ingest; print(ingest(sys.argv[1]).model_dump_json())"
    run = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(
        run, cwd=ROOT, env={**os.environ, "COACH_HOME": str(home)}, check=True, capture_output=True, text=True
    )
    return IngestDocument.model_validate_json(done.stdout)


def found(home: Path, folder: Path) -> list[str]:
    with worker(home):
        return sorted(each.text for each in search("sourdough bread", k=50, within=folder).results)


def test_what_another_process_takes_in_answers_here(database_url: str, tmp_path: Path) -> None:
    here, there, folder = tmp_path / "here", tmp_path / "there", tmp_path / "recipes"
    assert found(here, folder) == []
    write(folder, 1)
    assert taken_in_elsewhere(there, folder).added == 3
    texts = found(here, folder)
    assert len(texts) == 3 and all("Edition 1" in text for text in texts)
    with worker(here):
        best = search("sourdough bread", k=1)
        assert best.results[0].source.file.startswith(str(folder))
        assert ingest(folder).unchanged == 3
    write(folder, 22)
    assert taken_in_elsewhere(there, folder).updated == 3
    assert all("Edition 22" in text for text in found(here, folder))


@pytest.mark.slow
@pytest.mark.network
def test_a_chroma_server_holds_the_vectors_of_all_workers(
    database_url: str, chroma_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ledger in PostgreSQL, vectors on one Chroma server: what one process takes in, changes or loses, the other one finds so."""
    monkeypatch.setenv("COACH_CHROMA_URL", chroma_server)
    here, there, folder = tmp_path / "here", tmp_path / "there", tmp_path / "recipes"
    assert found(here, folder) == []
    for edition in (1, 22):
        write(folder, edition)
        taken = taken_in_elsewhere(there, folder)
        assert taken.added + taken.updated == 3
        texts = found(here, folder)
        assert len(texts) == 3 and all(f"Edition {edition}" in text for text in texts)
    (folder / "recipe0.md").unlink()
    assert taken_in_elsewhere(there, folder).removed == 1
    assert len(found(here, folder)) == 2
    held = []
    for home in (here, there):
        with worker(home), open_library() as opened:
            assert opened.dense.identity.startswith(chroma_server) and opened.store.queued() == []
            assert opened.dense.ids() == opened.store.ids()
            held.append(opened.dense.identity)
    assert held[0] == held[1]
    assert not list(tmp_path.glob("*/*/chroma"))


def test_what_is_forgotten_is_forgotten_everywhere(database_url: str, tmp_path: Path) -> None:
    here, there, folder = tmp_path / "here", tmp_path / "there", tmp_path / "recipes"
    write(folder, 1)
    with worker(there):
        ingest(folder)
    assert len(found(here, folder)) == 3
    with worker(here):
        assert remove(folder / "recipe0.md") == 1
    with worker(there):
        assert sum(not entry.shipped for entry in library()) == 2
    for number in (0, 1):
        (folder / f"recipe{number}.md").unlink()
    with worker(there):
        assert ingest(folder).removed == 1
    assert len(found(here, folder)) == 1


def test_the_indexes_are_alike(database_url: str, tmp_path: Path) -> None:
    """The same passages with the same vectors, so that the same question has the same answer from every worker."""
    write(tmp_path / "recipes", 1)
    held = []
    for name in ("one", "two"):
        with worker(tmp_path / name):
            if name == "one":
                ingest(tmp_path / "recipes")
            with open_library() as opened:
                held.append(opened.store.passages(sorted(opened.store.ids())))
                assert opened.dense.ids() == opened.store.ids() and opened.store.queued() == []
    assert held[0] == held[1] and len(held[0]) > 50


def test_an_ingest_that_dies_between_ledger_and_index_is_caught_up(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "recipes", 1)
    with worker(tmp_path / "one"):
        search("bread")
        with monkeypatch.context() as patch:
            patch.setattr("tools.documents.store.Store.put_document", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                ingest(tmp_path / "recipes")
    assert len(found(tmp_path / "one", tmp_path / "recipes")) == 1


def _interrupted(*_given: object) -> None:
    raise KeyboardInterrupt


def test_a_home_keeps_its_own_library_apart(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "recipes", 1)
    with worker(tmp_path / "one"), monkeypatch.context() as patch:
        patch.delenv("COACH_DATABASE_URL")
        ingest(tmp_path / "recipes")
    assert found(tmp_path / "one", tmp_path / "recipes") == []
    monkeypatch.delenv("COACH_DATABASE_URL")
    assert len(found(tmp_path / "one", tmp_path / "recipes")) == 3


def test_a_server_that_is_gone_is_one_line(cluster: Cluster, database_url: str, tmp_path: Path) -> None:
    write(tmp_path / "recipes", 1)
    with worker(tmp_path / "one"):
        ingest(tmp_path / "recipes")
        cluster.stop()
        try:
            with pytest.raises(DatabaseError) as caught:
                search("bread")
        finally:
            cluster.start()
        assert "\n" not in caught.value.message and caught.value.hint
        assert search("sourdough bread", within=tmp_path / "recipes").results
