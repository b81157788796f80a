"""Milestones on the weeks: side by side where it helps, never more work than a week has hours."""

import math
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.errors import UsageError
from tools.roadmap import generate
from tools.roadmap.calendars import Period, make_calendar, read_period
from tools.roadmap.models import Milestone, RoadmapDocument
from tools.roadmap.schedule import TRACKS_BESIDE, spread
from tools.roadmap.tables import roles, skills, tracks

START = date(2026, 11, 22)
ROLES = [role.title for role in roles().values()]
NAMES = sorted(skill.name for skill in skills().values())
THEORY = {skill.name for skill in skills().values() if tracks()[skill.track].theory}
days = st.dates(START - timedelta(days=60), START + timedelta(days=900))
periods = st.builds(
    lambda first, length, hours: Period(first, first + timedelta(days=length), hours),
    days,
    st.integers(0, 120),
    st.sampled_from([0.0, 0.0, 2.0, 5.0]),
)
people = st.fixed_dictionaries(
    {
        "role": st.sampled_from(ROLES),
        "skills": st.lists(st.sampled_from(NAMES), max_size=6),
        "hours_per_week": st.floats(1, 50) | st.integers(1, 50),
        "busy": st.lists(periods, max_size=4),
        "busy_weeks": st.lists(st.integers(1, 40), max_size=4),
    }
)


@settings(max_examples=80, deadline=None)
@given(people)
def test_no_week_holds_more_than_its_hours(person: dict[str, Any]) -> None:
    document = generate(**person, start=START)
    calendar = make_calendar(float(person["hours_per_week"]), person["busy_weeks"], START, person["busy"])
    weekly = spread(document.milestones, calendar)
    for week, parts in weekly.items():
        assert sum(part for _, part in parts) <= calendar.room(week) + 0.5
    for milestone in document.milestones:
        given_to = [
            (week, part) for week, parts in weekly.items() for item, part in parts if item.id == milestone.id
        ]
        assert math.isclose(sum(part for _, part in given_to), milestone.hours, abs_tol=0.5)
        assert all(milestone.start_week <= week <= milestone.end_week for week, _ in given_to)
    assert document.weeks == max((item.end_week for item in document.milestones), default=0)


@settings(max_examples=60, deadline=None)
@given(people)
def test_side_by_side_are_only_two_that_do_not_build_on_each_other(person: dict[str, Any]) -> None:
    document = generate(**person, start=START)
    before = builds_on(document)
    for week in range(1, document.weeks + 1):
        inside = [item for item in document.milestones if item.start_week < week < item.end_week]
        assert len(inside) <= 2
        for item in inside:
            assert not before[item.id] & {other.id for other in inside}
    for item in document.milestones:
        for name in before[item.id]:
            (needed,) = (each for each in document.milestones if each.id == name)
            assert needed.end_week <= item.start_week
    starts = [item.start_week for item in document.milestones]
    assert starts == sorted(starts)


def builds_on(document: RoadmapDocument) -> dict[str, set[str]]:
    """All that each milestone builds on, near and far."""
    found: dict[str, set[str]] = {}
    for item in document.milestones:
        found[item.id] = set(item.after).union(*(found[name] for name in item.after))
    return found


@settings(max_examples=40, deadline=None)
@given(people)
def test_the_finish_is_that_of_one_after_the_other(person: dict[str, Any]) -> None:
    document = generate(**person, start=START)
    calendar = make_calendar(float(person["hours_per_week"]), person["busy_weeks"], START, person["busy"])
    assert document.weeks == calendar.finish(sum(float(item.hours) for item in document.milestones)) or (
        abs(document.weeks - calendar.finish(float(document.total_hours))) <= 1
    )


@settings(max_examples=40, deadline=None)
@given(people)
def test_no_milestone_begins_or_ends_on_a_day_without_time(person: dict[str, Any]) -> None:
    away = [period for period in person["busy"] if period.hours == 0]
    for item in generate(**{**person, "busy_weeks": []}, start=START).milestones:
        for day in (item.start_date, item.end_date):
            assert day is not None
            assert not any(period.holds(date.fromisoformat(day).toordinal()) for period in away), day


@pytest.mark.parametrize("role", ROLES)
def test_theory_never_stands_alone_where_practice_is_ready(role: str) -> None:
    document = generate(role, ["Python"], 10)
    before = builds_on(document)
    for item in document.milestones[1:]:
        if not set(item.skills) <= THEORY:
            continue
        beside = [
            other
            for other in document.milestones
            if other.start_week < item.end_week and other.end_week > item.start_week and other.id != item.id
        ]
        ready = [
            other
            for other in document.milestones
            if other.start_week >= item.end_week
            and item.id not in before[other.id]
            and not set(other.skills) & THEORY
            and all(
                each.end_week <= item.start_week
                for each in document.milestones
                if each.id in before[other.id]
            )
        ]
        assert beside or not ready, item.title


