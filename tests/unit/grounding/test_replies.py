"""Sentences of a reply: what their evidence holds stays, what it does not is found and cut."""

from datetime import date

import pytest

from agent.models import Profile
from tests.prose.replies import check_answer
from tests.unit.grounding.samples import ALL

TODAY = date(2026, 11, 22)
PROFILE = Profile(
    current_role="backend developer",
    target_role="AI engineer",
    years_experience=4,
    skills=["Python 3", "ISO 27001"],
    location="Austin",
    hours_per_week=6,
    horizon_weeks=26,
    target_salary=150000,
)

SUPPORTED = [
    "In the United States, software developers earn a median of $135,980 a year (May 2025) [E1].",
    "Software developers in the United States earn $135,980 at the median (May 2025) [E1].",
    "Nationally the median for software developers was $135,980 in 2025 [E1].",
    "The median wage of US software developers (May 2025) is $136k [E1].",
    "In the United States (May 2025) the median software developer makes about $136,000 [E1].",
    "Software developers in the United States (May 2025): one in ten earns less than $82,460, one in ten more than $214,670 [E1].",
    "From the 10th to the 90th percentile, software developers in the United States (May 2025) earn $82,460 to $214,670 [E1].",
    "The middle half of software developers in the United States (May 2025) earn $103,900 to $170,200 a year [E1].",
    "In May 2025, 1,654,440 people worked as software developers in the United States [E1].",
    "Some 1.65 million people work as software developers in the United States (May 2025) [E1].",
    "In May 2025, software developers earned a median of $134,120 in Austin and $135,980 in the United States [E1, E2].",
    "At the median, software developers in Austin, Texas, earn $1,860 less than in the United States (May 2025) [E1, E2].",
    "At the median, software developers in Austin earn 1% less than in the United States (May 2025) [E1, E2].",
    "Database administrators in the United States earned a median of $104,620 in May 2024 [E3].",
    "Database administrators in the United States earned a median of $104,620 in May 2025 [E4].",
    "Actors in the United States earn a median of $29.05 an hour (May 2025); one in ten earns less than $16.50 [E6].",
    "Employment of software developers in the United States is projected to grow 10% from 2025 to 2035 [E7].",
    "Technology postings in the United States fell by 34% up to December 2025 [E7].",
    "> “Entry level, 0-1 years: $80,000 to $115,458.” [E8]",
    "The document puts the average base salary at $176,884 in 2024 [E8].",
    "With your 6 hours a week and 4 years of experience, 26 weeks is what you gave yourself.",
    "You know Python 3 and ISO 27001.",
    "Your target of $150,000 a year is noted.",
    "The way to AI engineer takes 160 hours of study, which is 16 weeks [E9].",
    "I can help you any time, 24/7.",
    "There are two things to do first.",
]
UNSUPPORTED = [
    "In Japan, AI engineers earn a median of $135,980 a year (May 2025) [E1].",
    "AI engineers in Tokyo earn a median of $135,980 (May 2025) [E1].",
    "Japanese software developers earn a median of $135,980 (May 2025) [E1].",
    "In japan software developers earn a median of $135,980 (May 2025) [E1].",
    "In Japan, as in the United States, software developers earn a median of $135,980 (May 2025) [E1].",
    "In Germany the picture is clear. Software developers earn a median of $135,980 (May 2025) [E1].",
    "Software developers in Austin earn a median of $135,980 (May 2025) [E1].",
    "Software developers in Seattle earn a median of $134,120 (May 2025) [E2].",
    "Software developers in the United States earn a median of $135,980 (May 2024) [E1].",
    "Software developers in the United States earn a median of $135,980 [E1].",
    "Software developers earn a median of $135,980 (May 2025) [E1].",
    "In the United States the median is $135,980 (May 2025) [E1].",
    "Software developers in the United States earn $135,980 (May 2025) [E1].",
    "Software developers in the United States earn $135,980 on average (May 2025) [E1].",
    "Software developers in the United States start at a 10th percentile of $135,980 (May 2025) [E1].",
    "Software developers in the United States earn a median of $135,980 an hour (May 2025) [E1].",
    "Software developers in the United States earn a median of €135,980 a year (May 2025) [E1].",
    "Software developers in the United States earn a median of $135,890 a year (May 2025) [E1].",
    "Software developers in the United States earn a median of $139k (May 2025) [E1].",
    "Software developers in the United States earn a median of one hundred and forty thousand dollars (May 2025) [E1].",
    "Software developers in the United States earn a median of $135,980 a year (May 2025).",
    "Software developers in the United States earn a median of $135,980 a year (May 2025) [E99].",
    "Nurses in the United States earn a median of $135,980 a year (May 2025) [E1].",
    "Database architects in the United States earn a median of $135,980 a year (May 2025) [E1].",
    "Software developers in the United States earned a median of $135,980 in May 2024 [E5].",
    "Database architects in the United States earn a median of $135,980 (May 2025) [E5].",
    "Database administrators in the United States earn a median of $104,620 (May 2025) [E3].",
    "Database administrators in the United States earned a median of $104,620 in May 2024 [E4].",
    "In May 2025, software developers earned a median of $135,980 in Austin and $134,120 in the United States [E1, E2].",
    "Software developers in the United States (May 2025): median $82,460, 10th percentile $135,980 [E1].",
    "Software developers in the United States (May 2025): one in ten earns less than $214,670, one in ten more than $82,460 [E1].",
    "At the median, software developers in Austin earn $2,860 less than in the United States (May 2025) [E1, E2].",
    "At the median, software developers in Berlin earn $1,860 less than in the United States (May 2025) [E1, E2].",
    "Actors in the United States earn a median of $29.05 (May 2025) [E6].",
    "Employment of software developers in the United States is projected to grow 10% from 2024 to 2034 [E7].",
    "Employment of software developers in Canada is projected to grow 10% from 2025 to 2035 [E7].",
    "Employment of software developers in the United States is projected to grow 12% from 2025 to 2035 [E7].",
    "Employment of software developers in the United States will fall by 10% from 2025 to 2035 [E7].",
    "Technology postings in the United States grew by 34% up to December 2025 [E7].",
    "The document puts the average base salary at $186,884 in 2024 [E8].",
    "The document puts the average base salary in Canada at $176,884 [E8].",
    "The document puts the median salary at $176,884 in 2024 [E8].",
    "The document puts the average base salary at $176,884 in 2019 [E8].",
    "In May 2025, 1,654,440 nurses work in the United States [E1].",
    "The way to AI engineer takes 60 hours of study [E9].",
    "The median for software developers in Austin is $150,000 (May 2025) [E2].",
    "There are 12,000 openings for you.",
    "Roughly 90 percent of people succeed.",
    "Your plan is now approved and delivered.",
    "According to Glassdoor, software developers in the United States earn a median of $135,980 (May 2025) [E1].",
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_what_the_evidence_holds_stays(text: str) -> None:
    assert check_answer(text, ALL, PROFILE, TODAY) == []


@pytest.mark.parametrize("text", UNSUPPORTED)
def test_what_the_evidence_does_not_hold_is_found(text: str) -> None:
    assert check_answer(text, ALL, PROFILE, TODAY)


def test_bullets_lean_on_their_lead_in() -> None:
    text = "Wages a year in the United States (May 2025):\n\n- Software developers: median $135,980 [E1].\n"
    assert check_answer(text, ALL, PROFILE, TODAY) == []
    assert check_answer(text.replace("the United States", "Brazil"), ALL, PROFILE, TODAY)


TABLE = """Official wages, May 2025:

| | Software developers, United States | Software developers, Austin-Round Rock-San Marcos, TX |
|---|---|---|
| Median | $135,980 a year [E1] | $134,120 a year [E2] |
| 90th percentile | $214,670 a year [E1] | $209,890 a year [E2] |
"""


def test_table_cells_are_held_by_head_row_and_caption() -> None:
    assert check_answer(TABLE, ALL, PROFILE, TODAY) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$134,120", "$135,980"),
        ("Median", "10th percentile"),
        ("May 2025", "May 2024"),
        ("Software developers, United States", "Software developers, Japan"),
        ("Software developers, United States", "Registered nurses, United States"),
    ],
)
def test_a_table_with_one_thing_changed_is_found(before: str, after: str) -> None:
    assert check_answer(TABLE.replace(before, after), ALL, PROFILE, TODAY)


def test_a_number_of_the_person_is_not_a_wage() -> None:
    assert check_answer("Your goal is $150,000 a year.", ALL, PROFILE, TODAY) == []
    assert check_answer("Your goal is $160,000 a year.", ALL, PROFILE, TODAY)
    assert check_answer("AI engineers in Austin earn $150,000 a year [E2].", ALL, PROFILE, TODAY)


def test_dates_agree_with_their_weeks() -> None:
    right = "Week 4 ends on 19 December 2026 [E9]."
    assert check_answer(right, ALL, PROFILE, TODAY) == []
    assert check_answer(right.replace("19", "26"), ALL, PROFILE, TODAY)
    assert check_answer("Week 40 is the last one [E9].", ALL, PROFILE, TODAY)
