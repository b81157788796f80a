"""The model's answers as typed values. What does not fit its type is left out piece by piece, not repaired by guessing."""

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.models import ProfileChange, ToolName
from agent.policy.model.failures import Garbled

Item = TypeVar("Item", bound=BaseModel)

MAX_ITEMS = 40
MAX_TEXT = 4000


class WantedCall(BaseModel):
    """A lookup the model wants; unverified."""

    model_config = ConfigDict(extra="ignore", strict=True)

    tool: ToolName
    role: str | None = Field(default=None, max_length=200)
    location: str | None = Field(default=None, max_length=200)
    level: str | None = Field(default=None, max_length=60)
    query: str | None = Field(default=None, max_length=500)


class Reading(BaseModel):
    """What the model read in a message; unverified."""

    changes: list[ProfileChange] = []
    calls: list[WantedCall] = []
    plan_wanted: bool = False
    question: str | None = None
    reply: str | None = None


class WrittenClaim(BaseModel):
    """A statement for a plan, its figures still placeholders; unverified."""

    model_config = ConfigDict(extra="ignore", strict=True)

    section: str = Field(max_length=60)
    text: str = Field(max_length=600)
    evidence: list[str] = []


class Writing(BaseModel):
    """What the model adds to a plan; unverified."""

    claims: list[WrittenClaim] = []
    next_actions: list[str] = []


def read_reading(given: dict[str, Any], other_calls: list[dict[str, Any]]) -> Reading:
    """A reading from the model's arguments and from calls it made by the tools' own names. Raises Garbled."""
    if not other_calls and not given.keys() & Reading.model_fields.keys():
        raise Garbled(f"none of the fields {', '.join(Reading.model_fields)} was there")
    calls = [*_list(given.get("calls")), *other_calls]
    return Reading(
        changes=_items(given.get("changes"), ProfileChange),
        calls=_items([_named(call) for call in calls], WantedCall),
        plan_wanted=given.get("plan_wanted") is True,
        question=_text(given.get("question")),
        reply=_text(given.get("reply")),
    )


def read_writing(given: dict[str, Any], other_calls: list[dict[str, Any]]) -> Writing:  # noqa: ARG001 - one signature for all readers
    """The statements from the model's arguments. Raises Garbled."""
    if not given.keys() & Writing.model_fields.keys():
        raise Garbled(f"none of the fields {', '.join(Writing.model_fields)} was there")
    actions = [_text(action) for action in _list(given.get("next_actions"))[:MAX_ITEMS]]
    return Writing(
        claims=_items(given.get("claims"), WrittenClaim),
        next_actions=[action for action in actions if action],
    )


def _items(given: object, model: type[Item]) -> list[Item]:
    found = []
    for each in _list(given)[:MAX_ITEMS]:
        try:
            found.append(model.model_validate(each))
        except ValidationError:
            continue
    return found


def _named(call: object) -> object:
    """Small models call the tool's name "name" and wrap its arguments."""
    if not isinstance(call, dict):
        return call
    inner: dict[str, Any] = next(
        (call[key] for key in ("args", "arguments") if isinstance(call.get(key), dict)), {}
    )
    named = {**call, **inner}
    if named.get("tool") not in get_args(ToolName) and named.get("name") in get_args(ToolName):
        named["tool"] = named["name"]
    return {key: None if value == "" else value for key, value in named.items()}


def _list(given: object) -> list[Any]:
    return given if isinstance(given, list) else []


def _text(given: object) -> str | None:
    return given.strip()[:MAX_TEXT] or None if isinstance(given, str) else None
