"""Wishes below the reader's edge: taken where what a message names, or the thread, supports them."""

import pytest

from agent.models import DialogueState, Profile, Subject, Wish
from agent.nlu.mentions import Mention, Message, with_fields
from agent.nlu.near import with_near
from agent.nlu.subjects import spoken_role, subjects_of

HELPDESK = Profile(current_role="helpdesk", present_pay=52000)
ON_A_GOAL = DialogueState(topic=Subject(role="data analyst"))


def message(text: str, *wishes: str, spans: dict[str, str] | None = None, **chances: float) -> Message:
    mentions = [
        Mention(label, words, text.index(words), text.index(words) + len(words))
        for words, label in (spans or {}).items()
    ]
    return Message(text, tuple(mentions), wishes, chances=chances)


def test_a_remark_is_read_by_its_next_likeliest_wish() -> None:
    said = message("so what am I missing", "followup", followup=1.0, requirements=0.2, pay=0.12)
    assert with_near([], said, ON_A_GOAL, HELPDESK) == ["requirements"]
    assert with_near([], message("right", "followup", followup=1.0), ON_A_GOAL, HELPDESK) == []


def test_a_job_and_its_field_are_one_job() -> None:
    text = "project manager in construction, or welder"
    spans = {"project manager": "tgt", "construction": "tgt", "welder": "tgt"}
    joined = with_fields(text, message(text, "pay", spans=spans).mentions)
    assert [each.text for each in joined] == ["project manager in construction", "welder"]


def test_a_wish_without_what_it_is_about_is_not_taken() -> None:
    said = message("and the other", "followup", followup=1.0, compare=0.4, offer=0.3)
    assert with_near([], said, DialogueState(), Profile()) == []


def test_a_library_close_by_gives_way_to_what_the_thread_is_about() -> None:
    said = message("which is hardest", "followup", "library", followup=1.0, library=0.3, realistic=0.2)
    assert with_near(["library"], said, ON_A_GOAL, HELPDESK) == ["realistic"]


@pytest.mark.parametrize(
    ("spans", "beside"),
    [
        ({"cloud engineer": "tgt", "data analyst": "tgt"}, ["which_first"]),
        ({"cloud engineer": "tgt", "8 hours a week": "hrs"}, ["realistic"]),
        ({"cloud engineer": "tgt"}, []),
    ],
)
def test_a_feeling_is_answered_beside_what_its_message_names(
    spans: dict[str, str], beside: list[str]
) -> None:
    text = "I go in circles, cloud engineer or data analyst, with 8 hours a week"
    said = message(text, "feelings", spans=spans, feelings=0.6)
    assert with_near(["feelings"], said, DialogueState(), HELPDESK) == ["feelings", *beside]


def test_a_day_to_answer_an_offer_by_is_no_interview() -> None:
    from agent.models import Amount, Offer

    offered = DialogueState(offers=[Offer(amounts=[Amount(low=88000, period="year")])])
    said = message("they want an answer by friday", "interview", interview=0.7)
    assert with_near(["interview"], said, offered, HELPDESK) == ["followup"]


def test_a_field_that_no_mention_holds_is_what_is_asked_about() -> None:
    said = message("Everyone talks about AI. Could I get into that?", "realistic")
    assert spoken_role(said) == "AI"
    assert subjects_of("realistic", said, DialogueState(), HELPDESK) == [Subject(role="AI")]
    assert spoken_role(message("is it something for me", "realistic")) is None
    assert subjects_of("realistic", said, ON_A_GOAL, HELPDESK) == []


def test_those_are_the_jobs_just_listed() -> None:
    listed = DialogueState(options=["butchers", "bakers"], wishes=[Wish(name="options")])
    said = message("which of those pays best", "compare")
    found = subjects_of("compare", said, listed, HELPDESK)
    assert [subject.role for subject in found] == ["butchers", "bakers"]
