"""answer: replies from evidence, with citations."""

from typing import Any

from langchain_core.messages import AIMessage

from agent.context import CoachContext
from agent.policy.protocol import AsyncPolicy, Policy
from agent.policy.usage import recording
from agent.state import CoachState


def answer(state: CoachState, context: CoachContext, *, policy: Policy) -> dict[str, Any]:
    """Write the reply of this turn."""
    with recording() as calls:
        text = policy.answer(state, context)
    return {"messages": [AIMessage(text)], "model_calls": calls}


async def aanswer(state: CoachState, context: CoachContext, *, policy: AsyncPolicy) -> dict[str, Any]:
    """`answer` without blocking the event loop."""
    with recording() as calls:
        text = await policy.aanswer(state, context)
    return {"messages": [AIMessage(text)], "model_calls": calls}
