"""Serves the page on loopback until it is stopped."""

import secrets
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from urllib.parse import urlencode

import uvicorn

from agent.session.coach import Coach
from agent.web.app import Page
from tools.errors import CoachError, UsageError

_LOOPBACK = "127.0.0.1"


class _Server(uvicorn.Server):
    """Lets the windows that watch go first: a server waits for its open connections."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            uvicorn.Config(page.app, log_config=None, access_log=False, lifespan="off", ws="none")
        )
        self._page = page

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._page.close()
        super().handle_exit(sig, frame)


def serve(coach: Coach, *, port: int, thread: str | None, ready: Callable[[str], None]) -> None:
    """Serve on 127.0.0.1 (`port` 0: any that is free) until Ctrl-C; `ready` is told the address with its token.

    Raises UsageError for a port that cannot be had.
    """
    with _listening(port) as listener:
        port = listener.getsockname()[1]
        token = secrets.token_urlsafe(18)
        page = Page(coach, token=token, hosts=(f"{_LOOPBACK}:{port}", f"localhost:{port}"))
        threading.Thread(target=_prepare, args=(coach,), name="load-coach", daemon=True).start()
        query = f"?{urlencode({'thread': thread})}" if thread else ""
        ready(f"http://{_LOOPBACK}:{port}/{token}/{query}")
        with suppress(KeyboardInterrupt):
            _Server(page).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    listener = socket.socket()
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_LOOPBACK, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise UsageError(
            f"Port {port} cannot be had: {error.strerror}.", "Choose another with --port."
        ) from error
    return listener


def _prepare(coach: Coach) -> None:
    """Load what the first turn needs while the person reads; what goes wrong is said at that turn."""
    with suppress(CoachError):
        coach.prepare()
