"""No number stands in an evidence text that its figures, or what they are about, do not hold."""

import re

import pytest

from tools import market, salary
from tools.evidence import Evidence

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ASKED = [
    ("AI engineer", "Austin", None, 150_000),
    ("AI backend engineer", None, "1-3 years", None),
    ("AI engineer", "NYC", "senior", 500_000),
    ("software developer", "San Jose, California", None, 20),
    ("registered nurse", "Ohio", "5 years", 10_000),
    ("actor", "Texas", None, 60_000),
    ("data scientist", "Boston", None, 90_000),
    ("machine learning engineer", None, None, None),
]


def unbacked(evidence: Evidence) -> set[float]:
    """Numbers of the text that neither its figures nor their words hold."""
    text = evidence.text
    words = {
        word
        for figure in evidence.figures
        for word in (figure.subject, figure.label, figure.place, figure.period)
        if word
    }
    words |= {word for word in (evidence.source.title, evidence.source.date, evidence.source.locator) if word}
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, " ")
    text = re.sub(r"\b(?:10|25|50|75|90)th\b|May 2025|\d\d-\d{4}", " ", text)
    held = {abs(float(figure.value)) for figure in evidence.figures}
    return {number for found in NUMBER.findall(text) if (number := float(found.replace(",", ""))) not in held}


@pytest.mark.parametrize(("role", "place", "level", "pay"), ASKED)
def test_every_number_said_is_a_figure(
    role: str, place: str | None, level: str | None, pay: float | None
) -> None:
    pieces = salary.lookup(role, place, level, pay=pay).evidence + market.summarize(role, place).evidence
    assert pieces
    for evidence in pieces:
        missing = {number for number in unbacked(evidence) if f"{number:g}th" not in evidence.text}
        assert not missing, (missing, evidence.text)
