"""What is embedded once is not embedded again, and a rebuilt index tells how far it is."""

from pathlib import Path

import pytest

from tools.documents import glossary, ingest, search
from tools.documents.embedder import MiniLM, built_in

PARTS = {"Watering": "Tomatoes want water twice a week.", "Pruning": "Cut apple trees in late winter."}


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts embedded from here on."""
    seen: list[str] = []
    plain = built_in().embed

    def embed(_: MiniLM, texts: list[str]) -> object:
        seen.extend(texts)
        return plain(texts)

    monkeypatch.setattr(MiniLM, "embed", embed)
    return seen


def write(file: Path, parts: dict[str, str]) -> None:
    sections = "\n".join(f"## {name}\n{text}" for name, text in parts.items())
    file.write_text(f"# Gardening\n{sections}\n", encoding="utf-8")


def test_a_changed_file_embeds_only_its_new_texts(tmp_path: Path, texts: list[str]) -> None:
    file = tmp_path / "garden.md"
    write(file, PARTS)
    ingest(file)
    texts.clear()
    write(file, {**PARTS, "Sowing": "Beans go into the ground in May."})
    assert ingest(file).updated == 1
    assert texts
    assert not [text for text in texts if "Tomatoes" in text and "Beans" not in text]
    assert "Beans" in search("When are beans sown?", within=file).results[0].text


def test_another_glossary_embeds_nothing_and_tells_how_far_it_is(
    tmp_path: Path, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "garden.md"
    write(file, PARTS)
    ingest(file)
    before = [(each.id, each.score) for each in search("When do I prune?", within=file).results]
    texts.clear()
    monkeypatch.setattr(glossary, "digest", lambda: "another")
    told: list[tuple[str, int, int]] = []
    found = search("When do I prune?", within=file, progress=lambda *step: told.append(step))
    assert texts == ["When do I prune?"]
    assert told == [("Building the library's index anew", 0, 1)]
    assert [(each.id, each.score) for each in found.results] == before
