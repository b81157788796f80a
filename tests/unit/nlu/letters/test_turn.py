"""What a message is to the text in hand: a remark on it, a wish for another one, or neither."""

from dataclasses import replace

import pytest

from agent.models import DialogueState, Letter, LetterLine, Wish
from agent.nlu.letters.turn import frame_of, of_a_text, remark_of, speaks_of_it
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag

HELD = DialogueState(
    wishes=[Wish(name="letter")],
    letter=Letter(entry="raise", body=[LetterLine(kind="said", text="I can come in this week.")], to="Ray"),
)


def read(text: str) -> Message:
    return tag(text, (), default_tagger())


@pytest.mark.parametrize(
    "text",
    [
        *(
            "shorter please",
            "less stiff",
            "add that I have my own van",
            "leave my mom out of it",
            "sign it Bea",
        ),
        *("start with the part about this week", "it's Rey not Ray", "too formal, he'd laugh"),
    ],
)
def test_a_remark_is_about_the_text(text: str) -> None:
    assert speaks_of_it(read(text), HELD) and not speaks_of_it(read(text), DialogueState())


@pytest.mark.parametrize(
    "text",
    [
        *(
            "what do painters make in Ohio",
            "make it 4 hours a week",
            "thanks!",
            "ok sent it. what if he says no?",
        ),
        "ok the plan looks good, approve it",
    ],
)
def test_what_is_about_something_else_is_no_remark(text: str) -> None:
    assert not speaks_of_it(read(text), HELD)


def test_a_further_text_is_none() -> None:
    other = read("write a note to my landlord Bob saying that the heater is broken again")
    assert not speaks_of_it(other, HELD)


def test_what_is_asked_beside_a_remark_is_asked_by_itself() -> None:
    wishes, after, asked = remark_of(read("Sign it Bea. And what do welders make in Tulsa?"), HELD)
    assert [(wish.name, wish.kind) for wish in wishes] == [("letter", "changed")]
    assert after.notes.again and after.notes.signed == "Bea"
    assert [each.wishes[0] for each in asked] == ["pay"]


def test_danger_read_in_a_remark_is_named_beside_it() -> None:
    said = replace(read("put in that I can still pick up a wednesday"), wishes=("crisis",), firm=("crisis",))
    (beside, remark), _, _ = remark_of(said, HELD)
    assert (beside.name, beside.kind, remark.name) == ("crisis", "unsure", "letter")


def test_who_surely_wants_a_text_wants_it_beside_a_plan_too() -> None:
    assert of_a_text(read("can you write a text to my boss that I can't stay late anymore"), DialogueState())
    assert not of_a_text(read("leave out the second step"), DialogueState())


def test_what_it_is_for_lends_it_its_frame() -> None:
    assert frame_of(read("write an email to my manager asking for a raise")) in (
        "raise",
        "texts_work.ask_raise",
    )
    assert frame_of(read("hello there")) is None
