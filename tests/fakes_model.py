"""The one scripted chat model: replies from a script, with tool calling, structured output, streaming and usage."""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, SystemMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableLambda
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import Field

Reply = AIMessage | str | dict[str, Any] | Exception
Script = Callable[[list[BaseMessage], list[str]], Reply] | Reply


class ScriptedChatModel(BaseChatModel):
    """Plays `script` in order, its last entry again and again; a callable gets the messages and the tool's (or schema's) name.

    A dict answers the tool that is bound (or, without one, is written as JSON); an exception is raised. `can`
    names what the model is able to do: "tools" and "json_schema". `sent` keeps what it was asked.
    """

    script: list[Any] = []  # of Script; pydantic would try a callable as a message
    can: frozenset[str] = frozenset({"tools", "json_schema"})
    report_usage: bool = True
    sent: list[list[BaseMessage]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    @property
    def said(self) -> str:
        """All text that was sent to the model."""
        return "\n".join(str(message.content) for messages in self.sent for message in messages)

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        if "tools" not in self.can:
            raise NotImplementedError  # as LangChain's own models do that lack the method
        return self.bind(tools=[convert_to_openai_tool(tool) for tool in tools], tool_choice=tool_choice)

    def with_structured_output(
        self, schema: dict[str, Any] | type, *, include_raw: bool = False, **kwargs: Any
    ) -> Runnable[LanguageModelInput, Any]:
        if "json_schema" not in self.can:
            raise NotImplementedError  # as LangChain's own models do that lack the method

        def structured(given: LanguageModelInput) -> Any:
            raw = self.invoke(given, response_format=schema)
            return (
                {"raw": raw, "parsed": None, "parsing_error": None} if include_raw else json.loads(raw.text)
            )

        return RunnableLambda(structured)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._next(messages, kwargs))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        whole = self._next(messages, kwargs)
        text, call = str(whole.content), next(iter(whole.tool_calls), None)
        for at in range(0, len(text), 7):
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[at : at + 7]))
        written = json.dumps(call["args"], ensure_ascii=False) if call else ""
        for at in range(0, len(written), 25):
            name = call["name"] if call and at == 0 else None
            chunk = {
                "name": name,
                "args": written[at : at + 25],
                "id": "call-1" if at == 0 else None,
                "index": 0,
            }
            yield ChatGenerationChunk(message=AIMessageChunk(content="", tool_call_chunks=[chunk]))
        yield ChatGenerationChunk(message=AIMessageChunk(content="", usage_metadata=whole.usage_metadata))

    def _next(self, messages: list[BaseMessage], kwargs: dict[str, Any]) -> AIMessage:
        names = [tool["function"]["name"] for tool in kwargs.get("tools") or []]
        script = self.script[min(len(self.sent), len(self.script) - 1)]
        self.sent.append(messages)
        asked = names or [form["title"] for form in [kwargs.get("response_format")] if form]
        reply = script(messages, asked) if callable(script) else script
        if isinstance(reply, Exception):
            raise reply
        message = _as_message(reply, names)
        if self.report_usage:
            read = sum(len(str(each.content)) for each in messages) + len(
                json.dumps(kwargs.get("tools") or [])
            )
            written = len(str(message.content)) + len(json.dumps(message.tool_calls))
            message.usage_metadata = {
                "input_tokens": read // 4,
                "output_tokens": written // 4,
                "total_tokens": read // 4 + written // 4,
            }
        return message


def _as_message(reply: Reply, names: list[str]) -> AIMessage:
    if isinstance(reply, AIMessage):
        return reply.model_copy()
    if isinstance(reply, str):
        return AIMessage(reply)
    if names:
        return AIMessage("", tool_calls=[{"name": names[0], "args": reply, "id": "call-1"}])
    return AIMessage(json.dumps(reply))


STEPS = ("read_message", "write_reply", "check_claims", "write_plan")


def by_step(**replies: Script) -> Script:
    """A script that answers each tool of the coach by its own entry; without one, checks pass and drafts stay."""
    if unknown := replies.keys() - set(STEPS):
        raise ValueError(f"the coach asks a model for no {unknown}")

    def answer(messages: list[BaseMessage], names: list[str]) -> Reply:
        text = str(next(each.content for each in messages if isinstance(each, SystemMessage)))
        step = (
            names[0]
            if names
            else next(each for each in STEPS if f"arguments of {each}" in text or each in text)
        )
        reply = replies.get(step, DEFAULTS.get(step, {}))
        return reply(messages, names) if callable(reply) else reply

    return answer


def claims_of(messages: list[BaseMessage]) -> list[dict[str, Any]]:
    """The claims that a checker is given."""
    return [json.loads(line) for line in str(messages[-1].content).split("\n") if line.startswith('{"id"')]


def passes_all(messages: list[BaseMessage], _names: list[str]) -> Reply:
    """A checker that finds nothing wrong."""
    facts = ("finding", "quote")
    return {
        "verdicts": [
            {"id": each["id"], "verdict": "supported" if each["kind"] in facts else "no_finding"}
            for each in claims_of(messages)
        ]
    }


DEFAULTS: dict[str, Script] = {"check_claims": passes_all, "write_plan": {"claims": [], "actions": []}}
