"""What a message wants in its thread: its card, the shape of what is weighed, and what the thread changes."""

import hashlib
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.nlu.in_thread import FILE, Thread, features, in_thread, odds, wanted
from agent.nlu.scheme import WISHES
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag

NLU = Path(str(files("prompts"))) / "nlu"


def test_the_card_tells_of_the_file() -> None:
    digest = hashlib.sha256((NLU / FILE).read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in (NLU / "THREAD.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("before", [(), ("hi",), ("hi", "I weld in Tulsa"), ("a b", "c d", "e f")])
def test_threads_of_any_length_are_weighed_alike(before: tuple[str, ...]) -> None:
    tagger = default_tagger()
    reading = tagger.read("what does that pay")
    thread = Thread(tuple(tagger.read(text).chances for text in before), waits=True)
    rows = features("what does that pay", reading.summary, reading.chances, thread)
    assert rows.shape == features("x", reading.summary, reading.chances, Thread()).shape
    chances = in_thread("what does that pay", reading.summary, reading.chances, thread)
    assert set(chances) == set(WISHES) and all(0.0 <= chance <= 1.0 for chance in chances.values())


@given(st.lists(st.floats(0.0, 1.0), min_size=len(WISHES), max_size=len(WISHES)))
def test_something_beside_a_mere_act_is_always_wanted(shares: list[float]) -> None:
    chances = dict(zip(WISHES, shares, strict=True))
    names = wanted(chances)
    assert set(names) - {"followup"} and "answer" not in names
    assert [chances[name] for name in names] == sorted((chances[name] for name in names), reverse=True)
    assert np.isfinite(odds(chances)).all()


def test_a_waiting_plan_and_a_text_in_hand_change_what_a_remark_is() -> None:
    tagger = default_tagger()
    said = "make it shorter please"
    of_plan = tag(said, ("draft",), tagger, Thread(waits=True))
    of_text = tag(said, (), tagger, Thread(text=True))
    assert "feedback" in of_plan.wishes and "feedback" not in of_text.wishes
    assert of_text.chances["letter"] > of_plan.chances["letter"]
