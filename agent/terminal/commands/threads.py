"""`coach threads`, `coach show`, `coach forget`, `coach export`: what is kept, and letting go of it."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from agent.terminal import output
from agent.terminal.options import LOCAL_USER, Json, User
from tools.errors import UsageError

ThreadName = Annotated[str, typer.Argument(metavar="THREAD", help="The thread's id.", show_default=False)]


def list_threads(*, user: User = LOCAL_USER, as_json: Json = False) -> None:
    """List the threads of a user."""
    from agent.session.coach import Coach
    from agent.terminal.views.threads import view_list

    with Coach(offline=True) as coach:
        found = coach.threads(user=user)
    document = {"threads": [summary.model_dump(mode="json") for summary in found]}
    output.show(document, as_json=as_json, view=lambda screen: view_list(screen, found))


def show(thread: ThreadName, *, user: User = LOCAL_USER, as_json: Json = False) -> None:
    """Show a thread: messages, profile, evidence and plans."""
    from agent.session.coach import Coach
    from agent.terminal.views.threads import view_thread

    with Coach(offline=True) as coach:
        document = coach.show(thread, user=user)
    output.show(document, as_json=as_json, view=lambda screen: view_thread(screen, document))


def forget(
    thread: Annotated[
        str | None, typer.Argument(metavar="THREAD", help="The thread to delete.", show_default=False)
    ] = None,
    *,
    user: Annotated[
        str | None, typer.Option("--user", metavar="ID", help="Alone: everything of this user.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    as_json: Json = False,
) -> None:
    """Delete a thread, or everything of a user, for good."""
    if thread is None and user is None:
        raise UsageError("Say what to forget.", "Give a THREAD, or --user ID for everything of a user.")
    what = f"thread {thread}" if thread is not None else f"everything of user {user}"
    if not yes and not as_json and sys.stdin.isatty() and not typer.confirm(f"Delete {what} for good?"):
        output.note("Nothing was deleted.")
        return
    from agent.session.coach import Coach
    from agent.terminal.editing import forget_drafts
    from agent.terminal.history import forget_lines

    owner = LOCAL_USER if user is None else user
    with Coach(offline=True) as coach:
        gone = [thread] if thread is not None else [summary.thread for summary in coach.threads(user=owner)]
        said = (
            [entry.text for entry in coach.show(thread, user=owner).messages] if thread is not None else None
        )
        count = coach.forget(thread=thread, user=owner)
    forget_lines(owner, said)
    for name in gone:
        forget_drafts(name)
    document = {"forgotten": count, "thread": thread, "user": owner}
    words = f"Deleted {count} {'thread' if count == 1 else 'threads'} for good."
    output.show(document, as_json=as_json, view=lambda screen: screen.line(words))


def export(
    thread: ThreadName,
    *,
    form: Annotated[
        Literal["md", "html", "pdf", "ics", "json"],
        typer.Option("--format", help="The document's format.", show_default=False),
    ],
    path: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The file to write.", show_default=False)
    ],
    version: Annotated[
        int | None,
        typer.Option("--version", metavar="N", min=1, help="An approved version; default: the newest."),
    ] = None,
    user: User = LOCAL_USER,
    as_json: Json = False,
) -> None:
    """Write the approved plan as a document."""
    from agent.export import export_plan
    from agent.plans.progress_report import approved_plan
    from agent.session.coach import Coach
    from tools.settings import today

    with Coach(offline=True) as coach:
        kept = coach.show(thread, user=user)
    notes = export_plan(
        approved_plan(kept, version),
        kept.evidence,
        kept.profile,
        thread,
        format=form,
        path=path,
        today=today(),
        progress=kept.progress,
    )
    document = {"thread": thread, "format": form, "path": str(path), "notes": notes}
    words = "\n".join([f"Wrote {path}.", *notes])
    output.show(document, as_json=as_json, view=lambda screen: screen.line(words))
