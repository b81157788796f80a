"""The view of a reply document, for `coach ask` and `coach resume`."""

from collections.abc import Callable, Mapping

from agent import wording
from agent.models import ReplyDocument, Tally, ToolCallRecord, Usage
from agent.plans.rendering import plan_markdown
from agent.terminal.render import Screen, shortened
from agent.terminal.views.parts import cited
from agent.terminal.views.plan import description_of, view_draft, view_plan

TOOL_WORDS = {
    "search_documents": "Searched the library",
    "lookup_salary": "Looked up wages",
    "generate_roadmap": "Worked out a roadmap",
    "summarize_job_market": "Read the job market",
    "suggest_roles": "Looked for near occupations",
}
ASKING_WORDS = {
    "search_documents": "Searching the library",
    "lookup_salary": "Looking up wages",
    "generate_roadmap": "Working out a roadmap",
    "summarize_job_market": "Reading the job market",
    "suggest_roles": "Looking for near occupations",
}


def view(screen: Screen, reply: ReplyDocument, *, seen: str = "") -> None:
    """The reply, what it rests on, and what can be done next. Tool calls were shown while they ran."""
    view_words(screen, reply, seen=seen, shown_by=f"`coach plan {reply.thread}`")
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


def waiting_draft(standing: ReplyDocument | None) -> str:
    """The draft that waits where a thread stands, as it was shown; empty when none does."""
    return description_of(standing.review) if standing is not None and standing.review is not None else ""


def view_words(screen: Screen, reply: ReplyDocument, *, seen: str = "", shown_by: str = "/plan") -> None:
    """The reply itself with the draft or the plan in its place, or the evidence under it.

    A draft that the person has `seen` is not shown again; the command `shown_by` does.
    """
    screen.line()
    if reply.review is not None and description_of(reply.review) == seen:
        screen.markdown(reply.reply.replace(seen.strip(), f"The draft is as it was; {shown_by} shows it."))
    elif reply.review is not None:
        review = reply.review
        _around(screen, reply.reply, description_of(review), lambda: view_draft(screen, review))
    elif reply.plan is not None:
        plan, description = reply.plan, plan_markdown(reply.plan, reply.evidence)
        _around(screen, reply.reply, description, lambda: view_plan(screen, plan, reply.evidence))
    else:
        screen.markdown(reply.reply)
        cited(screen, reply.evidence)


def _around(screen: Screen, text: str, description: str, draw: Callable[[], None]) -> None:
    """A reply that holds the plan's markdown shows it once, as the panel."""
    before, _, after = text.partition(description.strip())
    for part in (before.strip(), None, after.strip()):
        if part is None:
            draw()
        elif part:
            screen.markdown(part)


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


def asked_in_words(args: Mapping[str, object]) -> str:
    """What a tool is asked, in a few words: texts as they are, numbers with what they count; not from when."""
    words = (
        _asked(name, value)
        for name, value in args.items()
        if name != "start" and isinstance(value, str | int | float)
    )
    return ", ".join(words)


def _asked(name: str, value: str | float) -> str:
    match name, value:
        case "hours_per_week", int() | float():
            return f"{wording.hours(value)} a week"
        case "weeks", int():
            return f"within {wording.weeks(value)}"
        case "pay", int() | float():
            return f"${wording.number(value)}"
        case _:
            return str(value)
