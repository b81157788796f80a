"""A process that dies by kill -9 when a node begins or ends: python -m tests.integration.crash_child NODE WHEN MESSAGE|--approve."""

import functools
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import agent.graph
import agent.session.runner
import tools.registry
from agent.session.coach import Coach
from tests.fakes import ScriptedPolicy, scripted_tools


def dying(node: Callable[..., Any], when: str) -> Callable[..., Any]:
    """`node`, except that the process is killed before or after its work."""

    @functools.wraps(node)
    def run(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = node(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
        return result

    return run


def main(node: str, when: str, message: str) -> None:
    policy = ScriptedPolicy()
    setattr(agent.session.runner, "choose_policy", lambda _model: policy)  # noqa: B010 - mypy knows the attribute as final
    setattr(tools.registry, "load_tools", scripted_tools)  # noqa: B010 - the same
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
