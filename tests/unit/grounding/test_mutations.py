"""A supported sentence passes; changed in one thing (value, unit, place, year, statistic, subject) it never does."""

from dataclasses import dataclass, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from agent import wording
from agent.grounding import Held
from agent.models import Claim, Profile
from tests.prose.replies import check_answer
from tests.unit.grounding.samples import wages
from tools.oews.tables import areas, occupations

# "Models" in lower case is an everyday word beside any figure of machine learning: no reader takes it for the occupation.
_TITLES = sorted(each.title for each in occupations().values() if each.title != "Models")
_CODES = {occupation.title: code for code, occupation in occupations().items()}
_PLACES = sorted(area.name for area in areas().values())
_STATISTICS = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p50": "median",
    "p75": "75th percentile",
    "p90": "90th percentile",
    "mean": "mean wage",
}
_SHAPES = (
    "In {place}, {subject} earn a {statistic} of {amount} ({period}) [E1].",
    "The {statistic} for {subject} in {place} was {amount} in {period} [E1].",
    "{subject}, {place}, {period}: {statistic} {amount} [E1].",
)


@dataclass(frozen=True)
class Said:
    """What a sentence says of one figure."""

    shape: str
    subject: str
    place: str
    year: int
    statistic: str
    value: int
    rate: str = " a year"
    sign: str = "$"

    def text(self) -> str:
        return self.shape.format(
            place=wording.place(self.place),
            subject=wording.subject(self.subject),
            statistic=_STATISTICS[self.statistic],
            amount=f"{self.sign}{self.value:,}{self.rate}",
            period=f"May {self.year}",
        )


@st.composite
def sayings(draw: st.DrawFn) -> tuple[Said, dict[str, int]]:
    """A sentence and the wages of its row, no two alike."""
    values = sorted(draw(st.lists(st.integers(20_000, 400_000), min_size=5, max_size=5, unique=True)))
    row = dict(zip(("p10", "p25", "p50", "p75", "p90"), values, strict=True))
    said = Said(
        shape=draw(st.sampled_from(_SHAPES)),
        subject=draw(st.sampled_from(_TITLES)),
        place=draw(st.sampled_from(_PLACES)),
        year=draw(st.integers(2018, 2026)),
        statistic=(statistic := draw(st.sampled_from(sorted(row)))),
        value=row[statistic],
    )
    return said, row


def _problems(text: str, said: Said, row: dict[str, int]) -> list[str]:
    evidence = wages("E1", f"{said.subject} ({_CODES[said.subject]})", said.place, f"{said.year}-05", row)
    found = [violation.problem for violation in check_answer(text, [evidence], Profile())]
    # The check of a plan's claims and the reader of replies come to the same, each in its own way; only a claim may
    # name the state that a place lies in.
    held = Held.of([evidence], Profile()).holds(Claim(text=text.replace(" [E1]", ""), evidence=["E1"]))
    assert bool(found) is not held or (found and state_of_place(said.place) in text)
    return found


def state_of_place(name: str) -> str:
    """The state of an area by name."""
    state = next(area.state for area in areas().values() if area.name == name)
    return next(
        (area.name for area in areas().values() if area.kind == "state" and area.state == state), name
    )


@settings(max_examples=150, deadline=None)
@given(sayings())
def test_unchanged_it_passes(drawn: tuple[Said, dict[str, int]]) -> None:
    said, row = drawn
    assert _problems(said.text(), said, row) == []


@settings(max_examples=150, deadline=None)
@given(sayings(), st.integers(1, 90_000), st.sampled_from((-1, 1)))
def test_with_another_value_it_fails(drawn: tuple[Said, dict[str, int]], step: int, sign: int) -> None:
    said, row = drawn
    assert _problems(replace(said, value=abs(said.value + sign * step)).text(), said, row)


@settings(max_examples=60, deadline=None)
@given(
    sayings(),
    st.sampled_from([(" an hour", "$"), (" a month", "$"), (" a year", "€"), ("", "£"), (" jobs", "")]),
)
def test_with_another_unit_it_fails(drawn: tuple[Said, dict[str, int]], unit: tuple[str, str]) -> None:
    said, row = drawn
    assert _problems(replace(said, rate=unit[0], sign=unit[1]).text(), said, row)


