"""review_plan: the only interrupt, and nothing else.

The node restarts from its first line when it is resumed, so nothing here has an effect.
"""

from datetime import UTC, datetime
from typing import Any

from langchain_core.messages import HumanMessage
from langgraph.runtime import Runtime
from langgraph.types import interrupt

from agent import rendering
from agent.context import CoachContext
from agent.edits import edits_between, merge_edits
from agent.models import Plan, PlanEdit, Review
from agent.removals import put_back, skill_edits, taken_out
from agent.review import EditDecision, RejectDecision, RespondDecision, ReviewReply, review_request
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
        return {**shown, "edited": review.plan, "redrafts": 0, "violations": []}
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


def _edits(held: list[PlanEdit], draft: Plan, decision: RejectDecision | RespondDecision) -> list[PlanEdit]:
    """What was edited so far, with what the person now changed, took out or wants back in."""
    changed = decision.plan if isinstance(decision, RejectDecision) and decision.plan is not None else draft
    message = decision.message or ""
    left, skills = taken_out(message, changed)
    return merge_edits(put_back(message, held), [*edits_between(draft, left), *skill_edits(skills)])
