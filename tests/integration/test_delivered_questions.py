"""A delivered plan answers for itself: from the plan, without a tool, and without waiting for anything."""

from datetime import date
from pathlib import Path

import pytest

from agent import Coach
from agent.models import ReplyDocument

SAID = "I am a nurse in Columbus, Ohio. I know Excel. I want to become a data analyst, 6 hours a week. Make my plan."
START = date(2026, 11, 23)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("delivered")
    with Coach(home=folder, today=START) as coach:
        assert coach.ask(SAID, thread="t").status == "awaiting_approval"
        assert coach.resume("t", approve=True).status == "delivered"
    return folder


def ask(home: Path, question: str, today: date = START) -> ReplyDocument:
    with Coach(home=home, today=today) as coach:
        return coach.ask(question, thread="t")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is my second milestone?", "M2, “"),
        ("Why SQL first?", "SQL and relational databases is part of M"),
        ("When am I done?", "By this plan you are done at the end of week"),
        ("What's in my plan about pay?", "Under “Pay outlook” the plan says"),
        ("How many hours is it in total?", "add up to"),
        ("What should I do this week?", "In week 1, from 23 November 2026"),
        ("How do I start?", "Week 1 begins on 23 November 2026"),
        ("Who approved it?", "version 1, approved by local"),
        ("Is Docker in my plan?", "No, Docker is not in the plan"),
    ],
)
def test_questions_about_the_delivered_plan(home: Path, question: str, said: str) -> None:
    reply = ask(home, question)
    assert said in reply.reply and reply.tools == [] and reply.status == "answered"
    assert "waits" not in reply.reply and "draft" not in reply.reply


@pytest.mark.slow
def test_the_week_counts_from_the_plans_first_day(home: Path) -> None:
    assert (
        "In week 4, from 14 December 2026"
        in ask(home, "What should I do this week?", date(2026, 12, 16)).reply
    )
    assert (
        "In week 5, from 21 December 2026"
        in ask(home, "What is planned for next week?", date(2026, 12, 16)).reply
    )


@pytest.mark.slow
def test_other_questions_are_looked_up_as_before(home: Path) -> None:
    assert [call.name for call in ask(home, "What does a web developer earn in Boston?").tools] == [
        "lookup_salary"
    ]