@settings(max_examples=150, deadline=None)
@given(
    sayings(),
    st.sampled_from([*_PLACES, "Japan", "Tokyo", "Germany", "Bavaria", "Mexico City", "Nairobi", "the EU"]),
)
# A part of a state by the state's name.
@example(
    (
        Said(_SHAPES[0], "Accountants and Auditors", "Alaska", 2018, "p10", 20_000),
        {"p10": 20_000, "p25": 20_001, "p50": 20_002, "p75": 20_003, "p90": 20_004},
    ),
    "Alaska nonmetropolitan area",
)
def test_with_another_place_it_fails(drawn: tuple[Said, dict[str, int]], place: str) -> None:
    said, row = drawn
    if place != said.place:
        assert _problems(replace(said, place=place).text(), said, row)


@settings(max_examples=60, deadline=None)
@given(sayings(), st.integers(2010, 2034))
def test_with_another_year_it_fails(drawn: tuple[Said, dict[str, int]], year: int) -> None:
    said, row = drawn
    if year != said.year:
        assert _problems(replace(said, year=year).text(), said, row)


@settings(max_examples=60, deadline=None)
@given(sayings(), st.sampled_from(sorted(_STATISTICS)))
def test_with_another_statistic_it_fails(drawn: tuple[Said, dict[str, int]], statistic: str) -> None:
    said, row = drawn
    if statistic != said.statistic:
        assert _problems(replace(said, statistic=statistic).text(), said, row)


@settings(max_examples=150, deadline=None)
@given(sayings(), st.sampled_from(_TITLES))
# As people say it, the one title is a part of the other.
@example(
    (
        Said(_SHAPES[0], "Teaching Assistants, Except Postsecondary", "Abilene, TX", 2018, "p10", 20_000),
        {"p10": 20_000, "p25": 20_001, "p50": 20_002, "p75": 20_003, "p90": 20_004},
    ),
    "Teaching Assistants, Postsecondary",
)
def test_with_another_subject_it_fails(drawn: tuple[Said, dict[str, int]], subject: str) -> None:
    said, row = drawn
    if subject != said.subject:
        assert _problems(replace(said, subject=subject).text(), said, row)


ACCOUNTANTS = Said(_SHAPES[0], "Accountants and Auditors", "Aguadilla, PR", 2025, "p75", 20_004)


@settings(max_examples=100, deadline=None)
@given(sayings(), sayings())
# One number that is a percentile here and another percentile there.
@example(
    (ACCOUNTANTS, {"p10": 20_000, "p25": 20_001, "p50": 20_002, "p75": 20_004, "p90": 20_005}),
    (
        replace(ACCOUNTANTS, place="Abilene, TX"),
        {"p10": 20_000, "p25": 20_001, "p50": 20_002, "p75": 20_003, "p90": 20_004},
    ),
)
# A part of a state and the state.
@example(
    (
        replace(
            ACCOUNTANTS, place="Northwestern Pennsylvania nonmetropolitan area", statistic="p10", value=20_001
        ),
        {"p10": 20_001, "p25": 20_002, "p50": 20_003, "p75": 20_004, "p90": 20_005},
    ),
    (
        replace(ACCOUNTANTS, place="Pennsylvania"),
        {"p10": 20_000, "p25": 20_001, "p50": 20_002, "p75": 20_003, "p90": 20_004},
    ),
)
def test_two_figures_of_one_sentence_cannot_change_places(
    one: tuple[Said, dict[str, int]], other: tuple[Said, dict[str, int]]
) -> None:
    said, row = one
    place, rest = other[0].place, other[1]
    if place == said.place or said.value == rest[said.statistic]:
        return
    subject = f"{said.subject} ({_CODES[said.subject]})"
    evidence = [
        wages("E1", subject, said.place, "2025-05", row),
        wages("E2", subject, place, "2025-05", rest),
    ]
    shape = "In May 2025 {subject} earned a {statistic} of ${first:,} in {here} and ${second:,} in {there} [E1, E2]."
    names = {
        "subject": wording.subject(said.subject),
        "statistic": _STATISTICS[said.statistic],
        "here": wording.place(said.place),
        "there": wording.place(place),
    }
    right = shape.format(first=said.value, second=rest[said.statistic], **names)
    wrong = shape.format(first=rest[said.statistic], second=said.value, **names)
    assert check_answer(right, evidence, Profile()) == []
    assert check_answer(wrong, evidence, Profile())
    assert Held.of(evidence, Profile()).holds(Claim(text=right, evidence=["E1", "E2"]))
    assert not Held.of(evidence, Profile()).holds(Claim(text=wrong, evidence=["E1", "E2"]))
