"""`coach mcp`: the coach for other agents."""

from typing import Annotated

import typer

from agent.inputs import check_id
from agent.terminal import output
from agent.terminal.options import LOCAL_USER, Offline, User
from tools.errors import UsageError


def mcp(
    *,
    http: Annotated[
        bool, typer.Option("--http", help="Over HTTP on this machine, instead of standard input and output.")
    ] = False,
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="With --http.")] = 8765,
    wait: Annotated[
        float, typer.Option("--wait", metavar="SECONDS", min=1, help="How long a decision is waited for.")
    ] = 600.0,
    user: User = LOCAL_USER,
    offline: Offline = False,
) -> None:
    """Serve the coach to other agents (Model Context Protocol)."""
    import asyncio
    import secrets
    from importlib.util import find_spec

    check_id(user, "user")
    if find_spec("mcp") is None:
        raise UsageError(
            "`coach mcp` needs the MCP library.", "Run `pip install '.[mcp]'` in the project's folder."
        )
    from agent.mcp.server import CoachServer
    from agent.mcp.transports import serve_http, serve_stdio
    from agent.session.coach import Coach
    from agent.settings import read_agent_settings

    kept = read_agent_settings().mcp_token
    token = kept.get_secret_value() if kept else secrets.token_urlsafe(32)

    def ready(address: str) -> None:
        given = "in COACH_MCP_TOKEN" if kept else token
        output.note(f"Serving {address} with the bearer token {given}. Ctrl-C stops.")

    with Coach(offline=offline) as coach:
        server = CoachServer(coach, user=user, patience=wait).protocol()
        asyncio.run(serve_http(server, port=port, token=token, ready=ready) if http else serve_stdio(server))
