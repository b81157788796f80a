"""Follows a turn while it runs: what is being done now, each tool call as it ends, and at last the reply."""

from collections.abc import Iterator

from agent.models import ReplyDocument, ToolCallRecord
from agent.session.events import (
    Event,
    ReplyText,
    StepFinished,
    ToolFinished,
    ToolStarted,
    TurnFinished,
    TurnStarted,
)
from agent.terminal.progress import told_to
from agent.terminal.render import Screen, shortened
from agent.terminal.views.reply import ASKING_WORDS, asked_in_words, view_call
from tools.errors import ThreadError
from tools.progress import telling

_NEXT_STEP = {
    "understand": "Deciding what to look up",
    "call_tools": "Putting together what was found",
    "draft_plan": "Checking every figure of the draft",
    "check_plan": "Getting the draft ready for you",
    "review_plan": "Going on with your decision",
}


def follow(events: Iterator[Event], screen: Screen) -> ReplyDocument:
    """Show the turn's activity and return its reply. Tool calls stay on the screen, the rest goes."""
    reply: ReplyDocument | None = None
    with screen.activity() as activity, telling(told_to(activity, screen)):
        activity.now("Reading your message")
        for event in events:
            match event:
                case ToolStarted():
                    activity.now(f"{ASKING_WORDS[event.name]}: {shortened(asked_in_words(event.args))}")
                case ToolFinished():
                    record = ToolCallRecord.model_validate(event.model_dump(exclude={"type"}))
                    view_call(screen, record)
                case StepFinished():
                    activity.now(_NEXT_STEP.get(event.step, "Working"))
                case ReplyText():
                    activity.text(event.text)
                case TurnFinished():
                    reply = event.reply
                case TurnStarted():
                    continue
    if reply is None:
        raise ThreadError("The turn ended without a reply.", "Send the message again.")
    return reply
