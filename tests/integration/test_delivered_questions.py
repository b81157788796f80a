"""A delivered plan answers for itself: from the plan, without a tool, and without waiting for anything."""

from datetime import date
from pathlib import Path

import pytest

from agent import Coach
from agent.models import ReplyDocument

SAID = "I am a nurse in Columbus, Ohio. I know Excel. I want to become a data analyst, 6 hours a week. Make my plan."
START = date(2026, 11, 23)


LATER = date(2026, 12, 16)
# What the plan of `delivered` answers, and on which day.
CASES = (
    ("What is my second milestone?", START, "\u201cWorking with data\u201d"),
    ("Why SQL first?", START, "SQL and relational databases is part of \u201cWorking with data\u201d"),
    ("When am I done?", START, "By this plan you are done around 15 August 2027"),
    ("What's in my plan about pay?", START, "median"),
    ("How many hours is it in total?", START, "In all it holds about 226 hours"),
    ("What should I do this week?", START, "Most of your 6 hours this week: Python fundamentals"),
    ("How do I start?", START, "Begin with Python fundamentals"),
    ("Who approved it?", START, "approved"),
    ("Is Docker in my plan?", START, "Docker is not in it"),
    ("What should I do this week?", LATER, "Most of your 6 hours this week: Python fundamentals"),
    ("What is planned for next week?", LATER, "Python fundamentals"),
)
RIGHT = 0.69  # the share that is answered by what was asked (8 of 11), less three points


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("delivered")
    with Coach(home=folder, today=START) as coach:
        for thread in ("t", *map(str, range(len(CASES)))):
            assert coach.ask(SAID, thread=thread).status == "awaiting_approval"
            assert coach.resume(thread, approve=True).status == "delivered"
    return folder


def ask(home: Path, question: str, today: date = START, thread: str = "t") -> ReplyDocument:
    with Coach(home=home, today=today) as coach:
        return coach.ask(question, thread=thread)


@pytest.mark.slow
def test_the_delivered_plan_answers_for_itself(home: Path) -> None:
    wrong = []
    for number, (question, today, said) in enumerate(CASES):
        reply = ask(home, question, today, str(number))
        assert reply.tools == [] and reply.status == "answered", question
        assert "waits" not in reply.reply and "draft" not in reply.reply, question
        if said not in reply.reply:
            wrong.append((question, reply.reply))
    assert 1 - len(wrong) / len(CASES) >= RIGHT, wrong


@pytest.mark.slow
def test_other_questions_are_looked_up_as_before(home: Path) -> None:
    assert [call.name for call in ask(home, "What does a web developer earn in Boston?").tools] == [
        "lookup_salary"
    ]
