"""What was last given out as the calendar of a thread, kept in COACH_HOME, and what a newer one makes of it.

A calendar program matches events by UID and takes the one with the higher SEQUENCE (RFC 5546, 2.1.5 and 3.2.1). Events
that a newer plan does not hold are therefore given out once more, as cancelled: else an import would leave them behind.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.errors import DataError, HomeError
from tools.settings import home_folder

if TYPE_CHECKING:
    from icalendar import Event

_OF_THE_EXPORT = ("SEQUENCE", "DTSTAMP")
_KEPT_WHEN_CANCELLED = ("UID", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND")


def revised(
    events: Sequence["Event"], given_out: Sequence["Event"], version: int, stamp: object
) -> Iterator["Event"]:
    """The events with their SEQUENCE, then what was `given_out` before and is no longer there, as cancelled.

    A SEQUENCE is at least the plan's `version`, and rises whenever the event is another one than before.
    """
    before = {str(event["uid"]): event for event in given_out}
    for event in events:
        earlier = before.pop(str(event["uid"]), None)
        changed = earlier is not None and _content(event) != _content(earlier)
        event.add("sequence", max(version, _sequence(earlier) + changed))
        yield event
    for earlier in before.values():
        yield _cancelled(earlier, version, stamp)


def _cancelled(event: "Event", version: int, stamp: object) -> "Event":
    from icalendar import Event

    already = str(event.get("status")) == "CANCELLED"
    gone = Event()
    for name in _KEPT_WHEN_CANCELLED:
        if name in event:
            gone[name] = event[name]
    del gone["DTSTAMP"]
    gone.add("dtstamp", stamp)
    gone.add("sequence", max(version, _sequence(event) + (not already)))
    gone.add("status", "CANCELLED")
    gone.add("transp", "TRANSPARENT")
    return gone


def _sequence(event: "Event | None") -> int:
    return int(event.get("sequence", 0)) if event is not None else 0


def _content(event: "Event") -> bytes:
    """The event without what only tells one export from another."""
    plain = event.copy()
    for name in _OF_THE_EXPORT:
        plain.pop(name, None)
    return bytes(plain.to_ical())


def read_record(thread: str) -> list["Event"]:
    """The events last given out for a thread, the cancelled ones too. Raises DataError when the record is damaged."""
    from icalendar import Calendar, Event

    path = _path(thread)
    if not path.is_file():
        return []
    try:
        calendar = Calendar.from_ical(path.read_bytes())
        return [event for event in calendar.walk("VEVENT") if isinstance(event, Event) and event["uid"]]
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise DataError(
            f"The record of what this thread's calendar held cannot be read: {path}.",
            "Delete it, and import the next calendar file into an empty calendar.",
        ) from error


def keep_record(thread: str, calendar: bytes) -> None:
    """Keep the calendar that is about to be given out. Raises HomeError when it cannot be written."""
    path = _path(thread)
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.touch(mode=0o600)
        fresh.write_bytes(calendar)
        fresh.replace(path)
    except OSError as error:
        raise HomeError(
            f"Cannot keep what the calendar held in {path.parent}: {error.strerror or error}.",
            "Set COACH_HOME to a folder you can write to.",
        ) from error


def forget_record(thread: str) -> None:
    """Delete what is kept of a thread's calendar."""
    _path(thread).unlink(missing_ok=True)


def _path(thread: str) -> Path:
    """One file a thread; the name tells nothing about the person."""
    name = hashlib.sha256(thread.encode()).hexdigest()[:16]
    return home_folder() / "calendars" / f"{name}.ics"
