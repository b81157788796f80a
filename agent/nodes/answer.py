"""answer: replies from evidence, with citations."""

from typing import Any

from langchain_core.messages import AIMessage

from agent.coaching.lines import line
from agent.context import CoachContext
from agent.models import Answer, DialogueState, ModelCall
from agent.policy.protocol import AsyncPolicy, Policy
from agent.policy.usage import recording
from agent.state import CoachState


def answer(state: CoachState, context: CoachContext, *, policy: Policy) -> dict[str, Any]:
    """Write the reply of this turn."""
    with recording() as calls:
        given = policy.answer(state, context)
    return _answered(state, given, calls)


async def aanswer(state: CoachState, context: CoachContext, *, policy: AsyncPolicy) -> dict[str, Any]:
    """`answer` without blocking the event loop."""
    with recording() as calls:
        given = await policy.aanswer(state, context)
    return _answered(state, given, calls)


def _answered(state: CoachState, given: Answer, calls: list[ModelCall]) -> dict[str, Any]:
    dialogue = given.dialogue or state.get("dialogue") or DialogueState()
    text = given.text if given.text.strip() else line("answer.nothing").text
    return {"messages": [AIMessage(text)], "dialogue": dialogue, "model_calls": calls}
