"""`coach ingest`, `coach search`, `coach data`: the library and the data that the person adds."""

from pathlib import Path
from typing import Annotated

import typer

from agent.inputs import checked_text
from agent.terminal import output
from agent.terminal.options import Json
from agent.terminal.progress import watched

library_app = typer.Typer(help="List or remove documents of the library.", no_args_is_help=False)
data_app = typer.Typer(help="Add data of your own.", no_args_is_help=False)
_add_app = typer.Typer(help="Add a data set.", no_args_is_help=False)
data_app.add_typer(_add_app, name="add")


def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files or folders.", show_default=False)
    ],
    *,
    as_json: Json = False,
) -> None:
    """Add documents to the library."""
    from agent.terminal.views.library import view_ingest
    from tools.documents import ingest as add

    with watched(as_json=as_json) as progress:
        document = add([str(path) for path in paths], progress)
    output.show(document, as_json=as_json, view=lambda screen: view_ingest(screen, document))


def search(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="A question or a few words.", show_default=False)
    ],
    *,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, max=100, help="How many passages.")] = 5,
    within: Annotated[
        Path | None, typer.Option("--within", metavar="PATH", help="Only what was ingested from there.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Search the library."""
    query = checked_text(query, "query", 2_000)
    from agent.terminal.views.library import view_search
    from tools.documents import search as look

    with watched(as_json=as_json) as progress:
        document = look(query, k, None if within is None else str(within), progress)
    output.show(document, as_json=as_json, view=lambda screen: view_search(screen, document))


@library_app.callback(invoke_without_command=True)
def library(context: typer.Context, *, as_json: Json = False) -> None:
    """List the documents of the library, or remove some."""
    if context.invoked_subcommand is not None:
        return
    from agent.terminal.views.library import view_library
    from tools.documents import library as listed

    with watched(as_json=as_json) as progress:
        entries = listed(progress)
    document = {"documents": [entry.model_dump(mode="json") for entry in entries]}
    output.show(document, as_json=as_json, view=lambda screen: view_library(screen, entries))


@library_app.command()
def remove(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="What was ingested from there.", show_default=False),
    ],
    *,
    context: typer.Context,
    as_json: Json = False,
) -> None:
    """Remove documents that were ingested; the files themselves stay."""
    from tools.documents import remove as forget

    count = forget([str(path) for path in paths])
    words = f"Removed {count} {'document' if count == 1 else 'documents'} from the library."
    as_json = as_json or bool(context.parent and context.parent.params.get("as_json"))
    output.show({"removed": count}, as_json=as_json, view=lambda screen: screen.line(words))


@_add_app.command()
def onet(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="An unpacked O*NET text database.", show_default=False)
    ],
    *,
    as_json: Json = False,
) -> None:
    """Add an O*NET database: more job titles and technologies."""
    from agent.terminal.views.library import view_added
    from tools.oews.onet import add_onet

    added = add_onet(folder)
    output.show(added, as_json=as_json, view=lambda screen: view_added(screen, added))
