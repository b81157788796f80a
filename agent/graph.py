"""The coach as a state machine, on one screen.

message -> understand -> call_tools -> answer -> (turn ends)
              |            ^  |
              |            +--+  while more evidence is asked for, bounded
              +-> draft_plan -> check_plan -> review_plan (pause) -> deliver_plan -> (turn ends)
                      ^             | unsupported     | reject: understand; edit: draft_plan
                      +-------------+-----------------+

What was no decision on the draft that waits is asked again: review_plan -> review_plan.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain_core.runnables import RunnableLambda
from langgraph.config import get_config
from langgraph.graph import START, StateGraph
from langgraph.runtime import get_runtime

from agent.context import CoachContext, ContextSchema, read_context
from agent.nodes.answer import aanswer, answer
from agent.nodes.call_tools import call_tools
from agent.nodes.check_plan import check_plan
from agent.nodes.deliver_plan import deliver_plan
from agent.nodes.draft_plan import adraft_plan, draft_plan
from agent.nodes.review_plan import review_plan
from agent.nodes.understand import aunderstand, understand
from agent.policy import choose_policy
from agent.policy.protocol import AsyncPolicy, Policy
from agent.replies import outputs
from agent.revival import revived
from agent.routing import (
    route_after_answer,
    route_after_call_tools,
    route_after_check_plan,
    route_after_deliver_plan,
    route_after_review_plan,
    route_after_understand,
)
from agent.state import CoachState, InputState, OutputState
from tools.settings import use_home

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RECURSION_LIMIT = 40
# Set by LangGraph in the configuration of a run that answers interrupts by their ids.
_RESUMED_BY_ID = "__pregel_resume_map"


def build_graph(
    model: "BaseChatModel | None" = None,
    *,
    policy: Policy | None = None,
    home: Path | str | None = None,
    today: date | None = None,
) -> StateGraph[CoachState, Any, InputState, OutputState]:
    """The uncompiled graph: add it to your own, or compile it with your checkpointer.

    `model` is any LangChain chat model; without one (and without a `policy`) the coach thinks offline. `home` replaces
    COACH_HOME for this graph's tools, `today` the date that plans count from where a run's context names none.
    """
    policy = policy or choose_policy(model)
    graph: StateGraph[CoachState, Any, InputState, OutputState] = StateGraph(
        CoachState, context_schema=ContextSchema, input_schema=InputState, output_schema=OutputState
    )
    nodes = _Nodes(policy, home, today)
    graph.add_node("understand", nodes.thinking(understand, aunderstand))
    graph.add_node("call_tools", nodes.plain(call_tools, policy=policy))
    graph.add_node("answer", nodes.thinking(answer, aanswer))
    graph.add_node("draft_plan", nodes.thinking(draft_plan, adraft_plan))
    graph.add_node("check_plan", nodes.plain(check_plan))
    graph.add_node("review_plan", nodes.plain(_reviewing))
    graph.add_node("deliver_plan", nodes.plain(_delivering))

    graph.add_edge(START, "understand")
    graph.add_conditional_edges("understand", _routed(route_after_understand))
    graph.add_conditional_edges("call_tools", _routed(route_after_call_tools))
    graph.add_conditional_edges("answer", _routed(route_after_answer))
    graph.add_edge("draft_plan", "check_plan")
    graph.add_conditional_edges("check_plan", _routed(route_after_check_plan))
    graph.add_conditional_edges("review_plan", _routed(route_after_review_plan))
    graph.add_conditional_edges("deliver_plan", _routed(route_after_deliver_plan))
    return graph


class _Nodes:
    """Makes the graph's nodes: each gets the revived state and context, and gives out the reply that ends a turn."""

    def __init__(self, policy: Policy, home: Path | str | None, today: date | None) -> None:
        self._policy = policy
        self._home = home
        self._today = today

    def plain(self, node: Callable[..., dict[str, Any]], **given: Any) -> Any:
        def run(values: CoachState) -> dict[str, Any]:
            with use_home(self._home):
                state, context = self._read(values)
                return self._told(state, node(state, context, **given))

        return run

    def thinking(self, node: Callable[..., dict[str, Any]], awaited: Callable[..., Any]) -> Any:
        """A node that thinks by the policy; where that waits for a model, an async server runs its async twin."""
        if not isinstance(self._policy, AsyncPolicy):
            return self.plain(node, policy=self._policy)

        async def arun(values: CoachState) -> dict[str, Any]:
            # Settings are read from files, and long replies are laid out: neither holds up the event loop.
            with use_home(self._home):
                state, context = await asyncio.to_thread(self._read, values)
                update = await awaited(state, context, policy=self._policy)
                return await asyncio.to_thread(self._told, state, update)

        return RunnableLambda(self.plain(node, policy=self._policy), arun, name=node.__name__)

    def _read(self, values: CoachState) -> tuple[CoachState, CoachContext]:
        configurable = get_config().get("configurable", {})
        return revived(values), read_context(get_runtime().context, configurable, self._today)

    def _told(self, state: CoachState, update: dict[str, Any]) -> dict[str, Any]:
        thread = str(get_config().get("configurable", {}).get("thread_id", ""))
        return {**update, **outputs(state, update, thread=thread, mode=self._policy.mode)}


def _reviewing(state: CoachState, context: CoachContext) -> dict[str, Any]:
    by_id = bool(get_config().get("configurable", {}).get(_RESUMED_BY_ID))
    return review_plan(state, context, resumed_by_id=by_id)


def _delivering(state: CoachState, _context: CoachContext) -> dict[str, Any]:
    return deliver_plan(state)


def _routed(router: Callable[[CoachState], str]) -> Callable[[CoachState], str]:
    @wraps(router)
    def route(values: CoachState) -> str:
        return router(revived(values))

    return route
