"""Structured output from any model: by tool calling, by JSON schema or as plain JSON, whichever it can; repaired once."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from pydantic import BaseModel, ValidationError

import prompts
from agent.policy.model.cleaning import plain_document, without_thoughts
from agent.policy.model.failures import CutShort, Garbled, MissingAbility, ModelFailure
from agent.policy.model.transport import WAYS, Line, Request, Way

Result = TypeVar("Result", bound=BaseModel)
MAX_REPAIRS = 1
_WRAPPERS = ("arguments", "parameters", "args", "input")


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
    result: type[Result],
    *,
    hear: Callable[[str], bool] | None = None,
) -> Result:
    """One answer by the schema of `tool`, read as `result`. Raises ModelFailure when no answer fits."""
    line, abilities = asked.line, asked.abilities
    said: list[BaseMessage] = []
    for _ in range(1 + MAX_REPAIRS + len(WAYS)):
        way = abilities.way
        answer: AIMessage | None = None
        named = f"{step}: repair" if said else step
        try:
            answer = await line.send(
                Request(named, [*_addressed(messages, way, tool), *said], way, tool, hear)
            )
            given = result.model_validate(line.masks.restore(read_arguments(answer, tool["name"])))
        except CutShort:
            raise
        except MissingAbility:
            if not abilities.gives_up(way):
                raise
            said = []
        except (Garbled, ValidationError) as error:
            failure = error if isinstance(error, Garbled) else Garbled(_problem(error))
            if said and not abilities.gives_up(way):
                raise failure from None
            # A model that was not seen to manage this way is asked in the next one; another one gets a second chance.
            said = [] if said or abilities.gives_up(way) else _repair(answer, failure)
        else:
            abilities.proven = way
            return given
    raise ModelFailure("it gave no answer of the form that was asked for")


def read_arguments(answer: AIMessage, name: str) -> dict[str, Any]:
    """What the model filled in; calls that it made to other tools are lookups. Raises Garbled when there is neither."""
    own = [call["args"] for call in answer.tool_calls if call["name"] == name]
    others = [{"tool": call["name"], **call["args"]} for call in answer.tool_calls if call["name"] != name]
    if not own and not others:
        spoilt = [str(call["args"] or "") for call in answer.invalid_tool_calls]
        own = [_read_text("\n".join([str(answer.text), *spoilt]), name)]
    given: dict[str, Any] = plain_document(own[0] if own else {})
    lookups = given.get("lookups")
    if others:
        given["lookups"] = [*(lookups if isinstance(lookups, list) else []), *plain_document(others)]
    return given


def _read_text(text: str, name: str) -> dict[str, Any]:
    """The first JSON object in a text, whatever stands around it; a string of JSON and a tool call written out are unwrapped."""
    text = without_thoughts(text)
    try:
        inner = json.loads(text)
    except ValueError:
        inner = None
    text = inner if isinstance(inner, str) else text
    for brace in re.finditer(r"\{", text):
        try:
            found, _ = json.JSONDecoder().raw_decode(text, brace.start())
        except ValueError:
            continue
        wrapped = (found[key] for key in (*_WRAPPERS, name) if isinstance(found.get(key), dict))
        return dict(next(wrapped, found))
    raise Garbled


def _addressed(messages: Sequence[BaseMessage], way: Way, tool: dict[str, Any]) -> list[BaseMessage]:
    """In plain JSON the schema is part of the prompt; the other ways send it beside."""
    if way != "json":
        return [*messages]
    schema = prompts.render("model/json.v2", tool=tool["name"], schema=json.dumps(tool["parameters"]))
    first, *rest = messages
    return [SystemMessage(f"{first.text}\n\n{schema}"), *rest]


def _problem(error: ValidationError) -> str:
    """What does not fit, without what the model wrote."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{'.'.join(map(str, each['loc']))} {each['msg']}".strip() for each in found[:3])


def _repair(answer: AIMessage | None, failure: Garbled) -> list[BaseMessage]:
    calls = json.dumps([call["args"] for call in answer.tool_calls]) if answer else ""
    text = (str(answer.text) or calls) if answer else ""
    repair = HumanMessage(prompts.render("model/repair.v1", problem=failure.reason))
    return [AIMessage(text[:2000] or "(nothing)"), repair]
