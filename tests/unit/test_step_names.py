"""What a few words name in a plan of steps."""

import pytest

from agent.models import Outlook, Plan, Skipped
from agent.nlu.mentions import Mention, Message
from agent.nlu.step_marks import with_steps
from agent.plans.named import named, names_in
from agent.plans.step_names import stem, step_names
from tools.roadmap.models import Milestone
from tools.roadmap.steps import door_of

TITLES = ["Sit along for a shift", "Typing at test speed", "Find the next test dates", "Apply for the school"]
PLAN = Plan(
    milestones=[
        Milestone(
            id=f"M{place}",
            title=title,
            skills=[title],
            start_week=place,
            end_week=place,
            hours=4,
            does="Do it.",
            proof="Show it.",
        )
        for place, title in enumerate(TITLES, start=1)
    ]
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("leave out the sit-along", ["M1"]),
        ("the shift is done", ["M1"]),
        ("type first", ["M2"]),
        ("the typing and the test dates", ["M2", "M3"]),
        ("I sent the applications", ["M4"]),
        ("what do I do first", []),
        ("the test", []),
        ("where do I find a better plan", []),
        ("when should I apply", []),
    ],
)
def test_some_words_of_a_title_name_the_step_that_alone_has_them(words: str, ids: list[str]) -> None:
    assert [part for name in names_in(words, PLAN) for part in name.parts] == ids


def test_a_part_that_is_known_to_be_one_is_found_by_its_words() -> None:
    assert named("the sit-along part", PLAN).parts == ("M1",)
    assert named("M2", PLAN).parts == ("M2",)


def test_a_step_that_was_left_out_is_still_named() -> None:
    door = door_of("electrician")
    assert door is not None
    gone = door.steps[0].title
    plan = PLAN.model_copy(
        update={"outlook": Outlook(target="electrician", skipped=[Skipped(skills=[gone], why="left out")])}
    )
    assert [(each.title, each.id) for each in step_names(f"put {gone} back", plan)] == [(gone, None)]


def test_a_message_about_the_plan_has_its_steps_marked_and_others_keep_their_marks() -> None:
    text = "I finished the typing in Ohio"
    place = Mention("loc", "Ohio", 25, 29)
    taken = Mention("have", "typing", 15, 21)
    marked = with_steps(Message(text, (taken, place), ("progress",)), PLAN)
    assert [(each.label, each.text) for each in marked.mentions] == [("part", "typing"), ("loc", "Ohio")]
    other = Message(text, (taken, place), ("pay",))
    assert with_steps(other, PLAN) is other
    of_skills = PLAN.model_copy(update={"milestones": []})
    assert with_steps(Message(text, (taken,), ("progress",)), of_skills).mentions == (taken,)


def test_words_are_one_without_their_endings() -> None:
    assert stem("Typing") == stem("type") and stem("papers") == stem("Paper") and stem("the") == ""
    assert stem("applications") == stem("apply")
