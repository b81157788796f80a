"""langchain-openai's chat model, patient with servers that speak OpenAI's protocol in their own way."""

import json
from typing import Any

from langchain_core.outputs import ChatResult
from langchain_openai import ChatOpenAI


class PatientChatOpenAI(ChatOpenAI):
    """Takes the arguments of a tool call also as an object, or as JSON within JSON."""

    def _create_chat_result(self, response: Any, generation_info: dict[str, Any] | None = None) -> ChatResult:
        for choice in getattr(response, "choices", None) or []:
            for call in getattr(getattr(choice, "message", None), "tool_calls", None) or []:
                call.function.arguments = _as_text(call.function.arguments)
        return super()._create_chat_result(response, generation_info)


def _as_text(arguments: Any) -> str:
    """The arguments as the JSON text that the protocol asks for."""
    if not isinstance(arguments, str):
        return json.dumps(arguments)
    try:
        inner = json.loads(arguments)
    except ValueError:
        return arguments
    return inner if isinstance(inner, str) else arguments
