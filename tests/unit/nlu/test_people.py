"""The name of somebody near is no place, in its message and in the ones after it."""

from agent.nlu.mentions import Mention, Message
from agent.nlu.others import people_in, without_people

TYLER = "My son Tyler is 19 and wants to be a data engineer"


def asked(text: str, place: str) -> Message:
    start = text.index(place)
    return Message(text, (Mention("aloc", place, start, start + len(place)),), ("pay",))


def test_a_name_told_before_is_no_place() -> None:
    said = asked("what would tyler make", "tyler")
    assert without_people(said, people_in([TYLER, said.text])).mentions == ()


def test_a_place_beside_somebody_near_stays_one() -> None:
    said = asked("my friend in seattle makes 62", "seattle")
    assert without_people(said, people_in([TYLER, said.text])) == said
