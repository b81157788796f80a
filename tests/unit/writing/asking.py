"""Replies to a message after real lookups: what the tools return for these arguments, numbered and answered."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from agent.grounding import check_answer
from agent.models import Profile, ToolName
from agent.policy.offline import OfflinePolicy
from tests.unit.writing.states import CONTEXT, state_of
from tools.market import summarize
from tools.roadmap import generate
from tools.salary import lookup

Call = tuple[ToolName, dict[str, Any]]


def pay(role: str, location: str | None = None, **args: Any) -> Call:
    return "lookup_salary", _given(role=role, location=location, **args)


def market(role: str, location: str | None = None) -> Call:
    return "summarize_job_market", _given(role=role, location=location)


def way(role: str, **args: Any) -> Call:
    return "generate_roadmap", _given(role=role, **args)


def ask(
    message: str,
    *calls: Call,
    profile: Profile | None = None,
    told: Sequence[str] = (),
    intents: Sequence[str] = (),
    **understanding: Any,
) -> str:
    """The reply, which must be held by its evidence."""
    state = state_of(
        profile or Profile(),
        [(name, args, _run(name, args)) for name, args in calls],
        message=message,
        told=told,
        intents=list(intents),
        **understanding,
    )
    text = OfflinePolicy().answer(state, CONTEXT).text
    assert check_answer(text, state["evidence"], state["profile"], CONTEXT.today) == []
    return text


def _run(name: ToolName, args: dict[str, Any]) -> BaseModel:
    if name == "lookup_salary":
        return lookup(**args)
    return summarize(**args) if name == "summarize_job_market" else generate(**args)


def _given(**args: Any) -> dict[str, Any]:
    return {key: value for key, value in args.items() if value is not None}
