"""Somebody else a message speaks of: their job may be what is asked about."""

from datetime import date

from agent.context import CoachContext
from agent.models import DialogueState, Profile, Understanding
from agent.nlu.mentions import Mention, Message
from agent.nlu.read import interpret

CONTEXT = CoachContext(today=date(2026, 11, 28))


def read(
    text: str, wish: str, marked: dict[str, str], dialogue: DialogueState | None = None
) -> Understanding:
    """A message as the tagger leaves it: `marked` are its spans by label."""
    found = [
        Mention(label, words, text.index(words), text.index(words) + len(words))
        for label, words in marked.items()
    ]
    message = Message(text, tuple(sorted(found, key=lambda each: each.start)), (wish,))
    return interpret(message, Profile(), dialogue or DialogueState(), CONTEXT)


def test_a_job_of_another_may_be_what_the_person_asks_for_themselves() -> None:
    text = "I'm a cashier. My cousin does IT support, is that realistic for me"
    told = read(text, "realistic", {"cur": "cashier", "oth": "IT support"})
    assert [subject.role for wish in told.wishes for subject in wish.subjects] == ["IT support"]
