"""Which aspect of a job is asked, and of which job: the one named, the thread's, their own."""

from collections.abc import Sequence

from agent.models import DialogueState, Profile, Subject, Wish, WishName
from agent.nlu.aspects import with_aspect
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger
from agent.nlu.wishes import read_wishes
from tests.unit.coaching.asking import TODAY

ON_TRUCKS = DialogueState(topic=Subject(role="heavy truck driver"))
MACHINES = "will self driving rigs put all of us out of work in a few years"


def read(text: str, dialogue: DialogueState, profile: Profile, names: Sequence[str] = ()) -> list[Wish]:
    tagged = default_tagger().read(text)
    message = Message(text, (), tuple(names), summary=tagged.summary, chances=tagged.chances)
    return with_aspect(read_wishes(message, dialogue, profile, TODAY), message, dialogue, profile)


def test_the_aspect_goes_with_the_wish_that_looks_something_up_and_is_of_the_threads_job() -> None:
    (wish,) = read(MACHINES, ON_TRUCKS, Profile(), ["market"])
    assert (wish.name, wish.aspect, wish.subjects[0].role) == ("market", "machines", "heavy truck driver")


def test_a_view_makes_room_for_what_is_told_of_the_very_job() -> None:
    (wish,) = read(MACHINES, ON_TRUCKS, Profile(), ["handle"])
    assert (wish.name, wish.aspect) == ("work_like", "machines")


def test_what_machines_take_is_asked_of_the_work_and_not_of_the_field_they_come_from() -> None:
    on_ai = DialogueState(topic=Subject(role="AI"))
    (wish,) = read(MACHINES, on_ai, Profile(current_role="court reporter"), ["market"])
    assert wish.subjects == [Subject(role="court reporter")]


def test_without_a_job_and_beside_what_acts_on_a_plan_nothing_is_added() -> None:
    names: tuple[WishName, ...] = ("market", "feedback")
    assert all(wish.aspect is None for wish in read(MACHINES, DialogueState(), Profile(), names[:1]))
    assert all(wish.aspect is None for wish in read(MACHINES, ON_TRUCKS, Profile(), names))
