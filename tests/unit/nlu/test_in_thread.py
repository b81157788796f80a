"""What a message is and wants in its thread: the layer's card, the shape of what it is fed, and what the thread changes."""

import hashlib
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.nlu.in_thread import BEFORE, FILE, TOKENS, Layer, Thread, feed, wanted
from agent.nlu.scheme import WISHES
from agent.nlu.tagger import Reading, default_tagger
from agent.nlu.tagging import tag
from tools.documents.embedder import built_in
from tools.errors import DataError

NLU = Path(str(files("prompts"))) / "nlu"


def spans(reading: Reading, text: str) -> set[tuple[str, str]]:
    return {(span.label, text[span.start : span.end]) for span in reading.spans}


def test_the_card_tells_of_the_file() -> None:
    digest = hashlib.sha256((NLU / FILE).read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in (NLU / "THREAD.md").read_text(encoding="utf-8")


def test_a_file_that_is_no_model_is_said_to_be_none() -> None:
    built_in()
    with pytest.raises(DataError, match="no model"):
        Layer(b"not a model")


@pytest.mark.parametrize("before", [(), ("hi",), ("hi", "I weld in Tulsa"), ("a b", "c d", "e f " * 90)])
def test_threads_of_any_length_are_read_alike(before: tuple[str, ...]) -> None:
    reading = default_tagger().read("what does that pay", (), Thread(before, first=not before, waits=True))
    assert set(reading.chances) == set(WISHES)
    assert all(0.0 <= chance <= 1.0 for chance in reading.chances.values())


@given(st.lists(st.integers(1, 60), max_size=4))
def test_what_stood_before_is_fed_newest_first_and_cut(lengths: list[int]) -> None:
    tagger = default_tagger()
    window, states, vector = tagger.first_window("and in Tulsa?")
    before = [np.full((length, 384), at, dtype=np.float32) for at, length in enumerate(lengths)]
    fed = feed(window, states, vector, before, Thread())
    kept = [min(length, TOKENS) for length in lengths[::-1][:BEFORE]]
    assert len(fed["before"]) == len(fed["back"]) == sum(kept)
    assert fed["back"].tolist() == [at for at, length in enumerate(kept) for _ in range(length)]
    assert not lengths or fed["before"][0, 0] == len(lengths) - 1


@given(st.lists(st.floats(0.0, 1.0), min_size=len(WISHES), max_size=len(WISHES)))
def test_something_beside_a_mere_act_is_always_wanted(shares: list[float]) -> None:
    chances = dict(zip(WISHES, shares, strict=True))
    names = wanted(chances)
    assert set(names) - {"followup"} and "answer" not in names
    assert [chances[name] for name in names] == sorted((chances[name] for name in names), reverse=True)


def test_a_waiting_plan_and_a_text_in_hand_change_what_a_remark_is() -> None:
    tagger = default_tagger()
    said = "make it shorter please"
    of_plan = tag(said, ("draft",), tagger, Thread(("make me a plan",), waits=True))
    of_text = tag(said, (), tagger, Thread(("write the email to my boss",), text=True))
    assert "feedback" in of_plan.wishes and "feedback" not in of_text.wishes
    assert of_text.chances["letter"] > of_plan.chances["letter"]


def test_the_question_before_tells_what_an_ellipsis_asks() -> None:
    tagger, said = default_tagger(), "and nursing?"
    paid = tagger.read(said, ("topic",), Thread(("what do welders make in Tulsa",), topic=True))
    needed = tagger.read(said, ("topic",), Thread(("do i need a degree for welding",), topic=True))
    assert paid.chances["pay"] > needed.chances["pay"]
    assert needed.chances["requirements"] > paid.chances["requirements"]


def test_a_long_text_is_read_in_all_its_windows() -> None:
    text = "I am a welder in Tulsa. " + "It was a long year at the shop and nobody said much. " * 60
    text += "I earn $52,000 a year."
    reading = default_tagger().read(text, (), Thread(first=True))
    assert {("cur", "welder"), ("payc", "$52,000 a year")} <= spans(reading, text)
