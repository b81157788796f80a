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


TITLES_IN_CAPITALS = """LIC. PAOLA EJEMPLO
Guadalajara, Jalisco, M\u00e9xico
paola@mail.example \u00b7 31 a\u00f1os

EXPERIENCIA LABORAL

COORDINADORA DE LOG\u00cdSTICA
Importadora Muestra S.A. de C.V.
Abril 2022 a la fecha

ANALISTA DE COMERCIO EXTERIOR
Grupo Ejemplo Automotriz
Enero 2018 - Marzo 2022

HABILIDADES
SAP, Incoterms
"""


def test_titles_that_look_like_headings_are_jobs_and_an_age_is_no_experience() -> None:
    read = read_cv(TITLES_IN_CAPITALS, TODAY)
    told = apply_changes(Profile(), read.changes)
    assert told.current_role and told.current_role.casefold() == "coordinadora de log\u00edstica"
    assert (told.years_experience, told.location) == (9, "Guadalajara, Jalisco, M\u00e9xico")
    assert (len(read.report.jobs), read.report.unplaced) == (2, [])
    alone = "Ana Ejemplo\nLima, Per\u00fa | 31 a\u00f1os\n\nHABILIDADES\nSAP, Excel\n\nFORMACI\u00d3N\nLicenciatura, 2017\n"
    assert "years_experience" not in {change.field for change in read_cv(alone, TODAY).changes}


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Ingrid Example, MD\nRochester, Minnesota", "Rochester, Minnesota"),
        ("MAXIME EXEMPLE\nSherbrooke (Qu\u00e9bec)", "Sherbrooke, Qu\u00e9bec"),
    ],
)
def test_letters_behind_a_name_are_no_state_and_brackets_hold_what_a_town_lies_in(
    head: str, place: str
) -> None:
    text = f"{head}\n\nEXPERIENCE\nClerk, Acme, 2019 - 2021\n\nSKILLS\nExcel\n"
    assert apply_changes(Profile(), read_cv(text, TODAY).changes).location == place


@pytest.mark.parametrize(
    ("work", "years"),
    [
        ("Position held: Clerk\nEmployer: County\nFrom: 03/2018   To: 02/2022", 4),
        ("2015 to 2020: Mechanic at Sample Gravel. Loaders.\n2010 to 2013: Lube Tech, Example Auto.", 8),
        ("2010 - 2020   Polymechaniker, Muster AG\n2006 - 2010   Lehre als Polymechaniker, Muster AG", 10),
    ],
)
def test_years_of_each_entry_and_none_of_learning_the_trade(work: str, years: int) -> None:
    text = f"Ann Example\n\nEMPLOYMENT\n{work}\n\nGOOD WITH\nWelding, Pumps\n"
    told = apply_changes(Profile(), read_cv(text, TODAY).changes)
    assert told.years_experience == years
    assert told.skills == ["Welding", "Pumps"]


def test_skills_keep_their_own_names() -> None:
    text = "Ann Example\n\nEXPERIENCE\nTester, Acme, 2019 - 2021\n- Wrote automated tests for each page\n\nSKILLS\nLinux, Bash\n"
    assert apply_changes(Profile(), read_cv(text, TODAY).changes).skills == [
        "Linux",
        "Bash",
        "automated tests",
    ]
