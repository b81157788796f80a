"""Options that several commands share."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Thread = Annotated[
    str | None, typer.Option("--thread", metavar="ID", help="The thread to go on with; default: a new one.")
]
User = Annotated[
    str, typer.Option("--user", metavar="ID", help="Whose thread it is; default: the local user.")
]
Offline = Annotated[bool, typer.Option("--offline", help="Use no language model, even if one is configured.")]
Location = Annotated[
    str | None,
    typer.Option("--location", metavar="PLACE", help="A city, state or area in the United States."),
]
Role = Annotated[str, typer.Argument(metavar="ROLE", help="A role in your own words.", show_default=False)]
LOCAL_USER = "local"
