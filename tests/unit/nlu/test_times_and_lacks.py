"""What a time is to a plan, and whether a skill is lacked, by the shipped weights."""

from datetime import date
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.models import Profile
from agent.nlu.read import understand
from agent.nlu.tagger import default_tagger
from agent.nlu.values.durations import lengths_in


def told(text: str, before: Profile | None = None) -> dict[str, Any]:
    state = {"messages": [HumanMessage(text)], "profile": before or Profile()}
    read = understand(state, CoachContext(today=date(2026, 11, 28), user="u"), default_tagger())  # type: ignore[arg-type]
    return {change.field: change.value for change in read.changes}


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("i want to be an lvn, the program starts in 14 weeks, 7 hours a week. make me a plan", 14),
        ("make a plan for dental assistant, 6 hours a week, the course starts in eight weeks", 8),
        ("make me a plan for hvac tech 8 hrs/wk for 16 wks", 16),
        (
            "Plan please: phlebotomist. Class begins in March and I've got 10 weeks till then, 5 hours a week.",
            10,
        ),
    ],
)
def test_the_beginning_of_something_else_is_how_long_there_is(text: str, weeks: int) -> None:
    facts = told(text)
    assert (facts["horizon_weeks"], facts.get("start_date")) == (weeks, None)


def test_a_day_to_begin_on_stays_one() -> None:
    facts = told("I can start in two weeks. Plan for electrician, 6 hours a week for 24 weeks.")
    assert (facts["start_date"], facts["horizon_weeks"]) == ("2026-12-12", 24)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (
            "make me a plan for dental hygienist, 6 hours a week. i need chemistry and anatomy",
            {"Chemistry", "anatomy"},
        ),
        (
            "My gaps are statistics, SQL and Tableau. I want to be a data analyst.",
            {"Statistics", "SQL", "Tableau"},
        ),
        ("Welding I know. Blueprints I don't. I'd like to be a pipefitter", {"Blueprints"}),
    ],
)
def test_what_is_named_as_missing_is_missing(text: str, lacks: set[str]) -> None:
    assert {str(each).casefold() for each in told(text)["missing_skills"]} == {
        each.casefold() for each in lacks
    }


def test_years_stay_with_the_job_that_they_were_told_of() -> None:
    facts = told("I was a civil engineer 11 years in Kyiv. Now I clean rooms at a hotel in Sacramento.")
    assert facts["current_role"].startswith("clean rooms")
    assert "years_experience" not in facts


def test_lengths_are_what_is_counted() -> None:
    found = [
        (each.weeks, text[each.start : each.end])
        for text in ["6 hours a week, 16 wks; every 2 weeks"]
        for each in lengths_in(text)
    ]
    assert found == [(16, "16 wks")]
