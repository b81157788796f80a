"""The view of a reply document, for `coach ask` and `coach resume`."""

from agent import wording
from agent.models import ReplyDocument, Tally, ToolCallRecord, Usage
from agent.session.words import asked_in_words
from agent.terminal.render import Screen, shortened
from agent.terminal.views.parts import cited

TOOL_WORDS = {
    "search_documents": "Searched the library",
    "lookup_salary": "Looked up wages",
    "generate_roadmap": "Worked out a roadmap",
    "summarize_job_market": "Read the job market",
    "suggest_roles": "Looked for near occupations",
}


def view(screen: Screen, reply: ReplyDocument) -> None:
    """The reply, what it rests on, and what can be done next. Tool calls were shown while they ran."""
    view_words(screen, reply, full_by=f"`coach plan {reply.thread} --full`")
    screen.line()
    if reply.review is not None:
        screen.line(
            f"To decide: coach resume {reply.thread} --approve, --reject TEXT or --edit FILE. "
            f"To talk about it: coach ask MESSAGE --thread {reply.thread}",
            "strong",
        )
    else:
        screen.line(f"Thread {reply.thread}", "quiet")


def view_words(screen: Screen, reply: ReplyDocument, *, full_by: str = "/full") -> None:
    """The reply itself and the evidence under it; where there is a plan, the command `full_by` shows all of it."""
    screen.line()
    screen.markdown(reply.reply)
    if reply.review is not None or reply.plan is not None:
        screen.line(f"{full_by} shows the whole plan with its sources.", "quiet")
    else:
        cited(screen, reply.evidence)


def view_usage(screen: Screen, usage: Usage) -> None:
    """What the last turn and the whole thread used of a language model."""
    rows = [
        (
            name,
            *(
                wording.number(count)
                for count in (tally.calls, tally.input_tokens, tally.output_tokens, tally.left_out)
            ),
            _cost(tally),
        )
        for name, tally in (("This turn", usage.turn), ("This thread", usage.thread))
    ]
    screen.table(("", "Calls", "Tokens in", "Tokens out", "Left out", "Cost"), rows, numeric=(1, 2, 3, 4, 5))
    if usage.turn.steps:
        steps = ", ".join(f"{name} {count}" for name, count in usage.turn.steps.items())
        screen.line(f"This turn: {steps}", "quiet")


def _cost(tally: Tally) -> str:
    return tally.cost if isinstance(tally.cost, str) else f"${tally.cost:.4f}"


def view_call(screen: Screen, call: ToolCallRecord) -> None:
    """One line for a tool call."""
    asked = asked_in_words(call.args)
    words = f"{TOOL_WORDS[call.name]}{f': {shortened(asked)}' if asked else ''}"
    if call.ok:
        screen.line(f"{words} ({call.ms:.0f} ms)", "quiet")
    else:
        screen.line(f"{words} failed: {shortened(call.error or 'no reason given', 100)}", "bad")
