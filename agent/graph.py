"""The coach as a state machine, on one screen.

message -> understand -> call_tools -> answer -> (turn ends)
              |            ^  |
              |            +--+  while more evidence is asked for, bounded
              +-> draft_plan -> check_plan -> review_plan (pause) -> deliver_plan -> (turn ends)
                      ^             | unsupported     | reject: understand; edit: draft_plan
                      +-------------+-----------------+
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from langchain_core.runnables import RunnableLambda
from langgraph.graph import START, StateGraph
from langgraph.runtime import get_runtime

from agent.context import CoachContext
from agent.nodes.answer import aanswer, answer
from agent.nodes.call_tools import call_tools
from agent.nodes.check_plan import check_plan
from agent.nodes.deliver_plan import deliver_plan
from agent.nodes.draft_plan import adraft_plan, draft_plan
from agent.nodes.review_plan import review_plan
from agent.nodes.understand import aunderstand, understand
from agent.policy import choose_policy
from agent.policy.protocol import AsyncPolicy, Policy
from agent.routing import (
    route_after_answer,
    route_after_call_tools,
    route_after_check_plan,
    route_after_review_plan,
    route_after_understand,
)
from agent.state import CoachState

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RECURSION_LIMIT = 40


def build_graph(
    model: "BaseChatModel | None" = None, *, policy: Policy | None = None
) -> StateGraph[CoachState, CoachContext, CoachState, CoachState]:
    """The uncompiled graph: add it to your own, or compile it with your checkpointer.

    `model` is any LangChain chat model; without one (and without a `policy`) the coach thinks offline.
    """
    policy = policy or choose_policy(model)
    graph = StateGraph(CoachState, context_schema=CoachContext)
    graph.add_node("understand", _thinking(understand, aunderstand, policy))
    graph.add_node("call_tools", partial(call_tools, policy=policy))
    graph.add_node("answer", _thinking(answer, aanswer, policy))
    graph.add_node("draft_plan", _thinking(draft_plan, adraft_plan, policy))
    graph.add_node("check_plan", check_plan)
    graph.add_node("review_plan", review_plan)
    graph.add_node("deliver_plan", deliver_plan)

    graph.add_edge(START, "understand")
    graph.add_conditional_edges("understand", route_after_understand)
    graph.add_conditional_edges("call_tools", route_after_call_tools)
    graph.add_conditional_edges("answer", route_after_answer)
    graph.add_edge("draft_plan", "check_plan")
    graph.add_conditional_edges("check_plan", route_after_check_plan)
    graph.add_conditional_edges("review_plan", route_after_review_plan)
    return graph


def _thinking(node: Callable[..., Any], awaited: Callable[..., Any], policy: Policy) -> Any:
    """A node that thinks by `policy`; where that waits for a model, an async server runs its async twin."""
    if not isinstance(policy, AsyncPolicy):
        return partial(node, policy=policy)

    def think(state: CoachState) -> dict[str, Any]:
        update: dict[str, Any] = node(state, get_runtime(CoachContext), policy=policy)
        return update

    async def athink(state: CoachState) -> dict[str, Any]:
        update: dict[str, Any] = await awaited(state, get_runtime(CoachContext), policy=policy)
        return update

    return RunnableLambda(think, athink, name=node.__name__)


def serve() -> StateGraph[CoachState, CoachContext, CoachState, CoachState]:
    """What langgraph.json names: without parameters, since a server would hand its config to the first one."""
    return build_graph()
