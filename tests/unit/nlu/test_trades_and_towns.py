"""Jobs and places whose words say too little, as what they mean beside the person's work and in their state."""

import pytest

from agent.models import Profile
from agent.nlu.disambiguation import with_states
from agent.nlu.mentions import Mention, Message
from agent.nlu.occupations import with_occupations
from agent.nlu.whole_work import with_sayings


def message(text: str, *marked: tuple[str, str]) -> Message:
    """A message with its words marked by label."""
    mentions = (
        Mention(label, words, text.index(words), text.index(words) + len(words)) for label, words in marked
    )
    return Message(text, tuple(mentions), ("pay",))


def test_a_lead_leads_those_who_do_the_persons_work() -> None:
    said = message("a solar outfit wants me as crew lead", ("tgt", "crew lead"))
    (read,) = with_occupations(said, Profile(current_role="electrician")).mentions
    assert read.text == "construction supervisor" and read.said == "crew lead"


def test_work_told_in_the_same_message_counts() -> None:
    text = "I'm an electrician, and a solar outfit wants me as crew lead"
    said = message(text, ("cur", "electrician"), ("tgt", "crew lead"))
    read = with_occupations(said, Profile()).mentions[1]
    assert read.text == "construction supervisor" and read.said == "crew lead"


@pytest.mark.parametrize(("label", "words"), [("oth", "supervisor"), ("no", "supervisor"), ("tgt", "welder")])
def test_what_is_not_meant_or_says_its_trade_stays(label: str, words: str) -> None:
    said = message(f"about a {words} then", (label, words))
    assert with_occupations(said, Profile(current_role="cook")) == said


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("or teaching at the cdl school, they have one", "teaching", "teaching at the cdl school"),
        ("I work in the records department at a hospital in Toledo", "records department", None),
        ("what does home sewing bring", "sewing", "home sewing"),
    ],
)
def test_a_job_is_read_in_all_the_words_that_are_said_for_it(
    text: str, words: str, whole: str | None
) -> None:
    (read,) = with_sayings(message(text, ("tgt", words)), Profile()).mentions
    assert read.text == (whole or "records department at a hospital")
    assert text[read.start : read.end] == read.text


def test_what_stands_behind_a_comma_or_says_the_same_work_adds_nothing() -> None:
    for text in ("teaching, the cdl school said", "a phlebotomist draws blood at a lab", "I hate teaching"):
        said = message(text, ("tgt", "phlebotomist" if "phleb" in text else "teaching"))
        assert with_sayings(said, Profile()) == said


def test_a_mention_within_the_whole_saying_goes_up_in_it() -> None:
    said = message("teaching at the cdl school", ("tgt", "teaching"), ("learn", "cdl"))
    assert [each.text for each in with_sayings(said, Profile()).mentions] == ["teaching at the cdl school"]


def test_a_town_of_several_states_is_that_of_the_persons_state() -> None:
    said = message("and in Los Alamos?", ("aloc", "Los Alamos"))
    (read,) = with_states(said, Profile(location="Albuquerque")).mentions
    assert read.text == "Los Alamos, New Mexico"
    assert with_states(said, Profile(location="Boise")) == said


def test_a_city_and_its_state_are_one_place_in_either_order() -> None:
    for text in ("Texas, Houston", "Houston, Texas"):
        first, second = text.split(", ")
        said = message(f"pay in {text}?", ("aloc", first), ("aloc", second))
        (read,) = with_states(said, Profile()).mentions
        assert read.text == "Houston, Texas"


def test_two_states_stay_two() -> None:
    said = message("pay in Texas, Ohio?", ("aloc", "Texas"), ("aloc", "Ohio"))
    assert len(with_states(said, Profile()).mentions) == 2


@pytest.mark.parametrize("place", ["the Midwest", "Texas or Ohio"])
def test_a_region_is_no_town_of_the_persons_state(place: str) -> None:
    said = message(f"pay in {place}?", ("aloc", place))
    assert with_states(said, Profile(location="Columbus, OH")) == said


def test_a_former_job_is_not_read_by_the_present_one() -> None:
    said = message("was a supervisor", ("past", "supervisor"))
    assert with_occupations(said, Profile(current_role="registered nurse")) == said


def test_a_field_that_is_short_for_one_role_is_that_role() -> None:
    text = "im backend, 6 yrs"
    said = Message(text, (Mention("cur", "backend", 3, 10),), ("tell",))
    (mention,) = with_occupations(said, Profile()).mentions
    assert (mention.text, mention.said) == ("backend developer", "backend")
