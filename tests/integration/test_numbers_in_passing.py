"""Five messages with numbers and jobs in passing: class sizes, telephone numbers, years of a posting. All right at first sight."""

from collections.abc import Iterator

import pytest

from agent.session.coach import Coach

TOLD: list[tuple[str, dict[str, object]]] = [
    ("My sister sent me this: Office Manager, Rapid City, $24/h, needs QuickBooks and 5 years. I've been a receptionist for 2 years and only know Word.",
     {"current_role": "receptionist", "years_experience": 2, "skills": ["Word"], "present_pay": None, "location": None}),
    ("I teach 27 kids in room 214 in Fresno, been at it 11 years, and I coach soccer on weekends. What else could I do?",
     {"years_experience": 11, "location": "Fresno", "hours_per_week": None, "present_pay": None}),
    ("You can call me at 605-555-0142. I finished school in 2016 and since then I'm a dental assistant in Sioux Falls.",
     {"current_role": "dental assistant", "location": "Sioux Falls", "hours_per_week": None, "present_pay": None, "horizon_weeks": None}),
    ("The ad wants 5 years of Java. I have 2 as a tester, some Java at home. Should I apply?",
     {"current_role": "tester", "years_experience": 2, "hours_per_week": None, "target_salary": None}),
    ("GS-9 step 5 contract specialist at Tinker AFB in Oklahoma City, 10 years in. I want to be a data analyst, 6 hours a week.",
     {"current_role": "contract specialist", "target_role": "data analyst", "hours_per_week": 6, "years_experience": 10, "present_pay": None}),
]  # fmt: skip


@pytest.fixture(scope="module")
def coach() -> Iterator[Coach]:
    with Coach(offline=True) as made:
        yield made


@pytest.mark.parametrize("told", TOLD, ids=range(len(TOLD)))
def test_only_what_is_told_of_the_person_is_a_fact(coach: Coach, told: tuple[str, dict[str, object]]) -> None:
    message, facts = told
    profile = coach.ask(message, thread=message[:20]).profile.model_dump()
    assert {name: profile[name] for name in facts} == facts
