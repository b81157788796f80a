"""What to charge as a contractor, what overtime and part time come to, and grades of a public pay system."""

import pytest

from agent.models import Amount, Offer, Profile, Subject
from agent.models.dialogue import DialogueState
from agent.nlu.pay import amounts
from agent.nlu.subjects import subjects_of
from tests.unit.coaching.asking import ask
from tests.unit.coaching.test_pay_moves import wish
from tests.unit.nlu.test_pay import message
from tools.salary import lookup


def test_a_rate_is_told_as_a_sum_with_its_parts() -> None:
    reply = ask(
        wish("ask_for", "bookkeeper", "Ohio", measure="contract_hour"), profile=Profile(years_experience=5)
    )
    (row,) = lookup("bookkeeper", "Ohio", hourly=True).wages
    wage = float(row.p75 or 0)
    for part in (wage, wage / 0.702, wage / 0.702 / 0.75):
        assert f"${part:.2f}" in reply.spoken
    assert "29.8%" in reply.spoken and "75%" in reply.spoken and "own sum" in reply.spoken
    assert reply.unsupported == []


def test_a_rate_that_was_offered_stands_beside_the_sum() -> None:
    offered = Amount(low=20, period="contract_hour", text="$20/h on 1099")
    told = DialogueState(offers=[Offer(amounts=[offered])])
    reply = ask(wish("ask_for", "bookkeeper", "Ohio", amounts=[offered]), dialogue=told)
    assert "$20 an hour" in reply.spoken and "does not even cover" in reply.spoken


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("What should I charge per hour for welding jobs?", "contract_hour"),
        ("freelance writer, which rate do I name?", "contract_hour"),
        ("contract rate for a java developer?", "contract_hour"),
        ("I go freelance, what do I need per hour to match a normal salary?", "contract_hour"),
        ("my contract ends in May, what should I ask for as a nurse?", None),
        ("I am a freelance writer, which salary should I ask for at an agency?", None),
        ("I'm a charge nurse, what should I ask for per hour?", "hour"),
    ],
)
def test_a_rate_is_asked_for_only_by_who_bills(text: str, measure: str | None) -> None:
    from agent.nlu.wishes import read_wishes
    from tests.unit.coaching.asking import TODAY

    (read,) = read_wishes(message(text, wishes=("ask_for",)), DialogueState(), Profile(), TODAY)
    assert read.measure == measure


def test_overtime_and_part_time_are_told_beside_the_verdict() -> None:
    hours = {"period": "hour", "text": "$22/h"}
    long = ask(wish("offer", "welder", "Tulsa", amounts=[Amount(low=22, hours=50, **hours)]))
    assert "$45,760" in long.spoken and "$17,160" in long.spoken and "$62,920" in long.spoken
    short = ask(wish("offer", "welder", "Tulsa", amounts=[Amount(low=22, hours=28, **hours)]))
    assert "$32,032 a year at 28 hours a week" in short.spoken and "$45,760" in short.spoken
    assert "32nd" not in short.spoken or "32nd" in long.spoken  # both are judged as the same rate for an hour


def test_what_is_earned_comes_to_a_year_where_its_hours_are_told() -> None:
    told = Amount(low=22, period="hour", hours=50, text="22/h")
    reply = ask(wish("pay", "welder", "Tulsa", amounts=[told]))
    assert reply.spoken.index("$62,920") < reply.spoken.index("Welders")


@pytest.mark.parametrize(
    ("text", "told", "level"),
    [
        (
            "a GS-9, step 5 budget analyst",
            (("lvl", "GS-9"), ("lvl", "step 5"), ("ask", "budget analyst")),
            "GS-9, step 5",
        ),
        (
            "step 5 GS-9 budget analyst",
            (("lvl", "step 5"), ("lvl", "GS-9"), ("ask", "budget analyst")),
            "step 5 GS-9",
        ),
        ("GS-9 step 5 budget analyst", (("lvl", "step 5"), ("ask", "budget analyst")), "GS-9 step 5"),
        ("GS-9 budget analyst", (("ask", "budget analyst"),), "GS-9"),
        ("senior budget analyst in 2 years", (("lvl", "senior"), ("ask", "budget analyst")), "senior"),
    ],
)
def test_parts_of_a_grade_are_one_level(text: str, told: tuple[tuple[str, str], ...], level: str) -> None:
    read = subjects_of("pay", message(text, *told, wishes=("pay",)), DialogueState(), Profile())
    assert read == [Subject(role="budget analyst", level=level)]


def test_a_grade_against_the_private_sector_is_told_as_a_pay_system_of_its_own() -> None:
    person = Profile(current_role="budget analyst")
    reply = ask(wish("compare", "budget analyst", "Denver", level="GS-11"), profile=person)
    assert "General Schedule" in reply.spoken and "Denver" in reply.spoken


def test_an_hour_that_is_billed_is_a_contractors() -> None:
    told = message("As an independent contractor I bill $40/h, 25 billable hours a week", ("payc", "$40/h"))
    (amount,) = amounts(told, "payc")
    assert (amount.period, amount.hours) == ("contract_hour", 25)
    employed = message("I make $30/h and think of going freelance", ("payc", "$30/h"))
    assert [each.period for each in amounts(employed, "payc")] == ["hour"]
