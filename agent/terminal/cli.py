"""The command `coach`: which commands there are, and how each ends."""

import os
import sqlite3
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from agent.terminal import output
from agent.terminal.commands import (
    agents,
    gap,
    health,
    library,
    lookups,
    person,
    plans,
    play,
    talk,
    threads,
    web,
)
from tools.errors import CoachError, HomeError, UsageError

app = typer.Typer(
    name="coach",
    help="A career coach for the terminal, for scripts and for other programs.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(talk.chat)
app.command()(web.web)
app.command()(talk.ask)
app.command()(talk.resume)
app.command()(play.run)
app.command()(library.ingest)
app.command()(library.search)
app.command()(lookups.salary)
app.command()(lookups.compare)
app.command()(lookups.market)
app.command()(lookups.options)
app.command()(gap.gap)
app.command()(lookups.roadmap)
app.command(name="threads")(threads.list_threads)
app.command()(threads.show)
app.command()(threads.forget)
app.command()(plans.plan)
app.command()(plans.progress)
app.command()(threads.export)
app.add_typer(person.app, name="profile")
app.add_typer(library.library_app, name="library")
app.add_typer(library.data_app, name="data")
app.command()(agents.mcp)
app.command()(health.doctor)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain", help="Plain lines: no boxes, no colour, nothing that moves (for screen readers)."
        ),
    ] = False,
) -> None:
    output.use_plain(plain=plain)
    if version:
        from importlib.metadata import version as installed_version

        print(f"coach {installed_version('career-coach')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 an expected failure, 2 wrong usage."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in (args[: args.index("--")] if "--" in args else args)
    _soften_streams()
    try:
        with output.document_only(as_json=as_json):
            status = _run(args, as_json=as_json)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has enough; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    return status


def _run(args: list[str], *, as_json: bool) -> int:
    ended: object = 0
    try:
        # Called straight where there is no option to read: Typer takes a third of the time to the first prompt.
        if args == ["chat"]:
            talk.chat()
        else:
            ended = typer.main.get_command(app).main(args=args, prog_name="coach", standalone_mode=False)
    except BrokenPipeError:
        raise
    except SystemExit as ended_early:
        # Typer's own answer to a closed pipe, the only one it gives by leaving.
        raise BrokenPipeError from ended_early
    except typer.TyperException as error:
        message = error.format_message().rstrip(" .") + "."
        return output.report_failure(UsageError(message, _help_hint(args)), as_json=as_json)
    except CoachError as error:
        return output.report_failure(error, as_json=as_json)
    except sqlite3.Error as error:
        damaged = HomeError(
            f"A database in the coach's folder cannot be used: {error}.", "Run `coach doctor`."
        )
        return output.report_failure(damaged, as_json=as_json)
    except OSError as error:
        failed = HomeError(
            f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.",
            "Run `coach doctor`.",
        )
        return output.report_failure(failed, as_json=as_json)
    except (typer.Abort, KeyboardInterrupt):
        output.note("Stopped.")
        return 130
    return ended if isinstance(ended, int) else 0


def _help_hint(args: list[str]) -> str:
    names = {command.name for command in typer.main.get_command(app).commands.values()}  # type: ignore[attr-defined]
    named = next((argument for argument in args if argument in names), None)
    return f"See `coach {named} --help`." if named else "See `coach --help`."


def _soften_streams() -> None:
    """A character that the terminal's encoding lacks is shown as "?", never as a failure."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
