"""The shipped weights: that they are the file of the card, and that they read."""

import hashlib
import re
from collections.abc import Sequence
from importlib.resources import files

import numpy as np
import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.nlu.read import understand
from agent.nlu.scheme import LABELS, OUTSIDE, TAGS, WISHES, first_tag, may_follow
from agent.nlu.tagger import FILE, SUMMARY, TaggedSpan, Tagger, WishSets, choose, default_tagger, spans_of
from agent.nlu.words import Word
from agent.state import CoachState
from tools.documents.embedder import MiniLM, built_in
from tools.errors import DataError

MOST_BYTES = 30_000_000
FOLDER = files("prompts").joinpath("nlu")
USUAL = WishSets(
    [(("pay",), 0.0), (("tell",), 0.0), (("plan",), 0.0), (("pay", "plan"), -1.0), (("answer",), 0.0)], 0.3
)


def read(text: str, *context: str) -> tuple[set[tuple[str, str]], list[str]]:
    reading = default_tagger().read(text, context)
    return {(span.label, text[span.start : span.end]) for span in reading.spans}, reading.wishes


def test_the_shipped_file_is_the_one_of_the_card() -> None:
    content = FOLDER.joinpath(FILE).read_bytes()
    card = FOLDER.joinpath("CARD.md").read_text(encoding="utf-8")
    told = re.search(r"sha256 `([0-9a-f]{64})`", card)
    assert told and hashlib.sha256(content).hexdigest() == told[1]
    assert len(content) <= MOST_BYTES


def test_plain_messages_are_read() -> None:
    spans, _ = read("I'm a night nurse in Tulsa and I want to become a data analyst")
    assert {("cur", "night nurse"), ("loc", "Tulsa"), ("tgt", "data analyst")} <= spans
    assert read("What do welders make in Ohio?") == ({("ask", "welders"), ("aloc", "Ohio")}, ["pay"])
    assert read("thanks!")[1] == ["thanks"]


def test_a_question_asked_back_changes_how_words_are_read() -> None:
    spans, wishes = read("6 or so", "q:hours")
    assert spans == {("hrs", "6 or so")} and "answer" in wishes
    assert "answer" not in read("6 or so")[1]


def test_a_summary_begins_with_the_vector_of_the_search() -> None:
    text = "how long does it take to become an electrician?"
    summary = default_tagger().read(text).summary
    np.testing.assert_array_equal(summary[:384], built_in().embed([text])[0])
    np.testing.assert_array_equal(default_tagger().summaries([text])[0], summary)
    assert default_tagger().summaries([]).shape == (0, SUMMARY)


@pytest.mark.parametrize("text", ["", " ", "🙂", "\ud800", "\x00", "12345678901234567890"])
def test_any_text_is_read(text: str) -> None:
    reading = default_tagger().read(text)
    assert reading.wishes and set(reading.chances) == set(WISHES)


def test_what_is_not_read_of_a_long_text_is_said() -> None:
    text = "I'm a welder in Ohio. " + "It rained all day and nothing else was seen of anybody. " * 300
    reading = default_tagger().read(text)
    assert reading.unread and 0 < reading.unread[0] < reading.unread[1] < len(text)
    assert ("cur", "welder") in {(span.label, text[span.start : span.end]) for span in reading.spans}


def test_tags_join_to_spans_as_sure_as_their_least_sure_word() -> None:
    words = [Word(0, 2, 1, 1), Word(3, 5, 2, 2), Word(6, 8, 3, 3)]
    cur = first_tag("cur")
    assert spans_of(words, [cur, cur + 1, OUTSIDE], [0.9, 0.4, 0.8]) == [TaggedSpan(0, 5, "cur", 0.4)]


def test_a_further_word_follows_its_own_label_alone() -> None:
    for before in range(len(TAGS)):
        followers = {tag for tag in range(len(TAGS)) if tag and tag % 2 == 0 and may_follow(before, tag)}
        assert followers == (set() if before == OUTSIDE else {before + before % 2})
    assert len(TAGS) == 1 + 2 * len(LABELS)


def test_the_likeliest_usual_set_is_chosen_and_danger_counts_for_itself() -> None:
    chances = dict.fromkeys(WISHES, 0.1)
    assert choose({**chances, "pay": 0.9, "plan": 0.6}, USUAL, ()) == ["pay"]
    assert choose({**chances, "pay": 0.9, "plan": 0.8}, USUAL, ()) == ["pay", "plan"]
    assert choose({**chances, "plan": 0.2}, USUAL, ()) == ["plan"]
    assert choose({**chances, "answer": 0.9, "plan": 0.2}, USUAL, ()) == ["plan"]
    assert choose({**chances, "tell": 0.9, "crisis": 0.3}, USUAL, ()) == ["crisis"]
    assert choose({**chances, "pay": 0.9, "crisis": 0.3}, USUAL, ()) == ["pay", "crisis"]


def test_a_broken_file_is_named() -> None:
    with pytest.raises(DataError, match=FILE):
        Tagger(b"not a model", built_in())


def test_no_piece_of_a_message_is_embedded_again_for_another_head(monkeypatch: pytest.MonkeyPatch) -> None:
    """Heads cut a message in ways of their own; what differs by the mark at its end alone would be read twice."""
    ran: list[tuple[int, ...]] = []
    run = MiniLM._run

    def counted(model: MiniLM, many: Sequence[Sequence[int]]) -> object:
        ran.extend(tuple(ids) for ids in many)
        return run(model, many)

    monkeypatch.setattr(MiniLM, "_run", counted)
    said = "I'm a groomer in Tulsa, 7 hours a week, 43 years old. What does a paralegal earn in Ohio?"
    state: CoachState = {"messages": [HumanMessage(said)]}
    understand(state, CoachContext(), default_tagger())
    marks = {ids[0] for mark in ".,;:" if (ids := built_in().tokenize(mark).ids)}
    bare = [tuple(each for each in ids if each not in marks) for ids in ran]
    assert len(bare) > 1
    assert len(bare) == len({*bare})
