"""Short forms of a job are read in the one that the thread holds; work that nothing marked is read where tables know it."""

from dataclasses import replace

import pytest

from agent.models import DialogueState, Profile, Subject, Wish
from agent.nlu.again import told_apart
from agent.nlu.mentions import Mention, Message
from agent.nlu.own_jobs import in_own_jobs
from agent.nlu.subjects import subjects_of
from agent.nlu.whole_work import with_sayings
from tools.oews.role_links import link_role


def message(text: str, label: str, words: str) -> Message:
    start = text.index(words)
    return Message(text, (Mention(label, words, start, start + len(words)),), ())


@pytest.mark.parametrize(
    ("own", "words", "read"),
    [
        ("manual tester", "testers", "manual tester"),
        ("deputy sheriff", "officers", "deputy sheriff"),
        ("school bus driver", "truck drivers", "truck drivers"),
        ("electrician's helper", "electricians", "electricians"),
        (None, "testers", "testers"),
    ],
)
def test_a_short_form_that_is_asked_about_is_their_own_job(own: str | None, words: str, read: str) -> None:
    asked = message(f"what do {words} make", "ask", words)
    assert in_own_jobs(asked, Profile(current_role=own)).mentions[0].text == read


def test_the_role_that_is_spoken_of_goes_before_their_own() -> None:
    asked = Message("what do analysts make", (Mention("ask", "analysts", 8, 16),), (), jobs=("data analyst",))
    assert in_own_jobs(asked, Profile(current_role="budget analyst")).mentions[0].text == "data analyst"


def test_work_told_in_words_of_the_tables_is_a_job_where_none_is_marked() -> None:
    (told,) = with_sayings(Message("I draw blood in Reno.", (), ()), Profile()).mentions
    assert (told.label, told.text) == ("cur", "draw blood")
    assert with_sayings(Message("I drew a picture of blood.", (), ()), Profile()).mentions == ()
    assert with_sayings(Message("I draw blood", (), ()), Profile(current_role="nurse")).mentions == ()


def test_a_job_is_read_with_the_place_it_is_done_at_where_that_makes_it_another() -> None:
    told = message("I'm a tester at a software shop in Denver", "cur", "tester")
    told = Message(told.text, (*told.mentions, Mention("loc", "Denver", 35, 41)), ())
    assert with_sayings(told, Profile()).mentions[0].text == "tester at a software shop"
    told = message("I'm a welder at a shipyard", "cur", "welder")
    assert with_sayings(told, Profile()).mentions[0].text == "welder"


def test_a_job_named_more_closely_asks_the_same_of_that_one() -> None:
    asked = Wish(name="pay", subjects=[Subject(role="testers", place="Ohio")])
    held = DialogueState(topic=asked.subjects[0], wishes=[asked])
    words = "software testers"
    said = Message(f"i mean {words}", (Mention("ask", words, 7, 23),), ("pushback",))
    assert told_apart(said, held) == [Wish(name="pay", subjects=[Subject(role=words, place="Ohio")])]
    other = Message("i mean welders", (Mention("ask", "welders", 7, 14),), ("pushback",))
    assert told_apart(other, held) == []


def test_who_works_for_somebody_does_not_do_their_work() -> None:
    assert with_sayings(message("I work at a vet", "cur", "vet"), Profile()).mentions == ()
    desk = message("working the front desk at a dentist", "cur", "front desk at a dentist")
    assert with_sayings(desk, Profile()).mentions[0].text == "front desk at a dentist"


def test_the_place_they_told_they_work_at_is_their_job() -> None:
    asked = message("how much do co-op people make", "ask", "co-op")
    asked = replace(asked, earlier=("I do feed sales for the co-op in Ames",))
    assert in_own_jobs(asked, Profile(current_role="feed sales")).mentions[0].text == "feed sales"
    assert in_own_jobs(asked, Profile()).mentions[0].text == "co-op"


@pytest.mark.parametrize(
    ("words", "spoken", "read"),
    [
        ("surg tech", "surgical techs", "surgical techs"),
        ("technician", "prosthetics technician", "prosthetics technician"),
        ("surg tech", "welder", "surg tech"),
    ],
)
def test_a_job_that_is_wanted_in_short_is_the_one_spoken_of(words: str, spoken: str, read: str) -> None:
    wanted = message(f"ok the {words} it is", "tgt", words)
    assert in_own_jobs(wanted, Profile(current_role="cna"), [spoken]).mentions[0].text == read


@pytest.mark.parametrize(
    ("text", "words", "read"),
    [
        ("Could I teach it at the community college?", "teach it", "vocational instructor"),
        (
            "Could I teach welding at the vo-tech high school?",
            "teach welding",
            "high school vocational teacher",
        ),
        ("I never finished high school, could I teach?", "teach", "vocational instructor"),
        ("Could I teach welding at the college?", "teach welding", "teach welding"),
    ],
)
def test_who_would_teach_teaches_their_trade_where_they_say(text: str, words: str, read: str) -> None:
    asked = message(text, "tgt", words)
    assert in_own_jobs(asked, Profile(current_role="upholster chairs")).mentions[0].text == read


def test_pay_of_somebody_else_is_not_that_of_the_topic() -> None:
    dialogue = DialogueState(topic=Subject(role="pharmacy technician"))
    asked = replace(
        message("my roommate works at the assay lab, what do they make", "oth", "assay lab"), wishes=("pay",)
    )
    assert [each.role for each in subjects_of("pay", asked, dialogue, Profile())] == ["assay lab"]
    own = replace(message("my brother is a nurse, what would I make", "oth", "nurse"), wishes=("pay",))
    assert subjects_of("pay", own, dialogue, Profile()) == []


def test_a_doing_of_a_pronoun_is_no_work() -> None:
    assert link_role("the fella steering it") == []
    assert link_role("IT support specialist")
