from pathlib import Path

import numpy as np
import pytest

from tools.documents import ingest, search
from tools.documents.glossary import digest, entries_in, meanings
from tools.documents.ranking import COMMON, fts_query, telling_words
from tools.documents.vectors import count, encode, first, products


def test_packed_vectors_keep_their_products() -> None:
    generator = np.random.default_rng(7)
    rows = generator.normal(size=(5, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    blob = encode(rows)
    assert count(blob, 384) == 5
    assert np.allclose(first(blob, 384), rows[0], atol=2e-3)
    flat, counts = products([blob, encode(rows[:2])], rows[3])
    assert counts.tolist() == [5, 2]
    assert np.allclose(flat[:5], rows @ rows[3], atol=5e-3)
    assert np.allclose(flat[5:], flat[:2])


def test_questions_lose_the_words_that_tell_nothing() -> None:
    assert telling_words("What does the AI engineer do, and the engineer?") == ["ai", "engineer"]
    assert telling_words("what is it") == []
    assert fts_query({}) == ""
    assert fts_query({"rare": 3, "absent": 0, "everywhere": COMMON, "some": 9}) == '"rare" OR "some"'


def test_glossary_terms_are_found_as_whole_words_and_in_their_case() -> None:
    wordings = [meanings()[number] for number in entries_in("Kubernetes runs it")]
    assert any("containers" in wording for wording in wordings)
    assert entries_in("they go there") == ()
    assert any("languages" in meanings()[number] for number in entries_in("Python and Go"))
    assert len(digest()) == 16


@pytest.mark.parametrize(
    "question",
    [
        "Which colleagues decide about the product?",
        "What pays a senior?",
        "How do I become a manager?",
        "What is RAG?",
    ],
)
def test_what_the_library_holds_is_answerable(question: str) -> None:
    assert search(question).answerable


@pytest.mark.parametrize(
    "question",
    ["How tall is the Eiffel tower?", "Which horse won the derby?", "How do I fix a flat bicycle tyre?"],
)
def test_what_it_does_not_hold_is_not(question: str) -> None:
    assert not search(question).answerable


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    """Documents on other subjects than the library's own."""
    folder = tmp_path / "animals"
    folder.mkdir()
    (folder / "llama.md").write_text(
        "# Llama farm\n\n## Feeding\nA llama eats two kilos of hay a day.\n\n## Shearing\nShear it in May.\n",
        encoding="utf-8",
    )
    (folder / "ferry.md").write_text(
        "# Ferry\n\nThe last boat leaves the island at ten. A bicycle costs four crowns.\n", encoding="utf-8"
    )
    ingest(folder)
    return folder


@pytest.mark.parametrize(
    "question", ["How much hay does a llama eat?", "llama shearing", "When does the last boat go?"]
)
def test_what_added_documents_hold_is_answerable(animals: Path, question: str) -> None:
    assert search(question).answerable
    assert search(question, within=animals).answerable


@pytest.mark.parametrize(
    "question", ["saffron", "What is RAG?", "How do I tune a violin?", "submarine engine repair"]
)
def test_what_added_documents_do_not_hold_is_not(animals: Path, question: str) -> None:
    assert not search(question, within=animals).answerable
