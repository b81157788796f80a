"""CVs of different trades: title, years, place and skills, and nothing that a name only sounds like."""

from datetime import date

import pytest

from agent.nlu.cv.read import is_cv, read_cv

TODAY = date(2026, 11, 22)
ELECTRICIAN = """JAMES OKAFOR
1420 Elm Street, Tulsa, OK 74104 | (918) 555-0134

WORK HISTORY
Journeyman Electrician \u2014 Bright Spark Electric, Tulsa, OK
June 2018 \u2013 Present
\u2022 Wire commercial buildings and keep the records in Excel
Electrician Apprentice, IBEW Local 584
08/2014 \u2013 05/2018

SKILLS
Blueprint reading; conduit bending; AutoCAD (basic)
"""
SOLDIER = """Staff Sergeant Maria Gomez
Fayetteville, North Carolina

Military Experience
92A Automated Logistical Specialist, U.S. Army            2012 - 2024
- Managed the inventory of four warehouses

Education
BS Supply Chain Management, 2022

Skills: Microsoft Excel, forklift operation
"""
NURSE = """Name: Anna Schmidt, RN
Address: 88 Lake Rd, Cleveland, Ohio

Employment
2019-03 to 2024-08  Registered Nurse, ICU, Cleveland Clinic
2015 - 2019  Staff Nurse, MetroHealth Medical Center

Education
2011-2015 BSN, Kent State University

Computer skills
Epic, Excel
"""
TEMP = """Lee Wong
Reno, NV

Experience
Cashier, Corner Shop, Feb 2026 - Sep 2026

Skills
Point of sale
"""


@pytest.mark.parametrize(
    ("text", "role", "years", "place", "skills"),
    [
        (
            ELECTRICIAN,
            "Journeyman Electrician",
            12,
            "Tulsa, OK",
            {"Blueprint reading", "conduit bending", "AutoCAD", "Excel"},
        ),
        (
            SOLDIER,
            "Automated Logistical Specialist",
            12,
            "Fayetteville, North Carolina",
            {"Microsoft Excel", "forklift operation"},
        ),
        (NURSE, "Registered Nurse", 10, "Cleveland, Ohio", {"Epic", "Excel"}),
        (TEMP, "Cashier", 0.7, "Reno, NV", {"Point of sale"}),
    ],
)
def test_a_cv_tells_title_years_place_and_skills(
    text: str, role: str, years: float, place: str, skills: set[str]
) -> None:
    assert is_cv(text, TODAY)
    told = {change.field: change.value for change in read_cv(text, TODAY).changes}
    assert (told["current_role"], told["years_experience"], told["location"]) == (role, years, place)
    held = told["skills"]
    assert isinstance(held, list) and set(held) == skills
