"""To whom a text goes, by name: one person that a message names, and no town, firm or tool."""

import pytest

from agent.nlu.addressee import addressee
from agent.nlu.mentions import Message


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Please write a few lines to our director, Paula, asking to shadow her.", "Paula"),
        ("can you draft a note to Dr. Hall that I can't work nights", "Dr. Hall"),
        ("write my manager a text that I am sick on Monday", None),
        ("write a text to my boss that my son Jayden is sick today", None),
        ("draft a note to HR, my coworker Dave keeps taking credit", None),
        ("write to my boss about Tom's raise", None),
        ("a message for the head of our night crew, Sarah Connor, about my hours", "Sarah Connor"),
        ("Write my boss that I know Python and live in Tulsa", None),
    ],
)
def test_one_name_is_whom_it_goes_to(text: str, name: str | None) -> None:
    assert addressee(Message(text, (), ())) == name
