"""A job is read in all of its words: the place it is done at, the kind of employer, the title that is short for it."""

import pytest

from tools.oews.employers import with_kind_of_employer
from tools.oews.role_links import link_role
from tools.oews.several import other_meaning
from tools.oews.short_forms import ends_title, is_short_for


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("tester at a software shop", "15-1253"),
        ("laborer on a construction site", "47-2061"),
        ("cook at a nursing home", "35-2012"),
        ("manager at Chipotle", "11-9051"),
        ("mechanic at Delta", "49-3011"),
        ("welder at Acme", "51-4121"),
        ("nurse at Sunnyside", "29-1141"),
        ("seed sales", "41-4012"),
        ("medical device sales", "41-4011"),
        ("inventory control guy", "43-5071"),
        ("the safety guy at a plant", "19-5011"),
    ],
)
def test_what_stands_beside_a_title_says_which_work_it_is(words: str, code: str) -> None:
    assert link_role(words)[0].occupation.code == code


def test_an_employer_is_read_as_its_kind_of_place_only_behind_a_word_for_it() -> None:
    assert with_kind_of_employer("crew at McDonald's") == "crew at fast food restaurant"
    assert with_kind_of_employer("target shooter") == "target shooter"
    assert with_kind_of_employer("welder at Acme") == "welder at Acme"


@pytest.mark.parametrize(
    ("words", "job", "is_short"),
    [
        ("testers", "manual tester", True),
        ("drivers", "city bus driver in Toledo", True),
        ("techs", "survey technician", True),
        ("nurses", "nurse manager", False),
        ("truck drivers", "bus driver", False),
        ("tester", "tester", False),
    ],
)
def test_the_last_words_of_a_title_are_short_for_it(words: str, job: str, *, is_short: bool) -> None:
    assert is_short_for(words, job) is is_short


def test_the_word_that_ends_an_official_title_is_short_for_its_jobs() -> None:
    assert ends_title("officers", "deputy sheriff")
    assert not ends_title("teachers", "deputy sheriff")


def test_a_title_that_may_as_well_mean_other_work_has_another_meaning() -> None:
    assert other_meaning("tester") == "15-1253"
    assert other_meaning("welder") is None
    assert other_meaning("registered nurse") is None