def test_few_hours_go_to_one_milestone_at_a_time_and_many_to_two_tracks() -> None:
    few, some, many = (
        generate("Full-stack developer", ["Python"], hours) for hours in (4, 10, TRACKS_BESIDE)
    )
    assert overlaps(few) == 0 == overlaps(some)
    assert overlaps(many) > 0
    assert any("Side by side" in note for note in many.notes)
    assert overlaps(generate("AI engineer", [], 4)) == 0 < overlaps(generate("AI engineer", [], 10))


def overlaps(document: RoadmapDocument) -> int:
    found = document.milestones
    return sum(
        one.start_week < other.end_week and other.start_week < one.end_week
        for place, one in enumerate(found)
        for other in found[place + 1 :]
    )


def test_the_first_milestone_has_all_the_hours() -> None:
    first, second = generate("Machine-learning engineer", [], 20).milestones[:2]
    assert first.end_week <= second.start_week


def test_days_away_take_their_share_of_a_week() -> None:
    calendar = make_calendar(7, (), date(2027, 1, 4), [Period(date(2027, 1, 7), date(2027, 1, 17))])
    assert [calendar.room(week) for week in (1, 2, 3)] == [pytest.approx(3), 0, pytest.approx(7)]
    assert calendar.until(3) == pytest.approx(10)
    assert (calendar.finish(3), calendar.finish(3.5)) == (1, 3)
    assert (calendar.first_day(1), calendar.last_day(1)) == ("2027-01-04", "2027-01-06")
    assert calendar.first_day(3) == "2027-01-18"


def test_other_hours_hold_for_their_time_and_the_fewer_win() -> None:
    calendar = make_calendar(
        10,
        (),
        date(2027, 2, 1),
        [
            Period(date(2027, 2, 1), date(2027, 2, 14), 4),
            Period(date(2027, 2, 8), date(2027, 2, 14)),
            Period(date(2027, 3, 1), None, 20),
        ],
    )
    assert [round(calendar.room(week), 6) for week in (1, 2, 3, 5, 1000)] == [4, 0, 10, 20, 20]
    assert calendar.hours_to_do(24, 4) == pytest.approx(10)


def test_an_edited_plan_gives_each_milestone_its_hours_all_the_same() -> None:
    crowded = [
        Milestone(id=f"M{number}", title=str(number), skills=[], start_week=2, end_week=3, hours=30, proof="")
        for number in (1, 2)
    ]
    weekly = spread(crowded, make_calendar(10))
    assert sum(part for parts in weekly.values() for _, part in parts) == pytest.approx(60)
    assert set(weekly) <= {2, 3}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-12-18..2026-12-31", Period(date(2026, 12, 18), date(2026, 12, 31))),
        (" 2026-12-24 ", Period(date(2026, 12, 24), date(2026, 12, 24))),
        ("2027-03-01..@4.5", Period(date(2027, 3, 1), None, 4.5)),
        ("2026-12-01..2026-12-31@3", Period(date(2026, 12, 1), date(2026, 12, 31), 3)),
    ],
)
def test_a_time_is_read_and_written_the_same_way(text: str, period: Period) -> None:
    assert read_period(text) == period
    assert str(period) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "August", "2026-13-01", "2026-12-31..2026-12-01", "2026-12-01..x", "2026-12-01..", "2026-12-01@999"],
)
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(UsageError):
        read_period(text)


def test_busy_days_need_a_start() -> None:
    with pytest.raises(UsageError, match="start"):
        generate("RAG", busy=[read_period("2026-12-24")])


def test_a_year_away_moves_everything_behind_it() -> None:
    busy = [Period(START, START + timedelta(days=364))]
    document = generate("Docker", ["Linux"], 4, start=START, busy=busy)
    assert document.milestones[0].start_week == 53 and document.milestones[0].start_date == "2027-11-22"
    assert not generate("Docker", ["Linux"], 4, 52, start=START, busy=busy).feasible


def test_what_runs_side_by_side_takes_turns_every_week() -> None:
    document = generate("Machine-learning engineer", ["Python"], 10)
    first, second = next(
        (one, other)
        for one in document.milestones
        for other in document.milestones
        if one.start_week < other.end_week - 4 and other.start_week < one.end_week - 4 and one.id < other.id
    )
    weekly = spread(document.milestones, make_calendar(10))
    for week in range(max(first.start_week, second.start_week) + 1, min(first.end_week, second.end_week) - 1):
        parts = {item.id: part for item, part in weekly[week]}
        assert parts[first.id] >= 4 and parts[second.id] >= 4
