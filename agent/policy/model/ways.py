"""The ways a model can give structured output, and how its answer is read back as a plain document."""

import json
from typing import Any, Literal

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage
from langchain_core.runnables import Runnable

from agent.policy.model.cleaning import plain_document, without_thoughts
from agent.policy.model.failures import Garbled

Way = Literal["tools", "json_schema", "json"]
WAYS: tuple[Way, ...] = ("tools", "json_schema", "json")
_WRAPPERS = ("arguments", "parameters", "args", "input")


def bound(
    model: BaseChatModel, way: Way | None, tool: dict[str, Any] | None, room: int
) -> Runnable[LanguageModelInput, Any]:
    """The model made to answer by `tool`'s schema in this way, with at most `room` tokens where it can be told."""
    model = _capped(model, room)
    if tool is None or way in (None, "json"):
        return model
    if way == "tools":
        function = (
            {**tool, "strict": True} if tool["parameters"].get("additionalProperties") is False else tool
        )
        return model.bind_tools([{"type": "function", "function": function}], tool_choice=tool["name"])
    schema = {"title": tool["name"], "description": tool["description"], **tool["parameters"]}
    return model.with_structured_output(schema, method="json_schema", include_raw=True)


def as_message(output: Any) -> AIMessage:
    """The model's message; LangChain's structured output keeps it beside what it parsed."""
    if isinstance(output, dict):
        raw = output.get("raw")
        output = raw if isinstance(raw, AIMessage) else AIMessage(json.dumps(output.get("parsed", output)))
    if not isinstance(output, AIMessage):
        raise Garbled
    return output


def read_arguments(answer: AIMessage, name: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the model filled in, and calls it made to other tools. Raises Garbled when there is neither."""
    own = [call["args"] for call in answer.tool_calls if call["name"] == name]
    others = [{"tool": call["name"], **call["args"]} for call in answer.tool_calls if call["name"] != name]
    if own or others:
        return plain_document(own[0] if own else {}), plain_document(others)
    spoilt = [str(call["args"] or "") for call in answer.invalid_tool_calls]
    return plain_document(_read_text("\n".join([str(answer.text), *spoilt]), name)), []


def _capped(model: BaseChatModel, room: int) -> BaseChatModel:
    held = getattr(model, "max_tokens", room)
    if "max_tokens" not in type(model).model_fields or (held is not None and held <= room):
        return model
    return model.model_copy(update={"max_tokens": room})


def _read_text(text: str, name: str) -> dict[str, Any]:
    """The first JSON object in a text, whatever stands around it; a tool call written out is unwrapped."""
    decoder = json.JSONDecoder()
    text = _unquoted(without_thoughts(text))
    start = text.find("{")
    while start >= 0:
        try:
            found, _ = decoder.raw_decode(text, start)
        except ValueError:
            start = text.find("{", start + 1)
            continue
        return _unwrapped(found, name)
    raise Garbled


def _unquoted(text: str) -> str:
    """JSON that was written as a JSON string."""
    try:
        inner = json.loads(text)
    except ValueError:
        return text
    return inner if isinstance(inner, str) else text


def _unwrapped(found: dict[str, Any], name: str) -> dict[str, Any]:
    inner = next((found[key] for key in _WRAPPERS if isinstance(found.get(key), dict)), found.get(name))
    return inner if isinstance(inner, dict) else found
