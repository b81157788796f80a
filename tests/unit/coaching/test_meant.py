"""What a wish is about where its words alone do not say it, and whether to stay or go."""

import pytest

from agent.models import Amount, DialogueState, Offer, Posting, Profile, Subject, Wish
from tests.unit.coaching.asking import ask
from tests.unit.coaching.replying import reply as reply_to
from tools.salary import lookup

COOK = Profile(current_role="pastry cook", location="Providence", years_experience=9)
OFFERED = DialogueState(
    topic=Subject(role="data scientist"), offers=[Offer(amounts=[Amount(low=150_000, period="year")])]
)


def first(text: str) -> str:
    return text.split(".", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("known", "view"),
    [(COOK, "Stay while you look"), (Profile(former_role="cook", location="Tulsa"), "Hold out")],
)
def test_whether_to_stay_is_answered_with_a_view_and_how_the_work_stands(known: Profile, view: str) -> None:
    reply = ask(Wish(name="which_first"), profile=known)
    assert first(reply.text).startswith(view) and " work in " in reply.text and reply.unsupported == []


def test_one_job_that_is_chosen_stands_against_their_own() -> None:
    reply = ask(Wish(name="which_first", subjects=[Subject(role="cashier")]), profile=COOK)
    assert first(reply.text).startswith("Stay as a pastry cook") and reply.unsupported == []
    better = ask(Wish(name="which_first", subjects=[Subject(role="registered nurse")]), profile=COOK)
    assert "Registered nurse" in first(better.text) and better.unsupported == []


def test_take_it_or_not_is_a_view_of_the_offer_in_hand() -> None:
    known = Profile(former_role="data scientist", location="Seattle")
    judged = ask(Wish(name="offer"), profile=known, dialogue=OFFERED)
    again = ask(Wish(name="which_first"), profile=known, dialogue=judged.dialogue, message="take it or not")
    assert first(again.text).startswith("I would") and again.unsupported == []


def test_what_to_learn_first_after_a_posting_is_one_of_what_it_asks_for() -> None:
    posting = Posting(title="data engineer", skills=["Airflow", "dbt", "SQL"], text="...")
    known = Profile(current_role="BI analyst", skills=["SQL"], location="Nashville")
    sides = [Subject(role="BI analyst"), Subject(role="data engineer")]
    stands = DialogueState(posting=posting, topic=sides[1], pair=sides)
    reply = ask(
        Wish(name="which_first", subjects=sides), profile=known, dialogue=stands, message="which first?"
    )
    assert "first" in first(reply.text) and "BI analyst first" not in reply.text
    assert "dbt" in reply.text.casefold() and reply.unsupported == []


def test_what_it_costs_is_set_against_the_raise_by_the_months() -> None:
    known = Profile(current_role="home health aide", location="El Paso", present_pay=27_560)
    asked = Wish(name="worth_it", subjects=[Subject(role="lpn")])
    weighed = ask(asked, profile=known)
    later = "school is 14 months and costs 17 thousand, i would have to go down to weekends"
    stands = weighed.dialogue.model_copy(update={"wishes": [asked]})
    raised = float(lookup("lpn", "El Paso").wages[0].p50 or 0) - 27_560
    months = round(17_000 / raised * 12)
    reply = reply_to(Wish(name="tell"), profile=known, dialogue=stands, message=later)
    assert f"$17,000 are earned back in about {months} months" in first(reply.text)
    told_before = reply_to(Wish(name="tell"), profile=known, dialogue=stands, message="my pay is 27,560")
    assert "earned back" not in told_before.text


def test_what_is_worth_it_is_the_job_spoken_of_last_and_not_their_own() -> None:
    known = Profile(current_role="paramedic", location="Reno", present_pay=64_000)
    stands = DialogueState(
        topic=Subject(role="paramedic"), recent=[Subject(role="safety specialist", place="Reno")]
    )
    reply = ask(Wish(name="worth_it"), profile=known, dialogue=stands)
    assert "$64,000" in reply.text and "safety" in reply.text.casefold() and reply.unsupported == []


def test_several_jobs_that_a_question_names_are_told_apart() -> None:
    sides = [Subject(role="data analyst"), Subject(role="data scientist")]
    reply = ask(Wish(name="library", subjects=sides, query="what is the difference"))
    assert all(f"{each.role}s " in reply.text.casefold() for each in sides) and reply.unsupported == []


def test_a_question_that_leans_on_other_work_is_answered_from_that_work() -> None:
    stands = DialogueState(topic=Subject(role="dispatcher"))
    asked = Wish(name="library", query="are robot trucks going to take it in 10 years")
    reply = ask(asked, dialogue=stands, message="are robot trucks going to take it in 10 years")
    assert "Dispatchers" in first(reply.text) and "AI" not in reply.text and reply.unsupported == []


@pytest.mark.parametrize(
    ("skills", "said"), [(["SQL"], "SQL and relational databases takes about"), (["Procreate"], "Procreate")]
)
def test_how_long_a_skill_takes_is_told_of_the_skill(skills: list[str], said: str) -> None:
    known = Profile(current_role="illustrator", target_role="data scientist", hours_per_week=5)
    reply = ask(Wish(name="realistic", skills=skills), profile=known)
    assert said in first(reply.text) and "data scientist" not in first(reply.text) and reply.unsupported == []


def test_whether_a_degree_is_wanted_is_told_again_when_asked_again() -> None:
    known = Profile(current_role="payroll clerk", location="Omaha")
    asked = Wish(name="requirements", subjects=[Subject(role="bookkeeper")])
    told = ask(asked, profile=known)
    again = ask(asked, profile=known, dialogue=told.dialogue)
    assert "degree is not needed" in first(again.text) and again.unsupported == []


def test_a_tool_before_a_job_is_no_part_of_it_and_that_is_said() -> None:
    reply = ask(Wish(name="pay"), profile=Profile(current_role="python backend", location="Austin"))
    assert "Backend developers in Austin, TX" in first(reply.text) and "“python backend”" in reply.text
