"""CVs in the shapes people hand over: the latest job, years worked, place and skills, and nothing that only sounds like them."""

import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from langchain_core.messages import HumanMessage

from agent.context import CoachContext
from agent.models import DialogueState, Profile
from agent.models.changes import apply_changes
from agent.nlu.cv.headings import meant_heading
from agent.nlu.cv.lines import Line
from agent.nlu.cv.periods import find_periods, months_worked
from agent.nlu.cv.places import place_in
from agent.nlu.cv.read import cv_in, is_cv, read_cv
from agent.nlu.mentions import Message
from agent.nlu.read import interpret
from benchmarks.cv import DATA, FIELDS, FLOOR, Expected, expected_in, right_in

TODAY = date(2026, 11, 22)
CASES = Path(__file__).parents[2] / "data" / "cv"


def told(text: str) -> Profile:
    return apply_changes(Profile(), read_cv(text, TODAY).changes)


@pytest.mark.parametrize("expected", list(expected_in(CASES)), ids=lambda each: each.path.name)
def test_public_shapes_come_out_right(expected: Expected) -> None:
    assert right_in(expected) == set(FIELDS)


def test_each_field_is_right_in_most_cvs_of_the_set() -> None:
    cvs = [each for folder in sorted(DATA.iterdir()) for each in expected_in(folder)]
    right = Counter(name for each in cvs for name in right_in(each))
    assert len(cvs) == 124
    assert {name: right[name] / len(cvs) for name in FIELDS if right[name] / len(cvs) < FLOOR} == {}


@pytest.mark.parametrize(
    ("line", "first", "months"),
    [
        ("'22 - present", "2022-01", 59),
        ("06/2019 to date", "2019-06", 90),
        ("Spring 2021 - Fall 2024", "2021-03", 45),
        ("Start: 06/2019  End: Present   Hours per week: 40", "2019-06", 90),
        ("15/09/2016 \u2013 28/02/2019 Modena, Italy", "2016-09", 30),
        ("2018 - 2021", "2018-01", 36),
        ("seit Februar 2022", "2022-02", 58),
        ("Septembre 2021 \u2013 aujourd'hui", "2021-09", 63),
        ("enero de 2018 - mayo de 2019", "2018-01", 17),
        ("May\u2013Aug 2019", "2019-05", 4),
        ("2019 -", "2019-01", 95),
        ("01/19 - 03/22", "2019-01", 39),
        ("2019-03-01 - 2020-02-29", "2019-03", 12),
        ("2019-          Physiotherapist, Example Clinic", "2019-01", 95),
        ("2021 - heden", "2021-01", 71),
        ("1 Jun 2013\u201330 Apr 2018", "2013-06", 59),
        ("March 5, 2018 to June 30, 2020", "2018-03", 28),
        ("12th June 2017 to 3rd July 2019", "2017-06", 26),
        ("15. M\u00e4rz 2019 bis 1. April 2020", "2019-03", 14),
        ("du 1er mai 2018 au 30 juin 2019", "2018-05", 14),
        ("1 de mayo de 2018 a 30 de junio de 2019", "2018-05", 14),
        ("01-Jan-2019 to 31-Dec-2020", "2019-01", 24),
        ("Sommer 2019 - Winter 2020", "2019-06", 19),
        ("H1 2019 - H2 2020", "2019-01", 24),
    ],
)
def test_dates_as_people_write_them(line: str, first: str, months: int) -> None:
    (period,) = find_periods(line, TODAY)
    assert f"{period.first // 12}-{period.first % 12 + 1:02}" == first
    assert months_worked([period]) == months


@pytest.mark.parametrize(
    "line",
    [
        "(918) 555-0134",
        "classes of 32",
        "$104,604 per year",
        "Marketing Manager",
        "2,019 forms",
        "1420 Elm Street",
        "GS-2210-12",
    ],
)
def test_a_telephone_number_or_a_class_size_is_no_date(line: str) -> None:
    assert find_periods(line, TODAY) == []


def test_gaps_are_left_out_and_overlaps_count_once() -> None:
    text = (
        "Ann Example\nReno, NV\n\nExperience\nNurse, Example Clinic, Jan 2020 - Dec 2021\n"
        "Tutor, Sample School, Jan 2021 - Dec 2021\nCareer break, Jan 2018 - Dec 2019\nCook, Example Inn, Jan 2016 - Dec 2017\n"
    )
    assert told(text).years_experience == 4


def test_publications_references_clients_and_courses_tell_nothing_of_the_owner() -> None:
    text = (
        "Ann Example\nReno, NV\n\nExperience\nHistorian, Example Archive, 2020 - present\nClients: Java House, Oracle Park\n\n"
        "Courses taught\nIntroduction to Python (240 students), 2010 - 2012\n\n"
        "Publications\nExample A. Kubernetes before Docker. 2015 - 2016\n\nReferences\nPat Sample, Head Nurse, Boise, Idaho, 2001 - 2019\n"
    )
    profile = told(text)
    assert (profile.current_role, profile.years_experience, profile.location) == ("Historian", 7, "Reno, NV")
    assert profile.skills == []


