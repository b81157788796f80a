"""The grade that somebody teaches tells the school: by it teachers are counted."""

import pytest

from tools.oews.role_links import link_role
from tools.oews.school_grades import with_school_level


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("7th grade science teacher", "25-2022"),
        ("eighth-grade math teacher", "25-2022"),
        ("10th grade history teacher", "25-2031"),
        ("3rd grade teacher", "25-2021"),
        ("3rd and 4th grade teacher", "25-2021"),
        ("middle school art teacher", "25-2022"),
        ("taught middle school art", "25-2022"),
        ("high school art teacher", "25-2031"),
    ],
)
def test_teachers_are_counted_by_the_school_they_teach_in(words: str, code: str) -> None:
    assert link_role(words)[0].occupation.code == code


@pytest.mark.parametrize("words", ["upgrade engineer", "13th grade", "grade 7 inspector", "high grade steel"])
def test_other_grades_stay_as_they_are(words: str) -> None:
    assert with_school_level(words) == words
