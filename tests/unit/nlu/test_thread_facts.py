"""Facts that the thread or the rest of a message settles: by which period pay is spoken of, work at home, a field and a job in it."""

from dataclasses import replace
from datetime import date

import pytest

from agent.models import Amount, DialogueState, Profile
from agent.nlu.facts import read_facts
from agent.nlu.mentions import Mention, Message
from agent.nlu.offers import read_offers
from agent.nlu.pay import amounts
from agent.nlu.stands import read_dialogue

TODAY = date(2026, 11, 28)


def message(text: str, *marked: tuple[str, str], wish: str = "tell") -> Message:
    mentions = (
        Mention(label, words, text.index(words), text.index(words) + len(words)) for label, words in marked
    )
    return Message(text, tuple(mentions), (wish,))


def facts(said: Message, before: Profile | None = None) -> dict[str, object]:
    return {change.field: change.value for change in read_facts(said, before or Profile(), TODAY).changes}


def test_a_bare_amount_has_the_period_of_the_last_one_about_its_size() -> None:
    said = message("can I ask for 37?", ("payt", "37"), wish="ask_for")
    hourly = Amount(low=34, period="hour")
    (read,) = amounts(replace(said, told=(hourly,)), "payt")
    assert read.period == "hour"
    (other,) = amounts(replace(said, told=(Amount(low=3200, period="month"),)), "payt")
    assert other.period is None


def test_a_bonus_is_not_paid_by_the_period_of_the_thread() -> None:
    said = message("52k plus a 4,000 bonus", ("payo", "52k"), ("bonus", "4,000"), wish="offer")
    read = amounts(replace(said, told=(Amount(low=3200, period="month"),)), "bonus")
    assert [amount.period for amount in read] != ["month"]


def test_the_thread_keeps_the_last_amounts_with_a_period() -> None:
    said = message("A is 34 an hour", ("payo", "34 an hour"), wish="offer")
    assert [amount.low for amount in read_dialogue(said, DialogueState(), [], [], Profile()).told] == [34]


def test_who_is_at_home_has_the_trade_of_before() -> None:
    said = message(
        "stay-at-home dad, before that sous chef", ("cur", "stay-at-home dad"), ("past", "sous chef")
    )
    assert facts(said) == {"former_role": "sous chef"}


@pytest.mark.parametrize(
    "words", ["running the house", "housewife", "raising my kid", "taking care of my dad", "full-time mum"]
)
def test_life_at_home_is_no_job_and_its_years_are_none(words: str) -> None:
    said = message(f"{words} since 2022, 7 hours a week", ("cur", words), ("yrs", "since 2022"))
    assert not {"current_role", "years_experience"} & set(facts(said))


@pytest.mark.parametrize("words", ["nanny", "caring for the elderly", "running the kitchen", "house painter"])
def test_work_that_is_done_at_a_home_is_a_job(words: str) -> None:
    assert facts(message(f"{words} since 2022", ("cur", words)))["current_role"] == words


def test_a_present_job_that_says_no_trade_stays_the_present_one() -> None:
    said = message("coordinator now, welder before", ("cur", "coordinator"), ("past", "welder"))
    assert "former_role" not in facts(said)


def test_the_same_job_in_other_words_changes_nothing() -> None:
    said = message("they ask why I left nursing", ("cur", "nursing"))
    held = Profile(current_role="nurse")
    assert not read_facts(said, held, date(2026, 11, 28)).changes


def test_of_several_jobs_wanted_for_a_plan_the_surest_is_the_goal() -> None:
    said = message(
        "a plan for data analyst but with a pharmacist", ("tgt", "data analyst"), ("tgt", "pharmacist")
    )
    unsure = [replace(each, sure=0.7) if each.text == "pharmacist" else each for each in said.mentions]
    assert facts(replace(said, mentions=tuple(unsure), wishes=("plan",)))["target_role"] == "data analyst"


def test_of_two_hours_told_the_ones_known_before_are_none_anew() -> None:
    text = "six hours is more honest than nine hours"
    said = message(text, ("hrs", "six hours"), ("hrs", "nine hours"))
    (change,) = read_facts(said, Profile(hours_per_week=9), date(2026, 11, 28)).changes
    assert (change.field, change.value) == ("hours_per_week", 6)


def test_a_field_beside_a_job_in_it_is_no_choice() -> None:
    said = message("go into data, as a data scientist", ("tgt", "data"), ("tgt", "data scientist"))
    assert facts(said) == {"target_role": "data scientist"}


def test_an_offer_for_what_is_no_job_is_for_the_persons_own_work() -> None:
    said = message(
        "electrician. 38.90 an hour at a data center, or 41 an hour as welder",
        ("cur", "electrician"), ("payo", "38.90 an hour"), ("tgt", "data center"), ("payo", "41 an hour"), ("tgt", "welder"),
        wish="offer",
    )  # fmt: skip
    assert [offer.role for offer in read_offers(said)] == ["electrician", "welder"]


@pytest.mark.parametrize(
    ("label", "words", "text"),
    [
        ("tgt", "LPN", "everybody says go be an LPN"),
        ("payt", "33", "I'd be like 33"),
        ("start", "in august", "a kid starting kindergarten in august"),
    ],
)
def test_a_goal_that_is_hardly_read_as_one_is_no_fact(label: str, words: str, text: str) -> None:
    said = message(text, (label, words))
    (mention,) = said.mentions
    assert facts(replace(said, mentions=(replace(mention, sure=0.5),))) == {}


def test_a_goal_that_is_surely_read_is_one() -> None:
    assert facts(message("I want to be an LPN", ("tgt", "LPN"))) == {"target_role": "LPN"}


def test_years_of_something_else_do_not_take_the_place_of_those_of_the_job() -> None:
    held = Profile(current_role="store manager", years_experience=22)
    beside = message("I taught the Saturday sewing class for eleven years", ("yrs", "eleven years"))
    assert facts(message("eleven years it is", ("yrs", "eleven years"), wish="correct"), held)
    assert facts(beside, held) == {}


def test_a_place_right_beside_one_sum_is_not_that_of_the_other() -> None:
    text = "A: remote, 152k base, no bonus and eleven months of money left, they say. B: a bank in Charlotte, 168k, I would move from Raleigh"
    marked = (("payo", "152k"), ("aloc", "Charlotte"), ("payo", "168k"), ("aloc", "Raleigh"))
    first, second = read_offers(message(text, *marked, wish="offer"))
    assert (first.place, second.place) == (None, "Charlotte")


def test_a_share_put_right_is_of_the_base_told_before() -> None:
    said = message("I misread, the bonus is 15% not 10", ("bonus", "15%"), ("bonus", "10"), wish="offer")
    held = replace(said, told=(Amount(low=100_000, period="year", kind="base"),))
    (bonus,) = amounts(held, "bonus")
    assert (bonus.kind, bonus.low) == ("bonus", 15_000)


def test_years_at_the_head_of_a_remark_on_a_plan_are_those_of_the_job() -> None:
    held = Profile(current_role="store manager", years_experience=22)
    told = message("its 23 years actually. plan is fine", ("yrs", "23 years"), wish="feedback")
    assert facts(told, held) == {}
    assert facts(replace(told, context=("draft",)), held) == {"years_experience": 23}
    beside = message("I taught the sewing class for eleven years", ("yrs", "eleven years"), wish="feedback")
    assert facts(replace(beside, context=("draft",)), held) == {}
