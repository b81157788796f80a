"""How the work is to be decides a choice, and is what is answered where a job is asked about by it."""

from typing import Any

import pytest

from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish
from tests.unit.coaching.asking import Reply, ask

HERE = "Toledo, OH"
OFFER = Offer(amounts=[Amount(low=15.5, period="hour", text="15.50/hr")], role="cafeteria worker")


def about(*roles: str) -> list[Subject]:
    return [Subject(role=role, place=HERE) for role in roles]


def chosen(*roles: str, conditions: list[str], kind: str | None = None, **profile: Any) -> Reply:
    told = {"name": "which_first", "subjects": about(*roles), "kind": kind, "conditions": conditions}
    return ask(Wish.model_validate(told), profile=Profile.model_validate(profile))


def test_what_was_told_goes_before_pay() -> None:
    by_pay = chosen("registered nurse", "dental hygienist", conditions=[])
    assert "for what you told" not in by_pay.spoken
    reply = chosen("plumber", "bookkeeper", conditions=["light"])
    assert reply.spoken.startswith("Bookkeeper, in my view, for what you told") and "heavy" in reply.spoken
    assert chosen("plumber", "bookkeeper", conditions=[]).spoken.startswith("Plumber")
    assert reply.unsupported == []


def test_who_cannot_go_on_is_not_told_to_stay() -> None:
    known: dict[str, Any] = {"current_role": "line cook", "location": HERE, "present_pay": 43680}
    reply = chosen("line cook", "cafeteria worker", conditions=["light"], **known)
    assert "I would not stay" in reply.spoken and "look at the very job" in reply.spoken
    lighter = chosen("bookkeeper", "plumber", conditions=["light"], current_role="bookkeeper")
    assert lighter.spoken.startswith("Stay as a bookkeeper")


def test_where_neither_is_as_it_is_to_be_that_is_said_first() -> None:
    reply = chosen("plumber", "hvac technician", conditions=["light"])
    assert reply.spoken.startswith("Neither suits what you told") and "if it has to be one" in reply.spoken
    middle = chosen("phlebotomist", "medical assistant", conditions=["light"])
    assert "they are alike: the work is mostly moderately heavy" in middle.spoken


@pytest.mark.parametrize(
    ("roles", "condition", "begins"),
    [
        (("recruiter", "event planner"), "days", "That is easier among recruiters"),
        (("phlebotomist", "medical assistant"), "light", "Neither is easier there"),
    ],
)
def test_what_is_easier_is_named_with_what_to_ask(
    roles: tuple[str, str], condition: str, begins: str
) -> None:
    reply = chosen(*roles, conditions=[condition], kind="day")
    assert reply.spoken.startswith(begins) and "sk " in reply.spoken and reply.unsupported == []


def test_days_that_are_alike_are_told_once() -> None:
    reply = chosen("phlebotomist", "medical assistant", conditions=[], kind="day")
    assert reply.spoken.startswith("In what most such jobs are like they are the same")
    assert reply.dialogue.asked is None


def test_a_job_asked_about_by_it_is_told_beside_their_own() -> None:
    wish = Wish(name="work_like", subjects=about("hvac technician"), conditions=["light"])
    beside = Wish(name="which_first", subjects=about("line cook", "hvac technician"), kind="day")
    reply = ask(beside, wish, profile=Profile(current_role="line cook"))
    assert reply.spoken.startswith("The work of HVAC technicians is mostly heavy")
    assert "What you do now is mostly moderately heavy" in reply.spoken and "easier" not in reply.spoken


def test_without_a_job_the_two_side_by_side_are_meant() -> None:
    stands = DialogueState(pair=about("recruiter", "event planner"))
    asked = Wish(name="work_like", query="which has weekends off", conditions=["days"])
    assert ask(asked, dialogue=stands).spoken.startswith("That is easier among recruiters")
    remark = ask(Wish(name="tell", conditions=["days"]), dialogue=stands, message="i hate weekends tho")
    assert remark.spoken.startswith("Recruiter, in my view, for what you told")
    same = ask(Wish(name="tell", conditions=["desk"]), dialogue=stands, message="i like a desk")
    assert "in my view" not in same.spoken


def test_an_offer_for_one_of_them_stands_beside_what_is_earned() -> None:
    known = Profile(current_role="line cook", location=HERE, present_pay=43680)
    wish = Wish(name="which_first", subjects=about("line cook", "cafeteria worker"), conditions=["light"])
    reply = ask(wish, profile=known, dialogue=DialogueState(offers=[OFFER]))
    assert "$11,400 a year less than your $43,680" in reply.spoken and reply.unsupported == []
    far = OFFER.model_copy(update={"amounts": [Amount(low=3, period="hour", text="3")]})
    assert "offered" not in ask(wish, profile=known, dialogue=DialogueState(offers=[far])).spoken


def test_two_sums_without_a_job_are_set_side_by_side() -> None:
    sums = [Amount(low=low, period="hour", text=str(low)) for low in (16, 15.25)]
    reply = ask(Wish(name="compare", amounts=sums), message="two offers, 16 or 15.25")
    assert "$33,280" in reply.spoken and "$31,720" in reply.spoken and "$1,600" in reply.spoken


@pytest.mark.parametrize(("kind", "said"), [(None, "ordinary week"), ("jobs", "hired or let go")])
def test_what_is_no_job_is_compared_by_a_rule(kind: str | None, said: str) -> None:
    wish = Wish.model_validate({"name": "compare", "kind": kind})
    assert said in ask(wish, dialogue=DialogueState(offers=[OFFER])).spoken


def test_without_pay_of_either_none_is_said_to_pay_alike() -> None:
    reply = chosen("barista", "office clerk", conditions=[], current_role="barista", location="Portland")
    assert "pays about the same" not in reply.spoken and not reply.spoken.startswith("Barista first")


def test_a_cost_without_a_job_is_no_cost_of_their_own_work() -> None:
    known, wish = (
        Profile(current_role="paralegal", present_pay=62000),
        Wish(name="worth_it", subjects=[Subject()]),
    )
    first = ask(wish, profile=known)
    cost = ask(wish, profile=known, dialogue=first.dialogue, message="id come out with 150k debt")
    assert cost.spoken.startswith("Whether the $150,000 come back") and "paralegals" not in cost.spoken


def test_what_is_earned_in_a_job_goes_before_its_median() -> None:
    known: dict[str, Any] = {"current_role": "line cook", "location": HERE, "present_pay": 90000}
    assert chosen("line cook", "hvac technician", conditions=[], **known).spoken.startswith(
        "Stay as a line cook"
    )
    unknown: dict[str, Any] = {"current_role": "vibe wrangler", "location": HERE, "present_pay": 90000}
    reply = chosen("vibe wrangler", "hvac technician", conditions=[], **unknown)
    assert "hold no pay" not in reply.spoken and reply.unsupported == []


def test_how_work_was_to_be_before_is_said_of_the_next_job() -> None:
    stands = DialogueState(conditions=["light"])
    reply = ask(Wish(name="work_like", subjects=about("dispatcher")), dialogue=stands)
    assert "light on the body, which suits you" in reply.spoken
