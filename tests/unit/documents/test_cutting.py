"""What was read is kept: other rules of cutting reach documents whose files are gone, and older libraries are carried over."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.documents import cutting, ingest, library, passages, search
from tools.documents.embedder import MiniLM, built_in
from tools.documents.loaders import Loaded, Part

MARKED = """# Gardening

## Watering
Tomatoes want a deep watering twice a week, early in the morning.

## Pruning
- Cut apple trees in late winter.
- Leave cherry trees until summer.

| Tree | Month |
| Plum | July |
"""
PLAIN = (
    """Bread
How To Knead
Fold the dough toward you. Push it away with the heel of the hand. Turn it by a quarter.
Tools:
- A scale
- A bowl
Common Mistakes
Too much flour: The crumb gets dry. Too little time: The crust stays pale.
"""
    + "A long sentence about ovens and their heat follows here. " * 40
)
# The passages that each version of the rules cuts. Raise RULES whenever they change, and put the digest here.
CUTS = dict.fromkeys((1, 2, 3, 4), "fdd4a42c3cab3f6ee9c5447eecd2c85d7fd16a337603f440724774683a8b3bbd")


def digest() -> str:
    loaded = Loaded((Part(MARKED), Part(PLAIN, "page 2")))
    title, date, cuts = cutting.cut_document(loaded, "stem")
    assert (title, date) == ("Gardening", None)
    return hashlib.sha256(
        "\n".join(repr((each.text, each.section, each.units)) for each in cuts).encode()
    ).hexdigest()


def test_the_version_of_the_rules_goes_with_what_they_cut() -> None:
    assert digest() == CUTS[cutting.RULES]


def test_what_is_kept_of_a_document_comes_back_whole() -> None:
    loaded = Loaded((Part("Ünï\nläut", "page 1"), Part("")), "Title", "2024-05-06")
    assert cutting.unpack(cutting.pack(loaded)) == loaded


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    file = tmp_path / "garden.md"
    file.write_text(MARKED, encoding="utf-8")
    ingest(file)
    return file


@pytest.fixture
def shorter(garden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other rules, once the library is there: passages of at most 90 characters."""
    assert garden
    monkeypatch.setattr(cutting, "RULES", cutting.RULES + 1)
    monkeypatch.setattr(passages, "MAX_CHARS", 90)


def own() -> Iterator[tuple[str, int]]:
    return ((Path(each.file).name, each.passages) for each in library() if not each.shipped)


@pytest.mark.usefixtures("shorter")
def test_other_rules_cut_a_document_again_whose_file_is_gone(
    garden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    garden.unlink()
    seen: list[str] = []
    plain = built_in().embed

    def embed(_: MiniLM, texts: list[str]) -> object:
        seen.extend(texts)
        return plain(texts)

    monkeypatch.setattr(MiniLM, "embed", embed)
    found = search("When do I cut cherry trees?", within=garden).results
    assert "cherry" in found[0].text
    assert all(len(each.text) <= 90 for each in found)
    assert dict(own()) == {"garden.md": len(found)}
    assert not [text for text in seen if text.endswith("early in the morning.")]


def make_old(home: Path) -> None:
    """Take from a library what the version before did not keep."""
    with sqlite3.connect(home / "library" / "library.sqlite3") as store:
        store.execute("ALTER TABLE documents DROP COLUMN source")
        store.execute("UPDATE meta SET value = substr(value, 1, instr(value, '-') - 1) WHERE key = 'recipe'")
        store.execute("PRAGMA user_version = 2")
    store.close()


@pytest.mark.parametrize("gone", [False, True])
def test_an_older_library_is_carried_over(own_home: Path, garden: Path, *, gone: bool) -> None:
    before = search("When do I cut cherry trees?", within=garden).results
    make_old(own_home)
    if gone:
        garden.unlink()
    assert search("When do I cut cherry trees?", within=garden).results == before
    assert dict(own()) == {"garden.md": len(before)}


@pytest.mark.usefixtures("shorter")
def test_an_older_library_is_cut_again_from_unchanged_files(own_home: Path, garden: Path) -> None:
    make_old(own_home)
    assert len(search("cherry", within=garden).results) > 2
    garden.unlink()
    make_old(own_home)
    assert len(search("cherry", within=garden).results) > 2
