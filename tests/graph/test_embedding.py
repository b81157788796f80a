"""The graph in other people's programs: compiled with their checkpointer, or a node of their own graph."""

import asyncio
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from langchain_core.messages import HumanMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import StructuredTool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, MessagesState, StateGraph
from langgraph.types import Command

from agent import Coach, build_graph
from tests.fakes import ScriptedPolicy
from tools.errors import UsageError
from tools.settings import home_folder

ROOT = Path(__file__).parents[2]
THREAD: RunnableConfig = {"configurable": {"thread_id": "t"}}


class Parent(MessagesState, total=False):
    """Another graph's state: `plan` means something else there, and the coach's plan comes by its own name."""

    plan: str
    coach_plan: dict[str, Any] | None


def say(text: str) -> Any:
    return {"messages": [HumanMessage(text)]}


def test_compiled_with_ones_own_checkpointer(policy: ScriptedPolicy) -> None:
    graph = build_graph(policy=policy).compile(checkpointer=InMemorySaver())
    graph.invoke(say("plan tester"), THREAD)
    (pending,) = graph.get_state(THREAD).interrupts
    assert pending.value["review_configs"][0]["allowed_decisions"] == ["approve", "edit", "reject"]
    state = graph.invoke(Command(resume={"decisions": [{"type": "approve"}]}), THREAD)
    assert state["coach_plan"]["approval"]["decision"] == "approve"


def test_plain_input_on_a_paused_thread_loses_no_plan(policy: ScriptedPolicy) -> None:
    graph = build_graph(policy=policy).compile(checkpointer=InMemorySaver())
    graph.invoke(say("plan tester"), THREAD)
    state = graph.invoke(say("approve, deliver it"), THREAD)
    assert graph.get_state(THREAD).interrupts and state["coach_plan"] is None
    assert state["coach_reply"]["status"] == "awaiting_approval" and state["coach_reply"]["review"]


def test_a_node_of_another_graph(policy: ScriptedPolicy) -> None:
    outer = StateGraph(Parent)
    outer.add_node("coach", build_graph(policy=policy).compile())
    outer.add_edge(START, "coach")
    graph: Any = outer.compile(checkpointer=InMemorySaver())
    graph.invoke({**say("plan tester"), "plan": "gold"}, THREAD)
    state = graph.invoke(Command(resume={"decisions": [{"type": "approve"}]}), THREAD)
    assert state["coach_plan"]["version"] == 1 and state["plan"] == "gold"


def test_the_server_gets_a_graph_without_checkpointer() -> None:
    named = json.loads((ROOT / "langgraph.json").read_text(encoding="utf-8"))["graphs"]["coach"]
    assert named == "./agent/serving.py:graph"
    code = "from agent.serving import graph; print(graph.compile().checkpointer)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "None"


def test_the_drawing_of_the_graph() -> None:
    drawn = build_graph(policy=ScriptedPolicy()).compile().get_graph().draw_mermaid()
    golden = ROOT / "tests" / "golden" / "graph.mmd"
    assert drawn == golden.read_text(encoding="utf-8")


def test_importing_the_agent_is_cheap() -> None:
    heavy = ("langgraph", "langchain_core", "chromadb", "pydantic", "onnxruntime", "numpy", "rich", "typer")
    code = f"import sys, agent; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd="/")
    assert done.stdout.strip() == "[]"


def test_a_coach_with_its_own_folder_and_date(policy: ScriptedPolicy, tmp_path: Path) -> None:
    with Coach(home=tmp_path / "mine", today=date(2026, 1, 2)) as coach:
        assert coach.ask("hello", thread="t").status == "answered"
    assert (tmp_path / "mine" / "threads.sqlite").exists()
    assert not (tmp_path / "home").exists()


def test_graphs_with_folders_and_dates_of_their_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Several in one process, side by side: nothing of them is the process's."""
    seen: dict[str, set[str]] = {}

    class Noting(ScriptedPolicy):
        def answer(self, state: Any, context: Any) -> Any:
            told = seen.setdefault(state["messages"][-1].text, set())
            told.update({context.today.isoformat(), home_folder().name, state["tool_results"][0].text})
            return super().answer(state, context)

    wages = StructuredTool.from_function(
        lambda role: role and home_folder().name, name="lookup_salary", description="-"
    )
    monkeypatch.setattr("tools.registry.load_tools", lambda: (wages,))

    async def run() -> None:
        days = [date(2026, 1, number) for number in range(1, 9)]
        graphs: list[Any] = [
            build_graph(policy=Noting(), home=tmp_path / f"home {day}", today=day).compile() for day in days
        ]
        await asyncio.gather(
            *(graph.ainvoke(say(f"wages {day}")) for graph, day in zip(graphs, days, strict=True)),
            graphs[0].ainvoke(say("wages given"), context={"today": "2027-05-05"}),
        )

    asyncio.run(run())
    assert seen.pop("wages given") == {"2027-05-05", "home 2026-01-01"}
    assert len(seen) == 8
    for said, told in seen.items():
        day = said.removeprefix("wages ")
        assert told == {day, f"home {day}"}
    assert not (tmp_path / "home").exists()


def test_asking_without_blocking_the_event_loop(coach: Coach) -> None:
    reply = asyncio.run(coach.aask("hello", thread="t"))
    assert reply.reply == "You said: hello"


def test_the_async_faces_of_the_graph(policy: ScriptedPolicy) -> None:
    graph = build_graph(policy=policy).compile(checkpointer=InMemorySaver())
    state = cast("dict[str, Any]", asyncio.run(graph.ainvoke(say("hello"), THREAD)))
    assert state["messages"][-1].text == "You said: hello"


def test_a_saver_of_ones_own_revives_the_coachs_types(
    policy: ScriptedPolicy, caplog: pytest.LogCaptureFixture
) -> None:
    from agent import make_serializer

    graph = build_graph(policy=policy).compile(checkpointer=InMemorySaver(serde=make_serializer()))
    graph.invoke(say("plan tester"), THREAD)
    assert type(graph.get_state(THREAD).values["draft"]).__name__ == "Plan"
    assert "unregistered" not in caplog.text


@pytest.mark.parametrize("approve", ["yes", 1])
def test_approving_by_anything_true_is_an_approval(coach: Coach, approve: Any) -> None:
    coach.ask("plan tester", thread="t")
    assert coach.resume("t", approve=approve).status == "delivered"


@pytest.mark.parametrize("today", ["0001-01-01", "9999-12-31", "tomorrow"])
def test_a_day_out_of_the_calendar_is_refused(
    policy: ScriptedPolicy, monkeypatch: pytest.MonkeyPatch, today: str
) -> None:
    monkeypatch.setenv("COACH_TODAY", today)
    with Coach() as coach, pytest.raises(UsageError, match="COACH_TODAY"):
        coach.ask("hello")
