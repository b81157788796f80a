"""Words for a job that no table links are coded by weights, alone and as they stand in a message."""

import hashlib
from importlib.resources import files

import pytest

from tools.oews.coder import FILE, Context, code_alone, code_in_context, parts_of
from tools.oews.general import titled
from tools.oews.tables import occupations


def test_the_card_tells_of_the_weights_that_ship() -> None:
    digest = hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert f"sha256 `{digest}`" in files("prompts").joinpath("nlu", "CODER.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("climbs the wind turbines and greases them", "Wind Turbine Service Technicians"),
        ("bolting the roof down in the coal mine", "Roof Bolters, Mining"),
        ("trading stocks for the bank", "Securities, Commodities, and Financial Services Sales Agents"),
    ],
)
def test_work_in_ones_own_words_is_its_occupation(words: str, title: str) -> None:
    assert occupations()[code_alone(words).code].title == title


def test_every_share_is_one_and_words_of_nothing_have_none_to_speak_of() -> None:
    assert 0 < code_alone("up there").share < 0.2
    assert 0 <= code_alone("").share < 0.5


def test_what_stands_around_the_words_tells_the_trade() -> None:
    at_a_vet = Context("I am a tech at a vet clinic", "I am a tech at a vet clinic", "tech")
    of_computers = Context(
        "tech who fixes our laptops and printers", "I am the tech who fixes our laptops", "tech"
    )
    codes = [code_in_context("tech", each, titled("tech")).code for each in (at_a_vet, of_computers)]
    assert codes == ["29-2056", "15-1232"]


def test_words_are_read_with_how_longer_ones_begin() -> None:
    assert [*parts_of("Greases turbines")] == ["greases", "^grea", "^grease", "turbines", "^turb", "^turbin"]
