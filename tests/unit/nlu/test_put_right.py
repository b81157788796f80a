"""Facts that are put right by naming what is held in their stead."""

import pytest

from agent.models import Profile
from agent.nlu.mentions import Mention, Message
from agent.nlu.put_right import put_right

HELD = Profile(
    current_role="bank teller",
    target_role="loan officer",
    location="Salem",
    years_experience=7,
    hours_per_week=4,
    horizon_weeks=30,
)


def changed(text: str, *wishes: str) -> dict[str, object]:
    _, right = put_right(Message(text, (), wishes), HELD)
    return {change.field: change.value for change in right.changes}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("I meant head teller, not teller", {"current_role": "bank head teller"}),
        ("not bank, it's a credit union. rest is fine", {"current_role": "credit union teller"}),
        ("vault teller by the way, not bank teller, sorry", {"current_role": "vault teller"}),
        ("processor not officer", {"target_role": "loan processor"}),
        ("Keizer, not Salem", {"location": "Keizer"}),
        ("it's 9 years not 7, I looked it up", {"years_experience": 9}),
        ("make that 6 hours instead of 4", {"hours_per_week": 6}),
        ("twenty weeks, not 30", {"horizon_weeks": 20}),
    ],
)
def test_what_is_said_not_to_hold_says_which_fact_is_meant(text: str, facts: dict[str, object]) -> None:
    assert changed(text) == facts


def test_a_correction_may_tell_the_old_value_as_wrong() -> None:
    assert changed("I told you 7 years and that is wrong. It is 8", "correct") == {"years_experience": 8}
    assert changed("7 of us took the class, 8 passed") == {}


@pytest.mark.parametrize(
    "text",
    [
        "I'm not a teller kind of person",
        "I want it shorter, not longer",
        "why 7 and not 12 parts",
        "7 years is not long",
        "there is not one bank in Salem that pays",
    ],
)
def test_what_replaces_nothing_puts_nothing_right(text: str) -> None:
    assert changed(text) == {}


def test_words_that_were_put_right_are_nothing_else() -> None:
    text = "it's 9 years not 7"
    told = (Mention("hor", "9 years", text.index("9"), text.index("9") + 7),)
    message, right = put_right(Message(text, told, ("feedback",)), HELD)
    assert message.mentions == () and message.wishes == ("correct", "feedback")
    assert [span.text for span in right.spans] == ["9 years not 7"]


def test_a_name_that_the_reader_found_stays_the_readers() -> None:
    text = "Keizer not Salem"
    message = Message(text, (Mention("loc", "Keizer", 0, 6),), ("correct",))
    assert put_right(message, HELD)[0] is message
