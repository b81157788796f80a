"""CVs whose parts stand beside each other, or in other places than usual."""

from datetime import date

import pytest

from agent.models import Profile
from agent.models.changes import apply_changes
from agent.nlu.cv.read import read_cv

TODAY = date(2026, 11, 22)
BESIDE = """                Curriculum vitae

PERSONAL INFORMATION   Petra Example
                       Dlouha 4, 11000 Prague (Czech Republic)

WORK EXPERIENCE

1 May 2018\u2013Present     Software tester
                       Example Systems s.r.o.
                       - Jira test plans

1 Jun 2013\u201330 Apr 2018 Library assistant

PERSONAL SKILLS
Mother tongue(s)       Czech
Digital competence     Selenium, Java, Jira, SQL
"""
NAME_LIKE_A_TOWN = """Keisha Monroe | Baton Rouge, LA | 225-555-0107

Experience
Pharmacy Technician, Bayou Drugs, 2020 - Present

Skills
PioneerRx, Inventory
"""
UNDER_A_SIDEBAR = """Kontakt
www.linkedin.com/in/example

Top-Kenntnisse
Kundenservice
Zendesk

Tobias Example
Customer Success Manager bei Wolke AG
Hamburg, Deutschland

Berufserfahrung

Wolke AG
Customer Success Manager
M\u00e4rz 2021 - Present (5 Jahre 9 Monate)
"""
TOLD_IN_SENTENCES = """Grace Example, Fargo, North Dakota

PROFESSIONAL HISTORY
2016\u2013Now, Head of Circulation, Red River Public Library. Supervise 11, run Sierra reports.
2007\u20132016, Librarian, West Acres Branch. Story time for 40 children.

STRENGTHS: Sierra ILS, Cataloguing
"""
DASHED_ADDRESS = """Camille Example
12 rue des Lilas, 69003 Lyon \u2013 06 12 34 56 78 \u2013 camille@example.com

EXP\u00c9RIENCES PROFESSIONNELLES
Depuis septembre 2021 : D\u00e9veloppeuse web, Atelier Nord

COMP\u00c9TENCES
Backend: PHP, gRPC. Data: MySQL, Redis
"""


@pytest.mark.parametrize(
    ("text", "role", "years", "place", "skills"),
    [
        (BESIDE, "Software tester", 14, "Prague (Czech Republic)", ["Selenium", "Java", "Jira", "SQL"]),
        (NAME_LIKE_A_TOWN, "Pharmacy Technician", 7, "Baton Rouge, LA", ["PioneerRx", "Inventory"]),
        (
            UNDER_A_SIDEBAR,
            "Customer Success Manager",
            6,
            "Hamburg, Deutschland",
            ["Kundenservice", "Zendesk"],
        ),
        (TOLD_IN_SENTENCES, "Head of Circulation", 20, "Fargo, North Dakota", ["Sierra ILS", "Cataloguing"]),
        (DASHED_ADDRESS, "D\u00e9veloppeuse web", 5, "Lyon", ["PHP", "gRPC", "MySQL", "Redis"]),
    ],
    ids=["beside", "town", "sidebar", "sentences", "dashes"],
)
def test_each_shape_tells_role_years_place_and_skills(
    text: str, role: str, years: int, place: str, skills: list[str]
) -> None:
    told = apply_changes(Profile(), read_cv(text, TODAY).changes)
    assert (told.current_role, told.years_experience, told.location) == (role, years, place)
    assert told.skills == skills


@pytest.mark.parametrize(
    "section",
    [
        "BOARD SERVICE\nTreasurer, Food Bank          2018 - present",
        "STUDENTS ADVISED\nM. Vo, Data Scientist at Acme, 2018-2020",
    ],
)
def test_what_is_done_beside_the_job_or_by_others_is_no_job(section: str) -> None:
    text = f"Paul Example\nDes Moines, Iowa\n\nCAREER HISTORY\nController, Prairie Seeds    Oct. 2023 - Present\n\n{section}\n\nEDUCATION\nBS, 2015\n"
    assert [job.title for job in read_cv(text, TODAY).report.jobs] == ["Controller"]


def test_skills_keep_their_own_names() -> None:
    text = "Ann Example\n\nEXPERIENCE\nTester, Acme, 2019 - 2021\n- Wrote automated tests for each page\n\nSKILLS\nLinux, Bash\n"
    assert apply_changes(Profile(), read_cv(text, TODAY).changes).skills == [
        "Linux",
        "Bash",
        "automated tests",
    ]
