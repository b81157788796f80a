"""`coach gap`: a job posting against the person."""

from pathlib import Path
from typing import Annotated

import typer

from agent.session.handed_files import read_handed_file
from agent.terminal import output
from agent.terminal.options import LOCAL_USER, Json


def gap(
    posting: Annotated[
        Path,
        typer.Argument(
            metavar="POSTING_FILE", help="A posting: text, a saved page, PDF, Word ...", show_default=False
        ),
    ],
    *,
    thread: Annotated[
        str | None, typer.Option("--thread", metavar="ID", help="Compare with what this thread knows of you.")
    ] = None,
    user: Annotated[
        str | None,
        typer.Option(
            "--user",
            metavar="ID",
            help="Compare with what is remembered of this user; default: the local one.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Compare a job posting with you: what is there, what is missing, its pay."""
    handed = read_handed_file(posting, "posting")
    for loss in handed.losses:
        output.note(f"Not read in the file: {loss}.")
    from agent.coaching.gap import compare_posting
    from agent.models import Profile
    from agent.nlu.posting_text import posting_in
    from agent.nlu.tagger import default_tagger
    from agent.session.coach import Coach
    from agent.terminal.views.gap import view

    with Coach(offline=True) as coach:
        if thread is not None:
            profile = coach.show(thread, user=user).profile
        else:
            profile = coach.remembered(user=user or LOCAL_USER) or Profile()
    document = compare_posting(posting_in(handed.text, default_tagger()), profile)
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document))
