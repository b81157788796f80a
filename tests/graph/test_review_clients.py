"""Review front ends: what Agent Chat UI and Agent Inbox make of the request, and what they send, replayed.

After `src/components/thread/agent-inbox/utils.ts` and `inbox-item-input.tsx` of langchain-ai/agent-chat-ui, and
`contexts/utils.ts`, `hooks/use-interrupted-actions.tsx` and `contexts/ThreadContext.tsx` of langchain-ai/agent-inbox.
"""

import json
from typing import Any

import pytest
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from agent import build_graph
from tests.fakes import ScriptedPolicy

THREAD: RunnableConfig = {"configurable": {"thread_id": "t"}}


@pytest.fixture
def graph(policy: ScriptedPolicy) -> Any:
    graph: Any = build_graph(policy=policy).compile(checkpointer=InMemorySaver())
    graph.invoke({"messages": [("user", "plan tester")]}, THREAD)
    return graph


def request(graph: Any) -> dict[str, Any]:
    (pending,) = graph.get_state(THREAD).interrupts
    value: dict[str, Any] = json.loads(json.dumps(pending.value))  # as it reaches a browser
    return value


def send(graph: Any, resume: object) -> dict[str, Any]:
    out: dict[str, Any] = graph.invoke(Command(resume=json.loads(json.dumps(resume))), THREAD)
    return out


def retitled(graph: Any) -> str:
    """The plan as a text area shows it, with its first milestone named anew."""
    plan = request(graph)["action_requests"][0]["args"]["plan"]
    plan["milestones"][0]["title"] = "Learn it my way"
    return json.dumps(plan, separators=(",", ":"))


def chat_ui_edit(graph: Any, plan: object) -> dict[str, Any]:
    """An edit of Agent Chat UI: the arguments as they came, the edited one as text."""
    action = request(graph)["action_requests"][0]
    return {
        "decisions": [
            {
                "type": "edit",
                "edited_action": {"name": action["name"], "args": {**action["args"], "plan": plan}},
            }
        ]
    }


def inbox_action(graph: Any) -> dict[str, Any]:
    """The request as Agent Inbox normalises it: it reads `arguments`, and leaves them empty where there are none."""
    action = request(graph)["action_requests"][0]
    return {"action": action["name"], "args": action.get("arguments", {})}


def waits(graph: Any, out: dict[str, Any], said: str) -> None:
    assert out["coach_plan"] is None and graph.get_state(THREAD).interrupts
    assert out["coach_reply"]["status"] == "awaiting_approval" and said in out["messages"][-1].text


def test_what_both_need_is_in_the_request(graph: Any) -> None:
    shown = request(graph)
    (action,), (config,) = shown["action_requests"], shown["review_configs"]
    assert action["name"] == config["action_name"] == "deliver_plan" and action["description"].startswith("#")
    assert action["args"] == action["arguments"] and set(action["args"]) == {"plan", "draft"}
    assert set(config["allowed_decisions"]) == {"approve", "edit", "reject"}


def test_chat_ui_approves(graph: Any) -> None:
    assert (
        send(graph, {"decisions": [{"type": "approve"}]})["coach_plan"]["approval"]["decision"] == "approve"
    )


def test_chat_ui_rejects(graph: Any) -> None:
    out = send(graph, {"decisions": [{"type": "reject", "message": "hours 5"}]})
    assert out["coach_plan"] is None and out["coach_reply"]["profile"]["hours_per_week"] == 5
    assert graph.get_state(THREAD).interrupts


def test_chat_ui_edits_as_text(graph: Any) -> None:
    out = send(graph, chat_ui_edit(graph, retitled(graph)))
    assert out["coach_plan"] is None
    shown = request(graph)["action_requests"][0]["args"]["plan"]
    assert shown["milestones"][0]["title"] == "Learn it my way"
    # It names no draft, and a second one was shown: asked again once.
    waits(graph, send(graph, {"decisions": [{"type": "approve"}]}), "approve again")
    out = send(graph, {"decisions": [{"type": "approve"}]})
    assert out["coach_plan"]["milestones"][0]["title"] == "Learn it my way"


