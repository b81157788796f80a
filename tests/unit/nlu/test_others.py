"""Somebody else a message asks for: answered as them, and nothing of it kept as the speaker's."""

from datetime import date

from agent.context import CoachContext
from agent.models import DialogueState, Profile, Understanding
from agent.models.changes import apply_changes
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


def stands(read: Understanding) -> DialogueState:
    assert read.dialogue is not None
    return read.dialogue


WIFE = ("My wife drives a school bus in Fresno, could she become a medical coder?", "realistic")
OF_HER = {"oth": "drives a school bus", "oloc": "Fresno", "tgt": "medical coder"}


def test_what_is_told_of_somebody_else_is_theirs() -> None:
    told = read(*WIFE, OF_HER)
    assert told.changes == []
    assert stands(told).other == Profile(
        current_role="drives a school bus", location="Fresno", target_role="medical coder"
    )


def test_a_thread_goes_on_about_them_until_the_person_speaks_of_themselves() -> None:
    first = stands(read(*WIFE, OF_HER))
    pay = read("and what would she earn", "pay", {}, first)
    assert stands(pay).other == first.other
    hours = read("she has 6 hours a week", "tell", {"hrs": "6 hours a week"}, first)
    other = stands(hours).other
    assert other is not None
    assert (other.hours_per_week, hours.changes) == (6, [])
    own = read("I'm a plumber in Boise, what do I earn", "pay", {"cur": "plumber", "loc": "Boise"}, first)
    assert stands(own).other is None
    assert apply_changes(Profile(), own.changes).current_role == "plumber"


def test_the_one_job_of_another_that_is_asked_about_is_the_goal() -> None:
    son = read("my son wants to be a nurse, is that realistic for him", "realistic", {"oth": "nurse"})
    other = stands(son).other
    assert other is not None
    assert (other.target_role, other.current_role) == ("nurse", None)


def test_a_job_of_another_may_be_what_the_person_asks_for_themselves() -> None:
    text = "I'm a cashier. My cousin does IT support, is that realistic for me"
    told = read(text, "realistic", {"cur": "cashier", "oth": "IT support"})
    assert stands(told).other is None
    assert [subject.role for wish in told.wishes for subject in wish.subjects] == ["IT support"]


def test_somebody_named_by_the_way_is_nobody_asked_for() -> None:
    told = read("my boss is a manager and yells at me", "feelings", {"oth": "manager"})
    assert stands(told).other is None
