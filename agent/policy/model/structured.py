"""Structured output from any model: by tool calling, by JSON schema or as plain JSON, whichever it can; repaired once."""

import json
import re
from collections.abc import Sequence
from typing import Any, TypeVar

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from pydantic import BaseModel, ValidationError

import prompts
from agent.policy.model.cleaning import every_text, plain, without_thoughts
from agent.policy.model.failures import Garbled, MissingAbility
from agent.policy.model.transport import Hear, Line, Way
from tools.errors import in_words

Result = TypeVar("Result", bound=BaseModel)
_WRAPPERS = ("arguments", "parameters", "args", "input")


async def ask(
    line: Line,
    step: str,
    messages: Sequence[BaseMessage],
    tool: dict[str, Any],
    result: type[Result],
    *,
    hear: Hear | None = None,
) -> Result:
    """One answer by the schema of `tool`, read as `result`. Raises ModelFailure when no answer fits."""
    repair: list[BaseMessage] = []
    while True:
        way, answer = line.abilities.way, AIMessage("")
        sent = [*_addressed(messages, way, tool), *repair]
        try:
            answer = await line.send(f"{step}: repair" if repair else step, sent, tool, way, hear)
            given = result.model_validate(line.masks.restore(read_arguments(answer, tool["name"])))
        except MissingAbility:
            if not line.abilities.gives_up(way):
                raise
            repair = []
        except (Garbled, ValidationError) as error:
            failure = error if isinstance(error, Garbled) else Garbled(_problem(error))
            # A model that was not seen to manage this way is asked in the next one; another one gets a second chance.
            another = line.abilities.gives_up(way)
            if repair and not another:
                raise failure from None
            repair = [] if another else _repair(answer, failure)
        else:
            line.abilities.proven = way
            return given


def read_arguments(answer: AIMessage, name: str) -> dict[str, Any]:
    """What the model filled in; calls that it made to other tools are lookups. Raises Garbled when there is neither."""
    own = [call["args"] for call in answer.tool_calls if call["name"] == name]
    others = [{"tool": call["name"], **call["args"]} for call in answer.tool_calls if call["name"] != name]
    if not own and not others:
        spoilt = [str(call["args"] or "") for call in answer.invalid_tool_calls]
        own = [_read_text("\n".join([str(answer.text), *spoilt]), name)]
    given: dict[str, Any] = every_text(own[0] if own else {}, plain)
    if others:
        lookups = given.get("lookups")
        given["lookups"] = [*(lookups if isinstance(lookups, list) else []), *every_text(others, plain)]
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
    return [SystemMessage(f"{messages[0].text}\n\n{schema}"), *messages[1:]]


def _problem(error: ValidationError) -> str:
    """What does not fit, without what the model wrote."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{'.'.join(map(str, each['loc']))} {in_words(each)}".strip() for each in found[:3])


def _repair(answer: AIMessage, failure: Garbled) -> list[BaseMessage]:
    calls = [call["args"] for call in answer.tool_calls]
    text = str(answer.text) or (json.dumps(calls) if calls else "(nothing)")
    repair = HumanMessage(prompts.render("model/repair.v1", problem=failure.reason))
    return [AIMessage(text[:2000]), repair]
