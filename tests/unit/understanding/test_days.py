"""Study time by the days of the week that are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.weekdays import DAYS, days_of

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = ("mon", "tues", "wed", "thurs", "fri", "sat", "sun")


@given(
    st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True),
    st.sampled_from((_NAMES, _SHORT, tuple(f"{name}s" for name in _NAMES))),
    st.sampled_from((", ", " and ", "/", " & ")),
    st.sampled_from((1, 2, 3, 1.5)),
    st.booleans(),
)
def test_named_days_have_the_hours_each(
    days: list[int], names: tuple[str, ...], gap: str, hours: float, days_first: bool
) -> None:
    named = gap.join(names[day] for day in days)
    text = f"{named} {hours} hours each" if days_first else f"{hours} hours on {named}"
    found, _ = find_hours(text)
    assert found is not None
    assert found.per_week == pytest.approx(hours * len(days))
    assert set(found.on) == {DAYS[day] for day in days}


@given(
    st.integers(0, 6),
    st.integers(0, 6),
    st.sampled_from(("-", " to ", " thru ", " through ")),
    st.integers(1, 3),
)
def test_a_range_of_days_counts_all_of_them(first: int, last: int, gap: str, hours: int) -> None:
    days = (last - first) % 7 + 1
    if first == last:
        return
    found, _ = find_hours(f"{_SHORT[first]}{gap}{_SHORT[last]} {hours}h")
    assert found is not None
    assert found.per_week == hours * days


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("every day except Sundays", 6),
        ("weekdays", 5),
        ("before work", 5),
        ("on the weekend", 2),
        ("daily", 7),
        ("a day mon to fri", 5),
        ("whenever I can", 0),
    ],
)
def test_words_for_days(text: str, count: int) -> None:
    assert len(days_of(text)) == count


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3hrs a day mon to fri", 15),
        ("1 hour every day and 3 on Saturday", 9),
        ("5 hours, all on Sunday", 5),
        ("6 hours over Saturday and Sunday", 6),
        ("weekends only, 4 hours each day", 8),
        ("8 hours on the weekend", 8),
        ("an hour here and there, call it 5 a week", 5),
        ("1.5 hours a night, 4 nights a week", 6),
        ("3 evenings x 2h", 6),
        ("from 10 to 6 hours", 6),
        ("hour and a half on weeknights", 7.5),
    ],
)
def test_hours_of_a_week(text: str, hours: float) -> None:
    found, _ = find_hours(text)
    assert found is not None
    assert found.per_week == hours


def test_days_of_two_clauses_add_up() -> None:
    first, _ = find_hours("half an hour on my lunch break mon thru fri")
    second, _ = find_hours("2 hrs saturday morning")
    assert first is not None
    assert second is not None
    assert second.with_days_of(first).per_week == 4.5
    total, _ = find_hours("4 hours a week")
    assert total is not None
    assert total.with_days_of(first).per_week == 4
