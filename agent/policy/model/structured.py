"""Structured output from any model: by tool calling, by JSON schema or as plain JSON, whichever it can; repaired in bounds."""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage

import prompts
from agent.policy.model.exchange import Request, Step
from agent.policy.model.failures import Garbled, MissingAbility, ModelFailure
from agent.policy.model.ways import WAYS, Way, read_arguments

Result = TypeVar("Result")
Parse = Callable[[dict[str, Any], list[dict[str, Any]]], Result]

MAX_REPAIRS = 2


class Abilities:
    """Which ways of structured output are left for a model, the one that worked first."""

    def __init__(self, configured: str = "auto") -> None:
        self._ways: list[Way] = [way for way in WAYS if configured in ("auto", way)]
        self.proven: Way | None = None

    @property
    def way(self) -> Way:
        return self.proven or self._ways[0]

    def works(self, way: Way) -> None:
        self.proven = way

    def gives_up(self, way: Way) -> bool:
        """Leave this way out from now on; False if it is the last one, or the one that worked before."""
        if way == self.proven or len(self._ways) == 1:
            return False
        if way in self._ways:
            self._ways.remove(way)
        return True


def ask(
    step: str,
    messages: Sequence[AnyMessage],
    tool: dict[str, Any],
    parse: Parse[Result],
    *,
    abilities: Abilities,
    output: int,
) -> Step[Result]:
    """One answer by the schema of `tool`, made into a result by `parse`. Raises ModelFailure when no answer fits."""
    said: list[AnyMessage] = []
    for _ in range(1 + MAX_REPAIRS + len(WAYS)):
        way = abilities.way
        answer: AIMessage | None = None
        try:
            answer = yield Request(step, [*_addressed(messages, way, tool), *said], output, way, tool)
            result = parse(*read_arguments(answer, tool["name"]))
        except MissingAbility:
            if not abilities.gives_up(way):
                raise
            said = []
        except Garbled as failure:
            if len(said) >= 2 * MAX_REPAIRS:
                raise
            # A model that was not seen to manage this way is asked in the next one; another one gets a second chance.
            said = [] if abilities.gives_up(way) else [*said, *_repair(answer, failure)]
        else:
            abilities.works(way)
            return result
    raise ModelFailure("it gave no answer of the form that was asked for")


def _addressed(messages: Sequence[AnyMessage], way: Way, tool: dict[str, Any]) -> list[AnyMessage]:
    """In plain JSON the schema is part of the prompt; the other ways send it beside."""
    if way != "json":
        return [*messages]
    schema = prompts.render("model/json.v1", schema=json.dumps(tool["parameters"]))
    first, *rest = messages
    return [SystemMessage(f"{first.text}\n\n{schema}"), *rest]


def _repair(answer: AIMessage | None, failure: ModelFailure) -> list[AnyMessage]:
    text = (
        "" if answer is None else str(answer.text) or json.dumps([call["args"] for call in answer.tool_calls])
    )
    repair = HumanMessage(prompts.render("model/repair.v1", problem=failure.reason))
    return [AIMessage(text[:2000] or "(nothing)"), repair]
