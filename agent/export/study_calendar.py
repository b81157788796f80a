"""The plan as iCalendar: each milestone over its weeks, its proof on its last day, and study hours week by week."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from agent import wording
from agent.export.content import Content
from tools.roadmap.models import Milestone

if TYPE_CHECKING:
    from icalendar import Event

DEFAULT_HOURS = 10.0


def plan_calendar(content: Content) -> bytes:
    """All-day events that block no time: when to study is the person's own choice."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Career Coach//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", " ".join(content.title.split()))
    for milestone in content.plan.milestones:
        calendar.add_component(_milestone(milestone, content))
        calendar.add_component(_proof(milestone, content))
    for week, parts in weekly_hours(content.plan.milestones, content.profile.hours_per_week).items():
        calendar.add_component(_study(week, parts, content))
    return bytes(calendar.to_ical())


def weekly_hours(
    milestones: list[Milestone], hours_per_week: float | None
) -> dict[int, list[tuple[Milestone, float]]]:
    """Hours of each week for each milestone, in order: every milestone gets all its hours within its own weeks.

    No week holds more than `hours_per_week` as long as the milestones allow it (an edited plan may not).
    """
    room = float(hours_per_week or DEFAULT_HOURS)
    spent: dict[int, float] = {}
    found: dict[int, list[tuple[Milestone, float]]] = {}
    for milestone in milestones:
        rest = float(milestone.hours)
        for week in range(milestone.start_week, milestone.end_week + 1):
            last = week == milestone.end_week
            part = rest if last else min(rest, room - spent.get(week, 0.0))
            if part > 0.01:
                spent[week] = spent.get(week, 0.0) + part
                found.setdefault(week, []).append((milestone, part))
                rest -= part
    return dict(sorted(found.items()))


def _milestone(milestone: Milestone, content: Content) -> "Event":
    first = wording.week_start(content.start, milestone.start_week)
    last = wording.week_end(content.start, milestone.end_week)
    links = [f"{item.title}: {item.url}" for item in milestone.resources]
    lines = [f"Skills: {', '.join(milestone.skills)}", f"Proof: {milestone.proof}", *links]
    title = f"{milestone.id} {milestone.title} ({wording.hours(milestone.hours)})"
    return _event(content, f"milestone-{milestone.id}", title, (first, last), "\n".join(lines))


def _proof(milestone: Milestone, content: Content) -> "Event":
    last = wording.week_end(content.start, milestone.end_week)
    return _event(
        content,
        f"proof-{milestone.id}",
        f"{milestone.id} done: show the proof",
        (last, last),
        milestone.proof,
    )


def _study(week: int, parts: list[tuple[Milestone, float]], content: Content) -> "Event":
    day = wording.week_start(content.start, week)
    total = wording.hours(round(sum(part for _, part in parts), 1))
    title = f"Study {total} this week: {wording.listing([milestone.title for milestone, _ in parts])}"
    lines = [
        f"{wording.hours(round(part, 1))}: {milestone.id} {milestone.title}" for milestone, part in parts
    ]
    return _event(content, f"study-{week}", title, (day, day), "\n".join(lines))


def _event(content: Content, name: str, title: str, days: tuple[date, date], words: str) -> "Event":
    """An all-day event from the first to the last of `days`; its id stays the same when the plan is exported again."""
    from uuid import NAMESPACE_URL, uuid5

    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'career-coach:{content.thread}:{name}')}@career-coach")
    event.add("dtstamp", datetime.combine(content.today, time(), UTC))
    event.add("sequence", content.plan.version)
    event.add("summary", " ".join(title.split()))
    event.add("description", words)
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
