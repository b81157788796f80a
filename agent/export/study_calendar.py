"""The plan as iCalendar: each milestone over its weeks, its proof on its last day, and study sessions with times."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from agent import wording
from agent.export.content import Content
from agent.export.sessions import Session, sessions_of
from agent.plans.availability import busy_ahead
from agent.plans.progress import weeks_without_time
from tools.roadmap.calendars import make_calendar
from tools.roadmap.models import Milestone
from tools.roadmap.schedule import spread

if TYPE_CHECKING:
    from icalendar import Event

DEFAULT_HOURS = 10.0
_LINE = 200  # of a title: some calendars refuse longer ones


def plan_calendar(content: Content) -> bytes:
    """Milestones and proofs are days that block no time; sessions block theirs, in local time wherever that is."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Career Coach//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " ".join(content.title.split()))
    for milestone in content.plan.milestones:
        calendar.add_component(_milestone(milestone, content))
        calendar.add_component(_proof(milestone, content))
    for week, parts in weekly_hours(content).items():
        first = wording.week_start(content.start, week)
        sessions = sessions_of(first, parts, busy_ahead(content.profile, first))
        for number, session in enumerate(sessions, start=1):
            calendar.add_component(_study(f"study-{week}-{number}", session, content))
    return bytes(calendar.to_ical())


def weekly_hours(content: Content) -> dict[int, list[tuple[Milestone, float]]]:
    """Hours of each week for each milestone; weeks and days without time have none, as far as the plan allows."""
    calendar = make_calendar(
        float(content.profile.hours_per_week or DEFAULT_HOURS),
        weeks_without_time(content.progress, content.start),
        content.start,
        busy_ahead(content.profile, content.start),
    )
    return spread(content.plan.milestones, calendar)


def _milestone(milestone: Milestone, content: Content) -> "Event":
    links = [f"{item.title}: {item.url}" for item in milestone.resources]
    lines = [f"Skills: {', '.join(milestone.skills)}", f"Proof: {milestone.proof}", *links]
    title = f"{milestone.id} {milestone.title} ({wording.hours(milestone.hours)})"
    return _days(content, f"milestone-{milestone.id}", title, content.days(milestone), "\n".join(lines))


def _proof(milestone: Milestone, content: Content) -> "Event":
    last = content.days(milestone)[1]
    title = f"{milestone.id} done: show the proof"
    return _days(content, f"proof-{milestone.id}", title, (last, last), milestone.proof)


def _study(name: str, session: Session, content: Content) -> "Event":
    milestones = [milestone for milestone, _ in session.parts]
    title = f"Study: {wording.listing([f'{each.id} {each.title}' for each in milestones])}"
    lines = [f"{_lasting(minutes)}: {each.id} {each.title}" for each, minutes in session.parts]
    links = [f"{item.title}: {item.url}" for each in milestones for item in each.resources]
    event = _event(content, name, title, "\n".join([*lines, *links]))
    event.add("dtstart", session.begins)
    event.add("dtend", session.begins + timedelta(minutes=session.minutes))
    return event


def _lasting(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join([*([wording.hours(hours)] if hours else []), *([f"{rest} minutes"] if rest else [])])


def _days(content: Content, name: str, title: str, days: tuple[date, date], words: str) -> "Event":
    """An all-day event from the first to the last of `days`: its end is the day after, as the format wants it."""
    event = _event(content, name, title, words)
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _event(content: Content, name: str, title: str, words: str) -> "Event":
    """Without its times. The id stays the same in every export, so that a newer version takes the older one's place."""
    from uuid import NAMESPACE_URL, uuid5

    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'career-coach:{content.thread}:{name}')}@career-coach")
    event.add("dtstamp", datetime.combine(content.today, time(), UTC))
    event.add("sequence", content.plan.version)
    event.add("summary", " ".join(title.split())[:_LINE])
    event.add("description", words)
    return event
