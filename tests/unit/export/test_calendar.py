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
from tools.errors import DataError
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


class Importer:
    """A calendar that takes files in as RFC 5546 says: by UID, the higher SEQUENCE first, the later DTSTAMP then."""

    def __init__(self) -> None:
        self.held: dict[str, Any] = {}

    def take(self, data: bytes) -> None:
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
            rank = (event["sequence"], event.decoded("dtstamp"))
            held = self.held.get(str(event["uid"]))
            if held is None or rank > (held["sequence"], held.decoded("dtstamp")):
                self.held[str(event["uid"])] = event

    def shown(self) -> set[tuple[str, Any, Any]]:
        return shown(self.held.values())


def shown(events: Any) -> set[tuple[str, Any, Any]]:
    """What a person sees: titles and times of what is not cancelled."""
    return {
        (str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend"))
        for event in events
        if str(event["status"]) != "CANCELLED"
    }


VERSIONS: list[tuple[str, float, Profile, Progress | None]] = [
    ("AI engineer", 8, PROFILE, None),
    ("AI engineer", 4, PROFILE, None),
    ("AI engineer", 30, PROFILE, None),
    ("AI engineer", 30, PROFILE, Progress(without_time=["2027-02-22"])),
    ("Data analyst", 6, PROFILE, None),
    ("AI engineer", 8, PROFILE.model_copy(update={"busy": ["2027-03-01..2027-03-14"]}), None),
    ("RAG", 20, PROFILE, None),
    ("AI engineer", 8, PROFILE, None),
    ("Docker", 3, PROFILE, None),
    ("AI engineer", 12, PROFILE, Progress(without_time=["2027-02-08", "2027-04-05"])),
]


def test_ten_versions_leave_nothing_of_the_earlier_ones(tmp_path: Path) -> None:
    importer = Importer()
    path = tmp_path / "plan.ics"
    for version, (role, hours, profile, progress) in enumerate(VERSIONS, start=1):
        plan, evidence = real_plan(role, hours)
        given = profile.model_copy(update={"hours_per_week": hours})
        export_plan(
            plan.model_copy(update={"version": version}),
            evidence,
            given,
            "t1",
            format="ics",
            path=path,
            today=TODAY,
            progress=progress,
        )
        importer.take(path.read_bytes())
        fresh = tmp_path / "alone.ics"
        export_plan(
            plan, evidence, given, f"t{version + 1}", format="ics", path=fresh, today=TODAY, progress=progress
        )
        alone = shown(icalendar.Calendar.from_ical(fresh.read_bytes()).walk("VEVENT"))
        assert importer.shown() == alone and alone


def test_the_same_version_again_changes_nothing_and_with_other_days_moves_them(tmp_path: Path) -> None:
    first = events(tmp_path)
    assert [event.to_ical() for event in events(tmp_path)] == [event.to_ical() for event in first]
    busy = PROFILE.model_copy(update={"busy": ["2027-02-02..2027-02-05"]})
    moved = {str(event["uid"]): event for event in events(tmp_path, None, busy)}
    for event in study(first):
        now = moved[str(event["uid"])]
        names = ("summary", "description", "dtstart", "dtend")
        same = [now[name].to_ical() for name in names] == [event[name].to_ical() for name in names]
        assert now["sequence"] == event["sequence"] if same else now["sequence"] > event["sequence"]
    assert any(event["sequence"] > first[0]["sequence"] for event in moved.values())


def test_an_older_version_can_be_put_back(tmp_path: Path) -> None:
    importer, plan = Importer(), real_plan()[0]
    shorter = plan.model_copy(update={"version": 4, "milestones": plan.milestones[:2]})
    for version in (plan, shorter, plan):
        events(tmp_path, version)
        importer.take((tmp_path / "plan.ics").read_bytes())
        expected = {milestone.title for milestone in version.milestones}
        titles = {title for title, _, _ in importer.shown() if not title.startswith("Study: ")}
        assert all(any(name in title for title in titles) for name in expected)
        assert sum(" done: " in title for title in titles) == len(expected)


def test_a_milestone_keeps_its_ids_when_it_is_numbered_anew(tmp_path: Path) -> None:
    plan, _ = real_plan()
    kept = plan.milestones[1]
    old = {str(event["uid"]) for event in events(tmp_path) if kept.title in str(event["summary"])}
    alone = kept.model_copy(update={"id": "M1", "after": []})
    found = events(tmp_path, plan.model_copy(update={"version": 4, "milestones": [alone]}))
    new = {str(event["uid"]) for event in found if str(event["status"]) == "CONFIRMED"}
    assert len(new & old) > 2 and len(new - old) <= 1


def test_a_damaged_record_is_said(tmp_path: Path) -> None:
    events(tmp_path)
    (record,) = (tmp_path / "home" / "calendars").iterdir()
    assert record.stat().st_mode & 0o077 == 0
    record.write_bytes(b"BEGIN:VEVENT\r\nnothing")
    with pytest.raises(DataError, match="cannot be read"):
        events(tmp_path)
