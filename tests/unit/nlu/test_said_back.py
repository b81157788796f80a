"""The words that a plain reply takes up."""

import pytest

from agent.models import Wish, WishName
from agent.nlu.mentions import Message
from agent.nlu.said_back import with_words

TOLD = "I have a new lead on nights. What do I say to him when he moves my tools again?"


def words(text: str, wish: Wish) -> str | None:
    (found,) = with_words([wish], Message(text, (), ()))
    return found.query


@pytest.mark.parametrize("name", ["handle", "should_i"])
def test_what_is_asked_is_taken_up_and_not_what_is_told(name: WishName) -> None:
    assert words(TOLD, Wish(name=name)) == "What do I say to him when he moves my tools again?"


def test_both_sides_of_a_choice_are_said_back() -> None:
    said = words("My lead was odd about it. do I say something or let it go", Wish(name="should_i"))
    assert said == "do I say something or let it go"


def test_of_a_feeling_it_is_what_is_told() -> None:
    said = words("I stood in the barn this morning and cried. What do welders earn?", Wish(name="feelings"))
    assert said is not None and "barn" in said


def test_nothing_is_said_back_that_is_long_or_has_an_answer() -> None:
    long = " ".join(["should I", *["really"] * 20, "go?"])
    assert words(long, Wish(name="should_i")) is None
    assert words("I got it!! I really got it!!", Wish(name="feelings", feeling="joy")) is None
    assert words(TOLD, Wish(name="pay")) is None
