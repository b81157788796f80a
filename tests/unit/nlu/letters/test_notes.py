"""What a message tells for a text: its clauses by label, whom it goes to, how it is to be, what was told before it."""

import pytest

from agent.models import Letter, LetterLine
from agent.nlu.letters.fixes import fixes_in, swapped
from agent.nlu.letters.labels import labelled
from agent.nlu.letters.notes import notes_of, tells_enough
from agent.nlu.letters.parts import parts_of
from agent.nlu.letters.signed import signed
from agent.nlu.letters.whom import as_third_person, is_many, whom
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger

HELD = Letter(body=[LetterLine(kind="said", text="I can come on Thursday.")], to="Ray")


def read(text: str, *earlier: str) -> Message:
    reading = default_tagger().read(text)
    return Message(text, (), (), summary=reading.summary, chances=reading.chances, earlier=earlier)


def told(text: str, *earlier: str) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in notes_of(read(text, *earlier), None, again=False).parts]


def test_what_it_tells_and_asks_is_told_apart_from_what_is_for_the_coach() -> None:
    text = "can you write something to my shift lead? I closed alone every weekend this fall. ask him if i can have mondays. keep it short"
    labels = [each.label for each in labelled(text, shown=False)]
    assert labels == ["request", "said", "wanted", "style"]
    assert [kind for kind, _ in told(text)] == ["said", "wanted"]
    assert not tells_enough(parts_of("write it", labelled("write it", shown=False)))


def test_what_was_told_before_it_is_of_it_until_a_text_was_made_of_it() -> None:
    before = "They shorted me nine hours on my last check. The schedule says I worked all of them."
    found = told("ok can you write it to payroll", before)
    assert any("nine hours" in text for _, text in found)
    notes = notes_of(read("ok can you write it to payroll", before), None, again=False)
    letter = HELD.model_copy(update={"of": notes.of})
    later = notes_of(read("now write one to my union rep Alma", before), letter, again=False)
    assert later.parts == [] and later.other and later.to == "Alma"


def test_leave_that_out_takes_back_what_was_just_told() -> None:
    text = "I drove a truck for nine years. I lost my license in 2019. leave that out"
    read_as = [
        each._replace(label=label)
        for each, label in zip(labelled(text, shown=False), ("said", "said", "out"), strict=True)
    ]
    assert [part.text for part in parts_of(text, read_as)] == ["I drove a truck for nine years."]


def test_other_words_in_the_place_of_those_that_go_are_one_thing() -> None:
    text = "don't say surgery, just say appointment"
    notes = notes_of(read(text), HELD, again=True)
    assert [part.kind for part in notes.parts] == ["fix"]


def test_what_stands_beside_a_name_and_holds_a_number_is_told() -> None:
    read_as = [
        each._replace(label="who") for each in labelled("the lady is Ines, badge number 4471", shown=False)
    ]
    assert [part.text for part in parts_of("the lady is Ines, badge number 4471", read_as)] == [
        "badge number 4471"
    ]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("write a text to my uncle Al, he knows me", "Al"),
        ("email Mrs. Bell for me", "Mrs. Bell"),
        ("can you do one for Ines Dufek, she runs the night crew", "Ines Dufek"),
        ("write a message for Ana and Tom that I'm out friday", "Ana and Tom"),
        ("write me something for my landlord", None),
    ],
)
def test_to_whom_it_goes(text: str, to: str | None) -> None:
    notes = notes_of(read(text), None, again=False)
    assert notes.to == to and (to != "Ana and Tom" or not notes.to_one)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("make it shorter", (None, 0)),
        ("two sentences at most", (None, 2)),
        ("more official please", ("formal", None)),
    ],
)
def test_how_it_is_to_be(text: str, style: tuple[str | None, int | None]) -> None:
    notes = notes_of(read(text), HELD, again=True)
    assert (notes.tone, notes.short) == style


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ok now sign it bea", "Bea"),
        ("sign as M. Reyes", "M. Reyes"),
        ("put my name under it, Jo", "Jo"),
        ("sign it", None),
        ("sign off with see you", None),
    ],
)
def test_the_name_it_is_signed_with(text: str, name: str | None) -> None:
    found = signed(text)
    assert (found[0] if found else None) == name


TEXTS = [
    "Hi Ms. Whitcomb",
    "I leave May 3 and come back May 17.",
    "Case 448213, in at 6:10 am.",
    "I ask for $41.",
]


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        ("it is Whitcombe, with an e", [("Whitcombe", "Whitcomb")]),
        ("i come back 19 not 17", [("19", "17")]),
        ("the case is 448231 i flipped it", [("448231", "448213")]),
        ("make it 40, 41 feels greedy", [("$40", "$41")]),
        ("change may to june", [("June", "may")]),
        ("it was 6:15 am", [("6:15 am", "6:10 am")]),
        ("may 5 to may 17", [("5", "3")]),
        ("sorry, I meant the other one", []),
    ],
)
def test_a_value_that_is_put_right(said: str, pairs: list[tuple[str, str]]) -> None:
    found = fixes_in(said, TEXTS)
    assert [(new.casefold(), old.casefold()) for new, old in found] == [
        (new.casefold(), old.casefold()) for new, old in pairs
    ]
    assert swapped("Can we talk this week?", [("Thursday", "this week")]) == "Can we talk Thursday?"


def test_whom_it_is_about() -> None:
    assert whom("my dispatcher keeps texting me. write something that tells him to stop") == "dispatcher"
    assert whom("tell my clients im moving") == "clients" and is_many("clients") and not is_many("boss")
    assert (
        as_third_person("I told my boss that my boss's car is in", "boss") == "I told him that his car is in"
    )
