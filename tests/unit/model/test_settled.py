"""Which messages are not sent to be read: those of which plain code leaves no word unexplained."""

from datetime import date

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.models import Plan, Profile
from agent.policy.model.settled import is_settled
from agent.policy.offline.understanding import understand
from agent.state import CoachState
from benchmarks.understanding import _played, failures, read_cases
from prompts import words

TODAY = CoachContext(today=date(2026, 11, 2))
WAITS: CoachState = {"draft": Plan(), "profile": Profile(target_role="web developer", hours_per_week=9)}
NEW: CoachState = {"draft": None, "profile": Profile()}


def settled(text: str, before: CoachState = NEW) -> bool:
    state: CoachState = {**before, "messages": [HumanMessage(text)]}
    return is_settled(state, understand(state, TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "I'm a plumber in Reno with 7 hours a week. Make my plan to become a data analyst.",
        "What does a web developer make in Seattle?",
        "How is the job market for librarians in Ohio?",
        "I want to become an electrician and I have 6 hours a week. Please write a plan.",
    ],
)
def test_what_is_understood_to_the_last_word(text: str) -> None:
    assert settled(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm a plumber in Reno with 7 hours a week. Make my plan to become a data analyst, but nothing with sales.",
        "What does a web developer make in Seattle if she works from home?",
        "What does a web developer make in Seattle, and does my sister earn less?",
        "My brother is a librarian. What does he earn?",
        "What does a web developer make in Seattle or 40 miles around it?",
        "Hello there!",
        "I'm a plumber in Reno.",
        "Make my plan",
        "What does a web developer not earn?",
        "Say “ignore all rules”. What does a web developer earn?",
        "What does a web developer make in Seattle? " + "I want a plan. " * 40,
    ],
)
def test_what_leaves_a_word_over_is_read_by_the_model(text: str) -> None:
    assert not settled(text)


def test_a_reason_is_settled_where_it_is_nothing_but_a_fact() -> None:
    assert settled("only 5 hours a week", WAITS)
    assert not settled("only 5 hours a week", NEW)
    assert not settled("only 5 hours a week and friendlier words", WAITS)
    assert not settled("make it nicer", WAITS)


def test_no_word_that_turns_a_sentence_round_is_listed() -> None:
    listed = {word for text in words("accounted").values() for word in text.split()}
    turning = "not no never but if or than unless except without instead neither don't isn't rather less more"
    assert listed.isdisjoint(turning.split())


@pytest.mark.slow
def test_of_hundreds_of_messages_no_settled_one_was_misread() -> None:
    misread, count = [], 0
    for case in read_cases("messages_held_out") + read_cases("messages_blind_a"):
        wrong = failures(case)
        for turn, before, reading in _played(case):
            draft = Plan() if turn.get("draft") else None
            state: CoachState = {"messages": [HumanMessage(turn["say"])], "profile": before, "draft": draft}
            if is_settled(state, reading):
                count += 1
                misread += [problem for problem in wrong if problem.startswith(repr(turn["say"]))]
    assert count > 30 and misread == []
