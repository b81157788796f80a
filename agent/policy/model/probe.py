"""Tries a model out for `coach doctor`: connection, tool calling, structured output."""

from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage, SystemMessage
from pydantic import BaseModel

from agent.policy.model.failures import Garbled, ModelFailure
from agent.policy.model.structured import ask
from agent.policy.model.transport import WAYS, Abilities, Budget, Line, Way, waited
from agent.settings import AgentSettings
from tools.evidence import Value

_ASKED = [SystemMessage("You name colours."), HumanMessage("Which colour has the sky on a clear day?")]
_TOOL: dict[str, Any] = {
    "name": "name_colour",
    "description": "The colour that was asked for.",
    "parameters": {"type": "object", "properties": {"colour": {"type": "string"}}, "required": ["colour"]},
}
_NAMES: dict[Way, str] = {"tools": "tool calling", "json_schema": "JSON schema", "json": "plain JSON"}


class _Colour(BaseModel):
    colour: str


class Probed(Value):
    """What was found out about one ability; `problem` says why it does not work."""

    name: str
    works: bool
    problem: str = ""


def probe(model: BaseChatModel, settings: AgentSettings) -> list[Probed]:
    """Try the connection, and over it each way of structured output once."""
    budget = Budget.of({}, settings)
    connection = waited(_tried(Line(model, budget), None))
    ways = WAYS if connection.works else ()
    return [connection, *(waited(_tried(Line(model, budget, Abilities(way)), way)) for way in ways)]


def way_to_use(found: list[Probed]) -> str | None:
    """The way that the coach will take, by its name; None if none works."""
    return next((each.name for each in found if each.works and each.name in _NAMES.values()), None)


async def _tried(line: Line, way: Way | None) -> Probed:
    """A few words, or the colour in one way of structured output."""
    name = _NAMES[way] if way else "connection"
    try:
        if way:
            await ask(line, "probe", _ASKED, _TOOL, _Colour)
        elif not str((await line.send("probe", _ASKED[1:])).text).strip():
            raise Garbled("its answer was empty")
    except ModelFailure as failure:
        return Probed(name=name, works=False, problem=failure.reason)
    return Probed(name=name, works=True)
