"""`coach chat`, `coach ask`, `coach resume`: the conversation, for people and for scripts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from agent.inputs import MAX_MESSAGE, check_id, checked_text
from agent.session.handed_files import Handed, read_handed_file
from agent.terminal import output
from agent.terminal.inputs import read_message, read_plan_file
from agent.terminal.options import LOCAL_USER, Json, Offline, Thread, User
from agent.terminal.progress import Notes
from tools.errors import UsageError
from tools.progress import telling

if TYPE_CHECKING:
    from agent.models import ReplyDocument
    from agent.session.coach import Coach

Cv = Annotated[
    Path | None, typer.Option("--cv", metavar="FILE", help="Read your CV (PDF, Word, text ...) first.")
]


def chat(
    *,
    thread: Thread = None,
    user: User = LOCAL_USER,
    cv: Cv = None,
    plain: Annotated[bool, typer.Option("--plain", help="Plain lines, for screen readers.")] = False,
    offline: Offline = False,
) -> None:
    """Talk to the coach."""
    handed = read_handed_file(cv, "CV") if cv else None
    if thread is not None:
        check_id(thread, "thread")
    if plain:
        output.use_plain(plain=True)
    from agent.terminal.chat import Chat
    from agent.terminal.chat_commands import run_command

    Chat(output.screen(), run_command, thread=thread, user=user, offline=offline).run(cv=handed)


def ask(
    message: Annotated[
        str | None,
        typer.Argument(metavar="MESSAGE", help='What you say; "-" reads standard input.', show_default=False),
    ] = None,
    *,
    thread: Thread = None,
    user: User = LOCAL_USER,
    cv: Cv = None,
    offline: Offline = False,
    as_json: Json = False,
) -> None:
    """Say one thing and get the reply; with --cv a CV may be all you say."""
    if message is None and cv is None:
        raise UsageError("There is no message.", 'Say something: coach ask "What do welders earn?"')
    said = None if message is None else read_message(message)
    handed = None if cv is None else read_handed_file(cv, "CV")
    from tools.documents.embedder import load_beside

    load_beside()
    from agent.session.coach import Coach
    from agent.terminal.turns import follow
    from agent.terminal.views.reply import view

    with Coach(offline=offline) as coach:
        screen = output.screen()
        if handed is not None:
            told = _read_cv(coach, handed, thread, user)
            thread = told.thread
            if said is None:
                output.show(
                    told.model_dump(mode="json"), as_json=as_json, view=lambda screen: view(screen, told)
                )
                return
        if as_json:
            with telling(Notes()):
                reply = coach.ask(said or "", thread=thread, user=user)
            if handed is not None:
                reply = reply.model_copy(update={"cv": told.cv})
            output.print_json(reply.model_dump(mode="json"))
        else:
            view(screen, follow(coach.stream(said or "", thread=thread, user=user), screen))


def _read_cv(coach: "Coach", handed: Handed, thread: str | None, user: str) -> "ReplyDocument":
    """One turn whose message is a CV; what its file's reader left out is said beside the result."""
    for loss in handed.losses:
        output.note(f"Not read in the file: {loss}.")
    with telling(Notes()):
        return coach.read_cv(handed.text, thread=thread, user=user)


def resume(
    thread: Annotated[
        str, typer.Argument(metavar="THREAD", help="The thread whose plan waits.", show_default=False)
    ],
    *,
    approve: Annotated[bool, typer.Option("--approve", help="Deliver the plan.")] = False,
    reject: Annotated[
        str | None, typer.Option("--reject", metavar="TEXT", help="Say what should be different.")
    ] = None,
    edit: Annotated[
        Path | None, typer.Option("--edit", metavar="FILE", help="The plan's JSON with your changes.")
    ] = None,
    draft: Annotated[
        str | None,
        typer.Option(
            "--draft", metavar="DIGEST", help="Only if this draft still waits (its request's `draft`)."
        ),
    ] = None,
    user: User = LOCAL_USER,
    offline: Offline = False,
    as_json: Json = False,
) -> None:
    """Approve, reject or edit the plan that waits."""
    if sum((approve, reject is not None, edit is not None)) != 1:
        raise UsageError("Give exactly one decision.", "Choose --approve, --reject TEXT or --edit FILE.")
    reason = None if reject is None else checked_text(reject, "reason", MAX_MESSAGE)
    plan = None if edit is None else read_plan_file(edit)
    from agent.session.coach import Coach
    from agent.terminal.turns import follow
    from agent.terminal.views.reply import view

    with Coach(offline=offline) as coach:
        answer: dict[str, Any] = {
            "approve": approve,
            "reject": reason,
            "edit": plan,
            "draft": draft,
            "user": user,
        }
        if as_json:
            with telling(Notes()):
                output.print_json(coach.resume(thread, **answer).model_dump(mode="json"))
        else:
            screen = output.screen()
            view(screen, follow(coach.stream_resume(thread, **answer), screen))
