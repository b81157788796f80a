"""Pay beside what they earn now: jobs of a list, the same job elsewhere, what dearer rent leaves, their own pay at home."""

import pytest

from agent.models import DialogueState, Profile, Subject, Wish
from tests.unit.coaching.asking import ask
from tools.salary import lookup

LISTED = ("heavy equipment mechanics", "aircraft mechanics", "locomotive engineers")


def wish(name: str, *subjects: tuple[str, str | None]) -> Wish:
    return Wish.model_validate(
        {"name": name, "subjects": [{"role": role, "place": place} for role, place in subjects]}
    )


def first(text: str) -> str:
    return text.split(". ", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("earned", "said"),
    [
        (None, "None of them is a pay cut"),
        (200_000, "The least of a pay cut"),
        (75_000, "Not all of them are a pay cut"),
    ],
)
def test_jobs_of_a_list_are_measured_by_what_is_earned_now(earned: int | None, said: str) -> None:
    known = Profile(current_role="diesel mechanic", location="Amarillo", present_pay=earned)
    asked = wish("compare", *((role, None) for role in LISTED))
    reply = ask(
        asked,
        profile=known,
        dialogue=DialogueState(options=list(LISTED)),
        message="which of those is the least of a cut",
    )
    own = f"${earned or lookup('diesel mechanic', 'Amarillo').wages[0].p50:,}"
    assert said in first(reply.text) and own in first(reply.text) and reply.unsupported == []


def test_two_that_are_asked_about_are_set_against_each_other_first() -> None:
    known = Profile(current_role="truck driver", location="Fresno", present_pay=84_000)
    asked = wish("compare", ("dispatcher", "Fresno"), ("postal clerk", "Fresno"))
    reply = ask(asked, profile=known, message="which of the two pays more")
    assert "earn more" in first(reply.text) and "against your $84,000" in reply.text.casefold()
    assert reply.unsupported == []


def test_one_job_is_set_against_what_they_told_and_not_against_what_others_earn() -> None:
    known = Profile(current_role="payroll clerk", location="Omaha", present_pay=49_800)
    reply = ask(wish("compare", ("compensation analyst", "Omaha")), profile=known)
    gap = round(float(lookup("compensation analyst", "Omaha").wages[0].p50 or 0) - 49_800, -2)
    assert f"about ${gap:,.0f} more than your $49,800" in first(reply.text) and reply.unsupported == []


def test_their_job_elsewhere_is_measured_by_home_and_rent_by_the_month() -> None:
    known = Profile(current_role="data engineer", location="Cincinnati", present_pay=126_000)
    asked = wish("compare", ("data engineer", "Chicago"), ("data engineer", "Denver"))
    reply = ask(asked, profile=known)
    assert "your $126,000" in first(reply.text) and "Cincinnati, OH" in reply.text
    again = ask(asked, profile=known, dialogue=reply.dialogue)
    assert "a month before taxes" in first(again.text) and again.unsupported == []


def test_what_they_earn_is_judged_where_they_live() -> None:
    known = Profile(current_role="data engineer", location="Cincinnati", present_pay=126_000)
    stands = DialogueState(topic=Subject(role="data engineer", place="Denver"))
    reply = ask(wish("offer"), profile=known, dialogue=stands)
    assert "Cincinnati, OH" in first(reply.text) and reply.unsupported == []


def test_stand_ins_are_set_against_their_pay_by_both_ends() -> None:
    known = Profile(current_role="cloud engineer", location="Minneapolis", present_pay=110_000)
    reply = ask(wish("pay", ("solutions architect", "Minneapolis")), profile=known)
    assert "between about" in reply.text and "your $110,000" in reply.text and reply.unsupported == []
