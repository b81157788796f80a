"""Fifty conversations at once in one process, each a question, a plan, a rejection and an approval.

Over the memory saver, SQLite and, where COACH_DATABASE_URL names one, PostgreSQL; beside a bare graph that only echoes.
"""

import asyncio
import os
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.table import Row
from tools.settings import use_home

if TYPE_CHECKING:
    from agent import Coach

PEOPLE = 50
TURNS = 4
ROLES = ("data analyst", "registered nurse", "web developer", "data engineer", "AI engineer", "accountant")
PLACES = ("Toledo", "Austin", "Boise", "Tulsa", "Ohio", "Denver", "Seattle", "Chicago")
Conversation = Callable[[int], Awaitable[None]]


def run() -> Iterator[Row]:
    """Turns a second and their work: an echo, the graph, the coach on SQLite, and on PostgreSQL where one is named."""
    before = os.environ.pop("COACH_DATABASE_URL", None)
    with tempfile.TemporaryDirectory() as home, use_home(home):
        yield from _measure("a graph that only echoes, memory", _echoing())
        yield from _measure("the coach's graph, memory", _graph())
        yield from _measure_coach("Coach, SQLite")
        size = sum(path.stat().st_size for path in Path(home).glob("threads.sqlite*"))
        yield Row("a conversation in SQLite", size / (PEOPLE + 1) / 1000, "kB")
        if before is not None:
            os.environ["COACH_DATABASE_URL"] = before
            yield from _measure_coach("Coach, PostgreSQL")
    yield Row(
        "load: most memory of the process", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB"
    )


def _measure(name: str, conversation: Conversation) -> Iterator[Row]:
    async def together() -> tuple[float, float]:
        await conversation(PEOPLE)
        begun, used = time.perf_counter(), time.process_time()
        await asyncio.gather(*(conversation(number) for number in range(PEOPLE)))
        return time.perf_counter() - begun, time.process_time() - used

    seconds, used = asyncio.run(together())
    turns = PEOPLE * TURNS
    yield Row(f"load: {name}, turns a second", turns / seconds)
    yield Row(f"load: {name}, work of a turn", 1000 * used / turns, "ms")


def _measure_coach(name: str) -> Iterator[Row]:
    from agent import Coach

    with Coach(offline=True) as coach:
        yield from _measure(name, _session(coach, f"{name}-{time.time_ns()}"))


def _said(number: int) -> tuple[str, str, str]:
    return (
        (
            f"I'm a nurse in {PLACES[number % 8]}, {4 + number % 6} hours a week. "
            f"What does a {ROLES[number % 6]} earn here?"
        ),
        f"I know Excel. I want to become a {ROLES[number % 6]} by December 2028. Make me a plan.",
        f"only {3 + number % 3} hours a week",
    )


def _session(coach: "Coach", name: str) -> Conversation:
    async def converse(number: int) -> None:
        question, plan, objection = _said(number)
        thread = f"{name}-{number}"
        await coach.aask(question, thread=thread)
        await coach.aask(plan, thread=thread)
        await coach.aresume(thread, reject=objection)
        assert (await coach.aresume(thread, approve=True)).status == "delivered"

    return converse


def _graph() -> Conversation:
    from langgraph.checkpoint.memory import InMemorySaver
    from langgraph.types import Command

    from agent import build_graph, make_serializer

    graph: Any = build_graph().compile(checkpointer=InMemorySaver(serde=make_serializer()))

    async def converse(number: int) -> None:
        question, plan, objection = _said(number)
        thread = {"configurable": {"thread_id": str(number)}}
        await graph.ainvoke({"messages": [("user", question)]}, thread)
        await graph.ainvoke({"messages": [("user", plan)]}, thread)
        await graph.ainvoke(Command(resume={"decisions": [{"type": "reject", "message": objection}]}), thread)
        waiting = (await graph.aget_state(thread)).interrupts[0]
        out = await graph.ainvoke(Command(resume={waiting.id: {"decisions": [{"type": "approve"}]}}), thread)
        assert out["coach_plan"]

    return converse


def _echoing() -> Conversation:
    from langchain_core.messages import AIMessage
    from langgraph.checkpoint.memory import InMemorySaver
    from langgraph.graph import START, MessagesState, StateGraph

    def echo(state: MessagesState) -> dict[str, Any]:
        return {"messages": [AIMessage(str(state["messages"][-1].text))]}

    bare: StateGraph[MessagesState] = StateGraph(MessagesState)
    bare.add_node("echo", echo)
    bare.add_edge(START, "echo")
    graph: Any = bare.compile(checkpointer=InMemorySaver())

    async def converse(number: int) -> None:
        for text in (*_said(number), "yes"):
            await graph.ainvoke({"messages": [("user", text)]}, {"configurable": {"thread_id": str(number)}})

    return converse
