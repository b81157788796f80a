"""What a run is given beside its state: by the session, by a server as JSON, or by a parent graph for its own ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from typing_extensions import TypedDict

from agent.inputs import check_id
from tools import settings
from tools.errors import UsageError

LOCAL_USER = "local"


@dataclass(frozen=True)
class CoachContext:
    """`user` owns the thread; plans count from `today`."""

    user: str = LOCAL_USER
    today: date = field(default_factory=settings.today)


class ContextSchema(TypedDict, total=False):
    """A context as JSON: who speaks, and the ISO date that plans count from. Other keys are others' and stay unread."""

    user: str
    today: str


def read_context(given: object, configurable: Mapping[str, Any], today: date | None = None) -> CoachContext:
    """The context of a run, whatever was given as one: ours, JSON, another program's own object, or nothing.

    `today` counts where none is given; without it, the real one or COACH_TODAY.

    Who the server's authentication says is speaking goes before what a client fills in. Raises UsageError for a user or
    a date that is text and cannot be read.
    """
    known = _authenticated(configurable)
    if isinstance(given, CoachContext):
        return CoachContext(user=known, today=given.today) if known else given
    user = known or _user(_part(given, "user"))
    today = _day(_part(given, "today")) or today
    return CoachContext(user=user) if today is None else CoachContext(user=user, today=today)


def _authenticated(configurable: Mapping[str, Any]) -> str | None:
    """Whom a LangGraph server has authenticated; it refuses this key from a client."""
    user = configurable.get("langgraph_auth_user")
    identity = _part(user, "identity")
    return identity if isinstance(identity, str) and identity else None


def _part(given: object, name: str) -> object:
    return given.get(name) if isinstance(given, Mapping) else getattr(given, name, None)


def _user(value: object) -> str:
    return check_id(value, "user") if isinstance(value, str) else LOCAL_USER


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or not settings.FIRST_DAY <= day <= settings.LAST_DAY:
        raise UsageError(
            f"The context's `today` is no date that plans can count from: {value[:40]!r}.",
            "Give an ISO date such as 2026-11-22, or leave it out.",
        )
    return day