def test_no_hours_and_no_pay_are_read() -> None:
    profile = told((CASES / "federal.txt").read_text(encoding="utf-8"))
    assert (profile.hours_per_week, profile.present_pay, profile.target_salary) == (None, None, None)


def test_a_skill_known_a_little_keeps_its_level() -> None:
    assert told((CASES / "europass.txt").read_text(encoding="utf-8")).skill_levels == {
        "Python": "basic Python"
    }


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("29200 Brest", "Brest"),
        ("29200 Brest\nT\u00e9l. 02 61 91 05 55", "Brest"),
        ("29200 Brest\n+33 2 61 91 05 55", "Brest, France"),
        ("45001 Toledo | +34 925 555 012", "Toledo, Spain"),
        ("Musterweg 2, 99817 Eisenach", "Eisenach"),
        ("12 rue du Mod\u00e8le, 29200 Brest Cedex 2", "Brest"),
        ("12 rue du Mod\u00e8le\n29200 Brest\nFrance", "Brest, France"),
        ("D-99817 Eisenach", "Eisenach, Germany"),
        ("1012 AB Haarlem", "Haarlem, Netherlands"),
        ("38-200 Jas\u0142o", "Jas\u0142o, Poland"),
        ("Wohnort: Eisenach", "Eisenach"),
        ("Brest, France", "Brest, France"),
        ("Brest (France)", "Brest, France"),
        ("Brest - France", "Brest, France"),
        ("Hubli, Karnataka, India", "Hubli, Karnataka, India"),
        ("Address: Plot 5, Sample Nagar, Hubli 580020, India", "Hubli, India"),
        ("3012 Bern, Switzerland", "Bern, Switzerland"),
        ("Rust enthusiast | Germany", "Germany"),
        ("Senior Engineer, Canada", "Canada"),
        ("12345 Broadway\n(303) 555-0101", None),
        ("12345 Broadway | +1 303 555 0101", None),
        ("Suite 12, 12345 Broadway", None),
        ("12345 Oak Hill, Boise, ID 83702", "Boise, ID"),
        ("10250 Sample Boulevard\nLos Angeles, CA 90067", "Los Angeles, CA"),
    ],
)
def test_towns_abroad_by_country_or_postal_code_and_no_street_of_the_us(head: str, place: str | None) -> None:
    lines = [Line(text) for text in ("Jo Example", *head.splitlines())]
    assert place_in(lines) == place


def test_what_cannot_be_placed_is_told() -> None:
    text = (
        "Ann Example\nReno, NV\n\nEXPERIENCE\nNurse, Example Clinic, 2020 - present\n\n2012 - 2014\n\n"
        "ZQXV PLMN\nBlue things and 3 others\n\nSKILLS\nTriage\n"
    )
    assert read_cv(text, TODAY).report.unplaced == ["2012 - 2014", "Blue things and 3 others"]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Where I have been employed", "work"),
        ("Things I'm good at", "skills"),
        ("Schools attended", "education"),
    ],
)
def test_a_heading_nobody_listed_is_read_by_what_it_means(heading: str, section: str) -> None:
    assert meant_heading(heading) == section


@pytest.mark.parametrize("heading", ["Northgate Insurance", "Roosevelt High School", "Golden Crust Bakery"])
def test_an_employer_is_no_heading(heading: str) -> None:
    assert meant_heading(heading) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I worked 2019 - 2021 as a cook, what now?",
        "Data Analyst, Example Inc\n\nRequirements\nSQL, 3 years\n\nSkills\nTableau\n\nExperience\nBanking\n",
        "what about\nnurses\nin Ohio\nor\nIowa?",
        "{}",
        '{"basics": 3, "work": "x"}',
        "[" * 5_000,
        "\n".join(f"{year} - {year + 1}" for year in range(1950, 2026)),
    ],
)
def test_what_is_no_cv_is_not_taken_for_one(text: str) -> None:
    assert not is_cv(text, TODAY)
    read_cv(text, TODAY)


