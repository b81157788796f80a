"""Structured output from any model: by tool calling, by JSON schema or as plain JSON, whichever it can; repaired once."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

import prompts
from agent.policy.model.failures import CutShort, Garbled, MissingAbility, ModelFailure
from agent.policy.model.transport import Line, Request
from agent.policy.model.ways import WAYS, Way, read_arguments

Result = TypeVar("Result")
Parse = Callable[[dict[str, Any], list[dict[str, Any]]], Result]

MAX_REPAIRS = 1


class Abilities:
    """Which ways of structured output are left for a model, the one that worked first."""

    def __init__(self, configured: str = "auto") -> None:
        self._ways: list[Way] = [way for way in WAYS if configured in ("auto", way)]
        self.proven: Way | None = None

    @property
    def way(self) -> Way:
        return self.proven or self._ways[0]

    def gives_up(self, way: Way) -> bool:
        """Leave this way out from now on; False if it is the last one, or the one that worked before."""
        if way == self.proven or len(self._ways) == 1:
            return False
        if way in self._ways:
            self._ways.remove(way)
        return True


@dataclass(frozen=True)
class Asked:
    """Who is asked: the line to a model, and what that model can."""

    line: Line
    abilities: Abilities


async def ask(
    asked: Asked,
    step: str,
    messages: Sequence[BaseMessage],
    tool: dict[str, Any],
    parse: Parse[Result],
    *,
    hear: Callable[[str], bool] | None = None,
) -> Result:
    """One answer by the schema of `tool`, made into a result by `parse`. Raises ModelFailure when no answer fits."""
    line, abilities = asked.line, asked.abilities
    said: list[BaseMessage] = []
    for _ in range(1 + MAX_REPAIRS + len(WAYS)):
        way = abilities.way
        answer: AIMessage | None = None
        try:
            answer = await line.send(
                Request(
                    f"{step}: repair" if said else step,
                    [*_addressed(messages, way, tool), *said],
                    way,
                    tool,
                    hear,
                )
            )
            given, others = read_arguments(answer, tool["name"])
            result = parse(line.masks.restore(given), line.masks.restore(others))
        except CutShort:
            raise
        except MissingAbility:
            if not abilities.gives_up(way):
                raise
            said = []
        except Garbled as failure:
            if said and not abilities.gives_up(way):
                raise
            # A model that was not seen to manage this way is asked in the next one; another one gets a second chance.
            said = [] if said or abilities.gives_up(way) else _repair(answer, failure)
        else:
            abilities.proven = way
            return result
    raise ModelFailure("it gave no answer of the form that was asked for")


def _addressed(messages: Sequence[BaseMessage], way: Way, tool: dict[str, Any]) -> list[BaseMessage]:
    """In plain JSON the schema is part of the prompt; the other ways send it beside."""
    if way != "json":
        return [*messages]
    schema = prompts.render("model/json.v2", tool=tool["name"], schema=json.dumps(tool["parameters"]))
    first, *rest = messages
    return [SystemMessage(f"{first.text}\n\n{schema}"), *rest]


def _repair(answer: AIMessage | None, failure: ModelFailure) -> list[BaseMessage]:
    text = (
        "" if answer is None else str(answer.text) or json.dumps([call["args"] for call in answer.tool_calls])
    )
    repair = HumanMessage(prompts.render("model/repair.v1", problem=failure.reason))
    return [AIMessage(text[:2000] or "(nothing)"), repair]
