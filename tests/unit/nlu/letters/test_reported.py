"""What a text is to say, out of how somebody tells the coach."""

import pytest

from agent.nlu.letters.labels import labelled
from agent.nlu.letters.parts import parts_of
from agent.nlu.letters.reported import reported, within


@pytest.mark.parametrize(
    ("clause", "to", "found"),
    [
        ("ask him if i can move to the bench", None, [("if", "i can move to the bench")]),
        (
            "ask if they need a driver or if i can sit in",
            None,
            [("if", "they need a driver"), ("if", "i can sit in")],
        ),
        ("Ask for 58, and what share stays.", None, [("for", "58"), ("wh", "what share stays.")]),
        ("I want to know whether they would pay", None, [("if", "they would pay")]),
        ("she needs to know i start school", None, [("tell", "i start school")]),
        ("I need to tell Dr. Anand I'm leaving", "Dr. Anand", [("tell", "I'm leaving")]),
        ("need to let the owner know that the van is mine", None, [("tell", "the van is mine")]),
        ("say also thank you for interview", None, [("thank", "interview")]),
        ("put in 17 years no accidents", None, [("tell", "17 years no accidents")]),
        ("asking to go to four days", None, [("like_to", "go to four days")]),
        ("ask her to call me", None, [("do", "call me")]),
        ("give family as the reason", None, [("tell", "the reason is family")]),
        ("mention how she ran it", None, [("mention", "how she ran it")]),
        ("put it in a text", None, []),
        ("I know the route", None, []),
        ("I say things plain", None, []),
    ],
)
def test_a_word_of_saying_is_taken_off(clause: str, to: str | None, found: list[tuple[str, str]]) -> None:
    assert [(each.act, each.text.rstrip(".")) for each in reported(clause, to)] == [
        (act, text.rstrip(".")) for act, text in found
    ]


@pytest.mark.parametrize(
    ("clause", "to", "found"),
    [
        (
            "Would you write a note accepting for Thursday, and asking whether I might bring bread",
            None,
            [("like_to", "accept for Thursday"), ("if", "I might bring bread")],
        ),
        ("write back to Mr. Osei that i accept", "Mr. Osei", [("tell", "i accept")]),
        ("write an email to Jo requesting a letter", "Jo", [("for", "a letter")]),
        ("Write the recruiter back.", None, []),
    ],
)
def test_so_it_is_behind_the_words_that_ask_for_a_text(
    clause: str, to: str | None, found: list[tuple[str, str]]
) -> None:
    assert [(each.act, each.text) for each in within(clause, to)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "write Jolene an email saying we move in june and asking if i could work from home",
            [("tell", "we move in june"), ("if", "i could work from home")],
        ),
        (
            "write to the lady of HR, Brenda. that i say yes, but i ask who is going to teach me",
            [("tell", "i say yes"), ("wh", "who is going to teach me")],
        ),
        (
            "Do not mention that it was offered to me.",
            [("plain", "Do not mention that it was offered to me.")],
        ),
    ],
)
def test_the_parts_of_a_message(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.act, each.text) for each in parts_of(text, labelled(text, shown=False))] == found


def test_a_clause_that_ends_what_the_one_before_began_is_one_with_it() -> None:
    text = "message my aunt Rosa that ive got the job and ask her to tell mom"
    found = [(part.act, part.text) for part in parts_of(text, labelled(text, shown=False), "Rosa")]
    assert found == [("tell", "ive got the job"), ("do", "tell mom")]
