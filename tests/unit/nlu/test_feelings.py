"""Which feeling a message tells, where several clauses look like one."""

import pytest

from agent.nlu.tagger import default_tagger
from agent.nlu.tagging import tag
from agent.nlu.wish_kinds import feeling_of


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("I got laid off from the mill on Monday after nine years. Feel like an idiot honestly.", "laid_off"),
        ("I read the chapter three times and feel like an idiot.", "slow"),
    ],
)
def test_that_the_work_is_lost_goes_before_what_is_felt_of_it(text: str, feeling: str) -> None:
    assert feeling_of(tag(text, (), default_tagger())) == feeling
