"""The library stays whole: killed at any moment, two writers at once, another embedder, a Chroma server."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tools.documents import embedder, ingest, search
from tools.documents.index import open_library

INGEST = "import sys; from tools.documents import ingest; print('go', flush=True); ingest(sys.argv[1:])"


def start(home: Path, *paths: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "COACH_HOME": str(home)}
    command = [sys.executable, "-c", INGEST, *map(str, paths)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]
    )


def write_documents(folder: Path, count: int, edition: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        sections = "\n".join(
            f"## Part {part}\nEdition {edition} of recipe {number}.{part}." for part in range(4)
        )
        (folder / f"recipe{number}.md").write_text(f"# Recipe {number}\n{sections}\n", encoding="utf-8")


def check_consistent() -> int:
    """Store, FTS5 and Chroma hold the same passages; tell how many."""
    with open_library() as library:
        assert library.store.queued() == []
        assert library.store.numbers() == library.store.lexical_numbers()
        assert library.dense.ids() == library.store.ids()
        return library.store.count()


def kill_at_random_moments(home: Path, folder: Path, moments: int) -> None:
    chance = random.Random(20251105)
    for edition in range(moments):
        write_documents(folder, 12, edition)
        process = start(home, folder)
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 3.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        check_consistent()
    done = ingest(folder)
    assert done.skipped == []
    check_consistent()
    last = f"Edition {moments - 1} of"
    assert all(last in each.text for each in search("recipe", k=48, within=folder).results)


@pytest.mark.slow
def test_killed_at_ten_random_moments(own_home: Path, tmp_path: Path) -> None:
    kill_at_random_moments(own_home, tmp_path / "recipes", 10)


@pytest.mark.soak
def test_killed_at_fifty_random_moments(own_home: Path, tmp_path: Path) -> None:
    kill_at_random_moments(own_home, tmp_path / "recipes", 50)


@pytest.mark.slow
def test_two_ingests_at_once_on_a_fresh_home(own_home: Path, tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        write_documents(folder, 6, 0)
    processes = [start(own_home, folder) for folder in folders]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    base = check_consistent()
    for folder in folders:
        assert len(search("recipe", k=100, within=folder).results) == 24
    assert base >= 48


@pytest.mark.slow
def test_a_process_sees_what_another_one_ingests(own_home: Path, tmp_path: Path) -> None:
    search("skills")
    write_documents(tmp_path / "a", 3, 0)
    process = start(own_home, tmp_path / "a")
    process.communicate()
    assert len(search("recipe", k=50, within=tmp_path / "a").results) == 12


def test_a_search_does_not_wait_for_a_writer(own_home: Path, tmp_path: Path) -> None:
    write_documents(tmp_path / "a", 1, 0)
    ingest(tmp_path / "a")
    with open_library() as library, library.writing():
        with library.store.transaction():
            library.store.queue_all()
        assert len(search("recipe", within=tmp_path / "a").results) == 4
        assert library.store.queued(1)
    search("recipe")
    check_consistent()


class Letters:
    """An embedder that counts letters: enough to tell whether the index was built anew."""

    name = "letters"
    dimension = 26

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.array(
            [[text.lower().count(chr(97 + n)) + 0.01 for n in range(26)] for text in texts], dtype=np.float32
        )
        return (
            rows / np.linalg.norm(rows, axis=1, keepdims=True)
            if len(rows)
            else np.empty((0, 26), dtype=np.float32)
        )


def test_another_embedder_builds_the_index_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_documents(tmp_path / "a", 2, 0)
    ingest(tmp_path / "a")
    with monkeypatch.context() as patch:
        patch.setattr(embedder, "configured", lambda _settings=None: Letters())
        assert search("recipe", within=tmp_path / "a").results
        with open_library() as library:
            assert (library.store.meta("recipe") or "").startswith("letters")
        check_consistent()
    assert search("recipe", within=tmp_path / "a").results
    check_consistent()


def test_ctrl_c_leaves_a_consistent_library(tmp_path: Path) -> None:
    write_documents(tmp_path / "a", 4, 0)

    def interrupt(_label: str, done: int, _all: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(tmp_path / "a", progress=interrupt)
    check_consistent()
    assert len(search("recipe", k=50, within=tmp_path / "a").results) == 8
    assert ingest(tmp_path / "a").added == 2


@pytest.mark.slow
@pytest.mark.network
def test_a_chroma_server_holds_the_dense_index(
    chroma_server: str, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_documents(tmp_path / "a", 2, 0)
    ingest(tmp_path / "a")
    monkeypatch.setenv("COACH_CHROMA_URL", chroma_server)
    assert len(search("recipe", k=50, within=tmp_path / "a").results) == 8
    check_consistent()
    with open_library() as library:
        assert library.dense.identity.startswith(chroma_server)
    monkeypatch.delenv("COACH_CHROMA_URL")
    assert search("skills").results
    check_consistent()


@pytest.mark.network
def test_a_chroma_server_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from tools.errors import IndexUnavailableError

    monkeypatch.setenv("COACH_CHROMA_URL", "http://127.0.0.1:9")
    with pytest.raises(IndexUnavailableError, match="did not answer") as caught:
        search("skills")
    assert not re.search(r"[.?]\.$", caught.value.message)
