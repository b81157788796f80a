"""Entry in words and the schooling between two job zones."""

import pytest

from tools.oews.neighbours import specialties, zone_of
from tools.oews.spoken import spoken_title
from tools.oews.tables import occupations, read_table
from tools.options.entry import Entry, entry, schooling_step, years


def known(code: str) -> Entry:
    found = entry(code, zone_of(f"{code}.00"))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("now", "then", "said"),
    [
        ("35-2014", "35-1011", None),  # cook to chef: by experience
        ("35-2014", "29-2032", "1 to 4 years"),  # cook to sonographer
        ("29-1141", "29-1171", "2 to 4 years"),  # nurse to nurse practitioner
        ("29-1141", "29-1216", "7 to 11 years"),  # nurse to internist
        ("29-1171", "29-1216", "3 to 9 years"),  # nurse practitioner to internist, of one job zone
        ("53-7065", "43-5071", None),
        ("29-1216", "29-1141", None),
    ],
)
def test_years_of_schooling(now: str, then: str, said: str | None) -> None:
    step = schooling_step(known(now), known(then))
    assert (years(step) if step else None) == said


def test_an_unknown_zone_asks_for_nothing() -> None:
    assert entry("35-2019", None) is None
    assert schooling_step(None, known("13-2011")) is None


def test_who_enters_without_a_degree() -> None:
    assert known("35-1011").without_degree and not known("13-2011").without_degree


def test_every_occupation_has_a_name_of_its_own_in_small_letters() -> None:
    names = [spoken_title(each.title, code) for code, each in occupations().items()]
    assert len(set(names)) == len(names)
    assert not [name for name in names if "Except" in name or "All Other" in name or "First-Line" in name]
    assert {row["code"] for row in read_table("occupation_names")} <= set(occupations())


def test_specialties_belong_to_an_occupation_and_have_a_title() -> None:
    assert all(each.code in occupations() and each.title for each in specialties().values())
    assert zone_of("15-1211.01") == 5 and zone_of("15-1211.00") == 3
