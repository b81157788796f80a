"""Titles that say nothing of the trade, and words that many trades share."""

import pytest

from tools.oews.general import is_of_many_trades, leaves_open, titled
from tools.oews.heads import head_of, says_no_trade
from tools.oews.role_links import link_role


@pytest.mark.parametrize(
    "words",
    ["welder", "kitchen manager", "line cook", "parts specialist", "staff assistant", "line installer"],
)
def test_a_title_that_tells_its_trade_leaves_nothing_open(words: str) -> None:
    assert head_of(words) is None
    assert not leaves_open(words) and titled(words)[0].link == "title"


@pytest.mark.parametrize("words", ["supervisor", "crew leader", "senior technician", "Team Lead"])
def test_a_title_of_many_occupations_is_none_by_itself(words: str) -> None:
    assert says_no_trade(words) and leaves_open(words)
    assert link_role(words) == []


def test_a_title_of_parts_keeps_its_occupation() -> None:
    assert link_role("parts specialist")[0].occupation.code == "41-2022"
    assert link_role("general manager") and link_role("contract specialist")


@pytest.mark.parametrize("words", ["nursing", "welding", "bank teller", "registered nurse", "cook"])
def test_a_trade_by_its_name_is_not_of_many(words: str) -> None:
    assert not is_of_many_trades(words)


def test_a_link_in_part_or_of_many_trades_is_told_as_that() -> None:
    assert titled("cleaning of rooms in the hospital")[0].link == "part"
    assert {each.link for each in titled("case management")} == {"open"}
