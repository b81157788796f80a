"""To whom a text goes, by name: one person that a message names, and no town, firm or tool."""

import pytest

from agent.nlu.addressee import addressee, greeted, renamed, retitled
from agent.nlu.mentions import Message


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Please write a few lines to our director, Paula, asking to shadow her.", "Paula"),
        ("can you draft a note to Dr. Hall that I can't work nights", "Dr. Hall"),
        ("write my manager a text that I am sick on Monday", None),
        ("write a text to my sister Lety that im starting this", "Lety"),
        ("text sister agnes at the parish that ill be late", "Sister Agnes"),
        ("write a text to my boss that my son Jayden is sick today", None),
        ("draft a note to HR, my coworker Dave keeps taking credit", None),
        ("write to my boss about Tom's raise", None),
        ("a message for the head of our night crew, Sarah Connor, about my hours", "Sarah Connor"),
        ("his name was Mr. Alvarez", None),
        ("Write me an email to Dale, the service manager, that says that", "Dale"),
        ("Write to the brace man. Orrin Teske, shop in Billings.", "Orrin Teske"),
        ("a short message to Mrs. Karen Doyle, simple English", "Mrs. Karen Doyle"),
        ("The centre's director, Mr. Adair, says I may come. Write a note accepting.", "Mr. Adair"),
        ("ok write my old boss tina n ask for my check", "Tina"),
        ("write a note for Ana and Tom", "Ana and Tom"),
        ("Write my boss that I know Python and live in Tulsa", None),
    ],
)
def test_one_name_is_whom_it_goes_to(text: str, name: str | None) -> None:
    assert addressee(Message(text, (), ())) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The person is Ms. Okafor, and we spoke on December 3", "Ms. Okafor"),
        ("his name is Dale", "Dale"),
        ("Can you do it", None),
        ("it goes to Ann and Bob", "Ann and Bob"),
    ],
)
def test_where_a_name_is_waited_for_any_person_named_is_it(text: str, name: str | None) -> None:
    assert addressee(Message(text, (), ())) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("write it as a text, his name is Dale", "Dale"),
        ("send it to Ray", "Ray"),
        ("mention that I know Ray and Spark", None),
        ("say friday after the Broken Arrow job", None),
    ],
)
def test_a_name_is_one_where_it_is_said_to_be_or_it_goes_there(text: str, name: str | None) -> None:
    assert addressee(Message(text, (), ("letter",))) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("he goes by Dell", "Dell"),
        ("call him Ronnie", "Ronnie"),
        ("He's Walt to everybody.", "Walt"),
        ("it is Mrs. Adair", "Mrs. Adair"),
        ("instead of Konditorei write pastry shop", None),
        ("make it Wednesdays", None),
    ],
)
def test_a_remark_may_call_the_reader_otherwise(text: str, name: str | None) -> None:
    assert renamed(text, "Mr. Adair", "I worked in a Konditorei.") == name


def test_a_greeting_has_the_title_with_the_last_name() -> None:
    assert retitled("Only write 'Ms.'", "Mrs. Karen Doyle") == "Ms. Doyle"
    assert [greeted(each) for each in ("Mrs. Karen Doyle", "Orrin Teske", "chaplain Reeves")] == [
        "Mrs. Doyle",
        "Orrin",
        "Chaplain Reeves",
    ]
