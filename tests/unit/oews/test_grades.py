"""Grades, steps and terms of engagement beside a title are set aside and said; abbreviations of several titles are asked about."""

import pytest

from tools.oews.grades import find_grades, grade_notes, without_grades
from tools.oews.role_links import link_role
from tools.oews.several import meanings
from tools.salary import lookup

# What is written, what is set aside, and the title that stands alone.
TITLES = [
    ("GS-11 data analyst", "GS-11", "data analyst"),
    ("GS 13 data scientist", "GS 13", "data scientist"),
    ("budget analyst, GS-0343-12", "GS-0343-12", "budget analyst"),
    ("GS-7/9 accountant", "GS-7/9", "accountant"),
    ("WG-10 electrician", "WG-10", "electrician"),
    ("1099 data entry clerk", "1099", "data entry clerk"),
    ("corp to corp data engineer", "corp to corp", "data engineer"),
    ("W-2 nurse", "W-2", "nurse"),
    ("Tier 2 help desk technician", "Tier 2", "help desk technician"),
    ("tier II help desk", "tier II", "help desk"),
    ("E-5 mechanic", "E-5", "mechanic"),
    ("L5 software engineer", "L5", "software engineer"),
    ("IC4 data scientist", "IC4", "data scientist"),
    ("Accountant II", "II", "Accountant"),
    ("Civil Engineer I", "I", "Civil Engineer"),
    ("nurse 2", "2", "nurse"),
]


@pytest.mark.parametrize(("written", "aside", "title"), TITLES)
def test_a_grade_is_set_aside_and_said(written: str, aside: str, title: str) -> None:
    grades = find_grades(written)
    assert [grade.text for grade in grades] == [aside] and without_grades(written, grades) == title
    links, alone = link_role(written), link_role(title)
    assert [link.occupation.code for link in links] == [link.occupation.code for link in alone]
    assert links and all(f'"{aside}"' in link.why and "left aside" in link.why for link in links)
    assert len(grade_notes(written)) == 1 and f'"{aside}"' in grade_notes(written)[0]


@pytest.mark.parametrize(
    "title",
    [
        "class A truck driver",
        "5th grade teacher",
        "C++ developer",
        "L&D specialist",
        "GSM engineer",
        "HR1099",
    ],
)
def test_what_only_looks_like_a_grade_stays(title: str) -> None:
    assert not find_grades(title)


def test_gs_grades_are_named_as_a_pay_system_that_is_not_held() -> None:
    notes = " ".join(lookup("GS-11 data analyst", "Virginia Beach").notes)
    assert "General Schedule" in notes and "do not hold" in notes


@pytest.mark.parametrize("alone", ["GS-14", "1099", "L5"])
def test_a_grade_without_a_title_is_no_occupation(alone: str) -> None:
    document = lookup(alone)
    assert not document.wages and any("Not known" in note for note in document.notes)
    assert any(f'"{alone}"' in note for note in document.notes)


@pytest.mark.parametrize(
    ("short", "code"),
    [("MLE", "15-2051"), ("SWE", "15-1252"), ("SRE", "15-1252"), ("forward-deployed engineer", "15-1252")],
)
def test_short_names_of_trades_are_known(short: str, code: str) -> None:
    assert link_role(short)[0].occupation.code == code
    assert meanings(short) == []


@pytest.mark.parametrize("written", ["PM", "senior PM", "PM II"])
def test_an_abbreviation_of_several_titles_is_asked_about(written: str) -> None:
    assert meanings(written) == ["product manager", "project manager", "program manager"]
    document = lookup(written, "Denver")
    assert {"11-2021", "13-1082"} <= {match.code for match in document.occupations}
    assert any(
        "product manager, project manager or program manager: say which" in note for note in document.notes
    )
