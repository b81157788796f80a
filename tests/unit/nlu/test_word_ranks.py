"""Words that a message shares with the ways of asking for an answer."""

import numpy as np
import pytest

from agent.nlu.word_ranks import ranks_of, shares, words_of

WAYS = [
    ("my boss yells at me every shift", 1),
    ("he yelled at me before the whole crew", 1),
    ("do I give two weeks notice", 2),
    ("how much notice do I owe them", 2),
    ("my wrists hurt every shift", 3),
    ("the wrists are done, says the doctor", 3),
]
RANKS = ranks_of([text for text, _ in WAYS], [entry for _, entry in WAYS], 4)


@pytest.mark.parametrize(
    ("text", "entry"),
    [("she is yelling again", 1), ("NOTICE, how many weeks?", 2), ("wrist trouble", 3)],
)
def test_the_answer_that_shares_the_rare_words_comes_first(text: str, entry: int) -> None:
    found = shares(text, RANKS, 4)
    assert int(np.argmax(found)) == entry and found[entry] > 0


@pytest.mark.parametrize("text", ["", "zzz qqq", "?!"])
def test_what_shares_no_word_shares_nothing(text: str) -> None:
    assert shares(text, RANKS, 4).tolist() == [0.0] * 4


def test_forms_of_a_word_are_one_and_neighbours_count() -> None:
    assert words_of("Cutting hours") == words_of("cutting hour") >= {"cutt hour"}
