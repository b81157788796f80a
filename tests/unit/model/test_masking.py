"""What is private does not leave the machine, and comes back in the reply."""

import json
from pathlib import Path

import pytest

from agent.policy.model.cleaning import Masks

PRIVATE = [
    "ana.b+jobs@mail.example.org",
    "+1 512-555-0100",
    "+49 (0)30 1234567",
    "(512) 555-0100",
    "512-555-0100",
    "512.555.0100",
    "030 1234 5678",
    "5125550100",
    "1600 Pennsylvania Avenue",
    "221B Baker Street",
    "42 N. Oak St, Apt 4",
    "P.O. Box 1234",
    "Torstraße 17",
    "12 rue de Rivoli",
    "Calle Mayor 14",
]
PUBLIC = [
    "I earn $135,980 a year",
    "$96,110 to $209,890 since 2019-2024",
    "on 2026-11-22",
    "2027-02-01..2027-02-28@4.5",
    "15-1252 in area 0041860",
    "10-12 hours a week for 18 months",
    "4 years of Python 3.12",
    "1,654,440 people",
    "a 3.5 % rise",
    "between 100 000 and 120 000 USD",
    "I drive 40 hours a way to work",
    "a 24 hour place",
]

SPELLINGS = json.loads(Path(__file__).with_name("spellings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("spelling", SPELLINGS["private"], ids=lambda each: each["text"])
def test_private_details_are_found_however_they_are_written(spelling: dict[str, str]) -> None:
    masks = Masks()
    hidden = masks.hide(spelling["text"])
    assert spelling["told"] not in hidden
    assert masks.restore(hidden) == spelling["text"]


@pytest.mark.parametrize("public", SPELLINGS["public"])
def test_numbers_of_work_and_study_are_sent(public: str) -> None:
    assert Masks().hide(public) == public


@pytest.mark.parametrize("private", PRIVATE)
def test_private_details_are_masked_and_restored(private: str) -> None:
    masks = Masks()
    text = f"Reach me at {private}, please; yes, {private}."
    hidden = masks.hide(text)
    assert private not in hidden and not any(character.isdigit() for character in hidden)
    assert masks.restore(hidden) == text


@pytest.mark.parametrize("public", PUBLIC)
def test_figures_are_not_private(public: str) -> None:
    assert Masks().hide(public) == public


def test_documents_are_restored_in_depth() -> None:
    masks = Masks()
    hidden = masks.hide("a@b.example and c@d.example")
    assert hidden == "<email-a> and <email-b>"
    assert masks.restore({"x": ["<email-b>", 3], "y": "<email-z>"}) == {
        "x": ["c@d.example", 3],
        "y": "<email-z>",
    }
