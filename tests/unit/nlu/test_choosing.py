"""What is chosen between: jobs of the thread, or two things that only the message names."""

import pytest

from agent.models import DialogueState, Profile, Subject
from agent.nlu.mentions import Message
from agent.nlu.wishes import read_wishes
from tests.unit.coaching.asking import TODAY

PAIR = DialogueState(pair=[Subject(role="recruiter"), Subject(role="event planner")])


LONG = "finish the school year or leave at christmas"


@pytest.mark.parametrize(
    ("text", "wishes", "stands", "name", "roles"),
    [
        (LONG, ("which_first",), PAIR, "should_i", 0),
        (LONG, ("which_first", "followup"), PAIR, "which_first", 2),
        (LONG, ("which_first",), DialogueState(), "which_first", 0),
        ("final answer?", ("which_first",), PAIR, "which_first", 2),
    ],
)
def test_a_choice_that_leans_on_nothing_is_not_between_the_jobs_of_the_thread(
    text: str, wishes: tuple[str, ...], stands: DialogueState, name: str, roles: int
) -> None:
    (wish,) = read_wishes(Message(text, (), wishes), stands, Profile(), TODAY)
    assert (wish.name, len(wish.subjects)) == (name, roles)
