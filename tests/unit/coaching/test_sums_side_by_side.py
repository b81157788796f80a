"""Sums set side by side: an offer against what is earned, what comes on top, what is left after taxes, what money buys."""

import pytest

from agent.coaching.amounts import bonus_of
from agent.coaching.sides import sides_of
from agent.coaching.view import NO_FINDINGS, View
from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish
from tests.unit.coaching.asking import TODAY, ask


def year(low: int, **more: object) -> Amount:
    return Amount.model_validate({"low": low, "period": "year", "text": f"{low // 1000}k", **more})


def test_the_one_offer_of_a_message_stands_beside_what_is_earned() -> None:
    earner = Profile(current_role="software tester", location="Dallas", present_pay=98000)
    rate = Amount(low=70, period="contract_hour")
    reply = ask(
        Wish(name="compare", subjects=[Subject(role="software tester", place="Dallas")]),
        profile=earner,
        dialogue=DialogueState(offers=[Offer(amounts=[rate])]),
    )
    assert "$98,000" in reply.text and "$70 an hour on contract" in reply.text
    assert reply.unsupported == []


def test_jobs_that_are_named_stay_side_by_side_beside_an_offer() -> None:
    earner = Profile(current_role="software tester", location="Dallas", present_pay=98000)
    named = [Subject(role=role, place="Dallas") for role in ("electrician", "plumber")]
    view = View(earner, DialogueState(offers=[Offer(amounts=[year(105_000)])]), NO_FINDINGS, TODAY)
    sides = sides_of(Wish(name="compare", subjects=named), view)
    assert [side.subject for side in sides] == named


def test_a_bonus_is_weighed_by_the_year() -> None:
    rate = Amount(low=40, period="hour")
    share = rate.model_copy(update={"low": 4, "kind": "bonus", "text": "10%"})
    assert bonus_of([rate, share]) == 8_320
    assert bonus_of([rate, Amount(low=5_000, kind="bonus")]) == 5_000


def test_a_contract_rate_is_set_beside_what_is_earned_as_an_employees_pay() -> None:
    earner = Profile(current_role="HVAC technician", location="Phoenix", present_pay=57200)
    rate = Amount(low=36, period="contract_hour")
    reply = ask(Wish(name="offer", amounts=[rate]), profile=earner)
    assert "less than your $57,200" in reply.text
    assert reply.unsupported == []


def test_what_comes_on_top_of_an_offer_is_named_with_it() -> None:
    offers = [
        Offer(
            amounts=[
                year(150_000),
                year(45_000, kind="bonus", text="30% bonus"),
                Amount(low=5_000, kind="signon", text="5k to sign"),
            ],
            role="nurse",
            place="Reno",
        ),
        Offer(amounts=[year(185_000)], role="nurse", place="Reno"),
    ]
    message = "nurse in Reno, 150k plus a 30% bonus and 5k to sign or 185k"
    reply = ask(Wish(name="compare"), dialogue=DialogueState(offers=offers), message=message)
    assert "bonus of $45,000 the $150,000 a year comes to $195,000" in reply.text
    assert "$5,000 (sign-on, beside $150,000)" in reply.text and reply.text.count("$45,000") == 1


@pytest.mark.parametrize("now", [None, 40_000])
def test_what_is_left_after_taxes_is_not_judged_and_asked_before_them(now: int | None) -> None:
    net = Amount(low=3200, period="month", kind="net")
    reply = ask(
        Wish(name="offer", amounts=[net], subjects=[Subject(role="barista", place="Seattle")]),
        profile=Profile(present_pay=now),
    )
    assert "$3,200 a month" in reply.text and "percentile" not in reply.text
    assert reply.dialogue.asked == "pay"


@pytest.mark.parametrize("role", [None, "registered nurse"])
def test_what_money_buys_in_two_places_is_not_held(role: str | None) -> None:
    subjects = [Subject(role=role, place=place) for place in ("Tulsa", "Boston")]
    reply = ask(Wish(name="compare", subjects=subjects))
    assert "not held here" in reply.text
    assert (reply.dialogue.asked == "current") == (role is None)


def test_what_money_buys_is_said_not_to_be_held_before_the_figures() -> None:
    offers = [
        Offer(amounts=[Amount(low=low, period="year", text=f"{low}")], role="nurse", place=place)
        for low, place in ((90_000, "San Francisco"), (70_000, "Omaha"))
    ]
    told = " ".join(f"{each.amounts[0].text} in {each.place}" for each in offers)
    said = ask(Wish(name="compare"), message=told, dialogue=DialogueState(offers=offers)).text
    assert "What money buys in each place is not held" in said and "in Omaha, NE" in said


def test_two_sums_of_two_places_each_stand_in_their_own() -> None:
    places = [Subject(role="accountant", place=place) for place in ("San Francisco", "Dallas")]
    wish = Wish(name="compare", subjects=places, amounts=[year(90_000), year(110_000)])
    reply = ask(
        wish,
        message="Would 110k in San Francisco go as far as 90k in Dallas?",
    )
    sides = sides_of(wish, reply.view)
    assert [(side.subject.place, side.year) for side in sides] == [
        ("San Francisco", 110_000),
        ("Dallas", 90_000),
    ]
    assert "What money buys" in reply.text and reply.unsupported == []
