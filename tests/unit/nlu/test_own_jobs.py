"""Short forms of a job are read in the one that the thread holds; work that nothing marked is read where tables know it."""

import pytest

from agent.models import Profile
from agent.nlu.mentions import Mention, Message
from agent.nlu.own_jobs import in_own_jobs
from agent.nlu.whole_work import with_sayings


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


def test_a_job_is_read_with_the_place_it_is_done_at_where_that_makes_it_another() -> None:
    told = message("I'm a tester at a software shop in Denver", "cur", "tester")
    told = Message(told.text, (*told.mentions, Mention("loc", "Denver", 35, 41)), ())
    assert with_sayings(told).mentions[0].text == "tester at a software shop"
    told = message("I'm a welder at a shipyard", "cur", "welder")
    assert with_sayings(told).mentions[0].text == "welder"


def test_who_works_for_somebody_does_not_do_their_work() -> None:
    assert with_sayings(message("I work at a vet", "cur", "vet")).mentions == ()
    desk = message("working the front desk at a dentist", "cur", "front desk at a dentist")
    assert with_sayings(desk).mentions[0].text == "front desk at a dentist"
