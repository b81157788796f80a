"""What a turn leaves for the reply and for the turns after it: `Understanding.details`."""

from pydantic import JsonValue

from agent.models import ProfileField, ToolRequest, Understanding
from agent.policy.offline.understanding.turn import Before, Turn

_QUESTIONS = {
    "plan": "Which role should the plan lead to?",
    "salary": "Which role's pay do you mean?",
    "market": "Which role's job market do you mean?",
    "roadmap": "Which role should the roadmap lead to?",
    "comparison": "Which roles should I compare?",
}


def finished(
    turn: Turn,
    intents: list[str],
    calls: list[ToolRequest],
    *,
    plan: bool = False,
    missing: str | None = None,
    why: bool = False,
) -> Understanding:
    """What one turn comes to. `missing` is the intent that lacks a role, `why` whether only the reason is asked for."""
    asks_for: ProfileField | None = "target_role" if missing else None
    if turn.before.waits and any(change.field for change in turn.facts.changes):
        plan = True
    details: dict[str, JsonValue] = {
        **turn_details(turn, intents, calls),
        "pending": missing,
        "follow_up": "why" if why else None,
    }
    return Understanding(
        intents=intents,
        changes=turn.facts.changes,
        calls=calls,
        plan_wanted=plan,
        question=_QUESTIONS[missing] if missing else None,
        asks_for=asks_for,
        assumptions=turn.facts.assumptions,
        details={key: value for key, value in details.items() if value not in (None, [], False)},
    )


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
        "recent_roles": [*turn.recent],
        "topic_role": _topic(turn, roles),
        **turn.about_plan,
        **({"asked": [call.model_dump(mode="json") for call in calls]} if calls else {}),
    }


def _topic(turn: Turn, roles: list[str]) -> str | None:
    """What the thread speaks of now: the role looked up, wanted, or held by somebody it told of."""
    others = [role.text for part in turn.parts if part.clause.others for role in part.roles if role.known]
    asked = [role.text for part in turn.parts if part.clause.asks for role in part.roles]
    named = [*roles, *filter(None, [turn.facts.target]), *others, *asked]
    return named[0] if named else turn.before.topic


def kept(before: Before) -> dict[str, JsonValue]:
    """What follow-ups lean on stays until something takes its place."""
    return {
        "topic_role": before.topic,
        "recent_roles": [*before.recent],
        "asked": [call.model_dump(mode="json") for call in before.asked],
    }
