"""States of a thread for the tests of this room."""

from typing import Any

from langchain_core.messages import AIMessage, HumanMessage

from agent.models import Profile
from agent.state import CoachState


def state_of(*texts: str, **values: Any) -> CoachState:
    """The person's messages with a short reply between them."""
    messages: list[Any] = []
    for text in texts:
        messages += [HumanMessage(text), AIMessage("I see.")]
    state: CoachState = {
        "messages": messages[:-1],
        "profile": Profile(),
        "evidence": [],
        "tool_results": [],
        "draft": None,
        "understanding": None,
    }
    state.update(values)  # type: ignore[typeddict-item]
    return state
