"""A plain text where none that is held fits: whom it goes to and what it is to say, and nothing that was not told."""

import pytest

from agent.models import Amount, DialogueState, Offer, Profile, Wish
from tests.unit.coaching.asking import ask
from tests.unit.coaching.replying import reply

TOLD = DialogueState(addressee="Ray", details={"purpose": "Can I come see a job site?"})
OFFERS = [Offer(amounts=[Amount(low=52000, period="year")], role="cook", place="New Orleans")]
DENTAL = Profile(current_role="dental hygienist", target_role="cleaning supervisor")


@pytest.mark.parametrize("name", ["letter", "words"])
def test_it_says_what_they_told_and_no_more(name: str) -> None:
    reply = ask(Wish.model_validate({"name": name}), profile=DENTAL, dialogue=TOLD)
    assert "> Hi Ray,\n> Can I come see a job site?\n> Thank you" in reply.text
    assert "hygienist" not in reply.text and "supervisor" not in reply.text
    assert reply.unsupported == [] and not reply.dialogue.text


def test_what_was_not_told_is_left_open_and_asked() -> None:
    reply = ask(Wish(name="letter"), dialogue=DialogueState(addressee="Ms. Ontiveros"))
    assert "> Hi Ms. Ontiveros," in reply.text and "[what it is about]" in reply.text
    assert "say that" in reply.text
    assert "> Hi [name]," in ask(Wish(name="letter")).text


def test_words_of_which_nothing_was_told_are_not_made_up() -> None:
    assert "> Hi" not in ask(Wish(name="words")).text


def test_shorter_it_has_no_thanks() -> None:
    reply = ask(Wish(name="letter", kind="shorter"), dialogue=TOLD)
    assert "job site" in reply.text and "Thank you" not in reply.text


def test_an_application_for_no_job_that_was_named_leaves_the_job_open() -> None:
    was = Profile(former_role="retail manager")
    reply = ask(Wish(name="letter", kind="application"), profile=was)
    assert "to work as [the job] with you" in reply.text
    same = was.model_copy(update={"target_role": "retail manager"})
    assert "[the job]" not in ask(Wish(name="letter", kind="application"), profile=same).text


def test_on_an_offer_a_letter_is_a_text_and_words_are_for_a_talk() -> None:
    held = DialogueState(offers=OFFERS, addressee="Andre")
    text = ask(Wish(name="letter"), dialogue=held)
    assert "> Hi Andre, thank you for the offer" in text.text and text.unsupported == []
    assert "1. “Thank you for the offer" in reply(Wish(name="words"), dialogue=held).text


def test_with_an_offer_in_the_thread_a_text_may_be_on_something_else() -> None:
    other = TOLD.model_copy(update={"offers": OFFERS})
    assert "job site" in ask(Wish(name="letter"), dialogue=other).text
    assert "job site" in ask(Wish(name="words"), dialogue=other).text
