"""Which draft a decision is for: nobody approves, in an older window, a draft that they have not seen."""

from typing import Any

import pytest
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from agent import Coach, build_graph
from agent.models import Draft
from tests.fakes import MILESTONE, ScriptedPolicy

THREAD: RunnableConfig = {"configurable": {"thread_id": "t"}}


class MovingPolicy(ScriptedPolicy):
    """Each draft finishes later than the last."""

    def draft_plan(self, state: Any, context: Any) -> Draft:
        draft = super().draft_plan(state, context)
        later = MILESTONE.model_copy(
            update={"end_week": 2 * self.drafts, "end_date": f"2027-0{self.drafts}-15"}
        )
        return Draft(plan=draft.plan.model_copy(update={"milestones": [later]}))


class Window:
    """What one client of a raw graph sees and does."""

    def __init__(self, graph: Any) -> None:
        self.graph = graph
        self.look()

    def look(self) -> None:
        (self.interrupt,) = self.graph.get_state(THREAD).interrupts

    @property
    def digest(self) -> str:
        return str(self.interrupt.value["action_requests"][0]["args"]["draft"])

    @property
    def description(self) -> str:
        return str(self.interrupt.value["action_requests"][0]["description"])

    def decide(self, kind: str, *, by_id: bool = False, **given: Any) -> dict[str, Any]:
        reply = {"decisions": [{"type": kind, **given}]}
        out: dict[str, Any] = self.graph.invoke(
            Command(resume={self.interrupt.id: reply} if by_id else reply), THREAD
        )
        return out


@pytest.fixture
def graph(policy: ScriptedPolicy) -> Any:
    graph: Any = build_graph(policy=MovingPolicy()).compile(checkpointer=InMemorySaver())
    graph.invoke({"messages": [("user", "plan tester")]}, THREAD)
    return graph


def test_while_one_draft_was_shown_an_approval_needs_no_name(graph: Any) -> None:
    graph.invoke({"messages": [("user", "a question")]}, THREAD)
    assert Window(graph).decide("approve")["coach_plan"]["version"] == 1


def test_after_a_redraft_it_is_asked_again_once(graph: Any) -> None:
    window = Window(graph)
    window.decide("reject", message="hours 5")
    out = window.decide("approve")
    said = out["coach_reply"]["reply"]
    assert out["coach_plan"] is None and out["coach_reply"]["status"] == "awaiting_approval"
    assert said.startswith(
        "The draft has changed: finish moves from 15 January 2027 to 15 February 2027; approve again to deliver it."
    )
    window.look()
    assert window.description.startswith(said) and "# " in window.description
    assert window.decide("approve")["coach_plan"]["milestones"][0]["end_date"] == "2027-02-15"


def test_a_newer_draft_between_asks_anew(graph: Any) -> None:
    window = Window(graph)
    window.decide("reject", message="hours 5")
    assert window.decide("approve")["coach_plan"] is None
    assert window.decide("reject", message="hours 4")["coach_plan"] is None
    assert window.decide("approve")["coach_plan"] is None
    graph.invoke({"messages": [("user", "a question")]}, THREAD)
    assert window.decide("approve")["coach_plan"]["milestones"][0]["end_date"] == "2027-03-15"


@pytest.mark.parametrize("by_id", [True, False])
def test_a_named_draft_decides_and_a_stale_one_never(graph: Any, by_id: bool) -> None:
    older, newer = Window(graph), Window(graph)
    newer.decide("reject", message="hours 5")
    newer.look()
    for _ in range(3):
        name = {} if by_id else {"draft": older.digest}
        assert older.decide("approve", by_id=by_id, **name)["__interrupt__"]
        assert older.decide("reject", by_id=by_id, message="hours 1", **name)["__interrupt__"]
        assert graph.get_state(THREAD).values["profile"].hours_per_week == 5
    newer.look()
    name = {} if by_id else {"draft": newer.digest}
    assert newer.decide("approve", by_id=by_id, **name)["coach_plan"]["version"] == 1


