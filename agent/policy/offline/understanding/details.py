"""What a turn leaves for the reply and for the turns after it: `Understanding.details`."""

import re

from pydantic import JsonValue

from agent.models import ProfileChange, ToolRequest
from agent.policy.offline.understanding.turn import Before, Turn

_FIRST_PERSON = re.compile(r"\b(?:i|i'd|i'll|me|my)\b", re.IGNORECASE)


def turn_details(turn: Turn, intents: list[str], calls: list[ToolRequest]) -> dict[str, JsonValue]:
    """What the reply and the next turn need to know of this one; empty values are left out by the caller."""
    money = turn.facts.money
    roles = list(dict.fromkeys(str(call.args["role"]) for call in calls if "role" in call.args))
    places = list(dict.fromkeys(str(call.args["location"]) for call in calls if "location" in call.args))
    talks = "small_talk" in intents
    kinds = [asked.kind for asked in turn.asked if asked.intent == "small_talk" and asked.kind and talks]
    return {
        **kept(turn.before),
        "roles": [*roles],
        "places": [*places],
        "amount": money.amount if money and not money.foreign else None,
        "amount_kind": money.kind if money and not money.foreign else None,
        "small_talk": kinds[0] if kinds else None,
        "approval_words": not turn.facts.changes and any(asked.kind == "approval" for asked in turn.asked),
        "topic_is_own": _topic_is_own(turn, roles),
        "last_field": _last_field(turn.facts.changes),
        "topic_role": _topic(turn, roles),
        **turn.about_plan,
        **({"asked": [call.model_dump(mode="json") for call in calls]} if calls else {}),
    }


def _topic(turn: Turn, roles: list[str]) -> str | None:
    """What the thread speaks of now: the role looked up, wanted, or held by somebody it told of."""
    others = [role.text for part in turn.parts if part.clause.others for role in part.roles if role.known]
    named = [*roles, *filter(None, [turn.facts.target]), *others]
    return named[0] if named else turn.before.topic


def _topic_is_own(turn: Turn, roles: list[str]) -> bool:
    """Whether the topic is a role the person asked about for themselves ("what would I earn as...")."""
    previous = turn.before.understanding
    if not roles:
        return bool(previous and previous.details.get("topic_is_own"))
    asking = [part.text for part in turn.parts if part.clause.asks]
    return len(roles) == 1 and any(_FIRST_PERSON.search(text) for text in asking)


def kept(before: Before) -> dict[str, JsonValue]:
    """What follow-ups lean on stays until something takes its place."""
    return {"topic_role": before.topic, "asked": [call.model_dump(mode="json") for call in before.asked]}


def _last_field(changes: list[ProfileChange]) -> str | None:
    return changes[-1].field if changes else None
