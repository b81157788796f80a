"""The reply of a turn: what the model is told for it, and what of its answer holds."""

import asyncio
from collections.abc import Sequence

from langchain_core.messages import BaseMessage

import prompts
from agent.context import CoachContext
from agent.policy.model import briefing
from agent.policy.model.desk import Desk
from agent.policy.model.failures import ModelFailure
from agent.policy.model.pieces import Judge, own_view, rendered
from agent.policy.model.structured import ask
from agent.policy.model.transport import Line
from agent.policy.model.wire import Pieces
from agent.state import CoachState
from tools.evidence import Evidence

# Pieces of evidence of earlier turns that a question may lean on; a roadmap's many parts stand in the plan, too.
_EARLIER, _OF_A_ROADMAP = 24, 8


def answering_messages(state: CoachState, context: CoachContext, judge: Judge) -> list[BaseMessage]:
    """What is sent: rules, the conversation, the person and the thread, what was found this turn, the message."""
    wishes = [wish.name for wish in briefing.reading(state).wishes]
    facts = {**briefing.situation(state, context), "answer_in": judge.language, "wishes": wishes}
    found = briefing.found_this_turn(state)
    person = [judge.person] if judge.person.figures else []
    told = (
        f"Evidence:\n{briefing.evidence_lines([*found, *person])}\n"
        f"Found earlier:\n{briefing.evidence_in_short(_earlier(state, found))}\n\n"
        f"Said by the tools:\n{chr(10).join(briefing.notes(state.get('tool_results') or [])) or 'nothing'}"
    )
    return briefing.task("model/reply.v5", state, facts, told)


def _earlier(state: CoachState, found: Sequence[Evidence]) -> list[Evidence]:
    """Evidence of earlier turns: what was said or found last, and what the plan rests on."""
    items = [item for item in briefing.recent_evidence(state) if item not in found]
    parts = [item for item in items if item.kind == "roadmap"]
    return [*[item for item in items if item not in parts][-_EARLIER:], *parts[-_OF_A_ROADMAP:]]


async def write_reply(
    writer: Line, checker: Line, state: CoachState, context: CoachContext
) -> tuple[str, str]:
    """The reply and what of it is shown already; empty where nothing holds. A ModelFailure carries on with what was shown."""
    # Checking reads tables and takes a while: it is done in threads, so that other conversations' requests go on.
    judge = await asyncio.to_thread(Judge, state, context)
    messages = await asyncio.to_thread(answering_messages, state, context, judge)
    desk, tool = Desk(writer, checker, judge, messages), prompts.schema("model/write_reply.v1")
    try:
        given = await ask(writer, "write_reply", messages, tool, Pieces, hear=desk.hear)
        await asyncio.to_thread(desk.take, given.pieces)
    except ModelFailure:
        if not desk.shown:
            raise
    kept = await desk.checked()
    return rendered(kept) + own_view(kept, judge.language), desk.shown
