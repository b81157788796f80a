"""`coach salary`, `coach compare`, `coach market`, `coach options`, `coach roadmap`: the tools, without the agent."""

from typing import Annotated

import typer

from agent.inputs import checked_text
from agent.terminal import output
from agent.terminal.inputs import checked_pay, optional_text
from agent.terminal.options import Json, Location, Role
from tools.errors import UsageError

COMPARED = 40

Held = Annotated[
    str | None,
    typer.Option("--from", metavar="ROLE", help="The work you do now: what it implies counts as known."),
]
Years = Annotated[
    float | None, typer.Option("--years", metavar="N", help="Years of the work named with --from.")
]
Little = Annotated[
    list[str] | None,
    typer.Option("--some", metavar="S", help="A skill you know a little; may repeat."),
]
Lacking = Annotated[
    list[str] | None,
    typer.Option("--missing", metavar="S", help="A skill you expressly lack; may repeat."),
]
Start = Annotated[
    str | None, typer.Option("--start", metavar="DATE", help="The day you start, as 2027-01-04.")
]
Busy = Annotated[
    list[str] | None,
    typer.Option(
        "--busy",
        metavar="FROM..TO",
        help="Days without time, or with 3 hours a week (FROM..TO@3); may repeat.",
    ),
]
Condition = Annotated[
    list[str] | None,
    typer.Option(
        "--condition",
        metavar="C",
        help="Only such work: light, desk, outdoors, hands, days, quiet, people, home, settled; may repeat.",
    ),
]
OtherField = Annotated[bool, typer.Option("--other-field", help="Nothing of the field you work in now.")]
WorkThread = Annotated[
    str | None,
    typer.Option("--thread", metavar="ID", help="Without ROLE: take work and place from this thread."),
]
WorkUser = Annotated[
    str | None,
    typer.Option(
        "--user", metavar="ID", help="Without ROLE: take them from what is remembered of this user."
    ),
]


def salary(
    role: Role,
    *,
    location: Location = None,
    level: Annotated[
        str | None, typer.Option("--level", metavar="LEVEL", help="entry, mid, senior...")
    ] = None,
    pay: Annotated[
        str | None,
        typer.Option(
            "--pay",
            metavar="AMOUNT",
            help="Your pay or an offer, a year (below 1,000: an hour): where it stands.",
        ),
    ] = None,
    by_hour: Annotated[
        bool, typer.Option("--hourly", help="Wages by the hour; annual ones at 2,080 hours a year.")
    ] = False,
    by_state: Annotated[
        bool,
        typer.Option(
            "--by-state", help="Rank the states, or the areas of --location, by what the role pays there."
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Look up wages for a role."""
    role = checked_text(role, "role")
    location, level = optional_text(location, "location"), optional_text(level, "level")
    amount = None if pay is None else checked_pay(pay)
    if by_state:
        if level or pay or by_hour:
            raise UsageError(
                "--by-state ranks places at all levels.", "Leave out the other options, or --by-state."
            )
        _show_states(role, location, as_json=as_json)
        return
    if by_hour and (level or pay):
        raise UsageError("--hourly shows official wages only.", "Leave out --level and --pay, or --hourly.")
    from agent.terminal.views.salary import view
    from tools.salary import lookup

    document = lookup(role, location, level, pay=amount, hourly=by_hour)
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document))


def _show_states(role: str, within: str | None, *, as_json: bool) -> None:
    from agent.terminal.views.salary import view_states
    from tools.salary import by_state

    document = by_state(role, within)
    output.show(document, as_json=as_json, view=lambda screen: view_states(screen, document))


def compare(
    roles: Annotated[
        list[str], typer.Argument(metavar="ROLE...", help="Roles in your own words.", show_default=False)
    ],
    *,
    locations: Annotated[
        list[str] | None,
        typer.Option(
            "--location", metavar="PLACE", help="A place in the United States; may be given several times."
        ),
    ] = None,
    ranked: Annotated[
        bool, typer.Option("--ranked", help="Highest median first, instead of the order given.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Compare the pay of roles, of places, or of both."""
    named = [checked_text(role, "role") for role in roles]
    places: list[str | None] = [checked_text(place, "location") for place in locations or ()] or [None]
    requests = [(role, place) for role in named for place in places]
    if not 2 <= len(requests) <= COMPARED:
        raise UsageError(
            f"A comparison has 2 to {COMPARED} lines, not {len(requests)}.",
            "Give several roles, or one role and several places with --location.",
        )
    from agent.terminal.views.comparison import view
    from tools.salary import compare as put_side_by_side

    document = put_side_by_side(requests, ranked=ranked)
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document))


def market(
    role: Role,
    *,
    location: Location = None,
    everything: Annotated[bool, typer.Option("--all", help="Show every figure, older editions too.")] = False,
    as_json: Json = False,
) -> None:
    """Summarize the job market for a role."""
    role, location = checked_text(role, "role"), optional_text(location, "location")
    from agent.terminal.views.market import view
    from tools.market import summarize

    document = summarize(role, location)
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document, everything=everything))