def test_a_cv_is_told_by_its_kind_or_by_its_shape() -> None:
    short = "Electrician\nReno, NV"
    assert cv_in(HumanMessage(short), TODAY) is None
    handed = cv_in(HumanMessage(short, additional_kwargs={"kind": "cv"}), TODAY)
    assert handed is not None
    assert {change.field for change in handed.changes} == {"current_role", "location"}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Example\nReno, NV\n\nExperience\n"
        + "Nurse, Example Clinic, 2020 - present\n- Triage for 2 wards\n" * 600,
        " \n" * 20_000,
        "a" + " " * 39_000 + "b",
        "-" * 39_000 + "x",
        "*a " * 13_000,
        "a  b" * 5_000 + "\n" + "c\n" * 10_000,
        "Jan 2020 - " * 3_500,
        "Skills\n" + "(" * 39_000,
    ],
    ids=["jobs", "blank", "spaces", "rule", "stars", "columns", "dates", "brackets"],
)
def test_reading_is_bounded(text: str) -> None:
    started = time.process_time()
    read_cv(text, TODAY)
    assert time.process_time() - started < 5


def test_dated_entries_without_any_heading_are_jobs() -> None:
    text = "Ann Example\nDesigner\nReno, NV\n\n2022 - now\nSenior Designer, Example Bank\n\n2019 - 2022\nDesigner, Sample Studio\n"
    assert is_cv(text, TODAY)
    assert (told(text).current_role, told(text).years_experience) == ("Senior Designer", 8)


def test_titles_stand_where_the_other_entries_have_theirs() -> None:
    text = (
        "Experience\n\nSelf-Employed - Handyman\nJan 2021 - Present \u00b7 5 yrs 11 mos\nGreater Tampa Bay Area\n\n"
        "Lowe's\nFull-time \u00b7 4 yrs 2 mos\nDepartment Supervisor\nNov 2018 - Dec 2020 \u00b7 2 yrs 2 mos\n"
        "Sales Associate\nNov 2016 - Oct 2018 \u00b7 2 yrs\n"
    )
    jobs = read_cv(text, TODAY).report.jobs
    assert [job.title for job in jobs] == ["Handyman", "Department Supervisor", "Sales Associate"]
    assert [job.end for job in jobs] == [None, "2020-12", "2018-10"]


def test_a_promotion_in_one_line_is_the_later_title() -> None:
    text = "Ann Example\n\nExperience\nExample Bank\nTeller \u2192 Senior Teller (2018 \u2192 present)\n"
    assert told(text).current_role == "Senior Teller"


@pytest.mark.parametrize(
    "employer", ["Cook County Hospital", "Painter Bros Inc", "Sample Nurses Association"]
)
def test_an_employer_named_like_a_job_is_none(employer: str) -> None:
    text = f"Ann Example\n\nExperience\n{employer}\nBookkeeper\n2020 - present\n"
    assert told(text).current_role == "Bookkeeper"


def test_labels_in_a_column_of_their_own_are_read() -> None:
    text = (
        "Name: Ann Example\nAddress: 5 Sample St, Sofia, Bulgaria\n\nWORK EXPERIENCE\n"
        "\u2022 Dates (from \u2013 to)  March 2018 \u2013 present\n\u2022 Name and address of employer  Example Soft AD, Sofia\n"
        "\u2022 Occupation or position held  Java Developer\n\n"
        "\u2022 Dates (from \u2013 to)  2014 \u2013 2018\n\u2022 Occupation or position held  Tester\n"
    )
    profile = told(text)
    assert (profile.current_role, profile.years_experience, profile.location) == (
        "Java Developer",
        13,
        "Sofia, Bulgaria",
    )


def test_a_word_that_only_looks_like_a_tool_is_no_skill() -> None:
    text = "Ann Example\n\nExperience\nTechnician, Example Telecom, 2020 - present\n- Linux servers and fiber splicing\n"
    assert told(text).skills == ["Linux"]


def test_short_lists_under_a_job_are_skills() -> None:
    text = "Ann Example\n\nFORMATION\n2016 - 2018 DUT\n\nEXPÉRIENCES\n2020 - présent : Développeur, Société Exemple\n  React, Node.js, PostgreSQL\n"
    assert set(told(text).skills) == {"React", "Node.js", "PostgreSQL"}


def test_a_cv_handed_over_in_another_language_only_tells() -> None:
    text = (DATA / "tuned" / "09_pflege_deutsch.txt").read_text(encoding="utf-8")
    message = Message(text, (), ("foreign", "posting"))
    handed = read_cv(text, TODAY)._replace(handed=True)
    context = CoachContext(today=TODAY)
    read = interpret(message, Profile(), DialogueState(), context, handed)
    assert [wish.name for wish in read.wishes] == ["tell"]
    assert (read.changes, read.cv) == (handed.changes, handed.report)
    pasted = interpret(message, Profile(), DialogueState(), context, handed._replace(handed=False))
    assert [wish.name for wish in pasted.wishes] == ["posting"]


def test_a_name_beside_a_sidebar_ends_its_skills() -> None:
    lines = "Contact\nFargo, ND\nSkills\nExcel\nSQL\n\n# Oda Lindqvist\n\nExperience\nDispatcher, Prairie Freight\n2014 - 2018"
    assert told(lines).skills == ["Excel", "SQL"]
