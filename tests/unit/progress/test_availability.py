"""When a person begins and when they have no time: the plan's start, its calendar, and the words for it."""

from datetime import date

import pytest
from pydantic import ValidationError

from agent.models import Profile, ProfileChange
from agent.models.changes import apply_changes
from agent.plans.availability import busy_ahead, calendar_of, plan_start, spoken, weeks_from_start

TODAY = date(2026, 11, 22)


def test_a_plan_begins_on_the_day_named_or_today_once_that_has_come() -> None:
    profile = Profile(start_date="2027-01-04")
    assert plan_start(profile, TODAY) == date(2027, 1, 4)
    assert plan_start(profile, date(2027, 3, 1)) == date(2027, 3, 1)
    assert plan_start(Profile(), TODAY) == TODAY


def test_a_horizon_told_today_is_shorter_from_a_later_start() -> None:
    profile = Profile(start_date="2027-01-04")
    assert weeks_from_start(26, profile, TODAY) == 19
    assert weeks_from_start(4, profile, TODAY) is None
    assert weeks_from_start(26, Profile(), TODAY) == 26
    assert weeks_from_start(None, profile, TODAY) is None


def test_what_is_over_is_no_longer_busy() -> None:
    profile = Profile(
        hours_per_week=7, busy=["2026-01-01..2026-02-01", "2026-12-06..2026-12-12@2", "2027-06-01..@3"]
    )
    assert [str(period) for period in busy_ahead(profile, TODAY)] == [
        "2026-12-06..2026-12-12@2",
        "2027-06-01..@3",
    ]
    calendar = calendar_of(profile, TODAY)
    assert [round(calendar.room(week), 3) for week in (1, 2, 3, 4)] == [7, 7, 2, 7]
    assert calendar_of(Profile(), TODAY).room(1) == 10


def test_busy_times_are_kept_in_order_and_each_once() -> None:
    changes = [
        ProfileChange(field="busy", op="add", value=["2027-08-01..2027-08-31"]),
        ProfileChange(field="busy", op="add", value=["2026-12-24", "2027-08-01..2027-08-31"]),
    ]
    profile = apply_changes(Profile(skills=["SQL"]), changes)
    assert profile.busy == ["2026-12-24", "2027-08-01..2027-08-31"]
    assert profile == apply_changes(Profile(skills=["SQL"]), changes[::-1])
    gone = apply_changes(profile, [ProfileChange(field="busy", op="remove", value=["2026-12-24"])])
    assert gone.busy == ["2027-08-01..2027-08-31"] and gone.skills == ["SQL"]
    assert apply_changes(profile, [ProfileChange(field="busy", op="add", value=["some day"])]) == profile


@pytest.mark.parametrize(
    "values", [{"start_date": "soon"}, {"start_date": "2027-02-30"}, {"busy": ["August"]}]
)
def test_what_is_no_day_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Profile.model_validate(values)


@pytest.mark.parametrize(
    ("busy", "said"),
    [
        ("2026-12-18..2026-12-31", "no time from 18 to 31 December 2026"),
        ("2026-12-20..2027-01-03", "no time from 20 December 2026 to 3 January 2027"),
        ("2027-06-15..2027-08-01@3", "3 hours a week from 15 June to 1 August 2027"),
        ("2027-06-01..@1", "1 hour a week from 1 June 2027 on"),
        ("2027-03-05", "no time on 5 March 2027"),
    ],
)
def test_busy_times_in_words(busy: str, said: str) -> None:
    assert spoken([busy]) == said