def options(
    role: Annotated[
        str | None,
        typer.Argument(
            metavar="[ROLE]",
            help="The work you do now; default: that of --thread or --user, else none.",
            show_default=False,
        ),
    ] = None,
    *,
    location: Location = None,
    no_degree: Annotated[
        bool, typer.Option("--no-degree", help="Only what is usually entered without a four-year degree.")
    ] = False,
    min_pay: Annotated[
        str | None, typer.Option("--min-pay", metavar="N", help="The least median pay, a year or an hour.")
    ] = None,
    pay: Annotated[
        str | None,
        typer.Option("--pay", metavar="AMOUNT", help="What you earn now; default: the median of your work."),
    ] = None,
    any_pay: Annotated[bool, typer.Option("--any-pay", help="Show also what pays no more than now.")] = False,
    condition: Condition = None,
    other_field: OtherField = False,
    thread: WorkThread = None,
    user: WorkUser = None,
    as_json: Json = False,
) -> None:
    """Suggest occupations near your work, or without any in a place: pay, jobs and entry."""
    role, location = optional_text(role, "role"), optional_text(location, "location")
    least, now = (None if text is None else checked_pay(text) for text in (min_pay, pay))
    if role is None and (thread or user or location is None):
        from agent.terminal.commands.person import told_work

        role, told = told_work(thread, user)
        location = location or told
    from agent.terminal.views.options import view
    from tools.options import suggest

    document = suggest(
        role,
        location,
        no_degree=no_degree,
        min_pay=least,
        pay=now,
        better_pay=not any_pay,
        conditions=condition or (),
        other_field=other_field,
    )
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
    some: Little = None,
    missing: Lacking = None,
    held: Held = None,
    years: Years = None,
    hours: Annotated[
        float | None, typer.Option("--hours", metavar="N", help="Hours a week you can study.")
    ] = None,
    weeks: Annotated[int | None, typer.Option("--weeks", metavar="N", help="Weeks you give it.")] = None,
    start: Start = None,
    busy: Busy = None,
    as_json: Json = False,
) -> None:
    """Plan what to learn for a role, in order and on weeks."""
    role = checked_text(role, "role")
    known = [checked_text(name, "skill") for name in skill or ()]
    little = [checked_text(name, "skill") for name in some or ()]
    lacking = [checked_text(name, "skill") for name in missing or ()]
    held = optional_text(held, "work")
    if years is not None and held is None:
        raise UsageError("--years says for how long, but not of what.", "Name the work with --from.")
    from agent.terminal.views.roadmap import view
    from tools.roadmap import generate
    from tools.roadmap.calendars import read_day, read_period
    from tools.settings import today

    away = [read_period(text) for text in busy or ()]
    # Busy days need a calendar: without a start it begins today.
    first = read_day(start) if start else today() if away else None
    document = generate(
        role,
        known,
        hours,
        weeks,
        some=little,
        missing=lacking,
        start=first,
        busy=away,
        experience=None if held is None else (held, years),
    )
    output.show(document, as_json=as_json, view=lambda screen: view(screen, document))
