"""Lengths of time: what lies behind, what lies ahead, and what is neither."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.policy.offline.understanding.experience import find_experience
from agent.policy.offline.understanding.horizon import find_horizon
from agent.policy.offline.understanding.lengths import find_lengths

TODAY = date(2026, 11, 22)
_BEHIND = (
    "{} of nursing",
    "{} as a cook",
    "nurse, {} in",
    "{} on the job",
    "been a welder for {}",
    "I've got {} at the plant",
    "after {} as a chef",
    "a dental assistant ({})",
)
_AHEAD = (
    "in {}",
    "within {}",
    "give me {}",
    "{} tops",
    "{} from now",
    "deadline: {}",
    "make that {}",
    "I'd give it {}",
)


@given(st.integers(2, 40), st.sampled_from(("years", "yrs", "year")), st.sampled_from(_BEHIND))
def test_years_of_work_are_experience_in_any_shape(years: int, unit: str, shape: str) -> None:
    text = shape.format(f"{years} {unit}")
    assert find_horizon(text, TODAY)[0] is None
    assert find_experience(text, TODAY)[0] == years


@given(st.integers(2, 36), st.sampled_from(("months", "weeks", "mos", "wks")), st.sampled_from(_AHEAD))
def test_time_ahead_is_a_horizon_in_any_shape(count: int, unit: str, shape: str) -> None:
    found, rest = find_horizon(shape.format(f"{count} {unit}"), TODAY)
    assert found is not None
    assert found.weeks == round(count * (52 / 12 if unit[0] == "m" else 1))
    assert find_experience(rest, TODAY)[0] is None


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("a year and a half", 78),
        ("year and a half", 78),
        ("half a year", 26),
        ("two years and three months", 117),
        ("a decade", 520),
        ("8 beautiful years", 416),
        ("18mo", 78),
        ("ten full weeks", 10),
    ],
)
def test_a_length_is_read_as_people_say_it(text: str, weeks: float) -> None:
    assert [each.weeks for each in find_lengths(text)] == [pytest.approx(weeks)]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("4,500 a month", "other"),
        ("5 hrs of school a week", "other"),
        ("6 months ago", "other"),
        ("married 12 years", "other"),
        ("a 4 year degree", "other"),
        ("not 6 months", "given up"),
        ("20 weeks is too short", "given up"),
        ("half a year won't do", "given up"),
        ("6 years", "open"),
        ("I have two years", "ahead"),
        ("I have 10 years", "open"),
        ("I have 2 years of Java", "behind"),
    ],
)
def test_the_words_around_a_length_say_what_it_is(text: str, standing: str) -> None:
    assert [each.standing for each in find_lengths(text)] == [standing]


def test_a_bare_length_is_a_horizon_only_where_one_is_expected() -> None:
    assert find_horizon("a year", TODAY)[0] is None
    found, _ = find_horizon("a year", TODAY, expected=True)
    assert found is not None
    assert found.weeks == 52
