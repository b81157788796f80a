"""How an MCP client reaches the server: over standard input and output, or over HTTP on loopback with a token."""

import secrets
import socket
from collections.abc import Callable
from typing import Any

import uvicorn
from mcp.server.auth.provider import AccessToken
from mcp.server.auth.settings import AuthSettings
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from pydantic import AnyHttpUrl

from tools.errors import UsageError

HOST = "127.0.0.1"


class _OneToken:
    """Lets in who brings the token; compared in constant time."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def verify_token(self, token: str) -> AccessToken | None:
        if not secrets.compare_digest(token.encode(), self._token.encode()):
            return None
        return AccessToken(token=token, client_id="person", scopes=[])


async def serve_stdio(server: Server[Any]) -> None:
    """Serve until standard input ends."""
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


async def serve_http(server: Server[Any], *, port: int, token: str, ready: Callable[[str], None]) -> None:
    """Serve streamable HTTP on loopback until stopped; `ready` is told the address. Port 0 takes a free one.

    Only requests with the token pass, and (by the SDK) only those whose Host and Origin are this machine.
    Raises UsageError where the port is taken.
    """
    try:
        listening = socket.create_server((HOST, port))
    except OSError as error:
        raise UsageError(
            f"Port {port} cannot be used: {error.strerror}.", "Choose another --port."
        ) from error
    address = f"http://{HOST}:{listening.getsockname()[1]}"
    app = server.streamable_http_app(
        host=HOST,
        auth=AuthSettings(issuer_url=AnyHttpUrl(address), resource_server_url=None),
        token_verifier=_OneToken(token),
    )
    ready(f"{address}/mcp")
    await uvicorn.Server(uvicorn.Config(app, log_level="warning")).serve(sockets=[listening])
