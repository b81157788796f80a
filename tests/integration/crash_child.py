"""A process that dies by kill -9 around a node: python -m tests.integration.crash_child NODE WHEN MESSAGE|--approve.

WHEN is before its work, after it, or when what it wrote is stored and the step that it belongs to has not ended.
"""

import functools
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import agent.graph
import agent.session.runner
import agent.session.sqlite_store
import tools.registry
from agent.session.coach import Coach
from agent.session.sqlite_store import SqliteThreadSaver
from tests.fakes import ScriptedPolicy, scripted_tools


def dying(node: Callable[..., Any], when: str) -> Callable[..., Any]:
    """`node`, except that the process is killed around its work."""

    @functools.wraps(node)
    def run(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = node(*args, **kwargs)
        if when == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        DyingSaver.armed = True
        return result

    return run


class DyingSaver(SqliteThreadSaver):
    """Dies when it has stored what a node wrote, once it is armed."""

    armed = False

    def put_writes(self, *args: Any, **kwargs: Any) -> None:
        super().put_writes(*args, **kwargs)
        if DyingSaver.armed:
            os.kill(os.getpid(), signal.SIGKILL)


def main(node: str, when: str, message: str) -> None:
    policy = ScriptedPolicy()
    setattr(agent.session.runner, "choose_policy", lambda _model: policy)  # noqa: B010 - mypy knows the attribute as final
    setattr(tools.registry, "load_tools", scripted_tools)  # noqa: B010 - the same
    setattr(agent.session.sqlite_store, "SqliteThreadSaver", DyingSaver)  # noqa: B010 - the same
    if node != "none":
        setattr(agent.graph, node, dying(getattr(agent.graph, node), when))
    with Coach() as coach:
        if message == "--approve":
            coach.resume("t", approve=True)
        else:
            coach.ask(message, thread="t")
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
