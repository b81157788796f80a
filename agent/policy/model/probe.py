"""Tries a model out for `coach doctor`: connection, tool calling, structured output."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage

from agent.policy.model.budget import Budget
from agent.policy.model.failures import Garbled, ModelFailure
from agent.policy.model.structured import Abilities, Asked, ask
from agent.policy.model.transport import Line, Request, waited
from agent.policy.model.ways import WAYS, Way
from agent.settings import AgentSettings

_QUESTION = "Which colour has the sky on a clear day?"
_TOOL: dict[str, Any] = {
    "name": "name_colour",
    "description": "The colour that was asked for.",
    "parameters": {"type": "object", "properties": {"colour": {"type": "string"}}, "required": ["colour"]},
}
_NAMES: dict[Way, str] = {"tools": "tool calling", "json_schema": "JSON schema", "json": "plain JSON"}


@dataclass(frozen=True)
class Probed:
    """What was found out about one ability; `problem` says why it does not work."""

    name: str
    works: bool
    problem: str = ""


def probe(model: BaseChatModel, settings: AgentSettings) -> list[Probed]:
    """Try the connection, and over it each way of structured output once."""
    connection = _tried("connection", _says_something, model, settings)
    if not connection.works:
        return [connection]
    return [connection, *(_tried(_NAMES[way], _names_colour(way), model, settings) for way in WAYS)]


def way_to_use(found: list[Probed]) -> str | None:
    """The way that the coach will take, by its name; None if none works."""
    names = [_NAMES[way] for way in WAYS]
    return next((each.name for each in found if each.works and each.name in names), None)


def _tried(
    name: str, work: Callable[[Line], Awaitable[None]], model: BaseChatModel, settings: AgentSettings
) -> Probed:
    async def tried() -> Probed:
        try:
            await work(
                Line(
                    model, Budget.of({}, settings), settings.model_timeout_seconds, settings.model_max_tokens
                )
            )
        except ModelFailure as failure:
            return Probed(name, works=False, problem=failure.reason)
        return Probed(name, works=True)

    return waited(tried())


async def _says_something(line: Line) -> None:
    answer = await line.send(Request("probe", [HumanMessage(_QUESTION)]))
    if not str(answer.text).strip():
        raise Garbled("its answer was empty")


def _names_colour(way: Way) -> Callable[[Line], Awaitable[None]]:
    async def work(line: Line) -> None:
        messages = [SystemMessage("You name colours."), HumanMessage(_QUESTION)]
        await ask(Asked(line, Abilities(way)), "probe", messages, _TOOL, _is_colour)

    return work


def _is_colour(given: dict[str, Any], _others: list[dict[str, Any]]) -> None:
    if not isinstance(given.get("colour"), str):
        raise Garbled
