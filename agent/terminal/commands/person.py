"""`coach profile`: what is remembered about a person across threads; show, correct, forget."""

from typing import Annotated

import typer

from agent.inputs import checked_text
from agent.terminal import output
from agent.terminal.options import LOCAL_USER, Json
from tools.errors import UsageError

app = typer.Typer(help="Show, correct or forget what is remembered about you.", no_args_is_help=False)
Field = Annotated[
    str, typer.Argument(metavar="FIELD", help="Such as target_role or hours_per_week.", show_default=False)
]
Owner = Annotated[
    str | None, typer.Option("--user", metavar="ID", help="Whose profile; default: the local user's.")
]


@app.callback(invoke_without_command=True)
def profile(context: typer.Context, *, user: Owner = None, as_json: Json = False) -> None:
    """Show, correct or forget what is remembered about you."""
    if context.invoked_subcommand is None:
        _show(LOCAL_USER if user is None else user, as_json=as_json)


@app.command(name="set")
def set_field(
    field: Field,
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="Lists are separated by commas.", show_default=False)
    ],
    *,
    context: typer.Context,
    user: Owner = None,
    as_json: Json = False,
) -> None:
    """Correct one field."""
    user, as_json = _said(context, user, as_json=as_json)
    value = checked_text(value, "value", 2_000)
    from agent.models import Profile
    from agent.session.coach import Coach
    from agent.terminal.profile_fields import with_value

    with Coach(offline=True) as coach:
        changed = with_value(coach.remembered(user=user) or Profile(), field, value)
        coach.remember(changed, user=user)
    _show(user, as_json=as_json)


@app.command()
def forget(
    field: Annotated[
        str | None, typer.Argument(metavar="FIELD", help="Default: everything.", show_default=False)
    ] = None,
    *,
    context: typer.Context,
    user: Owner = None,
    as_json: Json = False,
) -> None:
    """Forget one field, or everything that is remembered."""
    user, as_json = _said(context, user, as_json=as_json)
    from agent.models import Profile
    from agent.session.coach import Coach
    from agent.terminal.profile_fields import without_value

    with Coach(offline=True) as coach:
        if field is None:
            coach.forget_profile(user=user)
        else:
            coach.remember(without_value(coach.remembered(user=user) or Profile(), field), user=user)
    _show(user, as_json=as_json)


def told_work(thread: str | None, user: str | None) -> tuple[str, str | None]:
    """Present work and place as a thread's profile, else what is remembered of the user, holds them.

    Raises UsageError where neither is named, or where it holds no present work.
    """
    where = f"thread {thread!r}" if thread is not None else f"what is remembered of {user!r}"
    hint = 'Name the work you do, or a place: coach options "cook", coach options --location Boise.'
    if thread is None and user is None:
        raise UsageError("No role is named, and neither --thread nor --user says whose it is.", hint)
    from agent.session.coach import Coach

    with Coach(offline=True) as coach:
        held = coach.show(thread, user=user).profile if thread is not None else coach.remembered(user=user)
    if held is None or held.current_role is None:
        raise UsageError(f"No role is named, and {where} holds no present work.", hint)
    return held.current_role, held.location


def _said(context: typer.Context, user: str | None, *, as_json: bool) -> tuple[str, bool]:
    """Options count wherever they stand: `coach profile --user ann set ...` means ann, too."""
    before = context.parent.params if context.parent else {}
    owner = before.get("user") if user is None else user
    return LOCAL_USER if owner is None else owner, as_json or bool(before.get("as_json"))


def _show(user: str, *, as_json: bool) -> None:
    from agent.models import Profile
    from agent.session.coach import Coach
    from agent.terminal.views.profile import view

    with Coach(offline=True) as coach:
        held = coach.remembered(user=user)
    document = {"user": user, "profile": (held or Profile()).model_dump(mode="json")}
    output.show(document, as_json=as_json, view=lambda screen: view(screen, held or Profile()))
