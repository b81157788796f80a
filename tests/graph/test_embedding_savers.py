"""The coach inside four kinds of other programs, over five savers: a plan waits there, is approved there and arrives there."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import pytest
from langchain.agents import create_agent
from langchain.agents.middleware import AgentState
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.runnables import RunnableConfig, RunnableLambda
from langchain_core.tools import InjectedToolCallId, StructuredTool
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.graph import START, MessagesState, StateGraph
from langgraph.store.memory import InMemoryStore
from langgraph.types import Command

from agent import Coach, build_graph, make_serializer
from tests.fakes import ScriptedPolicy
from tests.fakes_model import ScriptedChatModel
from tools.errors import ThreadError, UsageError

THREAD: RunnableConfig = {"configurable": {"thread_id": "t"}}
PLAN = "plan tester"
YES: Command[Any] = Command(resume={"decisions": [{"type": "approve"}]})


def say(text: str) -> Any:
    return {"messages": [HumanMessage(text)]}


@dataclass
class Place:
    """A kind of saver, and where it writes."""

    kind: str
    path: str

    @property
    def awaited(self) -> bool:
        return self.kind.startswith("async")

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[BaseCheckpointSaver[Any]]:
        serde = make_serializer()
        if self.kind == "memory":
            yield InMemorySaver(serde=serde)
        elif self.kind == "sqlite":
            yield SqliteSaver(sqlite3.connect(self.path, check_same_thread=False), serde=serde)
        elif self.kind == "async sqlite":
            import aiosqlite
            from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

            async with aiosqlite.connect(self.path) as connection:
                yield AsyncSqliteSaver(connection, serde=serde)
        elif self.kind == "postgres":
            from langgraph.checkpoint.postgres import PostgresSaver

            with PostgresSaver.from_conn_string(self.path) as saver:
                saver.serde = serde
                saver.setup()
                saver.delete_thread("t")
                yield saver
        else:
            from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver

            async with AsyncPostgresSaver.from_conn_string(self.path, serde=serde) as awaited:
                await awaited.setup()
                await awaited.adelete_thread("t")
                yield awaited

    async def run(self, graph: Any, given: Any) -> dict[str, Any]:
        return dict(await graph.ainvoke(given, THREAD) if self.awaited else graph.invoke(given, THREAD))


@pytest.fixture(params=["memory", "sqlite", "async sqlite", "postgres", "async postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path, policy: ScriptedPolicy) -> Place:
    if "postgres" not in request.param:
        return Place(request.param, str(tmp_path / "threads.sqlite"))
    pytest.importorskip("langgraph.checkpoint.postgres", reason="langgraph-checkpoint-postgres is missing")
    return Place(request.param, request.getfixturevalue("postgres_url"))


class Parent(MessagesState, total=False):
    """`plan` means something else here; the coach's plan comes by its own name."""

    plan: str
    coach_plan: dict[str, Any] | None


def subgraph(saver: Any) -> Any:
    """A parent that shares its messages."""
    outer = StateGraph(Parent)
    outer.add_node("coach", build_graph(policy=ScriptedPolicy()).compile())
    outer.add_edge(START, "coach")
    return outer.compile(checkpointer=saver)


def messages_node(saver: Any) -> Any:
    """A node of MessagesState that calls the coach: the parent has no key of the coach's."""
    coach = build_graph(policy=ScriptedPolicy()).compile(checkpointer=True)

    def told(out: dict[str, Any]) -> dict[str, Any]:
        plan = out["coach_plan"]
        return {"messages": [AIMessage(out["coach_reply"]["reply"], additional_kwargs={"plan": plan})]}

    async def awaited(state: MessagesState) -> dict[str, Any]:
        return told(await coach.ainvoke({"messages": state["messages"][-1:]}))

    def called(state: MessagesState) -> dict[str, Any]:
        return told(coach.invoke({"messages": state["messages"][-1:]}))

    outer = StateGraph(MessagesState)
    outer.add_node("coach", RunnableLambda(called, awaited))
    outer.add_edge(START, "coach")
    return outer.compile(checkpointer=saver)


def calling(name: str, **args: Any) -> ScriptedChatModel:
    """A model that calls the tool once, and ends when it has its answer."""

    def next_step(messages: list[Any], _tools: list[str]) -> Any:
        call = {"name": name, "args": args, "id": "c1"}
        return "done" if isinstance(messages[-1], ToolMessage) else AIMessage("", tool_calls=[call])

    return ScriptedChatModel(script=[next_step])


class AgentWithPlan(AgentState):
    coach_plan: dict[str, Any] | None


