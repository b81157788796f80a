"""The commands inside the chat: a slash, a name, and what it does to the conversation."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.errors import UsageError

if TYPE_CHECKING:
    from agent.terminal.chat import Chat

HELP = (
    ("/approve", "deliver the plan that waits"),
    ("/reject REASON", "say what should be different; a new draft follows"),
    ("/review", "go through the plan item by item: approve, reject, edit, ask why"),
    ("/why ITEM", "show what stands behind a milestone (M2) or a section (pay)"),
    ("/edit", "change the plan in your editor"),
    ("/plan", "show the plan in short"),
    ("/full", "show the whole plan with its sources"),
    ("/sources", "show what the last reply rests on"),
    ("/profile", "show what I know about you"),
    ("/usage", "show what a language model was used for"),
    ("/cv FILE", "read your CV from a file: PDF, Word, text ... (or just paste it)"),
    ("/posting FILE", "set a job posting from a file against what I know of you (or just paste it)"),
    ("/help", "show this"),
    ("/quit", "leave; the thread is kept (Ctrl-D does the same)"),
)


def run_command(chat: "Chat", line: str) -> None:
    """Run one command. Raises CoachError for what cannot be done now."""
    name, _, rest = line.partition(" ")
    command = _COMMANDS.get(name.lower())
    if command is None:
        raise UsageError(f"There is no command {name}.", "/help lists the commands.")
    command(chat, rest.strip())


def _approve(chat: "Chat", _rest: str) -> None:
    _waiting(chat)
    chat.decide(approve=True)


def _reject(chat: "Chat", reason: str) -> None:
    _waiting(chat)
    if not reason:
        try:
            reason = chat.reader.read("What should be different? ", keep=False).strip()
        except (EOFError, KeyboardInterrupt):
            reason = ""
    if not reason:
        chat.screen.line("Nothing was rejected; the plan still waits.")
        return
    chat.decide(reject=reason)


def _edit(chat: "Chat", _rest: str) -> None:
    from agent.terminal.editing import DraftFile
    from agent.terminal.views.plan import waiting_plan

    draft = waiting_plan(_waiting(chat))
    file = DraftFile(chat.thread or "")
    edited = file.edit(draft, chat.screen.line, chat.agree)
    if edited is not None:
        chat.decide(edit=edited)
        file.done()


def _review(chat: "Chat", _rest: str) -> None:
    from agent.terminal.reviewing import ItemReview
    from agent.terminal.views.plan import waiting_plan

    ItemReview(chat, waiting_plan(_waiting(chat))).run()


def _why(chat: "Chat", item: str) -> None:
    from agent.terminal.views.plan import view_why

    if not item:
        raise UsageError("Why what?", "Name a milestone (M2) or a section (pay) of the plan.")
    if chat.last is None:
        raise UsageError("There is no plan yet.", "Ask for one.")
    view_why(chat.screen, chat.why(item))


def _plan(chat: "Chat", _rest: str) -> None:
    from agent.terminal.views.plan import view_summary, waiting_plan

    kept = chat.document()
    if kept is not None and kept.review is not None:
        view_summary(chat.screen, waiting_plan(kept.review), full_by="/full")
    elif kept is not None and kept.plan is not None:
        view_summary(chat.screen, kept.plan, full_by="/full")
    else:
        chat.screen.line("There is no plan yet. Ask for one.")


def _full(chat: "Chat", _rest: str) -> None:
    from agent.terminal.views.plan import view_draft, view_plan

    if chat.last is not None and chat.last.review is not None:
        view_draft(chat.screen, chat.last.review)
        return
    kept = chat.document()
    if kept is None or kept.plan is None:
        chat.screen.line("There is no plan yet. Ask for one.")
        return
    view_plan(chat.screen, kept.plan, kept.evidence)


def _sources(chat: "Chat", _rest: str) -> None:
    evidence = chat.last.evidence if chat.last is not None else []
    if not evidence:
        chat.screen.line("The last reply rests on no source.")
    from agent.terminal.views.parts import listed, numbered

    listed(chat.screen, "Sources", (numbered(item) for item in evidence))


def _profile(chat: "Chat", _rest: str) -> None:
    from agent.terminal.views.profile import view

    view(chat.screen, chat.known())


def _usage(chat: "Chat", _rest: str) -> None:
    from agent.terminal.views.reply import view_usage

    if chat.last is None or not chat.last.usage.thread.calls:
        chat.screen.line("No language model was used.")
        return
    view_usage(chat.screen, chat.last.usage)


def _cv(chat: "Chat", path: str) -> None:
    if not path:
        raise UsageError("Which file?", "Type /cv and the name of a file, or paste the text.")
    from agent.session.handed_files import read_handed_file

    chat.read_cv(read_handed_file(Path(path), "CV"))


def _posting(chat: "Chat", path: str) -> None:
    if not path:
        raise UsageError("Which file?", "Type /posting and the name of a file, or paste the text.")
    from agent.session.handed_files import read_handed_file

    chat.read_posting(read_handed_file(Path(path), "posting"))


def _help(chat: "Chat", _rest: str) -> None:
    chat.screen.table(("Command", ""), HELP)


def _waiting(chat: "Chat") -> dict[str, Any]:
    if chat.last is None or chat.last.review is None:
        raise UsageError("No plan waits for a decision.", "Ask for a plan first.")
    return chat.last.review


_COMMANDS: dict[str, Callable[["Chat", str], None]] = {
    "/approve": _approve,
    "/reject": _reject,
    "/review": _review,
    "/why": _why,
    "/edit": _edit,
    "/plan": _plan,
    "/full": _full,
    "/sources": _sources,
    "/profile": _profile,
    "/usage": _usage,
    "/cv": _cv,
    "/posting": _posting,
    "/help": _help,
}
