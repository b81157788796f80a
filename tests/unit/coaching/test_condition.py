"""What was told beside the questions is held against the job that is asked about."""

from agent.coaching.lines import Line, Said
from agent.coaching.ranks import most
from agent.coaching.room import fitting, kept
from agent.models import DialogueState, Subject, Wish
from tests.unit.coaching.asking import ask

NURSES = [Subject(role="registered nurse", place="Tampa")]


def test_a_family_is_weighed_against_the_hours_of_the_job() -> None:
    pay, family = Wish(name="pay", subjects=NURSES), Wish(name="condition", kind="family")
    said = ask(pay, family, dialogue=DialogueState(topic=NURSES[0])).text
    assert "in shifts" in said


def test_every_part_is_kept_before_a_second_wish_of_one() -> None:
    names = [("pay", 1), ("market", 1), ("cost", 2), ("work_like", 3), ("options", 4)]
    wishes = [Wish.model_validate({"name": name, "place": place}) for name, place in names]
    assert [wish.name for wish in most(wishes)] == ["pay", "cost", "work_like", "options"]


def test_the_first_sentence_of_every_part_is_said_whatever_the_room() -> None:
    said = [Said((Line("a", "one two three"), Line("b", "four"))), Said((Line("c", "five six"),))]
    assert [[own.key for own in lines] for lines in kept(said, [True, True], set(), 5)] == [["a"], ["c"]]
    assert [[own.key for own in lines] for lines in kept(said, [True, False], set(), 3)] == [["a"], []]


def test_conditions_are_told_as_far_as_there_is_room() -> None:
    lines = [Line("a", "one two"), Line("b", "three four five"), Line("c", "six")]
    assert [own.key for own in fitting(lines, 3)] == ["a", "c"]
