"""Fifty conversations at once in one process made ready: each a question of its own, a plan, a rejection, an approval.

Over the memory saver, SQLite and, where COACH_DATABASE_URL names one, PostgreSQL; beside a bare graph that only echoes.
"""

import asyncio
import os
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.table import Row, against
from tools.settings import use_home

if TYPE_CHECKING:
    from agent import Coach

PEOPLE = 50
TURNS = 4
ROLES = ("data analyst", "registered nurse", "web developer", "data engineer", "AI engineer", "accountant")
PLACES = ("Toledo", "Austin", "Boise", "Tulsa", "Ohio", "Denver", "Seattle", "Chicago")
Conversation = Callable[[int], Awaitable[None]]
# Half of what a conversation took in SQLite at first (1.7 MB), and what a small container has.
MOST_KB, MOST_MB = 850, 600
# A third of what version 0.1.0 took (51 times an echo), which is three times its turns a second.
MOST_WORK = 17.0


class Taken(NamedTuple):
    """Seconds that passed, and seconds of the processor, for all turns together."""

    seconds: float
    work: float


def run() -> list[Row]:
    """Turns a second and their work: an echo, the graph, the coach on SQLite, and on PostgreSQL where one is named.

    In a process of its own, whose memory is then that of the load alone.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(_measured).result()


def _measured() -> list[Row]:
    database = os.environ.pop("COACH_DATABASE_URL", None)
    with tempfile.TemporaryDirectory() as home, use_home(home):
        echo = _together(_echoing())
        rows = [*_rows("a graph that only echoes, memory", echo)]
        rows += _rows("the coach's graph, memory", _together(_graph()), echo)
        rows += _rows("Coach, SQLite", _coached("SQLite"), echo)
        size = sum(path.stat().st_size for path in Path(home).glob("threads.sqlite*"))
        rows.append(Row("load: a conversation in SQLite", size / (PEOPLE + 1) / 1000, "kB", aim=MOST_KB))
        if database is not None:
            os.environ["COACH_DATABASE_URL"] = database
            rows += _rows("Coach, PostgreSQL", _coached("PostgreSQL"), echo)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, Row("load: most memory of the process", most, "MB", aim=MOST_MB)]


def _rows(name: str, taken: Taken, echo: Taken | None = None) -> Iterator[Row]:
    turns = PEOPLE * TURNS
    yield Row(f"load: {name}, turns a second", turns / taken.seconds)
    work = 1000 * taken.work / turns
    if echo is None:
        yield Row(f"load: {name}, work of a turn", work, "ms")
    else:
        yield against(
            f"load: {name}, work of a turn, beside an echo's", work, "ms", 1000 * echo.work / turns, MOST_WORK
        )


def _together(conversation: Conversation) -> Taken:
    """Fifty at once, after one that is not counted."""

    async def all_of_them() -> Taken:
        await conversation(PEOPLE)
        begun, used = time.perf_counter(), time.process_time()
        await asyncio.gather(*(conversation(number) for number in range(PEOPLE)))
        return Taken(time.perf_counter() - begun, time.process_time() - used)

    return asyncio.run(all_of_them())


def _coached(name: str) -> Taken:
    from agent import Coach
    from agent.policy import offline_policy
    from agent.warming import warm_up

    with Coach(offline=True) as coach:
        warm_up(offline_policy())
        return _together(_session(coach, f"{name}-{time.time_ns()}"))


def _said(number: int) -> tuple[str, str, str]:
    return (
        (
            f"I'm a nurse in {PLACES[number % 8]}, {20 + number} years old, {4 + number % 6} hours a week. "
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
    from agent.policy import offline_policy
    from agent.warming import warm_up

    warm_up(offline_policy())
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
