"""The language of a message that is not English, and its way to the reply."""

from typing import Any, NamedTuple

import numpy as np
import pytest
from langchain_core.messages import HumanMessage

import prompts
from agent.coaching.view import view_after, view_before
from agent.context import CoachContext
from agent.models import Profile
from agent.nlu.in_thread import Thread
from agent.nlu.language import language_of, spoken
from agent.nlu.read import understand
from agent.nlu.scheme import WISHES
from agent.nlu.tagger import SUMMARY
from agent.state import CoachState


class Tagged(NamedTuple):
    spans: list[Any]
    wishes: list[str]
    summary: Any
    chances: dict[str, float]
    unread: None = None


class OneWish:
    """Reads every message as one wish without spans."""

    def __init__(self, name: str) -> None:
        self._name = name

    def read(self, text: str, context: tuple[str, ...], thread: Thread | None = None) -> Tagged:
        return Tagged(
            [],
            [self._name],
            np.zeros(SUMMARY, dtype=np.float32),
            {name: float(name == self._name) for name in WISHES},
        )


@pytest.mark.parametrize("language", spoken())
def test_each_language_is_told_by_what_is_said_in_it(language: str) -> None:
    held = prompts.replies("foreign")
    assert language_of(held[f"{language}_english"]) == language
    assert language_of(held[f"{language}_danger"]) == language


@pytest.mark.parametrize("text", ["", "si", "oui", "12345", "🙂"])
def test_what_could_be_many_languages_is_answered_in_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_language_without_a_reply_is_not_named() -> None:
    assert language_of("Jag är sjuksköterska i Göteborg och vill lära mig programmera") in spoken()


@pytest.mark.parametrize(("wish", "language"), [("foreign", "de"), ("tell", "en")])
def test_the_reply_is_in_the_language_of_the_message(wish: str, language: str) -> None:
    text = "Ich bin Krankenpfleger in Ohio und möchte etwas mit Computern machen."
    state = CoachState(messages=[HumanMessage(text)])
    context = CoachContext()
    tagger: Any = OneWish(wish)
    understanding = understand(state, context, tagger)
    assert understanding.language == language
    assert view_before(Profile(), understanding, state, context).language == language
    assert view_after(CoachState(messages=[], understanding=understanding), context).language == language
