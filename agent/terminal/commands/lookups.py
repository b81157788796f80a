"""`coach salary`, `coach market`, `coach roadmap`: a tool each, without the agent."""

from typing import Annotated

import typer

from agent.terminal import output
from agent.terminal.inputs import checked_text, optional_text
from agent.terminal.options import Json, Location, Role


def salary(
    role: Role,
    *,
    location: Location = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="LEVEL", help="entry, mid, senior...")
    ] = None,
    as_json: Json = False,
) -> None:
    """Look up wages for a role."""
    role = checked_text(role, "role")
    location, level = optional_text(location, "location"), optional_text(level, "level")
    from agent.terminal.views.salary import view
    from tools.salary import lookup

    document = lookup(role, location, level)
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document))


def market(role: Role, *, location: Location = None, as_json: Json = False) -> None:
    """Summarize the job market for a role."""
    role, location = checked_text(role, "role"), optional_text(location, "location")
    from agent.terminal.views.market import view
    from tools.market import summarize

    document = summarize(role, location)
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document))


def roadmap(
    role: Annotated[
        str, typer.Argument(metavar="ROLE", help='A role or a skill ("RAG").', show_default=False)
    ],
    *,
    skill: Annotated[
        list[str] | None,
        typer.Option("--skill", metavar="S", help="A skill you have; may be given several times."),
    ] = None,
    missing: Annotated[
        list[str] | None,
        typer.Option("--missing", metavar="S", help="A skill you expressly lack; may repeat."),
    ] = None,
    hours: Annotated[
        float | None, typer.Option("--hours", metavar="N", help="Hours a week you can study.")
    ] = None,
    weeks: Annotated[int | None, typer.Option("--weeks", metavar="N", help="Weeks you give it.")] = None,
    as_json: Json = False,
) -> None:
    """Plan what to learn for a role, in order and on weeks."""
    role = checked_text(role, "role")
    known = [checked_text(name, "skill") for name in skill or ()]
    lacking = [checked_text(name, "skill") for name in missing or ()]
    from agent.terminal.views.roadmap import view
    from tools.roadmap import generate

    document = generate(role, known, hours, weeks, missing=lacking)
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document))
