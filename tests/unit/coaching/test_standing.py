"""What speaks for and against somebody at a job: their work, schooling, age, a record they told of."""

import pytest

import prompts
from agent.coaching.lines import Line
from agent.models import DialogueState, Profile, Subject, Wish
from tests.unit.coaching.asking import Reply, ask

OLD_DUI = "counting.old_dui_counts"


def odds(role: str, profile: Profile, *said: str, **brings: str) -> Reply:
    stands = DialogueState(brings=brings, said=list(said))
    return ask(Wish(name="realistic", subjects=[Subject(role=role)]), profile=profile, dialogue=stands)


def test_years_near_the_work_speak_for_somebody_and_missing_school_against() -> None:
    said = odds("registered nurse", Profile(current_role="LPN", years_experience=9, location="Toledo"))
    assert said.text.startswith("Yes, with a fair chance") and said.unsupported == []
    assert "9 years in work that lies near it" in said.text and "more school than your own work" in said.text


def test_a_degree_that_reaches_speaks_for_them() -> None:
    clerk = Profile(current_role="paralegal", years_experience=8, location="Spokane")
    said = odds("court reporter", clerk, edu="associates degree")
    assert "your associates degree" in said.text and "more school" not in said.text


@pytest.mark.parametrize(("age", "told"), [("58", True), ("34", False)])
def test_an_age_is_spoken_of_where_employers_doubt_it(age: str, told: bool) -> None:
    printer = Profile(former_role="printing press operator", years_experience=30, location="Rochester, NY")
    said = odds("truck driver", printer, age=age)
    assert ("say unasked that you mean to" in said.text) is told
    assert "30 years of steady work" in said.text


def test_a_record_that_was_spoken_of_is_weighed() -> None:
    digest = Line("advice.says", prompts.advice(OLD_DUI)["says"]).digest
    clerk = Profile(current_role="paralegal", years_experience=8, location="Spokane")
    assert "record you told of" in odds("court reporter", clerk, digest).text
    assert "record you told of" not in odds("court reporter", clerk).text


def test_of_whom_nothing_is_known_no_chance_is_made_up() -> None:
    said = odds("plumber", Profile())
    assert "For you" not in said.text and "paid apprenticeship" in said.text
