"""A short message with other hours asks anew what was reckoned by them."""

from datetime import date

import pytest

from agent.models import DialogueState, Profile, Subject, Wish
from agent.nlu.before import with_bare_hours
from agent.nlu.by_parts import wishes_of
from agent.nlu.facts import read_facts
from agent.nlu.stands import read_dialogue
from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag

TODAY = date(2026, 11, 28)
ANALYST = Subject(role="data analyst")
THREAD = DialogueState(topic=ANALYST, wishes=[Wish(name="how_long", subjects=[ANALYST])])
KNOWN = Profile(hours_per_week=7)


@pytest.mark.parametrize("text", ["and with 12 hours?", "and if i did 12?", "what about 12 a week"])
def test_other_hours_ask_the_same_anew(text: str) -> None:
    message = with_bare_hours(tag(text, ("topic",), default_tagger()), THREAD, KNOWN)
    (change,) = read_facts(message, KNOWN, TODAY).changes
    assert (change.field, change.value) == ("hours_per_week", 12)
    (wish,) = wishes_of(message, THREAD, KNOWN, TODAY)
    assert (wish.name, wish.subjects) == ("how_long", [ANALYST])


@pytest.mark.parametrize("text", ["and 12k?", "I have 12 cats", "and in 12 months?"])
def test_another_number_is_no_hours(text: str) -> None:
    message = tag(text, ("topic",), default_tagger())
    assert with_bare_hours(message, THREAD, KNOWN).mentions == message.mentions


def test_without_hours_told_before_a_number_is_none() -> None:
    message = tag("and if i did 12?", ("topic",), default_tagger())
    assert with_bare_hours(message, THREAD, Profile()) is message


def test_a_job_that_is_asked_about_is_the_topic_whatever_answers_it() -> None:
    message = tag("what does a data engineer do all day", (), default_tagger())
    said = [Wish(name="advice", advice="fields.data_engineer_is")]
    assert read_dialogue(message, DialogueState(), said, [], Profile()).topic.role == "data engineer"
