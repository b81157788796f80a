"""From what a checkpoint holds to a whole state of our own types.

A server's saver may give plain JSON for them (LANGGRAPH_STRICT_MSGPACK=true), and a server's client may write any key
(`Command(update=...)`): what is not what its key holds is left out, so that it can neither break the thread nor pass.
"""

import logging
from collections.abc import Mapping
from functools import cache
from typing import Any, cast, get_args, get_origin, get_type_hints

from langchain_core.messages import BaseMessage, convert_to_messages
from pydantic import BaseModel, TypeAdapter, ValidationError

from agent.plans.review import approves
from agent.state import CoachState, OutputState, first_problem

_logger = logging.getLogger(__name__)


def revived(values: Mapping[str, Any]) -> CoachState:
    """Every key of the state with a value of its type; a key that is missing or not of its type is at its beginning."""
    state: dict[str, Any] = {"messages": _messages(values.get("messages"))}
    for key, (kind, adapter, item) in _adapters().items():
        held = values.get(key)
        if item is not None:
            of_its_type = isinstance(held, list) and {*map(type, held)} <= {get_args(kind)[0]}
            state[key] = [] if held is None else [*held] if of_its_type else _items(key, held, item, state)
        else:
            value = None if held is None else _valid(key, held, adapter, state)
            state[key] = _at_first(kind) if value is None else value
    if "flow_version" not in values:
        del state["flow_version"]
    return cast("CoachState", state)


@cache
def _adapters() -> dict[str, tuple[Any, TypeAdapter[Any], TypeAdapter[Any] | None]]:
    """For each key its type, how it is validated, and for lists how each item is."""
    outside = {*get_type_hints(OutputState)}
    found = {}
    for key, kind in get_type_hints(CoachState).items():
        if key not in outside:
            item = TypeAdapter(get_args(kind)[0]) if get_origin(kind) is list else None
            found[key] = (kind, TypeAdapter(kind), item)
    return found


def _at_first(kind: Any) -> Any:
    """What a key holds before anything was said: nothing where it may, else an empty value of its type."""
    return kind() if isinstance(kind, type) else None


def _messages(held: Any) -> list[BaseMessage]:
    said = held if isinstance(held, list) else []
    if all(isinstance(message, BaseMessage) for message in said):
        return said
    return convert_to_messages(said)


def _items(key: str, held: Any, adapter: TypeAdapter[Any], before: dict[str, Any]) -> list[Any]:
    if not isinstance(held, list | tuple):
        _logger.warning("The state's %s is no list and is left out.", key)
        return []
    found = [_valid(key, item, adapter, before) for item in held]
    return [item for item in found if item is not None]


def _valid(key: str, held: Any, adapter: TypeAdapter[Any], before: dict[str, Any]) -> Any:
    try:
        value = adapter.validate_python(held)
    except ValidationError as error:
        _logger.warning("The state's %s is not what it holds and is left out: %s", key, first_problem(error))
        return None
    if isinstance(held, BaseModel) or _is_approved(key, value, before):
        return value
    _logger.warning("The state's %s was not written by the coach and is left out.", key)
    return None


def _is_approved(key: str, value: Any, before: dict[str, Any]) -> bool:
    """Whether plain data may stand: a review with the mark that no JSON can hold, a plan that such a review approved.

    Our own types need no mark: only our serializer gives them back (and version 0.1.0 wrote reviews without one).
    """
    if key == "reviews":
        return value.draft is not None
    if key in ("plan", "delivered"):
        return any(approves(review, value) for review in before["reviews"])
    return True
