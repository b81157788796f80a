"""What goes into a checkpoint comes out the same, and nothing else comes out alive."""

import typing
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from pydantic import BaseModel

from agent.models import (
    Amount,
    Approval,
    CitedFigure,
    Claim,
    DialogueState,
    Letter,
    LetterLine,
    LetterNotes,
    LetterPart,
    ModelCall,
    Offer,
    Outlook,
    Plan,
    PlanChange,
    PlanEdit,
    Posting,
    Profile,
    ProfileChange,
    Progress,
    Review,
    Section,
    Skipped,
    Subject,
    ToolRequest,
    ToolResult,
    Understanding,
    Violation,
    Wish,
    Wording,
)
from agent.nodes import answer, call_tools, check_plan, deliver_plan, draft_plan, review_plan, understand
from agent.plans.review import draft_mark
from agent.revival import revived
from agent.session.serializer import CHECKPOINT_TYPES, make_serializer
from agent.state import CoachState, OutputState
from tests.fakes import MILESTONE, SOURCE, WAGE
from tools.evidence import Evidence
from tools.roadmap.models import FinishRange

PLAN = Plan(
    sections=[Section(id="pay", title="Pay", claims=[Claim(text="x", evidence=["E1"])])],
    milestones=[MILESTONE],
    sources=[SOURCE],
    approval=Approval(by="local", at="2026-01-01T00:00:00+00:00"),
    outlook=Outlook(
        target="tester",
        finish=FinishRange(low_weeks=1, median_weeks=2, high_weeks=3),
        pay_then=[CitedFigure(figure=WAGE, evidence="E1")],
        skipped=[Skipped(skills=["Excel"], why="known already")],
    ),
)
FULL: dict[str, Any] = {
    "messages": [HumanMessage("hello", id="1"), AIMessage("hello", id="2")],
    "profile": Profile(skills=["Python"], hours_per_week=7.5),
    "progress": Progress(done=["Docker"], lost_weeks=2, without_time=["2026-03-02"], deadline="2026-09-01"),
    "evidence": [Evidence(id="E1", kind="salary", text="t", figures=[WAGE], source=SOURCE)],
    "understanding": Understanding(
        changes=[ProfileChange(field="skills", op="add", value=["Python"])],
        calls=[ToolRequest(name="lookup_salary", args={"role": "tester"})],
        plan_changes=[PlanChange(kind="leave_out", skills=["Docker"])],
        failed="it did not answer",
    ),
    "pending_calls": [ToolRequest(name="lookup_salary")],
    "tool_results": [ToolResult(name="lookup_salary", document={"role": "tester", "wages": [{"p10": None}]})],
    "rounds": 1,
    "draft": PLAN,
    "shown": PLAN,
    "edited": PLAN,
    "by_person": True,
    "redrafts": 0,
    "violations": [Violation(rule="r", where="pay", text="t", problem="p")],
    "reviews": [
        Review(decision="edit", plan=PLAN, draft=b"0123abcd"),
        Review(decision="approve", at="2026-01-01T00:00:00+00:00", draft=draft_mark(PLAN)),
    ],
    "decided": True,
    "offered": ["0123abcd"],
    "asked_again": "0123abcd",
    "remark": "The draft has changed.",
    "beside": "The exam stays out.",
    "wording": Wording(language="es", texts={"A text.": Claim(text="Un texto.", written="Un texto.")}),
    "edits": [PlanEdit(path="milestones/M1", before=MILESTONE.model_dump(), anchor=["testing"])],
    "plan": PLAN,
    "dialogue": DialogueState(
        topic=Subject(role="nurse", place="Boise"),
        offers=[Offer(amounts=[Amount(low=95000, period="year", text="95k")], role="analyst")],
        posting=Posting(title="analyst", skills=["SQL"], years=5),
        held=[Wish(name="pay", subjects=[Subject(role="nurse")])],
        letter=Letter(body=[LetterLine(kind="said", text="I work nights.")], spoken=True),
        notes=LetterNotes(parts=[LetterPart(kind="said", text="i work nights")]),
    ),
    "delivered": [PLAN],
    "model_calls": [ModelCall(step="understand", turn=1)],
    "flow_version": 1,
}


def test_every_key_is_covered_here() -> None:
    """What goes out is made at the end of each turn and never stored."""
    made = set(typing.get_type_hints(OutputState)) - {"messages"}
    assert set(FULL) == set(typing.get_type_hints(CoachState)) - made


@pytest.mark.parametrize("key", FULL)
def test_every_value_survives_a_checkpoint(key: str) -> None:
    serializer = make_serializer()
    assert serializer.loads_typed(serializer.dumps_typed({key: FULL[key]})) == {key: FULL[key]}


def test_every_model_of_the_agent_that_state_holds_is_allowed() -> None:
    allowed = {(module, name) for module, names in CHECKPOINT_TYPES.items() for name in names}

    def models(value: object) -> set[tuple[str, str]]:
        if isinstance(value, BaseModel) and not isinstance(value, HumanMessage | AIMessage):
            inner = [models(getattr(value, field)) for field in type(value).model_fields]
            return {(type(value).__module__, type(value).__name__)}.union(*inner)
        if isinstance(value, list):
            return set().union(*(models(item) for item in value)) if value else set()
        return set()

    used = set().union(*(models(value) for value in FULL.values()))
    assert used <= allowed


def plain(value: Any) -> Any:
    """A value as a saver that revives nothing of ours gives it back (LANGGRAPH_STRICT_MSGPACK=true)."""
    serializer = JsonPlusSerializer(allowed_msgpack_modules=None)
    return serializer.loads_typed(serializer.dumps_typed(value))


@pytest.mark.parametrize("key", FULL)
def test_every_value_is_revived_from_plain_data(key: str) -> None:
    bare = plain({"reviews": FULL["reviews"], key: FULL[key]})
    assert key == "messages" or not isinstance(bare[key], BaseModel)
    assert dict(revived(bare))[key] == FULL[key]


def test_the_beginning_of_a_thread_holds_every_key_but_the_version() -> None:
    assert set(revived({})) == set(FULL) - {"flow_version"}
    assert revived({})["profile"] == Profile() and revived({})["rounds"] == 0


FORGED: dict[str, Any] = {
    "messages": "not a list",
    "profile": {"location": 5},
    "evidence": [{"id": "E1"}, 7],
    "draft": {"approval": {"by": "mallory"}},
    "plan": "gold",
    "delivered": {"by": "mallory"},
    "reviews": [{"decision": "approve", "by": "mallory", "at": "now", "draft": "0123abcd"}],
    "rounds": "many",
}


@pytest.mark.parametrize("key", FORGED)
def test_what_is_not_of_its_type_is_left_out(key: str) -> None:
    assert dict(revived({key: FORGED[key]})) == dict(revived({}))


class Stranger(BaseModel):
    """A class that no state of ours holds."""

    command: str


def test_a_strange_class_comes_back_as_plain_data() -> None:
    serializer = make_serializer()
    back = serializer.loads_typed(serializer.dumps_typed(Stranger(command="rm")))
    assert back == {"command": "rm"}


def test_the_files_of_nodes_are_named_after_their_functions() -> None:
    modules = (answer, call_tools, check_plan, deliver_plan, draft_plan, review_plan, understand)
    for module in modules:
        name = module.__name__.rsplit(".", 1)[-1]
        assert callable(getattr(module, name))
