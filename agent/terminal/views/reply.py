"""The view of a reply document, for `coach ask` and `coach resume`."""

from agent.models import ReplyDocument, ToolCallRecord
from agent.terminal.render import Screen, shortened
from agent.terminal.views.parts import listed, numbered
from agent.terminal.views.plan import view_draft, view_plan

TOOL_WORDS = {
    "search_documents": "Searched the library",
    "lookup_salary": "Looked up wages",
    "generate_roadmap": "Worked out a roadmap",
    "summarize_job_market": "Read the job market",
}
ASKING_WORDS = {
    "search_documents": "Searching the library",
    "lookup_salary": "Looking up wages",
    "generate_roadmap": "Working out a roadmap",
    "summarize_job_market": "Reading the job market",
}


def view(screen: Screen, reply: ReplyDocument) -> None:
    """The reply, what it rests on, and what can be done next. Tool calls were shown while they ran."""
    view_words(screen, reply)
    if reply.review is not None:
        screen.line()
        screen.line(
            f"To decide: coach resume {reply.thread} --approve, --reject TEXT or --edit FILE. "
            f"To talk about it: coach ask MESSAGE --thread {reply.thread}",
            "strong",
        )
    else:
        screen.line()
        screen.line(f"Thread {reply.thread}", "quiet")


def view_words(screen: Screen, reply: ReplyDocument) -> None:
    """The reply itself with the draft or the plan, and the evidence under it."""
    screen.line()
    screen.markdown(reply.reply)
    if reply.review is not None:
        view_draft(screen, reply.review)
    elif reply.plan is not None:
        view_plan(screen, reply.plan, reply.evidence)
    else:
        listed(screen, "Evidence", (shortened(numbered(item), 220) for item in reply.evidence))


def view_call(screen: Screen, call: ToolCallRecord) -> None:
    """One line for a tool call."""
    asked = ", ".join(f"{value}" for value in call.args.values() if isinstance(value, str | int | float))
    words = f"{TOOL_WORDS[call.name]}{f': {shortened(asked)}' if asked else ''}"
    if call.ok:
        screen.line(f"{words} ({call.ms:.0f} ms)", "quiet")
    else:
        screen.line(f"{words} failed: {shortened(call.error or 'no reason given', 100)}", "bad")
