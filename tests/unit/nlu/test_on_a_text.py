"""What is said to a text in hand: whether a message speaks of it, what it takes out or swaps, who signs it and whom it goes to."""

from dataclasses import replace
from datetime import date

import pytest

from agent.models import DialogueState, OwnText, TextPart, Wish
from agent.nlu.contents import contents_of, own_text
from agent.nlu.mentions import Message
from agent.nlu.on_a_text import of_a_text, speaks_of_it, with_remark
from agent.nlu.signed import signed
from agent.nlu.swaps import swap_in, swapped
from agent.nlu.tagger import default_tagger
from agent.nlu.whom import as_third_person, is_many, whom

BUILT = DialogueState(
    wishes=[Wish(name="letter")],
    addressee="Ray",
    own_text=OwnText(parts=[TextPart(kind="said", text="I can come in this week")]),
)


def read(text: str) -> Message:
    reading = default_tagger().read(text)
    return Message(text, (), ("tell",), summary=reading.summary, chances=reading.chances)


@pytest.mark.parametrize(
    "text",
    ["shorter please", "less stiff", "add that I have my own van", "leave my mom out of it", "sign it Bea"],
)
def test_a_remark_is_about_the_text_whatever_waits_beside_it(text: str) -> None:
    assert speaks_of_it(read(text), BUILT) and not speaks_of_it(read(text), DialogueState())


@pytest.mark.parametrize(
    "text",
    [
        "what do painters make in Ohio",
        "make it 4 hours a week",
        "ok the plan looks good, approve it",
        "thanks!",
    ],
)
def test_what_is_about_something_else_is_no_remark(text: str) -> None:
    assert not speaks_of_it(read(text), BUILT)


def test_danger_read_in_a_remark_on_a_text_is_named_beside_it() -> None:
    said = replace(read("put in that I can still pick up a wednesday"), wishes=("crisis",), firm=("crisis",))
    beside, remark = with_remark([Wish(name="crisis")], said, BUILT, date(2026, 11, 29))
    assert (beside.name, beside.kind, remark.name) == ("crisis", "unsure", "letter")
    other = replace(read("what do painters make in Ohio"), wishes=("crisis",), firm=("crisis",))
    assert with_remark([Wish(name="crisis")], other, BUILT, date(2026, 11, 29)) == [Wish(name="crisis")]


def test_who_surely_wants_a_text_wants_it_beside_a_plan_too() -> None:
    assert of_a_text(read("can you help me tell my boss I can't stay late anymore"), DialogueState())
    assert not of_a_text(read("leave out the second step"), DialogueState())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ok now sign it bea", "Bea"),
        ("sign as M. Reyes", "M. Reyes"),
        ("put my name under it, Jo", "Jo"),
        ("Sign it Bea. And leave out the raise", "Bea"),
        ("sign it", None),
        ("sign off with see you", None),
    ],
)
def test_the_name_it_is_signed_with(text: str, name: str | None) -> None:
    found = signed(text)
    assert (found[0] if found else None) == name


def test_words_in_the_place_of_others() -> None:
    assert swap_in("make it Thursday instead of this week") == ("Thursday", "this week")
    assert swap_in("dont say dad, say family") == ("family", "dad")
    assert swap_in("please do not mention the bank") is None and swap_in("say i will not come") is None
    assert swapped("Can we talk this week?", [("Thursday", "this week")]) == "Can we talk Thursday?"
    own = own_text(read("make it Thursday instead of this week"), BUILT.own_text)
    assert own.swaps == [("Thursday", "this week")] and len(own.parts) == 1


def test_whom_it_goes_to() -> None:
    assert whom("my dispatcher keeps texting me. write something that tells him to stop") == "dispatcher"
    assert whom("tell my clients im moving") == "clients" and is_many("clients") and not is_many("boss")
    assert (
        as_third_person("I told my boss that my boss's car is in", "boss") == "I told him that his car is in"
    )


def test_what_is_to_be_put_in_is_told() -> None:
    assert contents_of("she knows me from the bake sale, put that in").kinds == ("said", "style")
    assert contents_of("say sorry").parts and contents_of("say im not going to report him").parts


def test_what_is_asked_of_somebody_in_a_request_for_words_is_asked() -> None:
    assert contents_of("how do i ask my boss for mondays off").kinds == ("wanted",)
