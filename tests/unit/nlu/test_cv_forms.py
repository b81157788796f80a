"""A questionnaire about somebody's work, down its rows or along one of them, is read like a CV."""

from datetime import date
from pathlib import Path

import pytest

from agent.models import Profile
from agent.models.changes import apply_changes
from agent.nlu.cv.read import is_cv, read_cv
from agent.session.handed_files import read_handed_file

TODAY = date(2026, 11, 28)
DOWN = """Question,Answer
Name,Devon Pryor (an example)
City,"Spokane, WA"
Current position,Phlebotomist
Employer,Inland Labs
From,May 2021
To,present
Duties,"Draws blood, enters orders in Epic"
Previous position,Home Health Aide
Employer,CareBridge
From,Jan 2018
To,April 2021
Skills,"Epic, venipuncture, Excel"
Desired position,Nurse
"""
ALONG = """Timestamp,Full name,Where do you live?,Current job title,Current employer,Since when?,Previous job title,From,To,Which skills do you have?
2026-11-20 09:12,Rosa Example,"Tucson, AZ",Dental Assistant,Saguaro Dental,March 2019,Receptionist,June 2015,February 2019,"Dentrix, Excel"
"""
SPOKEN = """Name;Tom Example
Location;Columbus, OH
What is your current job?;Forklift operator at Example Freight
How long have you been doing it?;6 years
What did you do before?;Picker at Example Foods, 2016-2019
Which tools and skills do you have?;SAP, Excel
What would you like to do next?;Logistics analyst
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DOWN, ("Phlebotomist", 9, "Spokane, WA", "venipuncture")),
        (ALONG, ("Dental Assistant", 11, "Tucson, AZ", "Dentrix")),
        (SPOKEN, ("Forklift operator", 11, "Columbus, OH", "SAP")),
    ],
)
def test_a_questionnaire_is_read_like_a_cv(
    tmp_path: Path, text: str, expected: tuple[str, float, str, str]
) -> None:
    role, years, place, skill = expected
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    written = read_handed_file(path, "CV").text
    told = apply_changes(Profile(), read_cv(written, TODAY).changes)
    assert is_cv(written, TODAY)
    assert (told.current_role, told.location, told.target_role) == (role, place, None)
    assert abs(float(told.years_experience or 0) - years) <= 1 and skill in told.skills


def test_a_table_about_no_person_is_no_cv() -> None:
    posting = (
        "| Job title | Welder |\n| Company | Example Steel |\n| Location | Tulsa, OK |\n| Skills | MIG |\n"
    )
    assert not is_cv(posting, TODAY)
