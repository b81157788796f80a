"""The loader of prompts refuses what does not fit."""

import pytest

from prompts import examples, fill, words
from tools.errors import DataError


def test_a_template_is_filled() -> None:
    assert fill("pay of a {role} in {place}", role="cook", place="Reno") == "pay of a cook in Reno"


@pytest.mark.parametrize("values", [{}, {"role": "cook", "place": "Reno"}])
def test_missing_and_extra_placeholders_are_errors(values: dict[str, str]) -> None:
    with pytest.raises(DataError):
        fill("pay of a {role}", **values)


def test_every_intent_has_examples_and_none_stands_under_two() -> None:
    seen = [text for texts in examples().values() for text in texts]
    assert min(len(texts) for texts in examples().values()) >= 5
    assert len(seen) == len(set(seen))


def test_every_situation_and_verb_is_a_text() -> None:
    assert all(isinstance(each, str) for each in words("people")["situations"])
    assert all(isinstance(each, str) for pair in words("people")["verbs"].items() for each in pair)
