"""`coach plan`, `coach progress`: the plan of a thread, its versions, and how far the person is with it."""

from typing import Annotated

import typer

from agent.inputs import checked_text
from agent.terminal import output
from agent.terminal.commands.threads import ThreadName
from agent.terminal.options import LOCAL_USER, Json, User


def plan(
    thread: ThreadName,
    *,
    version: Annotated[
        int | None, typer.Option("--version", metavar="N", min=1, help="A version; default: the newest.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="All of it, with its sources.")] = False,
    user: User = LOCAL_USER,
    as_json: Json = False,
) -> None:
    """Show the plan of a thread in short: the one that waits, else the delivered one."""
    from agent.plans.progress_report import plan_document
    from agent.session.coach import Coach
    from agent.terminal.views.progress import view_plan_document

    with Coach(offline=True) as coach:
        document = plan_document(coach.show(thread, user=user), version)
    output.show(
        document, as_json=as_json, view=lambda screen: view_plan_document(screen, document, full=full)
    )


def progress(
    thread: ThreadName,
    *,
    done: Annotated[
        list[str] | None,
        typer.Option("--done", metavar="ITEM", help="A skill or milestone (M1) that is done; may repeat."),
    ] = None,
    lost_weeks: Annotated[
        int, typer.Option("--lost-weeks", metavar="N", min=0, help="Weeks without study.")
    ] = 0,
    user: User = LOCAL_USER,
    as_json: Json = False,
) -> None:
    """Record what is done and show what is left; the rest is replanned and waits for approval."""
    from agent.session.coach import Coach
    from agent.terminal.views.progress import view_progress

    items = [checked_text(item, "item") for item in done or []]
    with Coach(offline=True) as coach:
        if items or lost_weeks:
            coach.record_progress(thread, done=items, lost_weeks=lost_weeks, user=user)
        document = coach.progress(thread, user=user)
    output.show(document, as_json=as_json, view=lambda screen: view_progress(screen, document))
