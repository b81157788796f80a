"""Pay that is billed, whatever period it is told for, and what words beside a sum tell of how somebody is hired."""

from dataclasses import replace

import pytest

from agent.coaching.amounts import by_the_year, in_words, year_of
from agent.models import DialogueState, Profile
from agent.nlu.offers import read_offers
from agent.nlu.tagger import default_tagger
from agent.nlu.values.contracts import as_told
from agent.nlu.values.durations import parse_years
from agent.nlu.values.money import commission_in, parse_amount
from agent.nlu.wishes import read_wishes
from tests.unit.coaching.asking import TODAY
from tests.unit.nlu.test_pay import message


@pytest.mark.parametrize(
    ("text", "beside", "said", "year"),
    [
        ("$95k", ("", " on a 1099 as a"), "$95,000 a year", 95_000),
        ("$4,800 every month", ("", "", "", "", "1099"), "$4,800 a month", 57_600),
        ("$480 a day", ("", " on contract"), "$480 a day", 124_800),
        ("$2,000 a week", ("", "", "freelance writer"), "$2,000 a week", 104_000),
        ("$62/hr", ("", " corp-to-corp"), "$62 an hour", 128_960),
        ("$60 an hour 1099", ("", ""), "$60 an hour", 124_800),
        ("65 contract", ("", ""), "$65 an hour", 135_200),
    ],
)
def test_what_is_billed_is_brought_to_an_hour_and_said_as_told(
    text: str, beside: tuple[str, ...], said: str, year: int
) -> None:
    amount = parse_amount(text, beside=beside)
    assert amount is not None and amount.period == "contract_hour"
    assert (in_words(amount), year_of(amount)) == (said, year)
    assert said in by_the_year(amount) and as_told(amount).told is None


@pytest.mark.parametrize("text", ["$60,000 a year", "$5,000 a month"])
def test_a_contract_by_the_month_or_year_may_be_an_employees(text: str) -> None:
    amount = parse_amount(text, beside=("my contract says ", " on a one-year contract"))
    assert amount is not None and amount.period in ("month", "year") and amount.told is None


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("2% commission", "2%"),
        ("a commission of 7.5 percent", "7.5%"),
        ("5% in commissions", "5%"),
        ("a 10% bonus", None),
    ],
)
def test_a_commission_is_a_share_of_what_is_sold(text: str, share: str | None) -> None:
    assert commission_in(text) == share


@pytest.mark.parametrize(
    ("text", "years"),
    [("two (2) years", 2), ("Three (3)+ years", 3), ("5 or more years", 5), ("five (5) or more years", 5)],
)
def test_years_as_postings_write_them(text: str, years: int) -> None:
    assert parse_years(text, TODAY) == years


def test_a_contract_rate_beside_a_question_for_pay_is_judged() -> None:
    text = "A client would pay me $85 an hour on a 1099 as a data engineer in Atlanta. What would that be as an employee?"
    told = (("payo", "$85 an hour"), ("tgt", "data engineer"), ("aloc", "Atlanta"))
    read = read_wishes(message(text, *told, wishes=("pay",)), DialogueState(), Profile(), TODAY)
    assert [wish.name for wish in read] == ["offer"]


def test_the_states_of_one_job_are_ranked() -> None:
    said = message("Which states pay welders the most?", ("ask", "welders"), wishes=("compare",))
    said = replace(said, summary=default_tagger().summaries([said.text])[0])
    (wish,) = read_wishes(said, DialogueState(), Profile(), TODAY)
    assert (wish.name, wish.measure) == ("pay", "state")


def test_a_commission_of_an_offer_is_no_bonus() -> None:
    told = (("payo", "$4,100 a month"), ("bonus", "2% commission"))
    (offer,) = read_offers(message("They offer $4,100 a month plus 2% commission.", *told))
    assert [amount.kind for amount in offer.amounts] == ["base"]


@pytest.mark.parametrize(
    ("text", "told", "measure"),
    [
        ("What does a nurse make an hour?", [("ask", "nurse")], "hour"),
        ("What does a nurse make? 1 hour a day", [("ask", "nurse"), ("hrs", "1 hour a day")], None),
        ("Which states pay nurses best?", [("ask", "nurses")], "state"),
        ("Where do nurses earn the most?", [("ask", "nurses")], "state"),
        ("I'm free to move. Where is a nurse's pay highest?", [("ask", "nurse")], "state"),
        ("Pay of nurses in the United States", [("ask", "nurses")], None),
        ("What does the state pay nurses?", [("ask", "nurses")], None),
        ("Where in Texas do nurses earn the most?", [("aloc", "Texas"), ("ask", "nurses")], "state"),
        ("What do nurses earn in Texas?", [("ask", "nurses"), ("aloc", "Texas")], None),
    ],
)
def test_pay_is_wanted_by_the_hour_or_of_each_state(
    text: str, told: list[tuple[str, str]], measure: str | None
) -> None:
    said = replace(message(text, *told, wishes=("pay",)), summary=default_tagger().summaries([text])[0])
    wishes = read_wishes(said, DialogueState(), Profile(), TODAY)
    assert wishes[0].measure == measure
