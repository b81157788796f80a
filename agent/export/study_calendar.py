"""The plan as iCalendar: each milestone over its weeks, its proof on its last day, and study sessions with times."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from agent import wording
from agent.export.calendar_record import keep_record, read_record, revised
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
    """Milestones and proofs are days that block no time; sessions block theirs, in local time wherever that is.

    What an earlier calendar of this thread held and this one does not is in it as cancelled.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Career Coach//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " ".join(content.title.split()))
    before = read_record(content.thread)
    for event in revised(list(_events(content)), before, content.plan.version, _stamp(content)):
        calendar.add_component(event)
    made = bytes(calendar.to_ical())
    keep_record(content.thread, made)
    return made


def _events(content: Content) -> Iterator["Event"]:
    names = _names(content.plan.milestones)
    for milestone in content.plan.milestones:
        yield _milestone(names[milestone.id], milestone, content)
        yield _proof(names[milestone.id], milestone, content)
    numbers: Counter[str] = Counter()
    for week, parts in weekly_hours(content).items():
        first = wording.week_start(content.start, week)
        for session in sessions_of(first, parts, busy_ahead(content.profile, first)):
            name = names[session.parts[0][0].id]
            numbers[name] += 1
            yield _study(f"study {numbers[name]} {name}", session, content)


def _names(milestones: Sequence[Milestone]) -> dict[str, str]:
    """What tells each milestone from the others in every version: its skills. A new draft may number it anew."""
    seen: Counter[str] = Counter()
    names = {}
    for milestone in milestones:
        skills = "\n".join(milestone.skills) or milestone.title
        names[milestone.id] = f"{skills}\n{seen[skills]}" if seen[skills] else skills
        seen[skills] += 1
    return names


def weekly_hours(content: Content) -> dict[int, list[tuple[Milestone, float]]]:
    """Hours of each week for each milestone; weeks and days without time have none, as far as the plan allows."""
    calendar = make_calendar(
        float(content.profile.hours_per_week or DEFAULT_HOURS),
        weeks_without_time(content.progress, content.start),
        content.start,
        busy_ahead(content.profile, content.start),
    )
    return spread(content.plan.milestones, calendar)


def _milestone(name: str, milestone: Milestone, content: Content) -> "Event":
    links = [f"{item.title}: {item.url}" for item in milestone.resources]
    word = content.plan.word
    what = word(milestone.does) or f"Skills: {', '.join(milestone.skills)}"
    lines = [what, f"Proof: {word(milestone.proof)}", *links]
    title = f"{milestone.id} {word(milestone.title)} ({wording.hours(milestone.hours)})"
    return _days(content, f"milestone {name}", title, content.days(milestone), "\n".join(lines))


def _proof(name: str, milestone: Milestone, content: Content) -> "Event":
    last = content.days(milestone)[1]
    title = f"{milestone.id} done: show the proof"
    return _days(content, f"proof {name}", title, (last, last), content.plan.word(milestone.proof))


def _study(name: str, session: Session, content: Content) -> "Event":
    milestones = [milestone for milestone, _ in session.parts]
    lead = "Step" if all(each.does for each in milestones) else "Study"
    title = (
        f"{lead}: {wording.listing([f'{each.id} {content.plan.word(each.title)}' for each in milestones])}"
    )
    lines = [
        f"{_lasting(minutes)}: {each.id} {content.plan.word(each.does or each.title)}"
        for each, minutes in session.parts
    ]
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
    """Without its times and SEQUENCE.

    The id stays the same in every export: a newer version takes the older one's place.
    """
    from uuid import NAMESPACE_URL, uuid5

    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'career-coach:{content.thread}:{name}')}@career-coach")
    event.add("dtstamp", _stamp(content))
    event.add("status", "CONFIRMED")
    event.add("summary", " ".join(title.split())[:_LINE])
    event.add("description", words)
    return event


def _stamp(content: Content) -> datetime:
    return datetime.combine(content.today, time(), UTC)
