"""The state of a thread and the reducer of each key; what comes in and what goes out.

TypedDicts of pydantic values: LangGraph validates nothing here, so `agent.revival` does, before every node.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from langchain_core.messages import AnyMessage
from langgraph.channels.last_value import LastValue
from langgraph.channels.untracked_value import UntrackedValue
from langgraph.graph.message import add_messages
from pydantic import ValidationError
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
    Wording,
)
from tools.errors import in_words
from tools.evidence import Evidence

FLOW_VERSION = 2

_logger = logging.getLogger(__name__)


def append(left: Sequence[object] | None, right: Sequence[object]) -> list[object]:
    """Reducer: a history that only grows, whatever else a client may write there."""
    return [*(left or []), *(right if isinstance(right, list | tuple) else ())]


class Latest(LastValue[Any]):
    """Channel: the newest value. A client that sends two nodes to work at once must not leave a thread unreadable."""

    def update(self, values: Sequence[Any]) -> bool:
        return super().update(values[-1:])


def told(left: Profile | Mapping[str, Any], right: Profile | Mapping[str, Any]) -> Profile:
    """Reducer: a profile takes the place of the last one; what a caller gives as JSON changes the keys it names.

    What is no profile is not taken: a parent graph's key of that name may mean something else.
    """
    if isinstance(right, Profile):
        return right
    try:
        known = Profile.model_validate(left)
    except ValidationError:
        known = Profile()
    try:
        return Profile.model_validate({**known.model_dump(), **right})
    except (ValidationError, TypeError) as error:
        _logger.warning("The profile in the input is not taken: %s", first_problem(error))
        return known


def first_problem(error: ValidationError | TypeError) -> str:
    """The first thing that is wrong, in one line and without the value."""
    if isinstance(error, TypeError):
        return "it is no JSON object"
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {in_words(first)}"


class InputState(TypedDict, total=False):
    """All that a caller may give: messages, and what is known of the person (a profile's JSON, or part of it)."""

    messages: Annotated[list[AnyMessage], add_messages]
    profile: Annotated[Profile, told]


class OutputState(TypedDict, total=False):
    """All that goes out: `coach_reply` is the reply document as JSON, `coach_plan` the last delivered plan or None.

    Both are made from the state at the end of each turn and are not stored with it.
    """

    messages: Annotated[list[AnyMessage], add_messages]
    coach_reply: Annotated[dict[str, Any], UntrackedValue(dict, guard=False)]
    coach_plan: Annotated[dict[str, Any] | None, UntrackedValue(dict, guard=False)]


class CoachState(InputState, OutputState, total=False):
    """`draft` is the plan that waits or is being written, `plan` the last delivered one, `delivered` all of them.

    `shown` is the draft the person decided on last and `edited` their version of it until the next draft holds it.
    `offered` holds the digests of all drafts that were put before them; `asked_again` is that of the draft
    about which an approval was asked for once more, and `remark` what is said above the draft then. `wording` is how a
    model worded the last draft, `beside` what it says above the one of this turn.
    `understanding`, `pending_calls`, `tool_results`, `rounds`, `redrafts`, `beside` and `violations` belong to the
    current turn and are reset by `understand`; the rest belongs to the thread.
    """

    progress: Annotated[Progress, Latest]
    dialogue: Annotated[DialogueState, Latest]
    evidence: Annotated[list[Evidence], append]
    understanding: Annotated[Understanding | None, Latest]
    pending_calls: Annotated[list[ToolRequest], Latest]
    tool_results: Annotated[list[ToolResult], Latest]
    rounds: Annotated[int, Latest]
    draft: Annotated[Plan | None, Latest]
    shown: Annotated[Plan | None, Latest]
    edited: Annotated[Plan | None, Latest]
    by_person: Annotated[bool, Latest]
    redrafts: Annotated[int, Latest]
    violations: Annotated[list[Violation], Latest]
    reviews: Annotated[list[Review], append]
    decided: Annotated[bool, Latest]
    offered: Annotated[list[str], append]
    asked_again: Annotated[str | None, Latest]
    remark: Annotated[str | None, Latest]
    beside: Annotated[str | None, Latest]
    wording: Annotated[Wording | None, Latest]
    edits: Annotated[list[PlanEdit], Latest]
    plan: Annotated[Plan | None, Latest]
    delivered: Annotated[list[Plan], append]
    model_calls: Annotated[list[ModelCall], append]
    flow_version: Annotated[int, Latest]
