"""What a model is told of a message: what it was handed over as."""

from datetime import date
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.models import Profile
from agent.policy.model.reading import reading_messages


@pytest.mark.parametrize(
    ("kind", "told"), [("posting", '"last_message_is": "posting"'), ("cv", '"last_message_is": "cv"')]
)
def test_a_text_handed_over_is_told_as_what_it_is(kind: str, told: str) -> None:
    said = HumanMessage("Welder, Tulsa. 6G needed.", additional_kwargs={"kind": kind})
    state: Any = {"messages": [said], "profile": Profile()}
    assert told in reading_messages(state, CoachContext(today=date(2026, 11, 29), user="u"))[-1].text


def test_of_a_message_as_any_other_nothing_is_told() -> None:
    state: Any = {"messages": [HumanMessage("hello")], "profile": Profile()}
    sent = reading_messages(state, CoachContext(today=date(2026, 11, 29), user="u"))[-1].text
    assert "last_message_is" not in sent
