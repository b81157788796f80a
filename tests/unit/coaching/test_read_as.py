"""Words for a job that are no title: the reply speaks of the occupation, and says once what it took them for."""

import pytest

from agent.models import Profile, Subject, Wish
from agent.naming import a_role, as_worker, one_of
from tests.unit.coaching.asking import ask


def _pay(role: str) -> Wish:
    return Wish(name="pay", subjects=[Subject(role=role, place="Dallas")])


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("drove trucks", "heavy truck drivers"),
        ("answer phones", "receptionists and information clerks"),
        ("work the deli", "fast food and counter workers"),
        ("clean two pools", "other grounds maintenance workers"),
    ],
)
def test_pay_is_told_of_those_who_do_it(words: str, people: str) -> None:
    said = ask(_pay(words))
    assert people in said.text.casefold()
    assert "no occupation" not in said.text
    assert f'"{words}"' in said.text
    assert said.unsupported == []
    again = ask(_pay(words), dialogue=said.dialogue)
    assert f'"{words}"' not in again.text


@pytest.mark.parametrize("role", ["nurse", "payroll"])
def test_what_needs_no_telling_is_not_told(role: str) -> None:
    assert f'"{role}"' not in ask(_pay(role)).text


def test_the_profile_keeps_the_words_and_gives_the_title_out() -> None:
    given = Profile(current_role="drove trucks", target_role="zzyx the qwrt").model_dump()
    assert given["current_role"] == "drove trucks"
    assert given["current_role_title"] == "Heavy and Tractor-Trailer Truck Drivers"
    assert given["target_role_title"] is None
    assert Profile.model_validate(given) == Profile(current_role="drove trucks", target_role="zzyx the qwrt")


def test_the_draft_speaks_of_one_who_does_it() -> None:
    assert as_worker("answer phones") == "as a receptionist or information clerk"
    assert a_role("drove trucks") == "heavy truck drivers"
    assert one_of("supervisors of correctional officers") == "supervisor of correctional officers"


def test_of_two_kinds_of_work_it_says_which_one_it_took_and_offers_the_other() -> None:
    said = ask(_pay("tester"))
    assert "if you mean software QA analysts and testers" in said.text
    assert said.unsupported == []
    assert "if you mean" not in ask(_pay("welder")).text