def test_an_older_windows_approval_is_not_the_repetition_of_anothers(graph: Any) -> None:
    window = Window(graph)
    first = window.digest
    window.decide("reject", message="hours 5")
    assert window.decide("approve", draft=first)["coach_plan"] is None
    assert window.decide("approve")["coach_plan"] is None
    assert window.decide("approve", draft=first)["coach_plan"] is None
    assert window.decide("approve")["coach_plan"]["version"] == 1


def test_a_stale_edit_is_asked_again(graph: Any) -> None:
    older = Window(graph)
    args = older.interrupt.value["action_requests"][0]["args"]
    older.decide("reject", message="hours 5")
    out = older.decide("edit", edited_action={"name": "deliver_plan", "args": args})
    assert "for an earlier draft, and nothing was done with it" in out["coach_reply"]["reply"]
    args = Window(graph).interrupt.value["action_requests"][0]["args"]
    args["plan"]["next_actions"] = ["Call my old boss."]
    out = older.decide("edit", edited_action={"name": "deliver_plan", "args": args})
    review = out["coach_reply"]["review"]["action_requests"][0]["args"]
    assert review["plan"]["next_actions"] == ["Call my old boss."] and review["draft"] != args["draft"]


def test_a_decision_that_comes_twice_is_applied_once(graph: Any, policy: ScriptedPolicy) -> None:
    """A server gives a job to another worker when the first one dies."""
    window = Window(graph)
    first = window.digest
    window.decide("reject", message="hours 5", draft=first)
    digest = Window(graph).digest
    window.decide("reject", message="hours 5", draft=first)
    assert Window(graph).digest == digest
    window.decide("approve", draft=digest)
    window.decide("approve", draft=digest)
    graph.invoke({"messages": [("user", "plan tester")]}, THREAD)
    assert window.decide("approve", draft=digest)["coach_plan"]["version"] == 1
    assert len(graph.get_state(THREAD).values["delivered"]) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "approve", 7, [], {"type": "accept", "args": None}, {"decisions": []}, {"approve": True},
        {"decisions": [{"type": "deliver"}]}, {"decisions": [{"type": "approve"}, {"type": "approve"}]},
        {"decisions": [{"type": "approve", "draft": 5}]}, {"decisions": [{"type": "approve", "by": "mallory"}]},
        {"decisions": [{"type": "edit", "edited_action": {"name": "deliver_plan", "args": {"plan": "{}"}}}]},
    ],
)  # fmt: skip
def test_what_is_no_decision_is_asked_again(graph: Any, answer: Any) -> None:
    out = graph.invoke(Command(resume=answer), THREAD)
    assert out["coach_plan"] is None and out["__interrupt__"]
    assert "Send exactly one" in out["coach_reply"]["reply"]
    assert (
        out["__interrupt__"][0]
        .value["action_requests"][0]["description"]
        .startswith("The decision cannot be read")
    )
    state = graph.get_state(THREAD)
    assert state.interrupts and not any(task.error for task in state.tasks)
    assert Window(graph).decide("approve")["coach_plan"]["version"] == 1


def test_the_session_names_the_draft_that_waits(
    policy: ScriptedPolicy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.session.runner.choose_policy", lambda _model: MovingPolicy())
    with Coach() as coach:
        first = coach.ask("plan tester", thread="t")
        assert first.review
        seen = first.review["action_requests"][0]["args"]["draft"]
        coach.resume("t", reject="hours 5")
        stale = coach.resume("t", decisions=[{"type": "approve", "draft": seen}])
        assert stale.status == "awaiting_approval" and "for an earlier draft" in stale.reply
        stale = coach.resume("t", approve=True, draft=seen)
        assert stale.status == "awaiting_approval" and stale.review
        assert coach.resume("t", approve=True).status == "delivered"
