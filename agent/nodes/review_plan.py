"""review_plan: the only interrupt, and nothing else.

The node restarts from its first line when it is resumed, so nothing here has an effect.
"""

from datetime import UTC, date, datetime
from typing import Any

from langchain_core.messages import HumanMessage
from langgraph.runtime import Runtime
from langgraph.types import interrupt

from agent.context import CoachContext
from agent.models import Plan, PlanEdit, Review, Understanding
from agent.plans import rendering
from agent.plans.constraints import removals
from agent.plans.edits import edits_between, merge_edits
from agent.plans.removals import put_back, skill_edits, taken_out
from agent.plans.requests import plan_requests
from agent.plans.review import EditDecision, RejectDecision, RespondDecision, ReviewReply, review_request
from agent.state import CoachState


def review_plan(state: CoachState, runtime: Runtime[CoachContext]) -> dict[str, Any]:
    """Pause with the draft; a decision becomes a Review, and a reason or message is read as a message."""
    draft = state["draft"]
    if draft is None:
        return {}
    description = rendering.plan_markdown(draft, state.get("evidence", []))
    reply: ReviewReply = interrupt(review_request(draft, description), response_schema=ReviewReply)
    decision = reply.decisions[0]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    context = runtime.context or CoachContext()
    review = Review(decision=decision.type, by=context.user, at=now)
    shown = {"reviews": [review], "shown": draft, "tool_results": []}
    if isinstance(decision, EditDecision):
        review.plan = decision.edited_action.args.plan
        return {**shown, **_edited(state, draft, review.plan, context.today)}
    if not isinstance(decision, RejectDecision | RespondDecision):
        return shown
    review.message = decision.message
    edits = _edits(state.get("edits", []), draft, decision)
    extra: dict[str, Any] = {"decision": decision.type, "at": now, "redraft": edits != state.get("edits", [])}
    if isinstance(decision, RespondDecision) and decision.progress:
        extra["progress"] = decision.progress
    said = HumanMessage(decision.message or "", additional_kwargs=extra)
    if isinstance(decision, RejectDecision):
        review.plan = decision.plan
    return {**shown, "edits": edits, "messages": [said]}


def _edited(state: CoachState, draft: Plan, edited: Plan, today: date) -> dict[str, Any]:
    """The edit as it is; where it takes skills out, the plan is made anew around what is left."""
    fresh = {"redrafts": 0, "violations": [], "rounds": 0}
    new = edits_between(draft, edited)
    edits = merge_edits(state.get("edits", []), new)
    calls = plan_requests(state["profile"], state.get("progress"), today, edits) if removals(new) else []
    if not calls:
        return {**fresh, "edited": edited, "pending_calls": []}
    before = state.get("understanding") or Understanding()
    wanted = {"plan_wanted": True, "question": None, "asks_for": None, "calls": calls}
    return {
        **fresh,
        "edits": edits,
        "edited": None,
        "pending_calls": calls,
        "understanding": before.model_copy(update=wanted),
    }


def _edits(held: list[PlanEdit], draft: Plan, decision: RejectDecision | RespondDecision) -> list[PlanEdit]:
    """What was edited so far, with what the person now changed, took out or wants back in."""
    changed = decision.plan if isinstance(decision, RejectDecision) and decision.plan is not None else draft
    message = decision.message or ""
    left, skills = taken_out(message, changed)
    return merge_edits(put_back(message, held), [*edits_between(draft, left), *skill_edits(skills)])
