"""Picking one of the roles shown last, by its place or by its words."""

import pytest

from agent.models import DialogueState, Subject
from agent.nlu.sides import among
from agent.nlu.subjects import chosen

_SHOWN = ["construction and building inspectors", "medical billers", "tool and die makers"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("nah... too long... that second one you said", "medical billers"),
        ("number 3 then", "tool and die makers"),
        ("#1", "construction and building inspectors"),
        ("2", "medical billers"),
        ("the last", "tool and die makers"),
        ("the billing one, would my boss even let me do that", "medical billers"),
        ("that inspector job, is it outside", "construction and building inspectors"),
        ("what should I learn first", None),
        ("my second job pays more", None),
        ("the seventh one", None),
        ("the plumbing one", None),
        ("2 hours", None),
    ],
)
def test_a_role_is_picked_by_place_or_words(text: str, role: str | None) -> None:
    assert chosen(text, DialogueState(options=_SHOWN)) == role


def test_a_pair_and_what_was_considered_may_be_picked_from_too() -> None:
    pair = [Subject(role="welder"), Subject(role="plumber")]
    assert chosen("the first one", DialogueState(pair=pair, alternatives=["cook", "baker"])) == "welder"
    assert chosen("the last one", DialogueState(alternatives=["cook", "baker"])) == "baker"
    assert chosen("the first one", DialogueState()) is None


def test_words_that_two_roles_share_pick_none() -> None:
    assert among("medical", ["medical billers", "medical coders"]) is None
    assert among("", _SHOWN) is None


@pytest.mark.parametrize(
    ("spoken", "other"), [("welder", "plumber"), ("plumber", "welder"), (None, "plumber")]
)
def test_the_other_one_is_the_one_of_two_that_was_not_spoken_of_last(spoken: str | None, other: str) -> None:
    pair = [Subject(role="welder"), Subject(role="plumber")]
    stands = DialogueState(pair=pair, topic=Subject(role=spoken))
    assert chosen("and the other one?", stands) == other
    assert chosen("the others", stands) is None
    assert chosen("what about the other job", DialogueState(options=["a", "b", "c"])) is None
