"""The state of a thread and the reducer of each key.

A TypedDict of pydantic values: LangGraph validates nothing here, so tests hold the keys and types.
"""

from collections.abc import Sequence
from typing import Annotated

from langchain_core.messages import AnyMessage
from langgraph.graph.message import add_messages
from typing_extensions import TypedDict

from agent.models import (
    DialogueState,
    ModelCall,
    Plan,
    PlanEdit,
    Profile,
    Progress,
    Review,
    ToolRequest,
    ToolResult,
    Understanding,
    Violation,
)
from tools.evidence import Evidence

FLOW_VERSION = 1


def append(left: Sequence[object] | None, right: Sequence[object]) -> list[object]:
    """Reducer: a history that only grows."""
    return [*(left or []), *right]


class CoachState(TypedDict, total=False):
    """`draft` is the plan that waits or is being written, `plan` the last delivered one, `delivered` all of them.

    `shown` is the draft the person saw last and `edited` their version of it until the next draft holds it.
    `understanding`, `pending_calls`, `tool_results`, `rounds`, `redrafts` and `violations` belong to the current
    turn and are reset by `understand`; the rest belongs to the thread.
    """

    messages: Annotated[list[AnyMessage], add_messages]
    profile: Profile
    progress: Progress
    dialogue: DialogueState
    evidence: Annotated[list[Evidence], append]
    understanding: Understanding | None
    pending_calls: list[ToolRequest]
    tool_results: list[ToolResult]
    rounds: int
    draft: Plan | None
    shown: Plan | None
    edited: Plan | None
    by_person: bool
    redrafts: int
    violations: list[Violation]
    reviews: Annotated[list[Review], append]
    edits: list[PlanEdit]
    plan: Plan | None
    delivered: Annotated[list[Plan], append]
    model_calls: Annotated[list[ModelCall], append]
    flow_version: int
