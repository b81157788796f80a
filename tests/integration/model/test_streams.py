"""Who streams a graph's messages reads what was checked, and nothing that a model wrote before."""

import asyncio
from typing import Any, Literal

import pytest
from langchain_core.messages import HumanMessage
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.memory import InMemorySaver

from agent import build_graph, make_serializer
from tests.fakes import scripted_tools
from tests.fakes_model import ScriptedChatModel, by_step
from tests.integration.model.server import READING, WRITING
from tests.integration.model.test_async import CONTEXT, PLAN

LIE = "You will earn $999,999 in your first year."
ANSWER = f"Testers in the United States earned a median of $100,000 in May 2025 [E1]. {LIE}"
THREAD: RunnableConfig = {"configurable": {"thread_id": "t"}}


@pytest.fixture(autouse=True)
def quick_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)


def graph(can: frozenset[str], *, plan: bool) -> Any:
    writing = {**WRITING, "next_actions": [LIE]}
    reading = {**(PLAN if plan else READING), "reply": LIE}
    script = [by_step(understand=reading, answer=ANSWER, draft=writing)]
    model = ScriptedChatModel(script=script, can=can)
    return build_graph(model).compile(checkpointer=InMemorySaver(serde=make_serializer()))


async def astreamed(compiled: Any, text: str) -> list[Any]:
    given = {"messages": [HumanMessage(text)]}
    return [
        item
        async for item in compiled.astream(given, THREAD, context=CONTEXT, stream_mode=["messages", "custom"])
    ]


@pytest.mark.parametrize("plan", [False, True])
@pytest.mark.parametrize("way", ["tools", "json_schema", "json"])
@pytest.mark.parametrize("face", ["sync", "async"])
def test_only_checked_text_is_streamed(
    way: Literal["tools", "json_schema", "json"], face: str, plan: bool
) -> None:
    compiled = graph(frozenset({way}), plan=plan)
    text = "I want to be a tester. Make my plan." if plan else "What does a tester earn, roughly speaking?"
    if face == "async":
        items = asyncio.run(astreamed(compiled, text))
    else:
        given = {"messages": [HumanMessage(text)]}
        items = [*compiled.stream(given, THREAD, context=CONTEXT, stream_mode=["messages", "custom"])]
    texts = [item[0].text for mode, item in items if mode == "messages"]
    pieces = [item.get("text", "") for mode, item in items if mode == "custom"]
    assert not [shown for shown in [*texts, *pieces] if "999" in shown]
    assert not [shown for shown in texts if '"op"' in shown]
    last = compiled.get_state(THREAD).values["messages"][-1]
    assert last.text in texts
