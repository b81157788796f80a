"""LangSmith tracing only when asked for: COACH_TRACING decides, not the environment's own switches."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from agent.settings import read_agent_settings


def tracing_context() -> Callable[[], AbstractContextManager[None]]:
    """Make a context in which nothing goes to LangSmith, or one that changes nothing with COACH_TRACING=true."""
    if read_agent_settings().tracing:
        return nullcontext
    from langsmith.run_helpers import tracing_context as langsmith_context

    return partial(langsmith_context, enabled=False)


def hold_back_traces() -> None:
    """The same for a whole process, one that a server runs: it calls the graph itself, outside any context of ours."""
    if not read_agent_settings().tracing:
        import langsmith

        langsmith.configure(enabled=False)
