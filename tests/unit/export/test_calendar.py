"""The calendar file: whole days for milestones, sessions at sensible local times, on days that are free."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.export import export_plan
from agent.export.content import Content
from agent.export.sessions import sessions_of
from agent.export.study_calendar import weekly_hours
from agent.models import Plan, Profile, Progress
from tests.unit.export.plans import PROFILE, TODAY, real_plan
from tools.roadmap.calendars import Period
from tools.roadmap.models import Milestone

WORK = Milestone(id="M1", title="Work", skills=["work"], start_week=1, end_week=9, hours=500, proof="p")
MONDAY = date(2027, 3, 8)  # the clocks of the United States go forward in this week


def events(
    folder: Path, plan: Plan | None = None, profile: Profile = PROFILE, progress: Progress | None = None
) -> list[Any]:
    made, evidence = real_plan()
    path = folder / "plan.ics"
    export_plan(
        plan or made, evidence, profile, "t1", format="ics", path=path, today=TODAY, progress=progress
    )
    data = path.read_bytes()
    found = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    other = list(vobject.readOne(data.decode()).vevent_list)
    assert [item.summary.value for item in other] == [str(event["summary"]) for event in found]
    assert [item.dtstart.value for item in other] == [event.decoded("dtstart") for event in found]
    return found


def study(found: list[Any]) -> list[Any]:
    return [event for event in found if str(event["summary"]).startswith("Study: ")]


def test_milestones_are_whole_days_and_their_end_is_the_day_after(tmp_path: Path) -> None:
    plan, _ = real_plan()
    found = events(tmp_path)
    assert len({str(event["uid"]) for event in found}) == len(found)
    for milestone in plan.milestones:
        named = f"{milestone.id} {milestone.title}"
        event = next(event for event in found if str(event["summary"]).startswith(named))
        assert event.decoded("dtstart").isoformat() == milestone.start_date
        assert (event.decoded("dtend") - timedelta(days=1)).isoformat() == milestone.end_date
        assert str(event["transp"]) == "TRANSPARENT"


def test_sessions_have_local_times_without_a_zone_and_add_up(tmp_path: Path) -> None:
    plan, _ = real_plan()
    minutes = 0.0
    for event in study(events(tmp_path)):
        begins, ends = event.decoded("dtstart"), event.decoded("dtend")
        assert isinstance(begins, datetime) and begins.tzinfo is None
        assert timedelta(0) < ends - begins <= timedelta(hours=2)
        assert begins.time() == (time(10) if begins.weekday() >= 5 else time(19))
        minutes += (ends - begins).total_seconds() / 60
    assert minutes / 60 == pytest.approx(sum(milestone.hours for milestone in plan.milestones), rel=0.01)


def test_a_newer_version_takes_the_place_of_the_older(tmp_path: Path) -> None:
    plan, _ = real_plan()
    old = {str(event["uid"]): event for event in events(tmp_path)}
    for event in events(tmp_path, plan.model_copy(update={"version": 4})):
        assert event["sequence"] > old[str(event["uid"])]["sequence"]


def test_no_session_falls_on_days_without_time(tmp_path: Path) -> None:
    busy = PROFILE.model_copy(update={"busy": ["2027-02-09..2027-02-11", "2027-03-01..2027-03-14"]})
    progress = Progress(without_time=["2027-02-22"])
    days = {event.decoded("dtstart").date() for event in study(events(tmp_path, None, busy, progress))}
    taken = [date(2027, 2, 9 + place) for place in range(3)]
    taken += [date(2027, 3, 1 + place) for place in range(14)]
    taken += [date(2027, 2, 22 + place) for place in range(7)]
    assert not days & set(taken) and date(2027, 2, 13) in days


@given(st.floats(0.1, 168), st.sets(st.integers(0, 6), max_size=6), st.integers(0, 6))
def test_sessions_hold_the_hours_of_their_week(hours: float, taken: set[int], shift: int) -> None:
    first = MONDAY + timedelta(days=shift)
    busy = [Period(first + timedelta(days=place), first + timedelta(days=place)) for place in taken]
    found = sessions_of(first, [(WORK, hours)], busy)
    assert sum(session.minutes for session in found) == pytest.approx(60 * hours, abs=3)
    for session in found:
        assert sum(minutes for _, minutes in session.parts) == session.minutes
        place = (session.begins.date() - first).days
        assert 0 <= place < 7 and place not in taken
    by_day = defaultdict(list)
    for session in found:
        by_day[session.begins.date()].append(session)
    if hours <= 12 * (7 - len(taken)):
        for sessions in by_day.values():
            ends = [each.begins + timedelta(minutes=each.minutes) for each in sessions]
            assert all(end <= after.begins for end, after in zip(ends, sessions[1:], strict=False))


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["AI engineer", "Data analyst", "RAG"]), st.floats(1, 40))
def test_study_weeks_hold_their_hours_and_add_up(role: str, hours: float) -> None:
    plan, evidence = real_plan(role, hours)
    profile = PROFILE.model_copy(update={"hours_per_week": hours})
    found = weekly_hours(Content(plan, evidence, profile, "t1", TODAY))
    for week, parts in found.items():
        assert sum(part for _, part in parts) <= hours + 0.1 * len(plan.milestones)
        assert all(item.start_week <= week <= item.end_week for item, _ in parts)
    for milestone in plan.milestones:
        spent = sum(part for parts in found.values() for item, part in parts if item.id == milestone.id)
        assert abs(spent - milestone.hours) < 0.05
