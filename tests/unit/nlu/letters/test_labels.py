"""The heads that read messages about texts: their card, and talks that nobody trained on."""

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from agent.nlu.letters.labels import FILE, labelled, speaks_of_a_text
from agent.nlu.tagger import default_tagger
from training.talks import read_turns

NLU = Path(str(files("prompts"))) / "nlu"


def test_the_card_tells_of_the_file() -> None:
    digest = hashlib.sha256((NLU / FILE).read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in (NLU / "LETTERS.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def held() -> list[tuple[str, str, bool, bool, list[str]]]:
    turns = [turn for turn in read_turns() if turn.held]
    return [(each.text, each.turn, each.shown, each.earlier, each.labels) for each in turns]


def test_clauses_of_talks_that_nobody_trained_on(held: list[tuple[str, str, bool, bool, list[str]]]) -> None:
    read = [
        (given, each.label)
        for text, _, shown, earlier, labels in held
        for given, each in zip(labels, labelled(text, shown=shown, earlier=earlier), strict=True)
    ]
    assert sum(a == b for a, b in read) / len(read) >= 0.72


def test_remarks_that_nobody_trained_on(held: list[tuple[str, str, bool, bool, list[str]]]) -> None:
    after = [(text, turn == "remark") for text, turn, shown, _, _ in held if shown]
    rows = default_tagger().summaries([text for text, _ in after])
    right = [
        (speaks_of_a_text(text, row) >= 0.5) == given for (text, given), row in zip(after, rows, strict=True)
    ]
    assert sum(right) / len(right) >= 0.85
