"""What a thread makes of a message that is hardly more than a name: a place, a job, the place of a milestone."""

import pytest

from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.plans.named import spans_of_parts


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [("la", "aloc", "la"), ("sf?", "aloc", "sf"), ("Ohio", "aloc", "Ohio"), ("crna?", "ask", "crna")],
)
def test_a_bare_name_goes_on_with_the_thread(text: str, label: str, words: str) -> None:
    message = tag(text, ("topic",), default_tagger())
    assert [(each.label, each.text) for each in message.mentions] == [(label, words)]
    assert "foreign" not in message.wishes


@pytest.mark.parametrize("text", ["ok", "hi", "no", "thanks", "python"])
def test_a_small_word_is_no_place(text: str) -> None:
    assert not tag(text, ("topic",), default_tagger()).of("aloc", "ask", "loc")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("I finished the first milestone", ["first milestone"]),
        ("milestones 2 and 3 are done", ["milestones 2 and 3"]),
        ("M4 took me ages", ["M4"]),
        ("I am the first in my family", []),
    ],
)
def test_a_part_of_a_plan_is_found_by_its_number_or_place(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in spans_of_parts(text)] == parts


def test_no_mention_holds_half_a_pair_of_brackets() -> None:
    text = "Registered Nurse (RN) in Omaha. Requirements: models (PyTorch, Kubernetes, AWS), BLS (adult), triage."
    words = [mention.text for mention in tag(text, ("posting",), default_tagger()).mentions]
    assert len(words) > 3
    assert all(each.count("(") == each.count(")") for each in words)
