"""Follows a turn while it runs: what is being done now, each tool call as it ends, and at last the reply."""

from collections.abc import Iterator

from agent.models import ReplyDocument, ToolCallRecord
from agent.session import words
from agent.session.events import Event, ReplyText, ToolFinished, TurnFinished
from agent.terminal.progress import told_to
from agent.terminal.render import Screen, shortened
from agent.terminal.views.reply import view_call
from tools.errors import ThreadError
from tools.progress import telling


def follow(events: Iterator[Event], screen: Screen) -> ReplyDocument:
    """Show the turn's activity and return its reply. Tool calls stay on the screen, the rest goes."""
    reply: ReplyDocument | None = None
    with screen.activity() as activity, telling(told_to(activity, screen)):
        activity.now(words.READING)
        for event in events:
            match event:
                case ToolFinished():
                    record = ToolCallRecord.model_validate(event.model_dump(exclude={"type"}))
                    view_call(screen, record)
                case ReplyText():
                    activity.text(event.text)
                case TurnFinished():
                    reply = event.reply
                case _:
                    activity.now(shortened(words.activity(event) or words.READING, 90))
    if reply is None:
        raise ThreadError("The turn ended without a reply.", "Send the message again.")
    return reply
