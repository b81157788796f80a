"""What is said of pay: the verdict first, then wages; nothing twice, nothing that is not about the rows shown."""

import pytest

from agent.models import Profile
from tests.unit.writing.asking import ask, pay


@pytest.mark.parametrize(
    ("amount", "verdict"), [(45_000, "low"), (88_000, "the middle"), (150_000, "high"), (19.5, "low")]
)
def test_whether_an_offer_is_fair_is_said_in_the_first_sentence(amount: float, verdict: str) -> None:
    text = ask("Is that fair?", pay("registered nurse", "Cleveland", pay=amount), intents=["salary"])
    first = text.split("\n\n")[0]
    assert verdict in first and "registered nurses in Cleveland, OH (May 2025)" in first and "[E" in first
    assert "earn more" in first and text.count("Cleveland") == 2


def test_pay_is_placed_in_every_occupation_that_the_role_may_be() -> None:
    text = ask("is that good?", pay("lineman", "Bismarck", pay=108_160), intents=["salary"])
    first, second = text.split("\n\n")[0].splitlines()
    assert "is high for telecommunications line installers" in first
    assert "is about the middle for electrical power-line installers" in second


def test_pay_beyond_the_published_percentiles_is_bounded_and_not_estimated() -> None:
    text = ask("Good?", pay("dental hygienist", "Spokane", pay=60_000), intents=["salary"])
    assert "below the 10th percentile, so at least 90% earn more" in text


def test_a_wage_of_a_wider_place_says_so_once() -> None:
    text = ask("what would i earn", pay("data analyst", "Tulsa"), intents=["salary"])
    assert "For statisticians no wage is published in Tulsa, OK itself; Oklahoma is shown instead." in text
    assert "no row for this occupation" not in text


def test_what_was_told_before_is_not_told_again() -> None:
    call = pay("AI engineer", "Austin")
    first = ask("What would I earn?", call, intents=["salary"])
    again = ask("And what would I earn?", call, told=[first], intents=["salary"])
    assert "Reported by others" in first and "Reported by others" not in again
    assert "field guide counts only" in first and "field guide counts only" not in again
    assert "median $134,120" in again


def test_an_unknown_role_and_a_foreign_place_say_what_can_be_asked_instead() -> None:
    unknown = ask("pay?", pay("glimmerwright", "Ohio"), intents=["salary"])
    assert unknown.startswith("Not known") and "another title" in unknown and "$" not in unknown
    foreign = ask("pay?", pay("welder", "Berlin"), profile=Profile(location="Berlin"), intents=["salary"])
    assert "United States only" in foreign and "United States as a whole" in foreign
    assert "COACH_HOME" not in foreign and "$" not in foreign


def test_many_places_of_one_name_stay_apart() -> None:
    text = ask("in Springfield?", pay("welder", "Springfield"), intents=["salary"])
    assert text.startswith("Which Springfield do you mean: Springfield, ") and text.endswith("?")
    assert "; or " in text


def test_another_name_of_the_work_is_said_after_the_answer_and_only_where_it_differs() -> None:
    text = ask("pay?", pay("UX designer", "New York"), intents=["salary"])
    assert text.startswith("In New York, web and digital interface designers earn")
    assert "count “UX designer” among" in text
    assert "Official statistics count" not in ask("pay?", pay("welder", "Ohio"), intents=["salary"])


def test_pay_by_the_hour_is_not_made_up_where_only_the_year_is_published() -> None:
    text = ask("whats the pay by the hour", pay("school bus driver", "Atlanta"), intents=["salary"])
    assert text.startswith("For this work the official figures are for a full-time year")
    employer = ask("which airline pays best", pay("commercial pilot"), intents=["salary"])
    assert employer.startswith("What single employers pay is not in my sources")
    studying = ask("6 hours a week. What does it earn?", pay("data scientist", "Toledo"), intents=["salary"])
    assert "shorter time" not in studying
    verdict = ask("I make $41 an hour. Fair?", pay("dental hygienist", "Spokane", pay=41), intents=["salary"])
    assert "none by the hour" not in verdict


def test_a_remark_on_two_lookups_is_made_once() -> None:
    calls = [pay("fitness instructor", place) for place in ("Chicago", "Miami")]
    text = ask("what do they make in chicago and in miami", *calls, intents=["salary"])
    assert text.count("earn a median of") == 2 and text.count("Official statistics count") == 1


def test_a_question_for_the_median_gets_the_figure() -> None:
    for message in ("What's the median salary of a nurse in San Jose?", "what is the median for that?"):
        text = ask(message, pay("registered nurse", "San Jose"), intents=["salary"])
        assert "earn a median of $" in text
