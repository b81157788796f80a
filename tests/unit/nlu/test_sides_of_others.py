"""What is weighed where a message names only the work of somebody else, or one that is not wanted."""

import pytest

from agent.models import DialogueState, Profile, Subject
from agent.nlu.mentions import Mention, Message
from agent.nlu.subjects import subjects_of

AIDE = Profile(current_role="nursing assistant", target_role="LPN")
LPN = DialogueState(topic=Subject(role="LPN"))


def message(text: str, *marked: tuple[str, str], wish: str = "which_first") -> Message:
    """A message with its words marked by label."""
    mentions = (
        Mention(label, words, text.index(words), text.index(words) + len(words)) for label, words in marked
    )
    return Message(text, tuple(mentions), (wish,))


def roles(said: Message, wish: str = "which_first") -> list[str | None]:
    return [each.role for each in subjects_of(wish, said, LPN, AIDE)]


@pytest.mark.parametrize("label", ["oth", "no"])
def test_the_only_work_named_is_weighed_against_what_was_spoken_of(label: str) -> None:
    said = message("my sister does phlebotomy. which would you do", (label, "phlebotomy"))
    assert roles(said) == ["LPN", "phlebotomy"]


def test_work_named_for_oneself_goes_before_that_of_others() -> None:
    said = message("my boss says yes. welder or cook?", ("oth", "boss"), ("tgt", "welder"), ("tgt", "cook"))
    assert roles(said) == ["welder", "cook"]


def test_what_is_no_known_work_or_is_not_weighed_is_no_side() -> None:
    assert roles(message("my guru says wait. which first", ("oth", "guru"))) == ["nursing assistant", "LPN"]
    said = message("my sister does phlebotomy. compare them", ("oth", "phlebotomy"), wish="compare")
    assert "phlebotomy" not in roles(said, "compare")


PAIR = DialogueState(
    topic=Subject(role="sales supervisor"),
    options=["paralegal", "alterations tailor"],
    pair=[Subject(role="paralegal"), Subject(role="alterations tailor")],
)


def of_the_pair(said: Message, wish: str = "which_first") -> list[tuple[str | None, str | None]]:
    seamstress = Profile(current_role="seamstress", location="Mobile", target_role="sales supervisor")
    return [(each.role, each.place) for each in subjects_of(wish, said, PAIR, seamstress)]


@pytest.mark.parametrize(("read", "meant"), [("para", "alterations tailor"), ("alterations", "alterations")])
def test_both_sides_of_an_or_are_meant_where_only_one_was_read(read: str, meant: str) -> None:
    said = message("para or alterations?", ("tgt", read))
    assert [role for role, _ in of_the_pair(said)] == ["paralegal", meant]


def test_both_are_the_two_that_stand_side_by_side() -> None:
    said = message("and pay, for both", wish="pay")
    assert [role for role, _ in of_the_pair(said, "pay")] == ["paralegal", "alterations tailor"]


def test_two_jobs_are_asked_about_in_a_town_and_no_two_towns() -> None:
    for place, asked in (("Mobile", None), ("Austin", "Austin")):
        said = message(f"which has more in {place}", ("aloc", place), wish="compare")
        assert of_the_pair(said, "compare") == [("paralegal", asked), ("alterations tailor", asked)]


def test_a_day_is_no_place() -> None:
    said = message("which has more free on friday", ("aloc", "friday"), wish="compare")
    assert {place for _, place in of_the_pair(said, "compare")} == {None}
