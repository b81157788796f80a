"""The embedded library: complete, fresh, in passages that fit, and quoting nobody."""

import json
import re
from pathlib import Path

import pytest

from tools.documents import shipped
from tools.documents.build import build
from tools.documents.embedder import MiniLM

REPOSITORY = Path(__file__).parents[3]
SEEDS = REPOSITORY.parent / "shared" / "seeds"
DOCUMENTS = {
    "000": "AI Backend Engineer",
    "001": "What is AI Engineer",
    "002": "Key Responsibilities",
    "003": "AI Engineering",
}
NUMBER = re.compile(r"\d+(?:,\d{3})*")
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not beside the repository")


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


@needs_seeds
@pytest.mark.parametrize("prefix", DOCUMENTS)
def test_every_number_stands_in_the_library_beside_its_document(prefix: str) -> None:
    (original,) = SEEDS.glob(f"{prefix}*.txt")
    title = DOCUMENTS[prefix]
    library = [
        cut.text for each in shipped.documents() for cut in each.cuts if f"Source: {title}" in cut.text
    ]
    assert numbers(original.read_text(encoding="utf-8")) - numbers("\n".join(library)) == set()


@needs_seeds
def test_no_sentence_is_copied() -> None:
    """Ten words in a row are a copy, unless they are names: a list of products, books or titles."""

    def words(text: str) -> list[str]:
        return re.findall(r"[a-z0-9$%']+", text.lower())

    originals = words(" ".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")))
    runs = {tuple(originals[at : at + 10]) for at in range(len(originals) - 9)}
    ours = words(" ".join(each.outline.text for each in shipped.documents()))
    copied = [
        " ".join(ours[at : at + 10]) for at in range(len(ours) - 9) if tuple(ours[at : at + 10]) in runs
    ]
    assert copied == []


def test_every_passage_names_its_document() -> None:
    for each in shipped.documents():
        for cut in each.cuts:
            assert f"Source: {each.outline.title}" in cut.text, cut.text


def test_every_passage_fits_and_has_a_section() -> None:
    for each in shipped.documents():
        assert each.outline.date
        for cut in each.cuts:
            assert 0 < len(cut.text) <= 1200
            assert cut.section
            assert cut.text in each.outline.text


def test_shipped_vectors_are_fresh() -> None:
    recorded = shipped.recorded()
    assert recorded["embedder"] == MiniLM.name
    assert recorded["digest"] == shipped.texts_digest(MiniLM.name), "run `python -m tools.documents.build`"
    assert shipped.is_fresh(MiniLM.name), "run `python -m tools.documents.build`"


def test_building_again_writes_nothing() -> None:
    assert build() is False


def test_figures_without_a_source_say_so() -> None:
    for each in shipped.documents():
        for cut in each.cuts:
            if re.search(r"\$\d|\d%", cut.text) and "Gartner" not in cut.text:
                assert "source not named in the document" in cut.text.replace("\n", " "), cut.text


def test_state_file_is_json() -> None:
    assert json.loads((shipped.FOLDER / shipped.STATE_FILE).read_text(encoding="utf-8"))["texts"] == len(
        shipped.all_texts()
    )
