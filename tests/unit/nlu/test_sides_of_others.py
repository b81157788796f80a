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
