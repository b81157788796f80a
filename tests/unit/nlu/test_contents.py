"""A message about a text clause by clause: what the text tells, asks and leaves out, and what is for the coach alone."""

import pytest

from agent.nlu.clauses import clauses
from agent.nlu.contents import contents_of, own_text
from agent.nlu.mentions import Message


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("write my boss, im leaving friday", ["write my boss", "im leaving friday"]),
        (
            "tell my boss i cant come because my kid is sick",
            ["tell my boss", "i cant come", "because my kid is sick"],
        ),
        ("an email asking if the job is open", ["an email", "asking if the job is open"]),
        ("stop asking me", ["stop asking me"]),
        ("I have CPR, first aid, and a van.", ["I have CPR, first aid, and a van."]),
        ("To Dr. Hall. She knows me.", ["To Dr. Hall.", "She knows me."]),
        ("fix this: 'I am late. I know.' ok?", ["fix this", "'I am late. I know.'", "ok?"]),
        ("", []),
    ],
)
def test_a_clause_says_one_thing(text: str, cut: list[str]) -> None:
    found = clauses(text)
    assert [each.text for each in found] == cut
    assert all(text[each.start : each.end] == each.text for each in found)


def test_what_it_tells_and_asks_is_told_apart_from_what_is_for_the_coach() -> None:
    read = contents_of(
        "can you write something to my shift lead? I closed alone every weekend this fall. ask him if i can have mondays. keep it short. dont say tired"
    )
    assert read.kinds == ("request", "said", "wanted", "style", "out") and read.brief
    assert [kind for kind, _ in read.parts] == ["said", "wanted", "out"]
    assert read.is_enough() and not contents_of("write my boss a letter").is_enough()


def test_a_reason_goes_with_what_it_is_of() -> None:
    parts = contents_of("text my boss that im off tuesday because my daughter has surgery").parts
    assert parts == (("said", "that im off tuesday because my daughter has surgery"),)


def test_leave_that_out_takes_back_what_was_just_told() -> None:
    text = "I drove a truck for nine years. I lost my license in 2019, please leave that out."
    assert [words for kind, words in contents_of(text).parts if kind == "said"] == [
        "I drove a truck for nine years."
    ]


@pytest.mark.parametrize(
    ("text", "to_one", "spoken"),
    [
        ("write a text to my uncle, he knows me", True, True),
        ("write a letter to my teacher", True, False),
        ("complaint letter to HR about my supervisor", False, False),
        ("write something to Mrs. Bell", True, None),
    ],
)
def test_of_one_person_he_and_she_speak(text: str, to_one: bool, spoken: bool | None) -> None:
    own = own_text(Message(text, (), ()), None)
    assert (own.to_one, own.spoken) == (to_one, spoken)
