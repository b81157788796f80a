"""answer: replies from evidence, with citations."""

from typing import Any

from langchain_core.messages import AIMessage
from langgraph.runtime import Runtime

from agent.context import CoachContext
from agent.policy.protocol import Policy
from agent.state import CoachState


def answer(state: CoachState, runtime: Runtime[CoachContext], *, policy: Policy) -> dict[str, Any]:
    """Write the reply of this turn."""
    return {"messages": [AIMessage(policy.answer(state, runtime.context or CoachContext()))]}
