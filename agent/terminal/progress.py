"""How far long work on the library is: on the screen where something can move, else a line now and then."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from agent.terminal import output
from agent.terminal.render import Activity, Screen
from tools.progress import Progress

_SECONDS = 5.0


class Notes:
    """Says it on standard error every few seconds; short work passes in silence."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._last = time.monotonic()

    def __call__(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last >= self._seconds:
            self._last = now
            output.note(progress_words(what, done, total))


def progress_words(what: str, done: int, total: int) -> str:
    """One line: what is done now, and how far it is."""
    return f"{what}: {done} of {total}"


def told_to(activity: Activity, screen: Screen) -> Progress:
    """What tells an activity that is shown already how far work on the library is."""
    return (
        Notes() if screen.plain else lambda what, done, total: activity.now(progress_words(what, done, total))
    )


@contextmanager
def watched(*, as_json: bool) -> Iterator[Progress]:
    """What to tell of long work; the screen moves from the first word on."""
    screen = output.screen()
    if as_json or screen.plain:
        yield Notes()
        return
    with ExitStack() as stack:
        moving: list[Activity] = []

        def show(what: str, done: int, total: int) -> None:
            if not moving:
                moving.append(stack.enter_context(screen.activity()))
            moving[0].now(progress_words(what, done, total))

        yield show
