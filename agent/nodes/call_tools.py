"""call_tools: runs the wanted calls in parallel and numbers the evidence they bring."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextvars import copy_context
from functools import cache, lru_cache
from typing import Any

from langchain_core.tools import BaseTool, ToolException
from langgraph.config import get_stream_writer
from pydantic import ValidationError

from agent.context import CoachContext
from agent.models import ToolRequest, ToolResult
from agent.plans.requests import merge_requests
from agent.policy.protocol import Policy
from agent.policy.usage import recording
from agent.state import CoachState
from tools.errors import CoachError
from tools.evidence import Evidence
from tools.kept import Latest, once_for_each

MAX_CALLS = 10  # what a message of several questions needs
MAX_ROUNDS = 3
WORKERS = 32
_KEPT = 1024  # pieces of evidence

# What a tool's work can run into without a fault of ours: it becomes a result that says so.
_FAILURES = (CoachError, ToolException, ValidationError, OSError, sqlite3.Error, TimeoutError)


def call_tools(state: CoachState, context: CoachContext, *, policy: Policy) -> dict[str, Any]:
    """Run the pending calls, at most MAX_CALLS a turn; a failing tool becomes a result, never an exception.

    The policy then says what more it needs; the router bounds the rounds.
    """
    done = state["tool_results"]
    held = state.get("evidence", [])
    numbering = Numbering(held)
    results = list(done)
    for result, evidence in _run_all(_affordable(state["pending_calls"], done)):
        ids = numbering.of(evidence)
        results.append(result.model_copy(update={"evidence": ids}))
    after: CoachState = {**state, "tool_results": results, "evidence": [*held, *numbering.added]}
    with recording() as calls:
        more = policy.further_calls(after, context)
    return {
        "tool_results": results,
        "evidence": numbering.added,
        "rounds": state["rounds"] + 1,
        "pending_calls": _affordable(more, results),
        "model_calls": calls,
    }


def _affordable(requests: list[ToolRequest], done: list[ToolResult]) -> list[ToolRequest]:
    """Calls that were not made yet this turn, as many as the turn still allows."""
    called = [ToolRequest(name=result.name, args=result.args) for result in done]
    new = merge_requests([request for request in requests if request not in called])
    return new[: max(0, MAX_CALLS - len(done))]


def _run_all(requests: list[ToolRequest]) -> list[tuple[ToolResult, Sequence[Evidence]]]:
    """All calls side by side; results in the order of the requests, events in the order they happen."""
    if not requests:
        return []
    # Imported here: the registry brings the tools, and a turn without a call needs none of them.
    from tools import registry
    from tools.lookups import version

    tools, tell, now = _raising(registry.load_tools), get_stream_writer(), version()
    futures = {}
    for index, request in enumerate(requests):
        tell({"event": "tool_started", **request.model_dump(mode="json")})
        futures[_workers().submit(copy_context().run, _run, tools[request.name], request, now)] = index
    outcomes: dict[int, tuple[ToolResult, Sequence[Evidence]]] = {}
    for future in as_completed(futures):
        result, evidence = future.result()
        outcomes[futures[future]] = (result, evidence)
        seen = result.model_dump(mode="json", include={"name", "args", "ok", "ms", "error"})
        tell({"event": "tool_finished", **seen})
    return [outcomes[index] for index in range(len(requests))]


def found_beforehand(request: ToolRequest) -> tuple[ToolResult, Sequence[Evidence]]:
    """What a call will bring that is still to be made: nobody is told of it."""
    from tools import registry
    from tools.lookups import version

    return _run(_raising(registry.load_tools)[request.name], request, version())


@lru_cache(maxsize=1)
def _raising(load: Callable[[], Sequence[BaseTool]]) -> dict[str, BaseTool]:
    """The tools by name. What fails is a result here, with a line of its own; other agents are told by the tools."""
    raising = {"handle_tool_error": False, "handle_validation_error": False}
    return {tool.name: tool.model_copy(update=raising) for tool in load()}


@cache
def _workers() -> ThreadPoolExecutor:
    """Threads of the process that run tools; they stay, and with them their connections to the tables."""
    return ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="tools")


def _run(tool: BaseTool, request: ToolRequest, version: object) -> tuple[ToolResult, Sequence[Evidence]]:
    from tools.lookups import Found, look_up

    started = time.perf_counter()
    result = ToolResult(name=request.name, args=request.args)
    found = Found("")
    try:
        found = look_up(tool, request.args, version)
    except _FAILURES as error:
        result.ok = False
        cause = (error.__cause__ or error) if isinstance(error, ToolException) else error
        result.error = (
            cause.message if isinstance(cause, CoachError) else f"{type(cause).__name__}: {cause}"[:300]
        )
    result.text, result.document = found.text, found.document
    result.ms = round((time.perf_counter() - started) * 1000, 1)
    return result, found.evidence


class Numbering:
    """Numbers evidence within a thread: what was found before keeps its number, `added` is what is new."""

    def __init__(self, held: Sequence[Evidence]) -> None:
        self.added: list[Evidence] = []
        self._held = len(held)
        self._known = {_content(item): item.id for item in held}

    def of(self, found: Iterable[Evidence]) -> list[str]:
        """The ids of what was found."""
        ids = []
        for item in found:
            content = _content(item)
            if content not in self._known:
                self._known[content] = f"E{self._held + len(self.added) + 1}"
                self.added.append(_numbered(content, self._known[content], item))
            ids.append(self._known[content])
        return ids


@once_for_each(_KEPT)
def _content(item: Evidence) -> str:
    return item.model_dump_json(exclude={"id"})


def _numbered(content: str, number: str, item: Evidence) -> Evidence:
    """The same value for everybody whose thread has it under this number: what is reckoned of it is reckoned once."""
    found = _numbers.get((number, content)) or item.model_copy(update={"id": number})
    _numbers.put((number, content), found)
    return found


_numbers = Latest[tuple[str, str], Evidence](_KEPT)
