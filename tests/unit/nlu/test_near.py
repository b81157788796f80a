"""Wishes below the reader's edge: taken where what a message names, or the thread, supports them."""

from agent.models import DialogueState, Profile, Subject, Wish
from agent.nlu.mentions import Mention, Message
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


def test_a_story_wants_what_is_likely_in_it_and_has_what_it_is_about() -> None:
    text = "I have been on the helpdesk for years and it wears me down, so what would be missing for it now"
    said = message(text, "pay", spans={"helpdesk": "cur"}, requirements=0.5, compare=0.6)
    assert with_near(["pay"], said, ON_A_GOAL, HELPDESK) == ["pay", "requirements"]
    assert with_near(["pay"], said, DialogueState(), Profile()) == ["pay"]
    assert with_near([], said, ON_A_GOAL, HELPDESK) == []
    told = message("they offered 90k, worth it?", offer=0.9, worth_it=0.9)
    assert with_near(["offer", "worth_it"], told, ON_A_GOAL, HELPDESK) == ["offer"]


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
