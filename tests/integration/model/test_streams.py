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
from tests.integration.model.server import PIECE, READING, REPLY, WRITING
from tests.integration.model.test_async import CONTEXT, PLAN

LIE = "You will earn $999,999 in your first year."
FALSE = {**PIECE, "text": LIE}
THREAD: RunnableConfig = {"configurable": {"thread_id": "t"}}


@pytest.fixture(autouse=True)
def quick_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.registry.load_tools", scripted_tools)


def graph(can: frozenset[str], *, plan: bool) -> Any:
    """Of a model whose answer and plan hold a lie; in the answer something true stands before it."""
    answer = {"pieces": [*REPLY["pieces"], FALSE]}
    writing = {**WRITING, "actions": [LIE]}
    script = [by_step(read_message=PLAN if plan else READING, write_reply=answer, write_plan=writing)]
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
    state = compiled.get_state(THREAD).values
    assert state["messages"][-1].text in texts
    # The model was asked, and what held of its words was used.
    assert state["draft"] if plan else "$100,000" in "".join(pieces)
    assert {"read_message", "write_plan" if plan else "write_reply"} <= {
        each.step for each in state["model_calls"]
    }


def test_where_nothing_that_was_written_holds_the_reply_says_so() -> None:
    """The model looked up another job than the one asked about, and told a lie."""
    reading = {**READING, "lookups": [{"tool": "lookup_salary", "args": {"role": "tester"}}]}
    script = [by_step(read_message=reading, write_reply={"pieces": [FALSE]})]
    compiled = build_graph(ScriptedChatModel(script=script)).compile()
    said = "I'm a nurse in Toledo, 6 hours a week. What does a data analyst earn here?"
    out = compiled.invoke({"messages": [HumanMessage(said)]}, context=CONTEXT)
    assert out["coach_reply"]["reply"].strip() and "999" not in out["coach_reply"]["reply"]
