"""Titles that say nothing of the trade: which one is meant where they are said."""

import pytest

from tools.oews.general import is_of_many_trades, meant_by
from tools.oews.heads import head_of, says_no_trade
from tools.oews.role_links import link_role


@pytest.mark.parametrize(
    ("words", "said", "work", "code"),
    [
        ("crew lead", "a solar outfit wants me as crew lead", ["electrician"], "47-1011"),
        ("supervisor", "they made me supervisor", ["machinist"], "51-1011"),
        ("lead", "they made me lead", ["cashier"], "41-1011"),
        ("foreman", "they want me as foreman", ["pipefitter"], "47-1011"),
        ("civilian mechanic", "what do civilian mechanics earn there", ["aircraft mechanic"], "49-3011"),
        ("tech", "I am a tech at a vet clinic", [], "29-2056"),
        ("officer", "officer at the county jail", [], "33-3012"),
    ],
)
def test_what_stands_around_tells_the_trade(words: str, said: str, work: list[str], code: str) -> None:
    meant = meant_by(words, said, work)
    assert meant is not None
    assert meant.code == code


def test_the_words_of_the_title_that_were_said_are_kept() -> None:
    meant = meant_by("inspector", "I'd like to be an inspector", ["electrician"])
    assert meant is not None
    assert meant.title == "electrical inspector"


@pytest.mark.parametrize(
    "words",
    ["welder", "kitchen manager", "line cook", "parts specialist", "staff assistant", "line installer"],
)
def test_a_title_that_tells_its_trade_is_left_alone(words: str) -> None:
    assert head_of(words) is None
    assert meant_by(words, "I work at a vet clinic", ["electrician"]) is None


@pytest.mark.parametrize("words", ["supervisor", "crew leader", "senior technician", "Team Lead"])
def test_a_title_of_many_occupations_is_none_by_itself(words: str) -> None:
    assert says_no_trade(words)
    assert link_role(words) == []


def test_what_is_bland_tells_nothing() -> None:
    assert meant_by("supervisor", "I want to be a supervisor", []) is None


def test_a_title_of_parts_keeps_its_occupation() -> None:
    assert link_role("parts specialist")[0].occupation.code == "41-2022"
    assert link_role("general manager") and link_role("contract specialist")


def test_what_stands_for_itself_is_not_read_by_the_persons_work() -> None:
    assert meant_by("teacher", "I want to be a teacher", ["registered nurse"]) is None


@pytest.mark.parametrize(
    ("words", "said", "work", "code"),
    [
        ("case management", "would I take a pay cut for case management?", ["RN"], "29-1141"),
        ("utilization review", "my friend does utilization review", ["RN"], "29-1141"),
        ("security", "what about security instead", ["Systems administrator"], "15-1212"),
        ("inspection", "maybe inspection", ["carpenter"], "47-4011"),
        ("line", "i work on the line at a toyota plant in Georgetown, 26/hr, 33F", [], "51-2090"),
        ("line", "i work the line at a steakhouse", [], "35-2014"),
    ],
)
def test_what_many_trades_have_is_that_of_their_own(
    words: str, said: str, work: list[str], code: str
) -> None:
    meant = meant_by(words, said, work)
    assert meant is not None
    assert meant.code == code


@pytest.mark.parametrize("words", ["nursing", "welding", "bank teller", "registered nurse", "cook"])
def test_a_trade_by_its_name_is_not_read_by_other_work(words: str) -> None:
    assert not is_of_many_trades(words)
    assert meant_by(words, f"what about {words}", ["CNA"]) is None


def test_what_no_title_has_beside_their_work_stays_as_it_is() -> None:
    assert meant_by("security", "what does security pay", ["bouncer"]) is None


@pytest.mark.parametrize(
    ("words", "said", "work"),
    [
        ("dispatch", "what about dispatch", ["truck driver"]),
        ("dispatch", "dispatch i thought about. sitting there yelling at guys like me", []),
        (
            "purchasing",
            "What about purchasing. I bought paper and can smell a bad quote",
            ["print shop owner"],
        ),
    ],
)
def test_words_that_mean_one_occupation_stay_where_no_other_is_said(
    words: str, said: str, work: list[str]
) -> None:
    assert meant_by(words, said, work) is None and len(link_role(words)) == 1


@pytest.mark.parametrize(
    ("word", "work", "code"),
    [
        ("coders", "CNA", "29-2072"),
        ("coder", "cashier", None),
        ("inspector", "dairy farmer", "45-2011"),
        ("scheduler", "medical receptionist", "43-6013"),
        ("planner", "HR assistant", None),
    ],
)
def test_a_bare_word_is_what_is_near_to_their_own_work(word: str, work: str, code: str | None) -> None:
    meant = meant_by(word, word, [work])
    assert (meant.code if meant else None) == code
