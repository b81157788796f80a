"""What people ask of a job: every occupation and every role beside AI is answered on each aspect, without figures."""

import pytest

from tools.oews.tables import occupations, read_table
from tools.roadmap.aspects import ASPECTS, told_of
from tools.roadmap.tables import roles

_LONGEST = 45  # words


def test_every_occupation_and_role_has_an_answer_of_its_own_for_each_aspect() -> None:
    rows = {row["code"]: row for row in read_table("occupation_aspects")}
    assert {*occupations(), *(role.id for role in roles().values() if role.kind == "role")} == set(rows)
    told = [row[aspect] for row in rows.values() for aspect in ASPECTS]
    assert len(told) == len(set(told))


def test_an_answer_is_a_sentence_or_two_without_figures() -> None:
    for row in read_table("occupation_aspects"):
        for aspect in ASPECTS:
            told = row[aspect]
            assert told[0].isupper() and told.endswith((".", "?")), told
            assert not any(mark in told for mark in "0123456789%$—"), told
            assert len(told.split()) <= _LONGEST, told


@pytest.mark.parametrize(
    ("role", "word"), [("heavy truck driver", "truck"), ("AI engineer", "model"), ("LPN", "nurs")]
)
def test_it_is_about_the_job_that_was_named(role: str, word: str) -> None:
    told = " ".join(told_of(role, aspect) or "" for aspect in ASPECTS)
    assert word in told.casefold()
    assert told_of("wizard of the north", "machines") is None
