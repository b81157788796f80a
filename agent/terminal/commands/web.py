"""`coach web`: the conversation as a page on this machine."""

import threading
import webbrowser
from typing import Annotated

import typer

from agent.inputs import check_id
from agent.terminal import output
from agent.terminal.options import LOCAL_USER, Thread, User
from tools.errors import CoachError


def web(
    *,
    thread: Thread = None,
    user: User = LOCAL_USER,
    port: Annotated[
        int,
        typer.Option("--port", metavar="N", min=0, max=65_535, help="The port; default: any that is free."),
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in your browser.")
    ] = True,
    offline: Annotated[
        bool, typer.Option("--offline", help="Use no language model, even if one is configured.")
    ] = False,
) -> None:
    """Talk to the coach on a page in your browser; only this machine can open it."""
    if thread is not None:
        check_id(thread, "thread")
    try:
        from agent.web.serve import serve
    except ModuleNotFoundError as error:
        raise CoachError(
            f"The page needs {error.name}, which is not installed.",
            "Run `pip install '.[web]'` in the project's folder.",
        ) from error
    from agent.session.coach import Coach

    screen = output.screen()

    def ready(address: str) -> None:
        screen.line("Career Coach is at")
        screen.line(address, "strong")
        screen.line(
            "The address opens everything you told the coach: keep it to yourself. Ctrl-C ends it.", "quiet"
        )
        if browser:  # one without windows would hold the terminal until it is left
            threading.Thread(target=webbrowser.open, args=(address,), name="browser", daemon=True).start()

    with Coach(user=user, offline=offline) as coach:
        serve(coach, port=port, thread=thread, ready=ready)
    screen.line("Stopped. What was said is kept.")