@pytest.mark.parametrize(
    "text", ["", "make it shorter", "[1, 2]", '{"sections": []}', "7", '{"a": NaN}', "[" * 100_000]
)
def test_text_that_is_no_plan_is_asked_again(graph: Any, text: str) -> None:
    before = request(graph)["action_requests"][0]["args"]
    waits(graph, send(graph, chat_ui_edit(graph, text)), "The decision cannot be read")
    assert request(graph)["action_requests"][0]["args"] == before


def test_chat_ui_resolves(graph: Any) -> None:
    """ "Mark as resolved" goes to the end: nothing is delivered, and the next message puts the draft forward again."""
    graph.invoke(Command(goto="__end__"), THREAD)
    out = graph.invoke({"messages": [("user", "hello")]}, THREAD)
    assert out["coach_plan"] is None and out["coach_reply"]["status"] == "awaiting_approval"
    assert send(graph, {"decisions": [{"type": "approve"}]})["coach_plan"]


@pytest.mark.parametrize("bare", [True, False])
def test_inbox_accepts(graph: Any, bare: bool) -> None:
    out = send(graph, [{"type": "accept", "args": None if bare else inbox_action(graph)}])
    assert out["coach_plan"]["approval"]["decision"] == "approve"


def test_inbox_accepts_in_an_older_window(graph: Any) -> None:
    older = inbox_action(graph)
    send(graph, [{"type": "edit", "args": {**older, "args": {**older["args"], "plan": retitled(graph)}}}])
    waits(graph, send(graph, [{"type": "accept", "args": older}]), "earlier draft")
    assert send(graph, [{"type": "accept", "args": inbox_action(graph)}])["coach_plan"]


def test_inbox_edits(graph: Any) -> None:
    action = inbox_action(graph)
    action["args"]["plan"] = retitled(graph)
    out = send(graph, [{"type": "edit", "args": action}])
    assert out["coach_plan"] is None
    shown = request(graph)["action_requests"][0]["args"]["plan"]
    assert shown["milestones"][0]["title"] == "Learn it my way"


def test_inbox_responds(graph: Any) -> None:
    out = send(graph, [{"type": "response", "args": "hours 5"}])
    assert out["coach_plan"] is None and out["coach_reply"]["profile"]["hours_per_week"] == 5
    assert graph.get_state(THREAD).interrupts


def test_a_response_that_says_approve_delivers_nothing(graph: Any) -> None:
    out = send(graph, [{"type": "response", "args": "approve"}])
    assert out["coach_plan"] is None and graph.get_state(THREAD).interrupts


def test_inbox_ignores(graph: Any) -> None:
    before = request(graph)["action_requests"][0]["args"]
    waits(graph, send(graph, [{"type": "ignore", "args": None}]), "goes on waiting")
    assert request(graph)["action_requests"][0]["args"] == before


def test_inbox_resolves(graph: Any) -> None:
    graph.update_state(THREAD, None, as_node="__end__")
    out = graph.invoke({"messages": [("user", "hello")]}, THREAD)
    assert out["coach_plan"] is None and out["coach_reply"]["status"] == "awaiting_approval"


@pytest.mark.parametrize(
    "odd",
    [
        [],
        [{}],
        [{"type": "accept"}, {"type": "accept"}],
        [{"type": "accept", "args": {"args": {"draft": 5}}}],
        [{"type": "approve"}],
        [{"type": "edit", "args": None}],
        [{"type": "edit", "args": {"action": "send_email", "args": {}}}],
        [{"type": "response", "args": " "}],
        [{"type": "response", "args": {"text": "yes"}}],
        ["accept"],
        "accept",
        {"decisions": "approve"},
        {"type": "accept", "args": None},
        True,
    ],
)
def test_an_odd_answer_is_asked_again(graph: Any, odd: object) -> None:
    waits(graph, send(graph, odd), "The decision cannot be read")