def agent_tool(saver: Any) -> Any:
    """A tool of an agent; the plan reaches the agent's state by a command."""
    coach = build_graph(policy=ScriptedPolicy()).compile(checkpointer=True)

    def told(out: dict[str, Any], call: str) -> Command[Any]:
        answer = ToolMessage(out["coach_reply"]["reply"], tool_call_id=call)
        return Command(update={"coach_plan": out["coach_plan"], "messages": [answer]})

    def ask_coach(message: str, tool_call_id: Annotated[str, InjectedToolCallId]) -> Command[Any]:
        """Ask the career coach, in the person's own words."""
        return told(coach.invoke(say(message)), tool_call_id)

    async def aask_coach(message: str, tool_call_id: Annotated[str, InjectedToolCallId]) -> Command[Any]:
        """Ask the career coach, in the person's own words."""
        return told(await coach.ainvoke(say(message)), tool_call_id)

    return create_agent(
        calling("ask_coach", message=PLAN),
        tools=[StructuredTool.from_function(ask_coach, aask_coach)],
        state_schema=AgentWithPlan,
        checkpointer=saver,
    )


def deep_agent(saver: Any) -> Any:
    """A subagent of deepagents, which hands on what its parent has a key for."""
    deepagents = pytest.importorskip("deepagents", reason="deepagents is not installed")

    class DeepState(deepagents.DeepAgentState):  # type: ignore[misc, name-defined] # found at run time
        coach_plan: dict[str, Any] | None

    coach = build_graph(policy=ScriptedPolicy()).compile()
    return deepagents.create_deep_agent(
        calling("task", description=PLAN, subagent_type="career-coach"),
        subagents=[{"name": "career-coach", "description": "Advises on careers.", "runnable": coach}],
        state_schema=DeepState,
        checkpointer=saver,
    )


@pytest.mark.parametrize("embed", [subgraph, messages_node, agent_tool, deep_agent])
def test_a_plan_waits_is_approved_and_arrives(place: Place, embed: Any) -> None:
    async def run() -> None:
        async with place.opened() as saver:
            graph = embed(saver)
            given = {**say(PLAN), "plan": "gold"} if embed is subgraph else say(PLAN)
            waiting = await place.run(graph, given)
            (pending,) = waiting["__interrupt__"]
            assert pending.value["action_requests"][0]["name"] == "deliver_plan" and not waiting.get(
                "coach_plan"
            )
            # A process that was started anew goes on: nothing of the first graph is needed.
            out = await place.run(embed(saver), YES)
            plan = out.get("coach_plan") or out["messages"][-1].additional_kwargs.get("plan")
            assert plan["approval"]["decision"] == "approve" and out.get("plan", "gold") == "gold"
            assert any("final" in message.text for message in out["messages"]) and "__interrupt__" not in out

    asyncio.run(run())


def test_a_coach_over_the_callers_saver_and_store(place: Place, tmp_path: Path) -> None:
    async def run() -> None:
        async with place.opened() as saver:
            store = InMemoryStore()
            with Coach(saver=saver, store=store) as coach:
                if place.awaited:
                    assert (await coach.aask(PLAN, thread="t")).status == "awaiting_approval"
                    assert (await coach.aresume("t", approve=True)).status == "delivered"
                    await asyncio.to_thread(look_after, coach)
                else:
                    assert coach.ask(PLAN, thread="t").status == "awaiting_approval"
                    assert coach.resume("t", approve=True).status == "delivered"
                    look_after(coach)

    def look_after(coach: Coach) -> None:
        profile = coach.remembered()
        assert profile is not None and profile.target_role == "tester"
        assert [(row.thread, row.status) for row in coach.threads()] == [("t", "delivered")]
        with pytest.raises(ThreadError, match="another user"):
            coach.ask("hello", thread="t", user="somebody else")
        coach.close()
        assert coach.where("t") is not None  # what is the caller's was not closed
        assert coach.forget(user="local") == 1
        assert coach.where("t") is None and coach.remembered() is None and not coach.threads()
        assert coach.ask("hello", thread="t").profile.target_role is None
        assert not (tmp_path / "home" / "threads.sqlite").exists()

    asyncio.run(run())


def test_a_saver_without_a_store_keeps_owners_and_profiles_at_home(
    policy: ScriptedPolicy, own_home: Path
) -> None:
    saver = InMemorySaver(serde=make_serializer())
    with Coach(saver=saver) as coach:
        coach.ask("hello", thread="t")
        assert saver.storage["t"] and [row.thread for row in coach.threads()] == ["t"]
        coach.forget(thread="t")
        assert not saver.storage["t"] and (own_home / "threads.sqlite").exists()
    with pytest.raises(UsageError, match="a saver"):
        Coach(store=InMemoryStore())
