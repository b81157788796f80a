"""Under an async server nothing holds a thread while a model is waited for, and the outcome is the same."""

import asyncio
from datetime import date
from typing import Any

import pytest
from langchain_core.messages import HumanMessage
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from agent import build_graph
from agent.context import CoachContext
from agent.session.serializer import make_serializer
from tests.fakes_model import ScriptedChatModel, by_step
from tests.integration.model.server import READING, REPLY, WRITING

CONTEXT = CoachContext(today=date(2026, 11, 2))
TARGET = {"field": "target_role", "op": "set", "value": "tester", "quote": "be a tester"}
PLAN = {**READING, "facts": [TARGET], "lookups": [], "wants_plan": True}


@pytest.fixture(autouse=True)
def quick_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.fakes import scripted_tools

    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)


def compiled(*, plan: bool) -> Any:
    model = ScriptedChatModel(
        script=[by_step(read_message=PLAN if plan else READING, write_reply=REPLY, write_plan=WRITING)]
    )
    return build_graph(model).compile(checkpointer=InMemorySaver(serde=make_serializer()))


def said(text: str) -> dict[str, Any]:
    return {"messages": [HumanMessage(text)]}


def test_the_async_twin_answers_alike() -> None:
    config: RunnableConfig = {"configurable": {"thread_id": "t"}}
    message = said("What does a tester earn, roughly speaking?")
    waited = compiled(plan=False).invoke(message, config, context=CONTEXT)
    awaited = asyncio.run(compiled(plan=False).ainvoke(message, config, context=CONTEXT))
    assert awaited["messages"][-1].text == waited["messages"][-1].text
    assert "$100,000" in awaited["messages"][-1].text
    assert awaited["coach_reply"]["usage"]["turn"]["calls"] == 2


def test_a_plan_is_approved_asynchronously() -> None:
    config: RunnableConfig = {"configurable": {"thread_id": "t"}}

    async def talk() -> Any:
        graph = compiled(plan=True)
        waits = await graph.ainvoke(said("I want to be a tester. Make my plan."), config, context=CONTEXT)
        assert waits["__interrupt__"] and waits["coach_plan"] is None
        return await graph.ainvoke(
            Command(resume={"decisions": [{"type": "approve"}]}), config, context=CONTEXT
        )

    done = asyncio.run(talk())
    assert done["coach_plan"]["approval"]["decision"] == "approve"
    assert "Talk to somebody who does the work." in done["coach_plan"]["next_actions"]


def test_the_answer_streams_in_pieces() -> None:
    async def pieces() -> list[str]:
        config: RunnableConfig = {"configurable": {"thread_id": "t"}}
        stream = compiled(plan=False).astream(
            said("What does a tester earn, roughly speaking?"), config, context=CONTEXT, stream_mode="custom"
        )
        return [chunk["text"] async for chunk in stream if chunk["event"] == "reply_text"]

    assert "$100,000" in "".join(asyncio.run(pieces()))
