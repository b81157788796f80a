"""Where the graph goes next: one router a node, each a plain function of the state."""

from typing import Literal

from agent.nodes.call_tools import MAX_ROUNDS
from agent.state import CoachState


def route_after_understand(
    state: CoachState,
) -> Literal["call_tools", "draft_plan", "answer", "review_plan", "__end__"]:
    """A turn without a message that can be read is over; a plan that waits keeps waiting."""
    if state["understanding"] is None:
        return route_after_answer(state)
    return "call_tools" if state["pending_calls"] else _write(state)


def route_after_call_tools(state: CoachState) -> Literal["call_tools", "draft_plan", "answer"]:
    """Another round only if the policy says so, MAX_ROUNDS at the most."""
    return "call_tools" if state["pending_calls"] and state["rounds"] < MAX_ROUNDS else _write(state)


def route_after_answer(state: CoachState) -> Literal["review_plan", "__end__"]:
    """A plan that waits keeps waiting after the question was answered."""
    return "review_plan" if state["draft"] is not None else "__end__"


def route_after_check_plan(state: CoachState) -> Literal["draft_plan", "review_plan"]:
    return "draft_plan" if state["violations"] else "review_plan"


def route_after_review_plan(
    state: CoachState,
) -> Literal["deliver_plan", "draft_plan", "call_tools", "understand", "review_plan", "__end__"]:
    """Only an approval joins asking and delivering. An edit that takes something out is planned anew around it.

    What was no decision on this draft is asked again.
    """
    if state["draft"] is None:
        return "__end__"
    if not state["decided"] or not state["reviews"]:
        return "review_plan"
    decision = state["reviews"][-1].decision
    if decision == "approve":
        return "deliver_plan"
    if decision == "edit":
        return "call_tools" if state["pending_calls"] else "draft_plan"
    return "understand"


def route_after_deliver_plan(state: CoachState) -> Literal["review_plan", "__end__"]:
    """A draft that nobody approved is not delivered: it is put before the person."""
    return route_after_answer(state)


def _write(state: CoachState) -> Literal["draft_plan", "answer"]:
    understanding = state["understanding"]
    ready = understanding is not None and understanding.plan_wanted and understanding.question is None
    return "draft_plan" if ready and state["profile"].target_role else "answer"
